"""What is sent: the answer apart and marked, the whole rubric of the skills asked, nothing that can be guessed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from simulator.scenario.case import Case
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from simulator.scoring.grade import AskedText
from simulator.scoring.judge.prompt import MARKS, Prompt, prompt_for, prompt_hash, response_format
from simulator.scoring.judge.rubric_rows import CHECKS, FLAGS, ROWS
from tests.scoring.judge.conftest import ANSWER

RUBRIC = Path(__file__).parents[2] / "grading" / "RUBRIC.md"


def made(answer: str, flood: Case, asked: AskedText) -> Prompt:
    return prompt_for(answer, asked, flood.dossier, flood.role)


def test_the_answer_is_alone_in_its_message_as_marked_json(flood: Case, asked: AskedText) -> None:
    prompt = made(ANSWER, flood, asked)
    system, user = prompt.messages
    assert (system["role"], user["role"]) == ("system", "user")
    first, text, last = user["content"].split("\n")
    assert first == last
    assert re.fullmatch("[0-9a-f]{24}", first)
    assert first in system["content"]
    assert json.loads(text) == prompt.mark.join(ANSWER.split())
    assert ANSWER[:30] not in system["content"]


def test_boundaries_are_never_the_same(flood: Case, asked: AskedText) -> None:
    assert len({made(ANSWER, flood, asked).messages[1]["content"] for _ in range(20)}) == 20


def test_the_sign_for_spaces_is_not_in_the_answer(flood: Case, asked: AskedText) -> None:
    assert {made(f"a b {MARKS[:-1]}", flood, asked).mark for _ in range(10)} == {MARKS[-1]}
    full = made(f"a{MARKS}b", flood, asked)
    assert json.loads(full.messages[1]["content"].split("\n")[1]) == f"a{MARKS}b", "the sign itself becomes a space"


def test_the_system_message_has_question_dossier_and_the_rows_of_the_skills_asked(
    flood: Case, asked: AskedText
) -> None:
    told = made(ANSWER, flood, asked).messages[0]["content"]
    assert flood.question.text[:40] in told
    assert flood.facts[0].text in told
    for skill in SKILLS:
        assert (ROWS[skill][4] in told) == (skill in asked.skills)
        assert (CHECKS[skill][0] in told) == (skill in asked.skills)


def test_the_rows_are_the_rubrics_own() -> None:
    cells = [[cell.strip().replace("**", "") for cell in line.split("|")[1:-1]] for line in _lines() if "| `" in line]
    rows = {cell[0].strip("`"): tuple(cell[2:]) for cell in cells if len(cell) == 7}
    assert rows == dict(ROWS)
    assert {cell[0].strip("`"): cell[1] for cell in cells if len(cell) == 2} == dict(FLAGS)
    assert (tuple(ROWS), tuple(CHECKS), tuple(FLAGS)) == (SKILLS, SKILLS, RED_FLAGS)


def _lines() -> list[str]:
    return [f" {line}" for line in RUBRIC.read_text(encoding="utf-8").splitlines()]


def test_the_schema_asks_for_evidence_before_the_level() -> None:
    items = response_format(("accuracy",))["json_schema"]["schema"]["properties"]["skills"]["items"]
    assert items["required"] == ["skill", "quotes", "reason", "level"]
    assert items["properties"]["skill"] == {"enum": ["accuracy"]}


def test_the_hash_is_of_the_prompt_and_not_of_the_moment() -> None:
    assert prompt_hash() == prompt_hash()
    assert re.fullmatch("[0-9a-f]{8}", prompt_hash())
