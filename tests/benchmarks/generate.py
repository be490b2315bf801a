"""Scenarios of any size for the benchmarks: seeded, and valid by every check.

    python -m tests.benchmarks.generate 1000 > big.yaml

A question has three lines with levels, findings, effects and conditions, as an author would write them.
Question `i` leads on to `i + 1` or a little further, so that every scene is reached and the last ones end.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

_SYLLABLES = [
    "nước",
    "bản",
    "huyện",
    "người",
    "dân",
    "tin",
    "báo",
    "chiều",
    "nay",
    "mưa",
    "lũ",
    "đường",
    "xã",
    "tỉnh",
    "cán",
    "bộ",
    "nhật",
    "ký",
    "trực",
    "ban",
    "số",
    "liệu",
    "kiểm",
    "tra",
    "công",
    "bố",
    "gia",
    "đình",
    "nạn",
    "nhân",
    "tìm",
    "kiếm",
    "cứu",
    "hộ",
    "hồ",
    "chứa",
    "cảnh",
    "báo",
    "chậm",
    "phút",
    "giờ",
    "sáng",
    "trách",
    "nhiệm",
    "rõ",
    "ràng",
    "chờ",
    "kết",
    "quả",
    "đoàn",
    "y",
    "tế",
    "thuốc",
    "chợ",
    "cháy",
    "khói",
    "trường",
    "học",
    "biên",
    "giới",
    "đồn",
    "trạm",
    "điện",
    "thoại",
    "loa",
    "phát",
    "thanh",
    "tối",
    "qua",
]
_SKILLS = ("accuracy", "timeliness", "empathy", "accountability", "transparency", "clarity", "rebuttal", "respect")
_FLAGS = ("no_comment", "speculation", "blame", "attack", "stigma", "non_answer")

_HEAD = """\
format: 1
id: {id}
language: vi
title: Kịch bản đo tốc độ
module: press
level: basic
minutes: 20
role: Người phát ngôn của huyện
objectives:
  - Trả lời thẳng điều đã biết.
skills: [accuracy]
author: Podium
licence: CC BY 4.0
clock: {{start: 15:30}}
dossier:
  context: >-
    Một kịch bản do máy viết ra để đo.
  facts:
    - {{id: f1, text: Không có ai ở đây., source: Máy, as_of: 15:00}}
cast:
  journalists:
    - {{id: hang, name: Vi Thu Hằng, outlet: Kênh Tin Vùng Cao, manner: sharp}}
    - {{id: binh, name: Lý Bình, outlet: Báo Núi, manner: patient}}
variables:
  - {{name: published, type: bool, default: false, about: Đã công bố nhật ký.}}
  - name: promises
    type: int
    range: [0, 50]
    default: 0
    about: Số lời hứa.
start: q00000
scenes:
"""

_ENDING = """\
  - id: the_end
    kind: ending
    outcome: mixed
    headline: Chiều xuống trên bản
    text: >-
      Mọi người ra về.
    lesson: >-
      Nói điều đã biết.
"""


def scenario_text(scenes: int, seed: int = 7, id: str = "generated") -> str:
    """The YAML of a scenario with that many questions, and an ending."""
    chance = random.Random(seed)
    questions = (_question(chance, number, scenes) for number in range(scenes))
    return _HEAD.format(id=id) + "".join(questions) + _ENDING


def _question(chance: random.Random, number: int, scenes: int) -> str:
    skills = ("accuracy", *chance.sample(_SKILLS[1:], int(chance.random() < 0.1)))
    written = [
        f"  - id: {_id(number, scenes)}",
        "    kind: question",
        f"    journalist: {chance.choice(('hang', 'binh'))}",
        "    text: >-",
        f"      {_words(chance, 7)}?",
        f"    skills: [{', '.join(skills)}]",
        "    lines:",
    ]
    for name in ("owns", "waits", "turns"):
        written.extend(_line(chance, name, number, scenes, skills))
    written += ["    then:", f"      - {{when: heat > {chance.randint(60, 90)}, go: {_ahead(chance, number, scenes)}}}"]
    written += [f"      - go: {_id(number + 1, scenes)}", ""]
    return "\n".join(written)


def _line(chance: random.Random, name: str, number: int, scenes: int, skills: tuple[str, ...]) -> Iterator[str]:
    text = _words(chance, 8)
    words = " ".join(text.split()[3:7])
    yield f"      - id: {name}"
    yield "        text: >-"
    yield f"          {text}."
    if name == "turns":
        yield f"        when: trust < {chance.randint(40, 80)} or visits({_id(max(number - 1, 0), scenes)}) > 1"
        yield f"        then: {_ahead(chance, number, scenes)}"
    yield "        levels: {" + ", ".join(f"{skill}: {chance.randint(0, 4)}" for skill in skills) + "}"
    yield "        findings:"
    for skill in skills:
        yield f"          - skill: {skill}"
        if name == "owns":
            yield f"            words: {words}"
        yield f"            because: {_words(chance, 3)}."
    if name == "waits":
        flag = chance.choice(_FLAGS)
        yield f"          - {{flag: {flag}, because: {_words(chance, 3)}.}}"
        yield f"        flags: [{flag}]"
    if name == "owns":
        yield f"        effects: [published = true, promises += {chance.randint(1, 3)}]"


def _id(number: int, scenes: int) -> str:
    return f"q{number:05d}" if number < scenes else "the_end"


def _ahead(chance: random.Random, number: int, scenes: int) -> str:
    return _id(number + chance.randint(2, 6), scenes)


def _words(chance: random.Random, count: int) -> str:
    words = " ".join(chance.choice(_SYLLABLES) for _ in range(count))
    return words[0].upper() + words[1:]


if __name__ == "__main__":
    sys.stdout.write(scenario_text(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
