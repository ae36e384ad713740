"""Reads the labelled clauses and the unlabelled policies. Nothing of them is ever written into the project."""

import gzip
import json
import lzma
import os
import sys
from pathlib import Path

import numpy as np

from .encoding import OPENERS
from .topics import TOPICS, parse_label
from .words import words

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


def load_unlabelled(labelled: list[dict], val: list[dict]) -> list[dict]:
    """Distinct clauses of the unlabelled policies, without what could tell anything about `val`.

    Left out: headings, services of `val`, clauses that are among the labelled ones, and longer clauses
    whose text occurs in `val` (boilerplate). `prev` is the line before in the document, headings included.
    """

    def key(clause: dict) -> tuple[str, str, str]:
        return clause["text"], clause["heading"].split(" > ")[-1], clause["lead"] or clause["prev"]

    seen = {key(clause) for clause in [*labelled, *val]}
    services = {clause["service"] for clause in val}
    texts = {clause["text"].lower() for clause in val if len(clause["text"].split()) > 4}
    found = []
    with lzma.open(require(DATA / "policies.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            previous = ""
            for clause in document["clauses"]:
                clause["prev"], previous = previous, clause["text"]
                if clause["kind"] == "heading" or document["service"] in services:
                    continue
                if key(clause) in seen or clause["text"].lower() in texts:
                    continue
                seen.add(key(clause))
                found.append(clause)
    return found


def load_sentences(count: int, avoid: list[dict], val: list[dict], seed: int = 5) -> list[dict]:
    """Some of the unlabelled sentences as clauses without surroundings; half of them negate or limit something.

    Left out: what is among `avoid` or, word for word, in `val`; headings and fragments (under 5 words), and
    what is no sentence (over 70 words, or without an end).
    """
    known = {clause["text"].lower() for clause in [*avoid, *val]}
    plain, turned = [], []
    with lzma.open(require(DATA / "sentences.txt.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.strip()
            if not 5 <= len(text.split()) <= 70 or text[-1] not in ".;:!?" or text.lower() in known:
                continue
            (turned if OPENERS.keys() & set(words(text)) else plain).append(text)
    rng = np.random.default_rng(seed)
    drawn = []
    for pool, share in ((plain, count - count // 2), (turned, count // 2)):
        drawn += [pool[at] for at in rng.choice(len(pool), share, replace=False)]
    return [{"kind": "para", "heading": "", "lead": "", "prev": "", "text": text} for text in drawn]


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
