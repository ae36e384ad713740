"""Cuts text into the words the model sees. `src/core/model/words.ts` does exactly the same.

A word is a run of letters and digits (Unicode categories L and N); apostrophes and invisible joiners
between two such runs belong to it. A few punctuation marks are words of their own because they tell a
heading from a sentence and a lead-in from a statement. Everything else (spaces, emoji, symbols) only
separates.
"""

import re
import unicodedata
from functools import lru_cache

MAX_WORD = 24
"""UTF-16 units of a word that count; longer words are cut (no English word of policies is longer)."""

_JOINERS = "\u00ad\u200c\u200d\u2060\ufeff"
_PATTERN = re.compile(
    rf"[^\W_]+(?:['’{_JOINERS}]+[^\W_]+)*|[.,:;?!()@/%&+\-–—•\"“”]",
)
_MARKS = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"'})
_INNER = str.maketrans({"’": "'"} | {joiner: None for joiner in _JOINERS})


@lru_cache(maxsize=1 << 20)
def normalise(raw: str) -> str:
    """The form in which a word is looked up: NFKC, lower case, plain apostrophes, at most MAX_WORD units."""
    if raw.isascii():
        word = raw.lower()
    else:
        word = unicodedata.normalize("NFKC", raw.translate(_MARKS).translate(_INNER)).lower()
    units = word.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MAX_WORD:
        return word
    return units[: 2 * MAX_WORD].decode("utf-16-le", "surrogatepass")


def words(text: str) -> list[str]:
    """The normalised words of a text in order."""
    return [normalise(raw) for raw in _PATTERN.findall(text)]
