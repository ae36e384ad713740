"""From the labelled clauses to assets/model/clauses.bin: `python -m clausemark.train_linear`."""

import json
import sys

import numpy as np
import torch

from . import calibration, container, data, features, golden, linear, metrics
from .linear_file import LinearFile
from .topics import TOPICS

VERSION = "linear-1"
FOLDS = 3
SEED = 1
MODEL = data.ROOT / "assets" / "model" / "clauses.bin"
SENTENCES = data.ROOT / "training" / "golden-sentences.jsonl"
GOLDEN = data.ROOT / "test" / "fixtures" / "model" / "golden.json"


def folds_of(clauses: list[dict]) -> np.ndarray:
    """A fold for each clause, the same for all clauses of a service."""
    services = sorted({clause["service"] for clause in clauses})
    drawn = np.random.default_rng(SEED).integers(0, FOLDS, len(services))
    fold = dict(zip(services, drawn, strict=True))
    return np.array([fold[clause["service"]] for clause in clauses])


def main() -> None:
    """Trains, calibrates on clauses that each fold has not seen, quantises, measures on val, writes."""
    torch.set_num_threads(1)
    train, val = data.load_clauses("train"), data.load_clauses("val")
    x, x_val = features.matrix(train), features.matrix(val)
    y, s = data.targets(train)
    y_val, s_val = data.targets(val)

    topic_logits, stance_logits = np.zeros((len(train), len(TOPICS))), np.zeros((len(train), len(TOPICS), 3))
    folds = folds_of(train)
    for fold in range(FOLDS):
        rows = np.flatnonzero(folds == fold)
        model = linear.train(x, np.flatnonzero(folds != fold), y, s, SEED)
        topic_logits[rows], stance_logits[rows] = linear.logits(model, x, rows)
        print(f"fold {fold + 1} of {FOLDS} done", file=sys.stderr)
    # Clauses picked because a model was unsure of them would make the model look less sure than it is.
    drawn = np.array(["pick" not in clause for clause in train])
    fitted = calibration.calibrate(topic_logits[drawn], stance_logits[drawn], y[drawn], s[drawn])

    tensors, model = linear.quantise(linear.train(x, np.arange(len(train)), y, s, SEED))
    logits, stances = linear.logits(model, x_val, np.arange(len(val)))
    p = fitted.probabilities(logits)
    print(
        json.dumps(
            {
                "val": metrics.summary(p, fitted.thresholds, y_val),
                "stance": metrics.stance_accuracy(p, fitted.thresholds, fitted.stances(stances), s_val),
                "calibrationError": metrics.calibration_error(p, y_val),
                "topics": metrics.by_topic(p, fitted.thresholds, y_val),
            },
            indent=1,
        )
    )

    file = container.pack("linear", VERSION, {"buckets": features.BUCKETS}, tensors, fitted.header())
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(file)
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    golden.write_golden(GOLDEN, golden.load_sentences(SENTENCES), LinearFile(file).score)


if __name__ == "__main__":
    main()
