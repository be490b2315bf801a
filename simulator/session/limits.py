"""Time limits: those that scenarios declare, and the clock of an exam, which gives every question one.

A scenario's own limit always counts. Where it declares none, a session begun with a clock gives a question LINES_S, if
it is answered by a prepared line alone, and WORDS_S where it can be answered in one's own words, presses included.
"""

from __future__ import annotations

from functools import lru_cache

from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import RedFlag, Skill, overall
from simulator.scenario.scenes import SILENCE, Silence
from simulator.session.ready import Choice, ReadyScene, WayOn
from simulator.session.state import SessionState
from simulator.world.reputation import impact_of

LINES_S = 90
"""Seconds to read four lines of sixty words (240 words at 240 a minute), and half a minute to weigh them."""

WORDS_S = 180
"""Seconds to read the question and the dossier's headings, and to type some eighty words at forty a minute."""

BY_RULE = "podium-clock"
"""The grader's name of a silence that the scenario says nothing of; its reasons are templates."""

NO_COMMENT: tuple[RedFlag, ...] = ("no_comment",)

UNHEARD = "…"
"""What is seen of such a silence, in any language."""


def deadline(scene: ReadyScene, state: SessionState) -> int | None:
    """When the time limit of what is on the table runs out, in milliseconds since the start; None without one.

    While a press stands it is the press's, and the scene behind it gets its full time when that has been answered.
    """
    limit = _limit(scene, state)
    return (
        None
        if limit is None or state.time_scale == 0
        else (state.entered_at + limit * 10 * state.time_scale + state.extra_ms)
    )


def _limit(scene: ReadyScene, state: SessionState) -> int | None:
    if state.press is not None:
        return WORDS_S if state.clocked else None
    if scene.time_limit is not None or not state.clocked or scene.kind != "question":
        return scene.time_limit
    return WORDS_S if scene.own_words is not None else LINES_S


@lru_cache(maxsize=64)
def silence_by_rule(
    skills: tuple[Skill, ...], follow_ups: tuple[WayOn, ...] = (), ways: tuple[WayOn, ...] = ()
) -> Choice:
    """Silence where the scenario says nothing of it: level 0 of each skill asked for, and the flag `no_comment`."""
    because = template("nothing was said before the time ran out")
    better = template("say what is certain now, and when you will know more")
    levels, flags = dict.fromkeys(skills, 0), NO_COMMENT
    findings = [Finding(because, skill, better=better) for skill in skills]
    findings.append(Finding(because, flag="no_comment", better=better))
    assessment = Assessment(levels, flags, tuple(findings), overall(levels, flags), BY_RULE)
    impact = impact_of(levels, flags, silent=True)
    source = Silence(text=UNHEARD, levels=levels, flags=flags)
    return Choice(SILENCE, None, False, assessment, impact, (), follow_ups, ways, source)
