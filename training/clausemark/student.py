"""The network that ships, in PyTorch. `src/core/model/student.ts` runs it.

Word embeddings, one convolution over three words (which in the text also sees a fading memory of all words before
and behind), the largest and the mean response of each channel in each field, a bag of hashed word pairs of the
text, one hidden layer; 22 topic outputs and three stance outputs for each topic.
"""

import math
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .encoding import FIELDS, KINDS, LIMITS, PADDING, PAIRS, Encoded
from .topics import STANCES, TOPICS


FADES = (0.5, 0.7, 0.8, 0.9)
"""Share of a memory that is left one word later; memories of each direction take turns."""


class Sizes(NamedTuple):
    """Values of a word's embedding, channels of the convolution, units of the hidden layer, values of a pair,
    memories of each direction (a multiple of the number of FADES)."""

    dimension: int = 64
    channels: int = 160
    hidden: int = 192
    pair: int = 64
    memory: int = 8


class Batch(NamedTuple):
    """Some clauses, packed: all words in one row with PADDING between fields."""

    words: torch.Tensor
    places: list[torch.Tensor]
    """For each field a matrix (clauses × longest) of places in `words`; its length where there is no word."""
    lengths: list[torch.Tensor]
    pairs: torch.Tensor
    kinds: torch.Tensor


def pack(encoded: Encoded, rows: np.ndarray, rng: np.random.Generator | None = None, drop: float = 0.0) -> Batch:
    """Packs clauses. With `rng`, a share `drop` of the words and twice that of the pairs become PADDING."""
    lengths = [encoded.offsets[f][rows + 1] - encoded.offsets[f][rows] for f in range(len(FIELDS))]
    total = 1 + sum(int(length.sum()) + len(rows) for length in lengths)
    words = np.full(total, PADDING, np.int64)
    places, at = [], 1
    for f, length in enumerate(lengths):
        starts = at + np.concatenate([[0], np.cumsum(length[:-1] + 1)])
        steps = np.arange(max(1, int(length.max())))
        inside = steps < length[:, None]
        place = starts[:, None] + steps
        source = encoded.offsets[f][rows][:, None] + steps
        words[place[inside]] = encoded.ids[f][source[inside]]
        places.append(torch.from_numpy(np.where(inside, place, total)))
        at = int(starts[-1] + length[-1] + 1)
    pairs = encoded.padded(len(FIELDS), rows)
    if rng is not None and drop:
        words[rng.random(words.shape) < drop] = PADDING
        pairs[rng.random(pairs.shape) < 2 * drop] = PADDING
    counts = [torch.from_numpy(np.maximum(length, 1).astype(np.float32))[:, None] for length in lengths]
    kinds = torch.from_numpy(encoded.kinds[rows])
    return Batch(torch.from_numpy(words), places, counts, torch.from_numpy(pairs), kinds)


