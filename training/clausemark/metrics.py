"""Measures of a classifier on labelled clauses."""

import numpy as np


def counts(chosen: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True positives, predicted and real positives of each topic."""
    return (chosen * truth).sum(0), chosen.sum(0), truth.sum(0)


def f1(hits: np.ndarray, predicted: np.ndarray, real: np.ndarray) -> np.ndarray:
    """F1 from counts; 0 where nothing was predicted and nothing was there."""
    return 2 * hits / np.maximum(1, predicted + real)


def summary(p: np.ndarray, thresholds: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """Micro and macro F1, micro precision and recall at the thresholds."""
    hits, predicted, real = counts((p >= thresholds).astype(float), truth)
    return {
        "micro": float(f1(hits.sum(), predicted.sum(), real.sum())),
        "macro": float(f1(hits, predicted, real).mean()),
        "precision": float(hits.sum() / max(1, predicted.sum())),
        "recall": float(hits.sum() / max(1, real.sum())),
    }


def stance_accuracy(
    p: np.ndarray, thresholds: np.ndarray, shares: np.ndarray, stances: np.ndarray
) -> tuple[float, float]:
    """Share of right stances where the topic is rightly found: overall, and where it denies or limits."""
    found = (p >= thresholds) & (stances >= 0)
    right = shares.argmax(-1) == stances
    negative = found & (stances > 0)
    return float(right[found].mean()), float(right[negative].mean())


def calibration_error(p: np.ndarray, truth: np.ndarray, bins: int = 15, floor: float = 0.05) -> float:
    """Expected calibration error over all topic probabilities of at least `floor`, equal-width bins."""
    values, real = p[p >= floor], truth[p >= floor]
    which = np.minimum((values * bins).astype(int), bins - 1)
    error = 0.0
    for index in range(bins):
        inside = which == index
        if inside.any():
            error += inside.mean() * abs(values[inside].mean() - real[inside].mean())
    return float(error)
