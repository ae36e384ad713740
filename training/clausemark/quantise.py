"""Rounds a trained student to 8 bits: the tensors of the model file."""

import numpy as np

from .student import Student


def _scale(values: np.ndarray, axis: int) -> np.ndarray:
    """What one step is worth, along all but one axis; the largest 0.01 % of values are clipped."""
    largest = np.percentile(np.abs(values), 99.99, axis=axis)
    return np.maximum(largest, 1e-6).astype(np.float32) / np.float32(127)


def _round(values: np.ndarray, scale: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(values / scale), -127, 127).astype(np.int8)


def quantise(student: Student) -> dict[str, np.ndarray]:
    """Tensors as `src/core/model/student-weights.ts` names them.

    Embeddings have one scale for each of their values, folded into the convolution, so that the
    convolution is a sum of integers; the hidden layer has one scale for each unit and is stored with a row
    for each input. The memories, the small last layer and the biases stay floats.
    """
    weights = {name: value.detach().numpy() for name, value in student.state_dict().items()}
    word_scale = _scale(weights["embed.weight"], axis=0)
    convolution = weights["convolve.weight"] * np.tile(word_scale, 3)
    convolution_scale = _scale(convolution, axis=1)
    pair_scale = _scale(weights["pairs.weight"], axis=0)
    hidden_scale = _scale(weights["hide.weight"], axis=1)
    return {
        "embeddings": _round(weights["embed.weight"], word_scale),
        "convolution": _round(convolution, convolution_scale[:, None]),
        "convolutionScale": convolution_scale,
        "convolutionBias": weights["convolve.bias"],
        "memory": weights["remember.weight"] * word_scale,
        "memoryBias": weights["remember.bias"],
        "recall": np.ascontiguousarray(weights["recall.weight"].T),
        "pairEmbeddings": _round(weights["pairs.weight"], pair_scale),
        "pairScale": pair_scale,
        "hiddenWeights": _round(weights["hide.weight"], hidden_scale[:, None]).T,
        "hiddenScale": hidden_scale,
        "hiddenBias": weights["hide.bias"],
        "kindBias": weights["kind.weight"],
        "outputs": weights["answer.weight"],
        "outputBias": weights["answer.bias"],
    }
