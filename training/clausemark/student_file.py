"""Runs a model file step by step, as the extension does: the reference of the golden vectors."""

import numpy as np

from .calibration import Calibration
from .container import unpack
from .encoding import FIELDS, Encoder
from .student import FADES
from .topics import STANCES, TOPICS, format_label


class StudentFile:
    """A model file opened for scoring single clauses."""

    def __init__(self, file: bytes) -> None:
        header, tensors = unpack(file)
        self.sizes = header["sizes"]
        self.tensors = {name: tensor.astype(np.float64) for name, tensor in tensors.items()}
        for name, columns in (
            ("embeddings", self.sizes["dimension"]),
            ("convolution", 3 * self.sizes["dimension"]),
            ("memory", self.sizes["dimension"]),
            ("recall", self.sizes["channels"]),
            ("pairEmbeddings", self.sizes["pair"]),
            ("hiddenWeights", self.sizes["hidden"]),
            ("kindBias", self.sizes["hidden"]),
            ("outputs", self.sizes["hidden"]),
        ):
            self.tensors[name] = self.tensors[name].reshape(-1, columns)
        self.encoder = Encoder(header["vocabulary"].split(" "))
        self.calibration = Calibration.of_header(header)

    def _recalled(self, x: np.ndarray) -> np.ndarray:
        """What the memories add to the responses at each word (words × channels)."""
        told = np.tanh(x @ self.tensors["memory"].T + self.tensors["memoryBias"])
        half = told.shape[1] // 2
        fades = np.tile(FADES, half // len(FADES))
        memories = np.zeros_like(told)
        for part, order in ((slice(0, half), range(len(x))), (slice(half, None), range(len(x) - 1, -1, -1))):
            left = np.zeros(half)
            for at in order:
                left = memories[at, part] = left * fades + told[at, part]
        return memories @ self.tensors["recall"]

    def _pool(self, ids: list[int], remembers: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Largest integer sums, largest responses and mean responses of the convolution over a field."""
        channels = self.sizes["channels"]
        if not ids:
            return np.zeros(channels), np.zeros(channels), np.zeros(channels)
        x = self.tensors["embeddings"][ids]
        edge = np.zeros((1, x.shape[1]))
        windows = np.concatenate([np.vstack([edge, x[:-1]]), x, np.vstack([x[1:], edge])], 1)
        sums = windows @ self.tensors["convolution"].T
        responses = sums * self.tensors["convolutionScale"] + self.tensors["convolutionBias"]
        if remembers:
            responses = responses + self._recalled(x)
        responses = np.maximum(0, responses)
        return sums.max(0), responses.max(0), responses.mean(0)

    def logits(self, clause: dict) -> tuple[dict, np.ndarray, np.ndarray]:
        """The integers of a clause, its 22 topic logits and its 22 × 3 stance logits."""
        t = self.tensors
        ids, pairs, kind = self.encoder.encode(clause)
        pools = [self._pool(part, field == "text") for field, part in zip(FIELDS, ids, strict=True)]
        bag = t["pairEmbeddings"][pairs].sum(0)
        scaled = bag * t["pairScale"] / max(1, len(pairs)) ** 0.5
        inputs = np.concatenate([part for _, top, mean in pools for part in (top, mean)] + [scaled])
        hidden = inputs @ t["hiddenWeights"] * t["hiddenScale"] + t["hiddenBias"] + t["kindBias"][kind]
        out = t["outputs"] @ np.maximum(0, hidden) + t["outputBias"]
        integers = {
            "ids": ids,
            "pairs": pairs,
            "largest": [sums.astype(int).tolist() for sums, _, _ in pools],
            "bag": bag.astype(int).tolist(),
        }
        return integers, out[: len(TOPICS)], out[len(TOPICS) :].reshape(-1, len(STANCES))

    def score(self, clause: dict) -> dict:
        """Integers, probabilities, stance shares and decided labels of a clause."""
        integers, topics, stances = self.logits(clause)
        p, shares = self.calibration.probabilities(topics), self.calibration.stances(stances)
        found = np.flatnonzero(p >= self.calibration.thresholds)
        return {
            **integers,
            "p": [round(float(value), 7) for value in p],
            "stances": [[round(float(value), 7) for value in row] for row in shares],
            "labels": [format_label(j, int(shares[j].argmax())) for j in found],
        }