def fading(memory: int, longest: int) -> torch.Tensor:
    """How much of word w is left at word v in each memory (2 memory × v × w): first those that look back."""
    steps = torch.arange(longest)
    back = (steps[:, None] - steps[None, :]).float()
    shares = torch.tensor(FADES).repeat(memory // len(FADES))[:, None, None]
    looking_back = torch.where(back >= 0, shares ** back.clamp(min=0), torch.zeros(1))
    return torch.cat([looking_back, looking_back.transpose(1, 2)])


class Student(nn.Module):
    """The network; rows of `embeddings` (vocabulary × dimension) are the first weights of the known words."""

    def __init__(self, words: int, embeddings: np.ndarray, sizes: Sizes, drop: float) -> None:
        super().__init__()
        self.sizes = sizes
        self.embed = nn.Embedding(words, sizes.dimension, padding_idx=PADDING, sparse=True)
        nn.init.normal_(self.embed.weight, std=0.5)
        self.pairs = nn.EmbeddingBag(PAIRS, sizes.pair, mode="sum", sparse=True, padding_idx=PADDING)
        nn.init.normal_(self.pairs.weight, std=0.05)
        with torch.no_grad():
            self.embed.weight[PADDING] = 0
            self.embed.weight[1 : 1 + len(embeddings)] = torch.from_numpy(embeddings)
        self.convolve = nn.Linear(3 * sizes.dimension, sizes.channels)
        self.remember = nn.Linear(sizes.dimension, 2 * sizes.memory)
        self.recall = nn.Linear(2 * sizes.memory, sizes.channels, bias=False)
        nn.init.zeros_(self.recall.weight)
        self.register_buffer("fading", fading(sizes.memory, LIMITS["text"]), persistent=False)
        self.kind = nn.Embedding(len(KINDS), sizes.hidden)
        nn.init.zeros_(self.kind.weight)
        self.hide = nn.Linear(len(FIELDS) * 2 * sizes.channels + sizes.pair, sizes.hidden)
        self.answer = nn.Linear(sizes.hidden, len(TOPICS) * (1 + len(STANCES)))
        with torch.no_grad():
            self.answer.bias[: len(TOPICS)] = -2.5
        self.drop = nn.Dropout(drop)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Topic logits (clauses × 22) and stance logits (clauses × 22 × 3)."""
        x = self.embed(batch.words)
        edge = torch.zeros(1, self.sizes.dimension)
        windows = torch.cat([torch.cat([edge, x[:-1]]), x, torch.cat([x[1:], edge])], 1)
        # Half precision makes a training step a sixth faster; it is not used to answer.
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            response = self.convolve(windows).float()
        nothing = torch.full((1, self.sizes.channels), -1e4)
        response = torch.cat([response, nothing])
        pools = []
        for at, (places, lengths) in enumerate(zip(batch.places, batch.lengths, strict=True)):
            field = F.embedding(places, response)
            if FIELDS[at] == "text":
                field = field + self.recalled(x, batch.words, places)
            field = torch.relu(field)
            pools += [field.amax(1), field.sum(1) / lengths]
        count = (batch.pairs != PADDING).sum(1, keepdim=True).clamp(min=1).float()
        pools.append(self.pairs(batch.pairs) / count.sqrt())
        hidden = self.drop(torch.relu(self.hide(self.drop(torch.cat(pools, 1))) + self.kind(batch.kinds)))
        out = self.answer(hidden)
        return out[:, : len(TOPICS)], out[:, len(TOPICS) :].view(-1, len(TOPICS), len(STANCES))

    def recalled(self, x: torch.Tensor, words: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        """What the memories add to the responses at each place (clauses × longest × channels)."""
        told = torch.tanh(self.remember(x)) * (words != PADDING)[:, None]
        told = F.embedding(places, torch.cat([told, torch.zeros(1, told.shape[1])]))
        longest = places.shape[1]
        return self.recall(torch.einsum("bwm,mvw->bvm", told, self.fading[:, :longest, :longest]))


def batches(rng: np.random.Generator, encoded: Encoded, size: int) -> list[np.ndarray]:
    """All clauses in random batches of similar length."""
    lengths = np.diff(encoded.offsets[0])
    order, parts = rng.permutation(len(encoded)), []
    for at in range(0, len(order), 20 * size):
        near = order[at : at + 20 * size]
        near = near[np.argsort(lengths[near], kind="stable")]
        parts += [near[start : start + size] for start in range(0, len(near), size)]
    rng.shuffle(parts)
    return parts


def train(
    student: Student,
    encoded: Encoded,
    topics: np.ndarray,
    stances: np.ndarray,
    seed: int,
    epochs: int,
    rate: float = 2e-3,
    word_drop: float = 0.1,
    embedding_rate: float = 1.0,
    size: int = 128,
) -> None:
    """Trains in place on target probabilities of topics (clauses × 22) and stances (clauses × 22 × 3).

    The loss of a stance counts as much as its topic is likely. The learning rate rises over 200 steps and
    falls to zero; that of the embeddings is `embedding_rate` times as high.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    sparse = [student.embed.weight, student.pairs.weight]
    dense = [p for p in student.parameters() if all(p is not other for other in sparse)]
    optimisers = (
        torch.optim.SparseAdam(sparse, lr=rate),
        torch.optim.AdamW(dense, lr=rate, weight_decay=0.01),
    )
    steps, step = epochs * math.ceil(len(encoded) / size), 0
    student.train()
    for epoch in range(epochs):
        for rows in batches(rng, encoded, size):
            topic, stance = student(pack(encoded, rows, rng, word_drop))
            want, shares = torch.from_numpy(topics[rows]), torch.from_numpy(stances[rows])
            loss = F.binary_cross_entropy_with_logits(topic, want, reduction="sum")
            loss = loss - ((F.log_softmax(stance, -1) * shares).sum(-1) * want).sum()
            (loss / size).backward()
            factor = min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            for optimiser, share in zip(optimisers, (embedding_rate, 1.0), strict=True):
                for group in optimiser.param_groups:
                    group["lr"] = rate * factor * share
                optimiser.step()
                optimiser.zero_grad()
            step += 1
        print(f"epoch {epoch + 1} of {epochs}, loss {loss.item() / size:.3f}", file=sys.stderr, flush=True)
    student.eval()


def load(path: Path, words: int, sizes: Sizes) -> Student:
    """A trained student."""
    student = Student(words, np.zeros((0, sizes.dimension), np.float32), sizes, drop=0)
    student.load_state_dict(torch.load(path))
    return student.eval()


def logits(student: Student, encoded: Encoded) -> tuple[np.ndarray, np.ndarray]:
    """Topic logits (clauses × 22) and stance logits (clauses × 22 × 3)."""
    student.eval()
    topics = np.zeros((len(encoded), len(TOPICS)), np.float32)
    stances = np.zeros((len(encoded), len(TOPICS), len(STANCES)), np.float32)
    order = np.argsort(np.diff(encoded.offsets[0]), kind="stable")
    with torch.no_grad():
        for at in range(0, len(order), 256):
            rows = order[at : at + 256]
            topic, stance = student(pack(encoded, rows))
            topics[rows], stances[rows] = topic.numpy(), stance.numpy()
    return topics, stances


def seed(value: int) -> None:
    """Makes the start of the weights repeatable."""
    torch.manual_seed(value)


def one_hot(stances: np.ndarray) -> np.ndarray:
    """Stance indices (-1: none) as shares of 0 and 1."""
    return (stances[..., None] == np.arange(len(STANCES))).astype(np.float32)
