"""The teacher: all-MiniLM-L6-v2 (Apache-2.0) fine-tuned on the labelled clauses. It never ships.

It reads a clause together with the end of its section path and with its lead-in or the line before, and
answers like the student: 22 topics, three stances of each. On val it is several points better than any
network small enough to ship, and what it says of unlabelled text is what the student learns from.
"""

import math
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import BertModel

from .embeddings import minilm_folder
from .encoding import fields
from .soft_labels import SoftLabels
from .topics import STANCES, TOPICS

TEXT, HEADING, CONTEXT = 96, 20, 32
"""Pieces of each part that are read. A longer text keeps its beginning and its last quarter."""

START, END, MASK = 101, 102, 103
"""Pieces of MiniLM's vocabulary that begin, end and hide."""

BATCH, RATE, WARM_UP, HIDDEN_SHARE = 48, 2.5e-4, 0.06, 0.1
"""Clauses a step; learning rate (four times that for the last layer); share of steps in which it rises; share
of pieces that are hidden from the network while it learns."""

SAVE_EVERY = 300
"""Steps between checkpoints."""

Pieces = tuple[list[int], list[int]]
"""Piece ids and, for each, 0 (the clause) or 1 (its surroundings)."""


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _clip(pieces: list[int], limit: int, head: int) -> list[int]:
    if len(pieces) <= limit:
        return pieces
    return pieces[:head] + pieces[len(pieces) - (limit - head) :]


