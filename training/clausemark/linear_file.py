"""Runs a linear model file step by step, as the extension does: the reference of the golden vectors."""

import numpy as np

from .calibration import Calibration
from .container import unpack
from .features import FeatureReader
from .topics import TOPICS, format_label


class LinearFile:
    """A model file opened for scoring single clauses."""

    def __init__(self, file: bytes) -> None:
        header, tensors = unpack(file)
        self.tensors = tensors
        self.weights = tensors["weights"].reshape(header["sizes"]["buckets"], len(TOPICS) + 2)
        self.calibration = Calibration(
            np.array(header["scale"]),
            np.array(header["shift"]),
            header["stanceTemperature"],
            np.array(header["thresholds"]),
        )
        self.reader = FeatureReader()

    def score(self, clause: dict) -> dict:
        """Feature ids and integer sums of each group, probabilities, stance shares and decided labels."""
        groups = self.reader.read(clause)
        sums = [self.weights[ids].astype(np.int32).sum(0) for ids in groups]
        total = sum(s / max(1, len(ids)) ** 0.5 for ids, s in zip(groups, sums, strict=True))
        total = total * self.tensors["scale"].astype(np.float64)
        p = self.calibration.probabilities(total[: len(TOPICS)] + self.tensors["bias"].astype(np.float64))
        stance = np.zeros((len(TOPICS), 3))
        stance[:, 1:] = total[len(TOPICS) :] + self.tensors["stanceBias"].reshape(-1, 2).astype(np.float64)
        shares = self.calibration.stances(stance)
        found = np.flatnonzero(p >= self.calibration.thresholds)
        return {
            "ids": groups,
            "sums": [s.tolist() for s in sums],
            "p": [round(float(value), 7) for value in p],
            "stances": [[round(float(value), 7) for value in row] for row in shares],
            "labels": [format_label(j, int(shares[j].argmax())) for j in found],
        }
