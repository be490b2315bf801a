"""Mistakes planted in the shipped scenarios, one edit each: `podium check` tells each by its code, at its line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from simulator.authoring.lint.lint import lint
from simulator.loading.loader import read_bytes

ROOT = Path(__file__).parents[3] / "scenarios"
TODAY = date(2026, 11, 26)

FLOOD = "lu-quet-na-lai"
SPILL = "chemical-spill-nam-ta"


@dataclass(frozen=True)
class Planted:
    """An edit, and the code that must be told at the first line that holds `at`, or so many lines `below`."""

    scenario: str
    old: str
    new: str
    code: str
    at: str
    below: int = 0


LONG = "Bà con xách nước từng xô một, người già ngồi ở hiên chờ tin, trẻ nhỏ ngủ trên tay mẹ. " * 9
VARIABLE = "  - name: {name}\n    type: bool\n    default: false\n    about: Để nhớ.\n"

PLANTED = (
    # Conditions and variables
    Planted(FLOOD, "interrupts: minutes >= 12", "interrupts: trust > 100", "P701", "interrupts: trust > 100"),
    Planted(
        FLOOD,
        "when: level(transparency) <= 1",
        'when: level(transparency) <= 1 and log == "full"',
        "P701",
        'and log == "full"',
    ),
    Planted(
        FLOOD, "when: flag(blame)", "when: flag(blame) and visits(last_word) > 0", "P701", "and visits(last_word) > 0"
    ),
    Planted(FLOOD, "when: flag(blame)", "when: flag(blame) or not warned", "P702", "or not warned"),
    Planted(FLOOD, "when: flag(blame)", "when: minutes >= 4 and flag(blame)", "P703", "when: minutes >= 4"),
    Planted(FLOOD, "when: flag(blame)", 'when: flag(blame) and not after("15:34")', "P701", 'not after("15:34")'),
    Planted(FLOOD, "when: flag(blame)", "when: flag(blame) and level(empathy) > 4", "P701", "level(empathy) > 4"),
    Planted(FLOOD, "when: flag(blame)", "when: raised(blame) >= 2 and visits(yard) > 1", "P701", "visits(yard) > 1"),
    Planted(SPILL, 'when: log == "full"', "when: strain <= 6", "P702", "when: strain <= 6"),
    Planted(SPILL, 'when: log == "full"', 'when: log == "full" and log == "held"', "P701", 'and log == "held"'),
    Planted(SPILL, "when: strain >= 2", "when: strain > 5", "P701", "when: strain > 5"),
    Planted(SPILL, "when: strain >= 2", "when: strain > 5", "P704", "id: end_two_sheets"),
    Planted(SPILL, "or heat >= 75", "or heat >= 75 or visits(opening) > 1", "P703", "or visits(opening) > 1"),
    Planted(SPILL, "and not clerk_named", "and clerk_named and not clerk_named", "P701", "and clerk_named and not"),
    Planted(FLOOD, "\nvariables:\n", "\nvariables:\n" + VARIABLE.format(name="tried"), "P705", "name: tried"),
    Planted(FLOOD, "\nvariables:\n", "\nvariables:\n" + VARIABLE.format(name="tired"), "P706", "name: tired"),
    Planted(FLOOD, "values: [kept, exclusive, ", "values: [kept, burnt, exclusive, ", "P707", "values: [kept, burnt"),
    Planted(SPILL, "range: [0, 6]", "range: [6, 0]", "P310", "range: [6, 0]"),
    # Prose
    Planted(FLOOD, "title: Trạm Hua Lìm", f"title: {LONG[:120]}", "P722", f"title: {LONG[:120]}"),
    Planted(
        FLOOD, "Trạm đo mưa Hua Lìm hỏng từ 20/6, điều", f"{LONG}Trạm đo mưa hỏng từ 20/6, điều", "P721", "id: gauge", 4
    ),
    Planted(
        SPILL, "title: One thing for Ban Chong", f"title: One thing for Ban Chong {'now ' * 9}", "P722", "Chong now"
    ),
    Planted(SPILL, "name: Bui Thanh Tung", f"name: {'Bui Thanh ' * 6}Tung", "P722", "name: Bui Thanh Bui"),
    # Law
    Planted(FLOOD, "title: Luật Báo chí 2025", "title: Luật Báo chí 2016", "P731", "title: Luật Báo chí 2016"),
    Planted(SPILL, "Press Law 2025 of Viet Nam", "Press Law 2016 of Viet Nam", "P731", "Press Law 2016 of"),
    Planted(FLOOD, "in_force: 2024-07-01", "in_force: 1999-07-01", "P731", "in_force: 1999-07-01"),
    Planted(SPILL, "in_force: 2022-01-01", "in_force: 2032-01-01", "P731", "in_force: 2032-01-01"),
    Planted(SPILL, "speaks for them. To be confirmed by a lawyer.", "speaks for them.", "P732", "title: Press Law", 2),
    Planted(FLOOD, "Điều khoản cụ thể chờ luật sư xác nhận.", "Điều khoản cụ thể xem sau.", "P732", "Luật Báo chí", 2),
    # What may be somebody's
    Planted(FLOOD, "hotline: 0200 555 0112", "hotline: 0912 345 678", "P733", "hotline: 0912"),
    Planted(SPILL, "press office 0200 555 0118", "press office +84 912 345 678", "P733", "+84 912 345 678"),
    Planted(FLOOD, "web: sonkhe.example/nalai", "web: sonkhe.gov.vn/nalai", "P734", "web: sonkhe.gov.vn"),
    Planted(
        SPILL, "next_briefing: 18:00, 6 March, at", "next_briefing: 18:00, ask press@sonkhe.com, at", "P734", "press@"
    ),
    Planted(FLOOD, "outlet: Nhật báo Sông Núi", "outlet: VnExpress", "P735", "outlet: VnExpress"),
    Planted(SPILL, "outlet: Meridian Wire", "outlet: Reuters", "P735", "outlet: Reuters"),
    Planted(SPILL, "provincial town, Khe Trung, is", "provincial town, Dien Bien, is", "P735", "town, Dien Bien, is"),
    # People and the dossier
    Planted(
        FLOOD,
        "  journalists:\n",
        "  journalists:\n    - {id: moi, name: Lê Mới, outlet: Báo Mới, manner: sharp}\n",
        "P736",
        "id: moi",
    ),
    Planted(SPILL, "  voices:\n", "  voices:\n    - {id: nobody, name: Nobody, part: Nobody}\n", "P737", "id: nobody"),
    Planted(
        SPILL,
        "  facts:\n",
        "  facts:\n    - {id: f99, text: Market stalls number 512., source: Office, as_of: Noon}\n",
        "P738",
        "id: f99",
    ),
    # Lines
    Planted(
        FLOOD,
        "text: Tôi trả lời thế là đủ rồi. Mời câu khác.",
        "text: >-\n          Chậm 2 giờ 55 phút, ở khâu nhắn tin của tỉnh, nhật ký trực ban ghi như thế.\n"
        "          biết; 17 giờ ngày 18/8 tổ kiểm tra công bố.",
        "P504",
        "words: Tôi trả lời thế là đủ rồi",
    ),
    Planted(
        FLOOD,
        "        levels: {accuracy: 1, accountability: 0, transparency: 0}\n        flags: [no_comment]",
        "        levels: {accuracy: 0, accountability: 0, transparency: 0}\n        flags: [no_comment, blame, attack]",
        "P714",
        "        levels: {accuracy: 0, accountability: 0, transparency: 0}\n        flags: [no_comment, blame",
    ),
    # What loading finds
    Planted(FLOOD, "then: log_decision", "then: log_decison", "P204", "then: log_decison"),
    Planted(FLOOD, "when: flag(blame)", "when: flag(blam)", "P302", "when: flag(blam)"),
    Planted(SPILL, "journalist: hien", "journalist: hein", "P206", "journalist: hein"),
    Planted(
        SPILL,
        "words: By tonight it will be back to normal",
        "words: By tonight it is back",
        "P504",
        "tonight it is back",
    ),
    Planted(FLOOD, "licence: CC BY 4.0", "licence: CC BY 4.0\nchecks: {P799: ignore}", "P218", "checks: {P799"),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.at[:40]}")
def test_a_planted_mistake_is_told_at_its_line(planted: Planted) -> None:
    sound = (ROOT / planted.scenario / "scenario.yaml").read_text(encoding="utf-8")
    assert planted.old in sound
    text = sound.replace(planted.old, planted.new, 1)
    before, held, _ = text.partition(planted.at)
    assert held
    line = before.count("\n") + 1 + planted.below
    assert (planted.code, line) in _told(text, planted.scenario)


@pytest.mark.parametrize("scenario", [FLOOD, SPILL])
def test_without_a_mistake_nothing_is_told(scenario: str) -> None:
    assert _told((ROOT / scenario / "scenario.yaml").read_text(encoding="utf-8"), scenario) == []


def test_there_are_forty_of_them() -> None:
    assert len(PLANTED) >= 40


def _told(text: str, id_: str) -> list[tuple[str, int]]:
    data, file = text.encode(), Path(id_) / "scenario.yaml"
    scenario, problems = read_bytes(data, file)
    found = () if scenario is None else lint(scenario, data, str(file), TODAY)
    return [(problem.code, problem.line) for problem in (*problems, *found)]
