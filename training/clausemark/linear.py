"""The linear model: logistic regression over hashed features, all outputs trained at once.

22 topic outputs and two stance outputs (denies, limits) that all topics share; each topic shifts them.
"""

from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F

from .features import BUCKETS, Features
from .topics import TOPICS

OUTPUTS = len(TOPICS) + 2


class Linear(NamedTuple):
    """Weights (buckets × 24), topic biases (22) and stance shifts (22 × 2)."""

    weights: np.ndarray
    bias: np.ndarray
    stance_bias: np.ndarray


def _rows(features: Features, rows: np.ndarray, worth: np.ndarray) -> tuple[torch.Tensor, ...]:
    spans = [np.arange(features.offsets[row], features.offsets[row + 1]) for row in rows]
    starts = np.cumsum([0] + [len(span) for span in spans[:-1]])
    places = np.concatenate(spans)
    ids = features.ids[places]
    return (
        torch.from_numpy(ids),
        torch.from_numpy(starts),
        torch.from_numpy(features.values[places] * worth[ids]),
    )


def train(
    features: Features,
    rows: np.ndarray,
    topics: np.ndarray,
    stances: np.ndarray,
    seed: int,
    epochs: int = 4,
    rate: float = 0.02,
    drop: float = 0.3,
    decay: float = 1e-4,
    batch: int = 256,
) -> Linear:
    """Trains on the given rows with Adam; rare features (in fewer than 3 clauses) are left out.

    Features are weighted by inverse document frequency during training, which only says how far each
    weight may move; the weights that are returned include it. A share `drop` of the features of each
    clause is left out at random so that no single word carries a topic.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    frequency = np.bincount(features.ids, minlength=BUCKETS)
    worth = (np.log((len(topics) + 1) / (frequency + 1)) + 1) / 5
    worth = np.where(frequency >= 3, worth, 0).astype(np.float32)

    bag = torch.nn.EmbeddingBag(BUCKETS, OUTPUTS, mode="sum", sparse=True)
    torch.nn.init.zeros_(bag.weight)
    bias = torch.nn.Parameter(torch.full((len(TOPICS),), -3.0))
    stance_bias = torch.nn.Parameter(torch.full((len(TOPICS), 2), -2.0))
    optimisers = (
        torch.optim.SparseAdam(bag.parameters(), lr=rate),
        torch.optim.Adam([bias, stance_bias], lr=rate),
    )
    y, s = torch.from_numpy(topics), torch.from_numpy(stances)
    steps = epochs * (len(rows) // batch)
    for step in range(steps):
        at = step % (len(rows) // batch)
        if at == 0:
            order = rng.permutation(rows)
        chosen = order[at * batch : (at + 1) * batch]
        ids, starts, values = _rows(features, chosen, worth)
        kept = torch.from_numpy((rng.random(len(values)) >= drop).astype(np.float32) / (1 - drop))
        out = bag(ids, starts, per_sample_weights=values * kept)
        stance = torch.cat([torch.zeros(len(chosen), len(TOPICS), 1), out[:, None, len(TOPICS) :] + stance_bias], -1)
        loss = F.binary_cross_entropy_with_logits(out[:, : len(TOPICS)] + bias, y[chosen], reduction="sum")
        loss = loss + F.cross_entropy(stance.reshape(-1, 3), s[chosen].reshape(-1), ignore_index=-1, reduction="sum")
        (loss / batch).backward()
        left = 1 - step / steps
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = rate * max(left, 0.02)
            optimiser.step()
            optimiser.zero_grad()
        if step % 20 == 19:
            with torch.no_grad():
                bag.weight.mul_(1 - decay * 20 * left)
    weights = bag.weight.detach().numpy() * worth[:, None]
    return Linear(weights, bias.detach().numpy(), stance_bias.detach().numpy())


def logits(model: Linear, features: Features, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Topic logits (rows × 22) and stance logits (rows × 22 × 3)."""
    out = np.empty((len(rows), OUTPUTS))
    for at, row in enumerate(rows):
        span = slice(features.offsets[row], features.offsets[row + 1])
        out[at] = features.values[span] @ model.weights[features.ids[span]]
    stance = np.zeros((len(rows), len(TOPICS), 3))
    stance[:, :, 1:] = out[:, None, len(TOPICS) :] + model.stance_bias
    return out[:, : len(TOPICS)] + model.bias, stance
