"""Writes and reads the model file; `src/core/model/model-file.ts` documents the layout and reads it too."""

import json
import struct
import zlib

import numpy as np

from .topics import TOPICS

MAGIC = b"CLMK"
FORMAT_VERSION = 1
_TYPES = {"int8": "i8", "float32": "f32"}


def pack(
    kind: str,
    version: str,
    sizes: dict[str, int],
    tensors: dict[str, np.ndarray],
    calibration: dict,
    vocabulary: list[str] | None = None,
) -> bytes:
    """The bytes of a model file. `calibration` holds thresholds, scale, shift and stanceTemperature."""
    entries, body = [], bytearray()
    for name, tensor in tensors.items():
        entries.append({"name": name, "type": _TYPES[tensor.dtype.name], "offset": len(body), "length": tensor.size})
        body += np.ascontiguousarray(tensor).astype(tensor.dtype.newbyteorder("<")).tobytes()
        body += bytes(-len(body) % 4)
    header = json.dumps(
        {
            "kind": kind,
            "version": version,
            "topics": TOPICS,
            **calibration,
            "sizes": sizes,
            **({} if vocabulary is None else {"vocabulary": " ".join(vocabulary)}),
            "tensors": entries,
        },
        separators=(",", ":"),
    ).encode("ascii")
    header += b" " * (-len(header) % 4)
    content = header + bytes(body)
    return MAGIC + struct.pack("<IIII", FORMAT_VERSION, len(header), len(body), zlib.crc32(content)) + content


def unpack(file: bytes) -> tuple[dict, dict[str, np.ndarray]]:
    """Header and tensors of a model file written by `pack` (not checked: the runtime does that)."""
    _, header_length, _, _ = struct.unpack("<IIII", file[4:20])
    header = json.loads(file[20 : 20 + header_length])
    body = file[20 + header_length :]
    kinds = {"i8": np.dtype("int8"), "f32": np.dtype("<f4")}
    tensors = {
        entry["name"]: np.frombuffer(body, kinds[entry["type"]], entry["length"], entry["offset"])
        for entry in header["tensors"]
    }
    return header, tensors