def to_pieces(clauses: list[dict]) -> list[Pieces]:
    """The clauses as the teacher reads them."""
    tokenizer = _tokenizer()

    def ids(texts: list[str]) -> list[list[int]]:
        return [entry.ids for entry in tokenizer.encode_batch(texts, add_special_tokens=False)]

    parts = [fields(clause) for clause in clauses]
    texts = ids([part["text"][:1200] for part in parts])
    paths = [clause["heading"].split(" > ") for clause in clauses]
    headings = ids([(" > ".join(path[-2:]) if len(path) > 2 else path[-1])[:400] for path in paths])
    contexts = ids([(part["lead"] or part["prev"])[-400:] for part in parts])
    found = []
    for part, text, heading, context in zip(parts, texts, headings, contexts, strict=True):
        text = _clip(text, TEXT, TEXT * 3 // 4)
        around = [*_clip(heading, HEADING, 0), END]
        around += [*_clip(context, CONTEXT, CONTEXT // 2 if part["lead"] else 4), END]
        found.append(([START, *text, END, *around], [0] * (len(text) + 2) + [1] * len(around)))
    return found


def _collate(pieces: list[Pieces], rows: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, parts and mask of some clauses, padded to the longest."""
    longest = max(len(pieces[row][0]) for row in rows)
    out = np.zeros((3, len(rows), longest), np.int64)
    for at, row in enumerate(rows):
        ids, parts = pieces[row]
        out[0, at, : len(ids)], out[1, at, : len(ids)], out[2, at, : len(ids)] = ids, parts, 1
    return tuple(torch.from_numpy(part) for part in out)


class Teacher(nn.Module):
    """MiniLM with one layer of answers over the first piece and the mean of the clause's pieces."""

    def __init__(self) -> None:
        super().__init__()
        # The plain attention and no dropout inside: three times as fast as the defaults in half precision.
        self.enc = BertModel.from_pretrained(
            str(minilm_folder()),
            attn_implementation="eager",
            hidden_dropout_prob=0,
            attention_probs_dropout_prob=0,
            add_pooling_layer=False,
        )
        # Word pieces stay as they are: half of all weights, and a step is a sixth faster without them.
        self.enc.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(2 * self.enc.config.hidden_size, len(TOPICS) * (1 + len(STANCES)))
        with torch.no_grad():
            self.head.weight.mul_(0.5)
            self.head.bias[: len(TOPICS)] = -3

    def forward(self, ids: torch.Tensor, parts: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Topic logits (clauses × 22) and stance logits (clauses × 22 × 3)."""
        with torch.autocast("cpu", torch.bfloat16):
            states = self.enc(input_ids=ids, token_type_ids=parts, attention_mask=mask).last_hidden_state
        states = states.float()
        own = (mask * (1 - parts)).float()[..., None]
        with torch.autocast("cpu", torch.bfloat16):
            out = self.head(self.drop(torch.cat([states[:, 0], (states * own).sum(1) / own.sum(1)], 1)))
        out = out.float()
        return out[:, : len(TOPICS)], out[:, len(TOPICS) :].view(-1, len(TOPICS), len(STANCES))


def _batches(rng: np.random.Generator, lengths: np.ndarray) -> list[np.ndarray]:
    """All clauses in random batches of similar length."""
    order, parts = rng.permutation(len(lengths)), []
    for at in range(0, len(order), 40 * BATCH):
        near = order[at : at + 40 * BATCH]
        near = near[np.argsort(lengths[near], kind="stable")]
        parts += [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    rng.shuffle(parts)
    return parts


def train(clauses: list[dict], topics: np.ndarray, stances: np.ndarray, seed: int, epochs: float, path: Path) -> None:
    """Fine-tunes on labels (clauses × 22; stance indices, -1 without topic) and writes the weights to `path`.

    Goes on from `path` with the suffix `.part` if it is there.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    pieces, teacher = to_pieces(clauses), Teacher()
    learning = [p for p in teacher.parameters() if p.requires_grad and p is not teacher.head.weight]
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in learning if p.ndim >= 2], "weight_decay": 0.01, "share": 1.0},
            {"params": [p for p in learning if p.ndim < 2], "weight_decay": 0.0, "share": 1.0},
            {"params": [teacher.head.weight], "weight_decay": 0.01, "share": 4.0},
        ],
        lr=RATE,
        fused=True,
    )
    part, done = path.with_suffix(".part"), 0
    if part.exists():
        kept = torch.load(part)
        teacher.load_state_dict(kept["teacher"])
        optimiser.load_state_dict(kept["optimiser"])
        done = kept["step"]
    lengths = np.array([len(ids) for ids, _ in pieces])
    steps, step = round(epochs * math.ceil(len(pieces) / BATCH)), 0
    teacher.train()
    while step < steps:
        for rows in _batches(rng, lengths)[: steps - step]:
            step += 1
            if step <= done:
                continue
            factor = min(1, step / (WARM_UP * steps)) * max(0.02, min(1, (steps - step + 1) / ((1 - WARM_UP) * steps)))
            for group in optimiser.param_groups:
                group["lr"] = RATE * factor * group["share"]
            ids, parts, mask = _collate(pieces, rows)
            hidden = torch.from_numpy(rng.random(ids.shape) < HIDDEN_SHARE)
            hidden &= (ids != START) & (ids != END) & (mask > 0)
            topic, stance = teacher(ids.masked_fill(hidden, MASK), parts, mask)
            loss = F.binary_cross_entropy_with_logits(topic, torch.from_numpy(topics[rows]), reduction="sum")
            known = torch.from_numpy(stances[rows]).reshape(-1)
            loss = loss + F.cross_entropy(stance.reshape(-1, len(STANCES)), known, ignore_index=-1, reduction="sum")
            (loss / len(rows)).backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            if step % SAVE_EVERY == 0:
                print(f"step {step} of {steps}, loss {loss.item() / len(rows):.3f}", file=sys.stderr, flush=True)
                torch.save({"teacher": teacher.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, part)
    torch.save(teacher.state_dict(), path)
    part.unlink(missing_ok=True)


def load(path: Path) -> Teacher:
    """A trained teacher."""
    teacher = Teacher()
    teacher.load_state_dict(torch.load(path))
    return teacher.eval()


def predict(teacher: Teacher, clauses: list[dict]) -> SoftLabels:
    """What the teacher says of clauses."""
    pieces = to_pieces(clauses)
    topics = np.zeros((len(pieces), len(TOPICS)), np.float32)
    stances = np.zeros((len(pieces), len(TOPICS), len(STANCES)), np.float32)
    order = np.argsort([len(ids) for ids, _ in pieces], kind="stable")
    with torch.no_grad():
        for at in range(0, len(order), 64):
            rows = order[at : at + 64]
            topic, stance = teacher(*_collate(pieces, rows))
            topics[rows], stances[rows] = topic.sigmoid().numpy(), stance.softmax(-1).numpy()
            if at % 12800 == 0:
                print(f"{at} of {len(order)} clauses", file=sys.stderr, flush=True)
    return SoftLabels(topics, stances)
