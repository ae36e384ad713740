"""Lists the labels that are most likely wrong: `python -m clausemark.label_errors [train|val] [--folds N]`.

A linear model is trained without one fold of the services after the other and asked about the clauses it has not
seen. The clauses whose labels surprise it most are written to `.out/label-errors-SPLIT.jsonl` (id, topic, whether it
is labelled, calibrated probability, the clause) to be read by a person; what turns out wrong in `train` goes into
`training/corrections.jsonl`. `val` is only counted, never corrected.
"""

import argparse
import json
import sys
from collections import Counter

import numpy as np
import torch

from . import data, features, linear
from .calibration import calibrate
from .topics import TOPICS

WORST = 100
"""Clauses that are listed."""

OUT = data.ROOT / ".out"


def folds_of(clauses: list[dict], folds: int) -> np.ndarray:
    """The fold of each clause; all clauses of a service are in the same one."""
    services = sorted({clause["service"] for clause in clauses})
    order = np.random.default_rng(1).permutation(len(services))
    fold = {service: int(at) % folds for service, at in zip(services, order, strict=True)}
    return np.array([fold[clause["service"]] for clause in clauses])


def probabilities(clauses: list[dict], folds: int) -> np.ndarray:
    """Calibrated probabilities of topics (clauses × 22), each from a model that has not seen the service."""
    topics, stances = data.targets(clauses)
    rows = features.matrix(clauses)
    fold = folds_of(clauses, folds)
    out = np.zeros((len(clauses), len(TOPICS)))
    for at in range(folds):
        model = linear.train(rows, np.flatnonzero(fold != at), topics, stances, seed=1)
        held = np.flatnonzero(fold == at)
        topic, stance = linear.logits(model, rows, held)
        out[held] = calibrate(topic, stance, topics[held], stances[held], topic).probabilities(topic)
        print(f"fold {at + 1} of {folds}", file=sys.stderr, flush=True)
    return out


def worst(clauses: list[dict], p: np.ndarray) -> list[dict]:
    """The most surprising topic of each clause, the most surprising clauses first."""
    topics, _ = data.targets(clauses)
    said = np.where(topics > 0, p, 1 - p)
    topic = said.argmin(1)
    rows = np.argsort(said[np.arange(len(clauses)), topic], kind="stable")[:WORST]
    shown = ("id", "labels", "kind", "heading", "lead", "prev", "text")
    return [
        {
            "topic": TOPICS[topic[row]],
            "labelled": bool(topics[row, topic[row]]),
            "probability": round(float(p[row, topic[row]]), 4),
            **{field: clauses[row][field] for field in shown},
        }
        for row in rows
    ]


def main() -> None:
    """Trains, ranks, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", nargs="?", default="train", choices=("train", "val"))
    parser.add_argument("--folds", type=int, default=5)
    given = parser.parse_args()
    torch.set_num_threads(1)
    train = data.load_clauses("train")
    # `val` alone is too small to learn from: its clauses are judged together with those of `train`.
    clauses = train if given.split == "train" else [*train, *data.load_clauses("val")]
    p = probabilities(clauses, given.folds)
    first = 0 if given.split == "train" else len(train)
    found = worst(clauses[first:], p[first:])
    OUT.mkdir(exist_ok=True)
    path = OUT / f"label-errors-{given.split}.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in found), "utf-8")
    counted = Counter(f"{line['topic']} {'labelled' if line['labelled'] else 'missing'}" for line in found)
    print(json.dumps({"clauses": len(clauses) - first, "listed": len(found), **dict(counted.most_common())}))


if __name__ == "__main__":
    main()
