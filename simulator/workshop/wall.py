"""The submission wall: all answers to one question side by side, by name or under labels that tell nobody's seat."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario.rubric import Skill
from simulator.scenario.scenes import Question
from simulator.session.asked import scene_of
from simulator.workshop.followed import Followed, GivenAnswer
from simulator.workshop.room.state import RoomState


@dataclass(frozen=True, slots=True)
class WallQuestion:
    """A question that somebody has answered. `key` is the same in every session; `answers` counts who has."""

    key: str
    title: str
    text: str
    skills: tuple[Skill, ...]
    answers: int


@dataclass(frozen=True, slots=True)
class Submission:
    """An owner's latest answer to the question. `label` is its number on the anonymous wall, from 1."""

    owner: str
    session: str
    label: int
    given: GivenAnswer


def questions(sessions: Iterable[Followed]) -> list[WallQuestion]:
    """What has been answered in these sessions, in the order in which it was first met, the scenario's and the
    facilitator's questions; a journalist's own press belongs to one session alone, and is left out."""
    found: dict[str, WallQuestion] = {}
    for one in sessions:
        done: set[str] = set()
        for answer in one.state.answers:
            key = one.question_key(answer.scene)
            asked = scene_of(one.scenario, one.state, answer.scene)
            if "/press_" in key or key in done or not isinstance(asked, Question):
                continue
            done.add(key)
            counted = found[key].answers + 1 if key in found else 1
            found[key] = WallQuestion(key, asked.title or asked.id, asked.text, asked.skills, counted)
    return list(found.values())


def wall(question: str, sessions: Iterable[Followed], labels: Mapping[str, int], skill: str = "") -> list[Submission]:
    """All answers to a question, the best first: by the overall grade, or by a skill's level where one is named.

    Answers that were not graded on the skill come last. `labels` are those of `labels_in`.
    """
    found = [one for followed in sessions if (one := _submission(question, followed, labels)) is not None]
    return sorted(found, key=lambda one: (*_rank(one, skill), one.label))


def labels_of(question: str, owners: Sequence[str], secret: str) -> dict[str, int]:
    """A number for each owner, from 1, that cannot be told without the room's secret, and is another at each question.

    `owners` are in the order in which they came. Whoever comes later changes the number of one other at most.
    """
    placed: list[str] = []
    for owner in owners:
        drawn = hashlib.blake2b(f"{question}\0{owner}".encode(), key=secret.encode()[:64], digest_size=8).digest()
        place = int.from_bytes(drawn, "big") % (len(placed) + 1)
        placed.append(owner)
        placed[place], placed[-1] = placed[-1], placed[place]
    return {owner: number for number, owner in enumerate(placed, 1)}


def labels_in(state: RoomState, question: str, secret: str) -> dict[str, int]:
    """The labels of all owners who ever were in a room, those who were removed too: so nobody's changes by that."""
    owners = (state.owner(seat) for seat in state.seats.values() if not seat.observer)
    return labels_of(question, tuple(dict.fromkeys(owners)), secret)


def _submission(question: str, followed: Followed, labels: Mapping[str, int]) -> Submission | None:
    for number in range(len(followed.state.answers), 0, -1):
        if followed.question_key(followed.state.answers[number - 1].scene) == question:
            return Submission(
                followed.owner, followed.session, labels.get(followed.owner, len(labels) + 1), followed.given(number)
            )
    return None


def _rank(one: Submission, skill: str) -> tuple[int, int]:
    counts = one.given.counts
    if not skill:
        return -counts.overall, 0
    level = next((level for name, level in counts.levels.items() if name == skill), -1)
    return -level, -counts.overall
