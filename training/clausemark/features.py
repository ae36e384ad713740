"""Hashed features of a clause for the linear model.

A clause gives five groups of feature ids, each a set: words and word pairs of its text, character n-grams of
its text's words, and words and word pairs of its section path, its lead-in and the line before it.
"""

from typing import NamedTuple

import numpy as np

from .hashing import hash_pair, hash_units, hash_word, mix, to_units
from .words import words

BUCKETS = 1 << 17
"""Feature ids are below this power of two."""

GROUPS = ("text", "chars", "heading", "lead", "prev")
"""The groups in the order in which `FeatureReader.read` gives them."""

CHAR_SIZES = (3, 4, 5)
"""Lengths in UTF-16 units of the n-grams cut from a word in angle brackets (`<word>`)."""

# A different start for each family of features, so that the same word in two places has two ids.
_SALTS = {
    ("text", 1): 0x1F123BB5,
    ("text", 2): 0x5D588B65,
    ("chars", 1): 0x38495AB5,
    ("heading", 1): 0x71C9F2E3,
    ("heading", 2): 0x2545F491,
    ("lead", 1): 0x6A09E667,
    ("lead", 2): 0x3C6EF372,
    ("prev", 1): 0x510E527F,
    ("prev", 2): 0x1B873593,
}


def feature_id(value: int, group: str, order: int) -> int:
    """The id of a hashed word (order 1) or pair (order 2) in a group."""
    return mix(value ^ _SALTS[group, order]) & (BUCKETS - 1)


class FeatureReader:
    """Turns clauses into features; remembers what it has computed for a word or a pair."""

    def __init__(self) -> None:
        self._chars: dict[str, list[int]] = {}
        self._ids: dict[tuple[int, str, int], int] = {}

    def _id(self, value: int, group: str, order: int) -> int:
        key = (value, group, order)
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = feature_id(value, group, order)
        return found

    def _word_ids(self, text: str, group: str) -> list[int]:
        hashes = [hash_word(word) for word in words(text)]
        ids = {self._id(value, group, 1) for value in hashes}
        ids.update(self._id(hash_pair(a, b), group, 2) for a, b in zip(hashes, hashes[1:], strict=False))
        return sorted(ids)

    def _char_ids(self, text: str) -> list[int]:
        ids: set[int] = set()
        for word in set(words(text)):
            found = self._chars.get(word)
            if found is None:
                units = to_units(f"<{word}>")
                found = self._chars[word] = [
                    feature_id(hash_units(units[2 * at : 2 * (at + size)]), "chars", 1)
                    for size in CHAR_SIZES
                    for at in range(len(units) // 2 - size + 1)
                ]
            ids.update(found)
        return sorted(ids)

    def read(self, clause: dict) -> list[list[int]]:
        """Sorted feature ids of a clause, one list for each of GROUPS."""
        return [
            self._word_ids(clause["text"], "text"),
            self._char_ids(clause["text"]),
            self._word_ids(clause["heading"], "heading"),
            self._word_ids(clause["lead"], "lead"),
            self._word_ids(clause["prev"], "prev"),
        ]


class Features(NamedTuple):
    """Sparse rows: the features of clause i are ids[offsets[i]:offsets[i + 1]] with their values."""

    offsets: np.ndarray
    ids: np.ndarray
    values: np.ndarray


def matrix(clauses: list[dict]) -> Features:
    """Features of all clauses.

    The value of a feature is 1 / sqrt(size of its group), so that each group has length 1 whatever the
    length of the text.
    """
    reader = FeatureReader()
    offsets, ids, values = [0], [], []
    for clause in clauses:
        groups = reader.read(clause)
        for group in groups:
            ids.append(np.asarray(group, np.int64))
            values.append(np.full(len(group), 1 / max(1, len(group)) ** 0.5, np.float32))
        offsets.append(offsets[-1] + sum(map(len, groups)))
    return Features(np.asarray(offsets, np.int64), np.concatenate(ids), np.concatenate(values))
