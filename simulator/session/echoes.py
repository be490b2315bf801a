"""What is made of each answer: a headline or a post that quotes it and follows its tone, and the hall's reaction.

Pure readings of a state, drawn from its seed; nothing of it is part of the state. The scenario's own words come
first, then those that travel with Podium (`echo_texts`). No text is used again in a session while another one would
do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Language, Scenario
from simulator.scenario.public import QUOTATION, UNQUOTED, Echo, Upon
from simulator.scenario.scenes import SILENCE, Question
from simulator.session.asked import ready_of, scene_of, words_of
from simulator.session.chance import draw
from simulator.session.echo_texts import HEADLINES, POSTS, REACTIONS
from simulator.session.fragments import MEANT, Fragment, fragment
from simulator.session.publics import groups_of
from simulator.session.state import Answer, SessionState
from simulator.world.reputation import TRUST_COST

NewsKind = Literal["headline", "post"]

WEAK_BELOW = 40
STRONG_FROM = 70
"""Overall grades, 0-100, of an answer without a red flag."""

FIRST_DRAW = 1 << 40
"""Draws of echoes begin here: far from those of pools, presses and front pages; DRAWS of them belong to each answer."""

DRAWS = 8

_KEPT_AS = "echoes"
_WRITERS = frozenset(("villagers", "youth", "diaspora"))
"""The parts of the public that post; press and officials have other ways."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What was made of one answer. `by` is an outlet, or who posted; all are empty where nobody took it up."""

    kind: NewsKind = "headline"
    by: str = ""
    text: str = ""
    reaction: str = ""


class _Said(NamedTuple):
    """An answer as it is taken up. `number` from 1, 0 for the opening statement; `has_headline`: the author's own."""

    number: int
    text: str
    assessment: Assessment
    silent: bool = False
    asker: str = ""
    has_headline: bool = False


class _Kept(NamedTuple):
    """The latest answers that were read, and what was made of them: a screen asks again at every paint.

    `made` and `used` (the texts that were used by then) have one entry more than answers: the opening's comes first.
    """

    begun: object
    answers: tuple[Answer, ...]
    made: tuple[TakenUp, ...]
    used: tuple[frozenset[str], ...]


def taken_up(scenario: Scenario, state: SessionState) -> tuple[TakenUp, ...]:
    """What was made of the opening statement (first, and empty where there is none) and of each answer, in order."""
    kept = scenario.derived.get(_KEPT_AS)
    begun = (state.seed, state.preparation)
    if not isinstance(kept, _Kept) or kept.begun != begun:
        kept = _Kept(begun, (), *_opened(scenario, state))
    if kept.answers != state.answers:
        kept = _gone_on(scenario, state, kept)
    scenario.derived[_KEPT_AS] = kept
    return kept.made


def tone_of(assessment: Assessment, *, silent: bool = False) -> Upon:
    """The tone of an answer: silent, harmful (a red flag), or weak, fair or strong by its grade."""
    if silent:
        return "silent"
    if assessment.flags:
        return "harmful"
    if not assessment.levels:
        return "fair"
    grade = assessment.overall
    return "weak" if grade < WEAK_BELOW else "fair" if grade < STRONG_FROM else "strong"


def quotation(text: str, assessment: Assessment) -> Fragment | None:
    """The answer's words that it is taken up by: of its gravest flag, else of its weakest or its best skill, by
    tone."""
    named = [*filter(None, _named(text, assessment))]
    found = named if named and assessment.flags else [*named, fragment(text, 0, len(text))]
    whole = [one for one in found if one and not one.cut_before]
    uncut = [one for one in whole if not one.cut]
    return next(iter((*uncut, *whole, *filter(None, found))), None)


def _named(text: str, assessment: Assessment) -> Iterator[Fragment | None]:
    for about in _abouts(assessment):
        for one in assessment.findings:
            if about in (one.flag, one.skill) and one.start < one.end:
                yield fragment(text, one.start, one.end, least=0 if one.flag else MEANT - 1)


def _abouts(assessment: Assessment) -> Sequence[str]:
    if assessment.flags:
        return sorted(assessment.flags, key=lambda flag: -TRUST_COST[flag])
    sign = 1 if tone_of(assessment) == "weak" else -1
    return sorted(assessment.levels, key=lambda skill: sign * assessment.levels[skill])[:2]


def _opened(scenario: Scenario, state: SessionState) -> tuple[tuple[TakenUp, ...], tuple[frozenset[str], ...]]:
    """What was made of the opening statement, and the texts used for it."""
    prepared, used = state.preparation, set[str]()
    if prepared is None or prepared.assessment is None:
        return (TakenUp(),), (frozenset(),)
    made = _take_up(scenario, state.seed, _Said(0, prepared.opening, prepared.assessment), used)
    return (made,), (frozenset(used),)


