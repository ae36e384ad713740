"""Reads the labelled clauses and the unlabelled policies. Nothing of them is ever written into the project."""

import gzip
import json
import lzma
import os
import sys
from pathlib import Path

import numpy as np

from .topics import TOPICS, parse_label

ROOT = Path(__file__).resolve().parents[2]
"""Root of the repository."""

DATA = Path(os.environ.get("CLAUSEMARK_DATA", ROOT / ".." / "shared" / "data"))
"""Folder of the training data; the variable CLAUSEMARK_DATA overrides it."""


def require(path: Path) -> Path:
    """The path if it exists; else ends the program with a plain explanation."""
    if not path.exists():
        sys.exit(
            f"training data not found: {path}\n"
            "It is not part of the project (the texts have their own licence). Put it at ../shared/data beside\n"
            "the repository or set CLAUSEMARK_DATA. The shipped model in assets/model works without it."
        )
    return path


def load_clauses(split: str) -> list[dict]:
    """The labelled clauses of a split (`train` or `val`), in file order."""
    with gzip.open(require(DATA / "clauses" / f"{split}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load_policies() -> list[list[dict]]:
    """The unlabelled documents, each a list of clauses with `kind, heading, lead, prev, text`.

    `prev` is the line before in the document, headings included, as in the labelled data; lines that are
    headings are left out as clauses.
    """
    documents = []
    with lzma.open(require(DATA / "policies.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            clauses, previous = [], ""
            for clause in json.loads(line)["clauses"]:
                if clause["kind"] != "heading":
                    clauses.append({**clause, "prev": previous})
                previous = clause["text"]
            documents.append(clauses)
    return documents


def targets(clauses: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Topics as 0/1 (clauses × 22) and stances as 0/1/2 with -1 where the topic is absent.

    Where a clause carries a topic twice, the stance that says less (limits over denies over does) counts.
    """
    topics = np.zeros((len(clauses), len(TOPICS)), np.float32)
    stances = np.full((len(clauses), len(TOPICS)), -1, np.int64)
    for row, clause in enumerate(clauses):
        for label in clause["labels"]:
            topic, stance = parse_label(label)
            topics[row, topic] = 1
            stances[row, topic] = max(stances[row, topic], stance)
    return topics, stances
