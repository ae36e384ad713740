"""From data to assets/model/clauses.bin: `python -m clausemark.train`. README.md describes the steps.

Finished steps are kept in `.cache/training`, so that an interrupted run goes on; delete it to start anew.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from . import container, data, golden, metrics, soft_labels, student
from .calibration import calibrate
from .encoding import PAIRS, UNKNOWN, Encoded, Encoder, build_vocabulary
from .quantise import quantise
from .soft_labels import Recipe, SoftLabels
from .student_file import StudentFile

VERSION = "2026-11-25"
VOCABULARY = 14336
TRUST = 0.7
"""Weight of the annotators' labels against what the models say of a labelled clause."""
SIZES = student.Sizes(dimension=96, pair=32)
"""Wider words and narrower pairs than in RECIPES: the file stays below 4 MB."""
FIRST = Recipe(seed=1, sizes=SIZES, epochs=4)
FINAL = Recipe(seed=2, sizes=SIZES, epochs=6)
MODEL = data.ROOT / "assets" / "model" / "clauses.bin"
SENTENCES = data.ROOT / "training" / "golden-sentences.jsonl"
GOLDEN = data.ROOT / "test" / "fixtures" / "model" / "golden.json"
CACHE = data.ROOT / ".cache" / "training"


def say(message: str) -> None:
    """Progress, on standard error."""
    print(message, file=sys.stderr, flush=True)


def kept(name: str, make: Callable[[], SoftLabels]) -> SoftLabels:
    """The result of a step, from the cache if it is there."""
    path = CACHE / f"{name}.npz"
    if not path.exists():
        say(f"step: {name}")
        topics, stances = make()
        CACHE.mkdir(parents=True, exist_ok=True)
        np.savez(path, topics=topics.astype(np.float32), stances=stances.astype(np.float32))
    with np.load(path) as found:
        return SoftLabels(found["topics"], found["stances"])


def mixed(truth: SoftLabels, said: SoftLabels) -> SoftLabels:
    """What to learn: labels mixed with what the models say of the labelled clauses, the latter alone of the rest."""
    known = len(truth.topics)
    topics, stances = said.topics.copy(), said.stances.copy()
    topics[:known] = TRUST * truth.topics + (1 - TRUST) * said.topics[:known]
    # Where the annotator saw no topic there is no stance to trust.
    labelled = TRUST * truth.stances + (1 - TRUST) * said.stances[:known]
    stances[:known] = np.where(truth.topics[..., None] > 0, labelled, said.stances[:known])
    return SoftLabels(topics, stances)


def write(network: student.Student, vocabulary: list[str], fitted, model: Path, vectors: Path) -> bytes:
    """Writes the model file and its golden vectors; returns the file."""
    sizes = {"unknown": UNKNOWN, "pairs": PAIRS, **network.sizes._asdict()}
    file = container.pack("student", VERSION, sizes, quantise(network), fitted.header(), vocabulary)
    model.parent.mkdir(parents=True, exist_ok=True)
    model.write_bytes(file)
    vectors.parent.mkdir(parents=True, exist_ok=True)
    golden.write_golden(vectors, golden.load_sentences(SENTENCES), StudentFile(file).score)
    return file


def main() -> None:
    """Runs all steps."""
    torch.set_num_threads(1)
    labelled, val = data.load_clauses("train"), data.load_clauses("val")
    unlabelled = data.load_unlabelled(labelled, val)
    vocabulary = build_vocabulary([*labelled, *unlabelled], VOCABULARY)
    encoder = Encoder(vocabulary)
    everything = Encoded([*labelled, *unlabelled], encoder)
    first = Encoded(labelled, encoder)
    say(f"{len(labelled)} labelled, {len(unlabelled)} unlabelled clauses")

    topics, stances = data.targets(labelled)
    truth = SoftLabels(topics, student.one_hot(stances))

    def network_step(recipe: Recipe) -> SoftLabels:
        network = soft_labels.train_network(recipe, vocabulary, encoder, first, truth)
        return soft_labels.predict(network, everything)

    line = kept("linear", lambda: soft_labels.predict_linear(labelled, [*labelled, *unlabelled]))
    nets = [
        kept(f"network-{recipe.seed}", lambda recipe=recipe: network_step(recipe)) for recipe in soft_labels.RECIPES
    ]
    first_target = mixed(truth, soft_labels.mean(nets, line))

    def first_step() -> SoftLabels:
        network = soft_labels.train_network(FIRST, vocabulary, encoder, everything, first_target)
        return soft_labels.predict(network, everything)

    # A network that learnt from the mean is better than each that made it: it joins them.
    nets.append(kept("first", first_step))
    target = mixed(truth, soft_labels.mean(nets, line))
    network = soft_labels.train_network(FINAL, vocabulary, encoder, everything, target)
    torch.save(network.state_dict(), CACHE / "final.pt")

    seen = Encoded(val, encoder)
    topics, stances = data.targets(val)
    logits = student.logits(network, seen)
    fitted = calibrate(*logits, topics, stances, student.logits(network, everything)[0][len(labelled) :])
    write(network, vocabulary, fitted, MODEL, GOLDEN)
    p = fitted.probabilities(logits[0])
    right, right_denials = metrics.stance_accuracy(p, fitted.thresholds, fitted.stances(logits[1]), stances)
    report = {
        **metrics.summary(p, fitted.thresholds, topics),
        "stance": right,
        "stanceOfDenials": right_denials,
        "calibrationError": metrics.calibration_error(p, topics),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