def _gone_on(scenario: Scenario, state: SessionState, kept: _Kept) -> _Kept:
    """What was made of other answers, from the first on that differs: nothing before it depends on what comes later."""
    alike = zip(kept.answers, state.answers, strict=False)
    same = 1 + next(
        (n for n, (one, other) in enumerate(alike) if one != other), min(map(len, (kept.answers, state.answers)))
    )
    made, used = [*kept.made[:same]], [*kept.used[:same]]
    for number, answer in enumerate(state.answers[same - 1 :], same):
        texts = set(used[-1])
        made.append(_take_up(scenario, state.seed, _answered(scenario, state, number, answer), texts))
        used.append(frozenset(texts))
    return _Kept(kept.begun, state.answers, tuple(made), tuple(used))


def _answered(scenario: Scenario, state: SessionState, number: int, answer: Answer) -> _Said:
    choice = ready_of(scenario, state, answer.scene).choices.get(answer.choice)
    asked = scene_of(scenario, state, answer.scene)
    assert isinstance(asked, Question)
    return _Said(
        number,
        words_of(scenario, state, answer),
        answer.assessment,
        answer.choice == SILENCE,
        scenario.journalist_by_id[asked.journalist].name,
        bool(choice and choice.source and choice.source.headline),
    )


def _take_up(scenario: Scenario, seed: int, said: _Said, used: set[str]) -> TakenUp:
    first = FIRST_DRAW + DRAWS * said.number
    upon = _upon(said)
    words = quotation(said.text, said.assessment) if upon[0] not in UNQUOTED else None
    reaction = _pick([_given("reaction", scenario.language, one) for one in upon], None, seed, first, used)
    told = TakenUp(reaction=_filled(reaction, None, said.asker) if reaction and said.asker else "")
    if said.has_headline and upon[-1] != "harmful" and draw(seed, first + 1, 2):
        return told  # The author's headline says it.
    kind: NewsKind = "post" if said.has_headline or draw(seed, first + 2, 2) else "headline"
    echo = _pick(_tiers(scenario, kind, upon), words, seed, first + 3, used)
    if echo is None:
        return told
    by = _by(scenario, kind, echo.by, seed, first + 4)
    return TakenUp(kind, by, _filled(echo, words, said.asker), told.reaction)


def _upon(said: _Said) -> tuple[Upon, ...]:
    """What the answer is taken up for, the most telling first: its gravest flag, then its tone."""
    tone = tone_of(said.assessment, silent=said.silent)
    gravest = sorted(said.assessment.flags, key=lambda flag: -TRUST_COST[flag])[:1]
    return (*gravest, tone) if tone == "harmful" else (tone,)


def _tiers(scenario: Scenario, kind: NewsKind, upon: Sequence[Upon]) -> list[Sequence[Echo]]:
    """The texts to choose from: the scenario's own before those of Podium, those for a flag before those for harm."""
    public = scenario.public
    own = (public.headlines if kind == "headline" else public.posts) if public else ()
    given = [_given(kind, scenario.language, one) for one in upon]
    return [*([echo for echo in own if echo.upon == one] for one in upon), *given]


@cache
def _given(kind: Literal["headline", "post", "reaction"], language: Language, upon: Upon) -> Sequence[Echo]:
    """The texts that travel with Podium."""
    texts = {"headline": HEADLINES, "post": POSTS, "reaction": REACTIONS}[kind]
    return [Echo(upon=upon, text=text) for text in texts[language].get(upon, ())]


def _pick(
    tiers: Sequence[Sequence[Echo]], words: Fragment | None, seed: int, number: int, used: set[str]
) -> Echo | None:
    """One of the first tier that has a fitting text which was not used yet; where all were used, of the last tier."""
    fitting = [[echo for echo in tier if (QUOTATION in echo.text) == (words is not None)] for tier in tiers]
    unused = [[echo for echo in tier if echo.text not in used] for tier in fitting]
    found = next(filter(None, unused), None) or next(filter(None, reversed(fitting)), None)
    if not found:
        return None
    picked = found[draw(seed, number, len(found))]
    used.add(picked.text)
    return picked


def _filled(echo: Echo, words: Fragment | None, asker: str) -> str:
    """The text with the quotation and the asker's name in their places; neither is read again."""
    before, mark, after = echo.text.partition(QUOTATION)
    quoted = words.shown if mark and words else ""
    return f"{before.replace('{name}', asker)}{quoted}{after.replace('{name}', asker)}"


def _by(scenario: Scenario, kind: NewsKind, by: str | None, seed: int, number: int) -> str:
    """An outlet, or who posted: as the text says, else by chance."""
    if kind == "headline":
        journalists = scenario.cast.journalists
        named = scenario.journalist_by_id.get(by or "")
        return (named or journalists[draw(seed, number, len(journalists))]).outlet
    groups = groups_of(scenario)
    names = {group.id: group.name for group in groups}
    writers = [group.name for group in groups if group.part in _WRITERS] or list(names.values())
    voice = scenario.voice_by_id.get(by or "")
    return names.get(by or "") or (voice.name if voice else writers[draw(seed, number, len(writers))])
