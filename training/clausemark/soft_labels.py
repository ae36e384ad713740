"""Probabilities as targets: how a student learns from them and tells its own."""

from typing import NamedTuple

import numpy as np
from scipy.special import expit, softmax

from . import embeddings, student
from .encoding import Encoded, Encoder


class Recipe(NamedTuple):
    """How one of the networks is trained."""

    seed: int
    sizes: student.Sizes = student.Sizes()
    epochs: int = 5
    drop: float = 0.2
    word_drop: float = 0.1
    embedding_rate: float = 1.0


class SoftLabels(NamedTuple):
    """Probabilities of topics (clauses × 22) and shares of stances (clauses × 22 × 3)."""

    topics: np.ndarray
    stances: np.ndarray


def train_network(
    recipe: Recipe,
    vocabulary: list[str],
    encoder: Encoder,
    encoded: Encoded,
    target: SoftLabels,
) -> student.Student:
    """A network trained on target probabilities by a recipe."""
    start = embeddings.word_embeddings(vocabulary, recipe.sizes.dimension)
    student.seed(recipe.seed)
    network = student.Student(encoder.words, start, recipe.sizes, recipe.drop)
    student.train(
        network,
        encoded,
        target.topics,
        target.stances,
        recipe.seed,
        recipe.epochs,
        word_drop=recipe.word_drop,
        embedding_rate=recipe.embedding_rate,
    )
    return network


def predict(network: student.Student, encoded: Encoded) -> SoftLabels:
    """What a network says of clauses."""
    topics, stances = student.logits(network, encoded)
    return SoftLabels(expit(topics), softmax(stances, axis=-1))
