"""A MiniLM in 8 bits for the speed comparison in the browser: `python -m clausemark.minilm_onnx [FOLDER]`.

Writes `model.onnx` and `clauses.json` (`[{ids, types}, …]`, the tokens of validation clauses) to FOLDER, default
`.cache/minilm`, which `npm run bench:speed` reads. The encoder is all-MiniLM-L6-v2 with a head of the clause model's
88 outputs that has learnt nothing: what it says is worthless, how long it takes is not. Needs requirements-bench.txt.
"""

import json
import sys
import tempfile
from pathlib import Path

import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import BertModel

from . import data
from .embeddings import minilm_folder
from .encoding import fields
from .topics import STANCES, TOPICS

LENGTHS = {"text": 96, "heading": 20, "context": 32}
"""Word pieces of each part that are read; the rest is cut off."""

FOLDER = data.ROOT / ".cache" / "minilm"
CLS, SEP = 101, 102


class Classifier(nn.Module):
    """The encoder, the first token's and the mean token's vector, one linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            str(minilm_folder()), attn_implementation="eager", add_pooling_layer=False
        )
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, len(TOPICS) * (1 + len(STANCES)))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Logits (clauses × 88) of token ids, attention mask and token types (clauses × tokens)."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        weight = mask.to(states.dtype).unsqueeze(-1)
        mean = (states * weight).sum(1) / weight.sum(1)
        return self.head(torch.cat([states[:, 0], mean], 1))


def tokens(clauses: list[dict]) -> list[dict]:
    """Token ids and types of clauses: the text, then the section path and the lead-in or the line before."""
    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def pieces(text: str, part: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids[: LENGTHS[part]]

    found = []
    for clause in clauses:
        own = fields(clause)
        text = [CLS, *pieces(own["text"], "text"), SEP]
        context = pieces(own["lead"] or own["prev"], "context")
        rest = [*pieces(own["heading"], "heading"), SEP, *context, SEP]
        found.append({"ids": text + rest, "types": [0] * len(text) + [1] * len(rest)})
    return found


def main() -> None:
    """Exports, quantises and writes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    (folder / "clauses.json").write_text(json.dumps(tokens(data.load_clauses("val"))))
    example = torch.ones(2, 24, dtype=torch.int64)
    names = ("ids", "mask", "types")
    clauses, length = torch.export.Dim("clauses"), torch.export.Dim("length")
    with tempfile.TemporaryDirectory() as work:
        full = Path(work) / "full.onnx"
        torch.onnx.export(
            Classifier().eval(),
            (example, example, torch.zeros_like(example)),
            str(full),
            input_names=names,
            output_names=["logits"],
            dynamic_shapes={name: {0: clauses, 1: length} for name in names},
            external_data=False,
        )
        quantize_dynamic(str(full), str(folder / "model.onnx"), weight_type=QuantType.QInt8)
    print(f"{folder}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
