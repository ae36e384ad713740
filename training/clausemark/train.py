"""From data to assets/model/clauses.bin: `python -m clausemark.train`. README.md describes the steps.

Finished steps are kept in `.cache/training`, so that an interrupted run goes on; delete it to start anew.
"""

import json
import sys
from collections.abc import Callable

import numpy as np
import torch

from . import container, data, golden, metrics, soft_labels, student, teacher
from .calibration import Calibration, calibrate
from .encoding import PAIRS, UNKNOWN, Encoded, Encoder, build_vocabulary
from .quantise import quantise
from .soft_labels import Recipe, SoftLabels
from .student_file import StudentFile

VERSION = "2026-11-25.2"
VOCABULARY = 14336
TRUST = 0.7
"""Weight of the annotators' labels against what the teacher says of a labelled clause."""
EPOCHS = 2.4
"""How often the teacher sees each labelled clause."""
SENTENCES = 120_000
"""Sentences without surroundings that the student learns from, beside the clauses of the unlabelled policies."""
RECIPE = Recipe(seed=2, sizes=student.Sizes(dimension=96, pair=32), epochs=8)
"""The student: wide words and narrow pairs, so that the file stays below 4 MB."""
TEACHER_THREADS = 2
MODEL = data.ROOT / "assets" / "model" / "clauses.bin"
OWN_SENTENCES = data.ROOT / "training" / "golden-sentences.jsonl"
GOLDEN = data.ROOT / "test" / "fixtures" / "model" / "golden.json"
CACHE = data.ROOT / ".cache" / "training"


def say(message: str) -> None:
    """Progress, on standard error."""
    print(message, file=sys.stderr, flush=True)


def kept(name: str, make: Callable[[], SoftLabels]) -> SoftLabels:
    """The result of a step, from the cache if it is there."""
    path = CACHE / f"{name}.npz"
    if not path.exists():
        say(f"step: {name}")
        topics, stances = make()
        np.savez(path, topics=topics.astype(np.float32), stances=stances.astype(np.float32))
    with np.load(path) as found:
        return SoftLabels(found["topics"], found["stances"])


def taught(labelled: list[dict], val: list[dict], others: dict[str, list[dict]]) -> dict[str, SoftLabels]:
    """What the teacher, trained on the labelled clauses, says of them, of `val` and of each of the others."""
    path = CACHE / "teacher.pt"
    if not path.exists():
        say("step: teacher")
        teacher.train(labelled, *data.targets(labelled), seed=11, epochs=EPOCHS, path=path)
    names = {"val": val, "labelled": labelled, **others}
    model = teacher.load(path)
    return {
        name: kept(f"teacher-{name}", lambda clauses=clauses: teacher.predict(model, clauses))
        for name, clauses in names.items()
    }


def mixed(truth: SoftLabels, said: SoftLabels) -> SoftLabels:
    """The labels of the labelled clauses mixed with what the teacher says of them."""
    topics = TRUST * truth.topics + (1 - TRUST) * said.topics
    # Where the annotator saw no topic there is no stance to trust.
    labelled = TRUST * truth.stances + (1 - TRUST) * said.stances
    return SoftLabels(topics, np.where(truth.topics[..., None] > 0, labelled, said.stances))


def write(network: student.Student, vocabulary: list[str], fitted: Calibration) -> None:
    """Writes the model file and its golden vectors."""
    sizes = {"unknown": UNKNOWN, "pairs": PAIRS, **network.sizes._asdict()}
    file = container.pack("student", VERSION, sizes, quantise(network), fitted.header(), vocabulary)
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(file)
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    golden.write_golden(GOLDEN, golden.load_sentences(OWN_SENTENCES), StudentFile(file).score)


def report(fitted: Calibration, logits: tuple[np.ndarray, np.ndarray], truth: tuple[np.ndarray, np.ndarray]) -> dict:
    """How well calibrated outputs agree with labels."""
    topics, stances = truth
    p = fitted.probabilities(logits[0])
    right, right_denials = metrics.stance_accuracy(p, fitted.thresholds, fitted.stances(logits[1]), stances)
    return {
        **metrics.summary(p, fitted.thresholds, topics),
        "stance": right,
        "stanceOfDenials": right_denials,
        "calibrationError": metrics.calibration_error(p, topics),
    }


def main() -> None:
    """Runs all steps."""
    torch.set_num_threads(TEACHER_THREADS)
    CACHE.mkdir(parents=True, exist_ok=True)
    labelled, val = data.load_clauses("train"), data.load_clauses("val")
    unlabelled = data.load_unlabelled(labelled, val)
    sentences = data.load_sentences(SENTENCES, [*labelled, *unlabelled], val)
    say(f"{len(labelled)} labelled clauses, {len(unlabelled)} unlabelled, {len(sentences)} sentences")

    said = taught(labelled, val, {"unlabelled": unlabelled, "sentences": sentences})
    topics, stances = data.targets(labelled)
    parts = [mixed(SoftLabels(topics, student.one_hot(stances)), said["labelled"])]
    parts += [said["unlabelled"], said["sentences"]]
    target = SoftLabels(
        np.concatenate([part.topics for part in parts]), np.concatenate([part.stances for part in parts])
    )

    vocabulary = build_vocabulary([*labelled, *unlabelled], VOCABULARY)
    encoder = Encoder(vocabulary)
    # Its steps are too small to be shared, and in one thread a rerun from the same targets gives the same weights.
    torch.set_num_threads(1)
    path = CACHE / "student.pt"
    if not path.exists():
        say("step: student")
        everything = Encoded([*labelled, *unlabelled, *sentences], encoder)
        torch.save(soft_labels.train_network(RECIPE, vocabulary, encoder, everything, target).state_dict(), path)
    network = student.load(path, encoder.words, RECIPE.sizes)

    truth, seen = data.targets(val), student.logits(network, Encoded(val, encoder))
    others = student.logits(network, Encoded(unlabelled, encoder))[0]
    fitted = calibrate(*seen, *truth, others)
    write(network, vocabulary, fitted)
    floor = 1e-6
    clear = np.clip(said["val"].topics, floor, 1 - floor)
    teachers = np.log(clear / (1 - clear)), np.log(np.clip(said["val"].stances, floor, 1))
    teachers_others = np.clip(said["unlabelled"].topics, floor, 1 - floor)
    taught_fit = calibrate(*teachers, *truth, np.log(teachers_others / (1 - teachers_others)))
    print(json.dumps({"student": report(fitted, seen, truth), "teacher": report(taught_fit, teachers, truth)}))


if __name__ == "__main__":
    main()
