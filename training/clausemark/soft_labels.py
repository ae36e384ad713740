"""What several models together say of clauses: the probabilities that the shipped network learns from.

Two networks (differing in seed and size) and a linear model over hashed
n-grams, each trained on the labelled clauses. Their mean is better than each of them.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import expit, softmax

from . import data, embeddings, features, linear, student
from .calibration import calibrate
from .encoding import Encoded, Encoder

LINEAR_SHARE = 0.25
"""Weight of the linear model in the mean, chosen on val (0.2 … 0.4 differ by less than 0.003 F1)."""


class Recipe(NamedTuple):
    """How one of the networks is trained."""

    seed: int
    sizes: student.Sizes = student.Sizes()
    epochs: int = 5
    drop: float = 0.2
    word_drop: float = 0.1
    embedding_rate: float = 1.0


RECIPES = (Recipe(1), Recipe(3, student.Sizes(dimension=96, pair=96)))


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


def predict_linear(labelled: list[dict], others: list[dict]) -> SoftLabels:
    """What a linear model says of other clauses.

    It learns from nine tenths of the services; the rest calibrates it, without the clauses that were picked
    because a model was unsure of them.
    """
    topics, stances = data.targets(labelled)
    rows = features.matrix(labelled)
    services = sorted({clause["service"] for clause in labelled})
    apart = set(np.random.default_rng(1).choice(services, len(services) // 10, replace=False))
    held = np.array([clause["service"] in apart for clause in labelled])
    drawn = np.array(["pick" not in clause for clause in labelled])
    model = linear.train(rows, np.flatnonzero(~held), topics, stances, seed=1)
    held = np.flatnonzero(held & drawn)
    out = linear.logits(model, rows, held)
    fitted = calibrate(*out, topics[held], stances[held], out[0])
    out = linear.logits(model, features.matrix(others), np.arange(len(others)))
    return SoftLabels(fitted.probabilities(out[0]), fitted.stances(out[1]))


def mean(networks: list[SoftLabels], line: SoftLabels) -> SoftLabels:
    """The weighted mean of the networks' and the linear model's probabilities."""

    def mixed(part: int) -> np.ndarray:
        nets = np.mean([labels[part] for labels in networks], axis=0)
        return ((1 - LINEAR_SHARE) * nets + LINEAR_SHARE * line[part]).astype(np.float32)

    return SoftLabels(mixed(0), mixed(1))
