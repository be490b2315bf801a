"""Plots: sound SVG inside its frame, named, hatched besides being coloured, and beside a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import dist
from xml.etree import ElementTree

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.debrief import Debrief, Moment, SkillSummary
from simulator.reports.plots.axes import APART, BOTTOM, spread_out
from simulator.reports.plots.confidence import confidence_figure
from simulator.reports.plots.curves import curves_figure
from simulator.reports.plots.profile import profile_figure
from simulator.reports.plots.skills import skills_figure
from simulator.reports.plots.svg import Figure, element
from simulator.reports.portfolio import SkillCourse
from simulator.scenario.rubric import SKILLS
from simulator.session.confidence import Confidence
from tests.reports.stories import HOSTILE, debriefed

EN = Catalogue("en")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def inside(figure: Figure) -> Iterator[str]:
    """What lies outside the frame."""
    root = drawn(figure)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    names = {"x": width, "x1": width, "x2": width, "cx": width, "y": height, "y1": height, "y2": height, "cy": height}
    for one in root.iter():
        for name, most in names.items():
            if name in one.attrib and not -0.01 <= float(one.attrib[name]) <= most + 0.01:
                yield f"{one.tag} {name}={one.attrib[name]}"


def crowded(count: int) -> Debrief:
    """A session with so many answers within three minutes, all of the same grade and confidence."""
    read = debriefed("Words here.")
    asked = replace(read.questions[0], confidence=3)
    questions = tuple(replace(asked, minutes=n * 3 // count) for n in range(count))
    curve = tuple(Moment(minute, 50 + minute, 100) for minute in range(4))
    skills = tuple(SkillSummary(skill, 2.0, (0, 2, 4) * count) for skill in SKILLS)
    return replace(read, questions=questions, curve=curve, skills=skills, confidence=Confidence(count, {3: 42}, ()))


FIGURES = (skills_figure, curves_figure, confidence_figure)


@pytest.mark.parametrize("make", FIGURES)
@pytest.mark.parametrize("read", [debriefed("Words here."), crowded(1), crowded(30)])
def test_everything_lies_inside_and_has_a_name(make: object, read: Debrief) -> None:
    assert callable(make)
    figure = make(read, EN)
    assert [*inside(figure)] == []
    root = drawn(figure)
    told = [root.find(f"{SVG}{part}") for part in ("title", "desc")]
    assert [one.text for one in told if one is not None] == [figure.title, figure.note]
    assert root.attrib["aria-labelledby"].split() == [one.attrib["id"] for one in told if one is not None]
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    assert figure.rows


def test_the_skills_rows_and_rings_say_what_the_levels_were() -> None:
    read = debriefed("Words here.")
    figure = skills_figure(read, EN)
    assert [row[0] for row in figure.rows] == ["Accuracy", "Empathy"]
    rings = [one for one in drawn(figure).iter(f"{SVG}circle") if one.attrib["class"] == "ring"]
    assert len(rings) == sum(len(set(one.levels)) for one in read.skills)


def test_low_levels_are_hatched_not_only_red() -> None:
    low = replace(debriefed("Words here."), skills=(SkillSummary("empathy", 0.5, (0, 1)),))
    high = replace(low, skills=(SkillSummary("empathy", 3.5, (3, 4)),))
    assert skills_figure(low, EN).svg.count("url(#skills-hatch)") == 1
    assert "url(#skills-hatch)" not in skills_figure(high, EN).svg


def test_the_answers_stand_on_the_time_axis_by_number_and_cover_each_other_only_where_there_is_no_room() -> None:
    figure = curves_figure(crowded(8), EN)
    marks = [one for one in drawn(figure).iter(f"{SVG}circle") if one.attrib["class"] == "number"]
    places = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in marks]
    assert len(places) == 8
    assert all(dist(one, other) >= 16 for n, one in enumerate(places) for other in places[n + 1 :])
    assert len([one for one in drawn(figure).iter(f"{SVG}path") if "curve" in one.attrib.get("class", "")]) == 3


def test_answers_of_one_grade_stand_side_by_side() -> None:
    figure = confidence_figure(crowded(5), EN)
    marks = [*drawn(figure).iter(f"{SVG}circle")]
    assert len({one.attrib["cx"] for one in marks}) == 5


def test_labels_keep_apart_and_above_the_bottom() -> None:
    moved = spread_out([BOTTOM, BOTTOM, BOTTOM - 1])
    ordered = sorted(moved)
    assert max(moved) <= BOTTOM
    assert all(after - before >= APART for before, after in pairwise(ordered))
    assert spread_out([20.0, 100.0]) == [20.0, 100.0]


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_text(text: str) -> None:
    read = debriefed(text)
    for make in FIGURES:
        assert "script" not in [one.tag for one in drawn(make(read, EN)).iter()]
    attribute = ElementTree.fromstring(element("a", href=text, class_=text)).attrib
    assert attribute["class"] == attribute["href"]


def test_the_profile_has_a_row_a_band_and_a_course_for_each_skill() -> None:
    skills = (SkillCourse("empathy", (2.0, 2.5, 3.25), 2.5, 4.0, 0.5), SkillCourse("clarity", (1.0,), 0.0, 2.0))
    figure = profile_figure(skills, EN)
    assert [*inside(figure)] == []
    assert figure.rows == (("Empathy", "3.2", "2.5–4.0", "3", "+0.5"), ("Clarity", "1.0", "0.0–2.0", "1", ""))
    assert profile_figure(skills, Catalogue("vi")).rows[0][1] == "3,2"
