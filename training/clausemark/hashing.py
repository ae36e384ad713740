"""Integer hashes of words and word pairs, the same in Python and TypeScript (32-bit, unsigned)."""

from functools import lru_cache

_MASK = 0xFFFFFFFF


def mix(value: int) -> int:
    """The finaliser of MurmurHash3 (Appleby, public domain): spreads a 32-bit value over all bits."""
    value ^= value >> 16
    value = value * 0x85EBCA6B & _MASK
    value ^= value >> 13
    value = value * 0xC2B2AE35 & _MASK
    return value ^ value >> 16


def hash_units(units: bytes) -> int:
    """FNV-1a over UTF-16 units (little-endian bytes), 32 bits, one step for each unit."""
    value = 0x811C9DC5
    for at in range(0, len(units), 2):
        value = (value ^ (units[at] | units[at + 1] << 8)) * 0x01000193 & _MASK
    return value


def to_units(word: str) -> bytes:
    """The UTF-16 units of a word, little-endian; halves of a cut surrogate pair are kept."""
    return word.encode("utf-16-le", "surrogatepass")


@lru_cache(maxsize=1 << 20)
def hash_word(word: str) -> int:
    """The hash of a word's units."""
    return hash_units(to_units(word))


def hash_pair(left: int, right: int) -> int:
    """Hash of two word hashes in order."""
    return (left * 0x9E3779B1 + right) & _MASK
