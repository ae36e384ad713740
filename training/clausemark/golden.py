"""Golden vectors: what the model file says of sentences of our own, for the TypeScript tests to reproduce."""

import json
from pathlib import Path

FIELDS = ("kind", "heading", "lead", "prev", "text")


def load_sentences(path: Path) -> list[dict]:
    """The clauses to score: own writing, one JSON object a line with the fields of a clause."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_golden(path: Path, clauses: list[dict], score) -> None:
    """Scores each clause with `score` and writes inputs and outputs as one JSON array, a clause a line."""
    lines = [
        json.dumps({"input": {field: clause[field] for field in FIELDS}, **score(clause)}, ensure_ascii=True)
        for clause in clauses
    ]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")
