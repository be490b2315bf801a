"""When to practise what again: FSRS' own due dates, and the weak come up more often than the strong."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from simulator.practice.answered import Answered
from simulator.practice.bank import BankQuestion, bank
from simulator.practice.desk import practice_desk
from simulator.practice.schedule import (
    BEGINNING,
    FRESH,
    MEMORY,
    RETENTION,
    most_needed,
    ratings,
    schedule,
    scheduler,
    topics,
)
from simulator.scenario.rubric import SKILLS, Level, Skill
from simulator.scenario.single import parted
from tests.practice.answers import BEGIN, answer, asked

OF_LEVELS = {0: Rating.Again, 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy}


@pytest.mark.parametrize("seed", range(5))
def test_due_dates_are_those_of_fsrs_for_the_same_reviews(seed: int) -> None:
    chance = Random(seed)
    keeper = Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, day, answers = Card(card_id=1), 0.0, list[Answered]()
    for _ in range(30):
        day += chance.choice((0.5, 1, 3, 12, 40))
        level = chance.randrange(5)
        answers.append(answer({"empathy": level}, day))
        card, _ = keeper.review_card(card, OF_LEVELS[level], answers[-1].at)
        kept = schedule(answers).cards["skill", "empathy"]
        assert (kept.due, kept.card.stability) == (card.due, card.stability)
    assert kept.reviews == 30


def test_what_lies_far_back_moves_no_due_date_of_a_card_that_failed_since() -> None:
    chance, day, answers = Random(5), 0.0, list[Answered]()
    keeper, card = scheduler(), Card(card_id=1)
    for _ in range(MEMORY + 150):
        day += chance.choice((0.2, 1, 2))
        answers.append(answer({"empathy": chance.choice((0, 1, 2, 3, 3))}, day))
        card, _ = keeper.review_card(card, OF_LEVELS[answers[-1].levels["empathy"]], answers[-1].at)
    kept = schedule(answers).cards["skill", "empathy"]
    assert kept.due == card.due
    assert kept.reviews == len(answers)
    assert kept.failures == sum(one.levels["empathy"] < 2 for one in answers)


def test_an_answer_reviews_its_skills_its_flags_and_its_module() -> None:
    one = answer({"accuracy": 4, "empathy": 1}, flags=("blame",), tempted=("blame", "stigma"), overall=55)
    assert dict(ratings(one)) == {
        ("skill", "accuracy"): Rating.Easy,
        ("skill", "empathy"): Rating.Again,
        ("flag", "blame"): Rating.Again,
        ("flag", "stigma"): Rating.Good,
        ("module", "press"): Rating.Hard,
    }


@pytest.mark.parametrize(
    ("overall", "rating"),
    [(0, Rating.Again), (39, Rating.Again), (40, Rating.Hard), (60, Rating.Good), (84, Rating.Good), (85, Rating.Easy)],
)
def test_a_module_is_rated_by_the_overall_grade(overall: int, rating: Rating) -> None:
    assert dict(ratings(answer(overall=overall)))["module", "press"] == rating


def test_prepared_lines_of_whole_scenarios_are_left_out_and_those_of_single_questions_count() -> None:
    line = answer(spoken=False, scenario_id="lu-quet")
    assert schedule([line]).cards == {}
    assert schedule([answer(spoken=False)]).cards
    assert schedule([answer(scenario_id="lu-quet")]).cards


def test_what_was_never_practised_needs_it_most_and_what_is_not_due_not_at_all() -> None:
    plan = schedule([answer({"accuracy": 4})])
    assert plan.need(("skill", "empathy"), BEGIN) == 1.0
    assert plan.is_due(("skill", "empathy"), BEGIN)
    assert plan.need(("skill", "accuracy"), BEGIN + timedelta(hours=1)) == 0.0
    due = plan.cards["skill", "accuracy"].due
    assert not plan.is_due(("skill", "accuracy"), due - timedelta(seconds=1))
    later = [plan.need(("skill", "accuracy"), due + timedelta(days=days)) for days in (0, 10, 100)]
    assert 0 < later[0] < later[1] < later[2] < 1


def test_a_question_that_was_just_answered_comes_last() -> None:
    questions, now = (asked("a/1"), asked("b/1", "empathy")), BEGIN + timedelta(hours=1)
    plan = schedule([])
    assert [one.id for one in most_needed(questions, plan, {"a/1": BEGIN}, now)] == ["b/1", "a/1"]
    long_ago = {"a/1": BEGIN - FRESH, "b/1": BEGIN}
    assert most_needed(questions, plan, long_ago, now)[0].id == "a/1"


def test_a_beginner_is_put_the_basic_questions_first() -> None:
    hard, easy = asked("a/1", "empathy", level="advanced"), asked("b/1", level="basic")
    answers = [answer({"accuracy": 4}, day) for day in range(BEGINNING)]
    now = answers[-1].at + timedelta(days=1)
    assert most_needed((hard, easy), schedule(answers[:-1]), {}, now)[0] is easy
    assert most_needed((hard, easy), schedule(answers), {}, now)[0] is hard


def test_the_topics_of_a_question_are_those_that_its_answer_reviews() -> None:
    question = asked("a/1", "accuracy", "empathy", flags=("blame",))
    reviewed = {topic for topic, _ in ratings(answer({"accuracy": 2, "empathy": 2}, tempted=("blame",)))}
    assert set(topics(question)) == reviewed


DAYS = 60


def practised(seed: int, weak: Skill) -> dict[Skill, int]:
    """How often each skill is put to somebody who practises daily, and is good at all of them but one."""
    chance, questions = Random(seed), bank("vi")
    answers, put = list[Answered](), dict.fromkeys(SKILLS, 0)
    for day in range(DAYS):
        now = BEGIN + timedelta(days=day)
        for suggestion in practice_desk(questions, answers, now).put():
            question = suggestion.question
            for skill in question.skills:
                put[skill] += 1
            answers.append(_answered(question, now + timedelta(minutes=len(answers) % 3), chance, weak))
    return put


def _answered(question: BankQuestion, at: datetime, chance: Random, weak: Skill) -> Answered:
    levels: dict[Skill, Level] = {
        skill: chance.choice((0, 1, 1, 2)) if skill == weak else chance.choice((3, 3, 4)) for skill in question.skills
    }
    overall = round(25 * sum(levels.values()) / len(levels))
    asked: dict[str, Any] = {"scenario_id": question.id, "scene": parted(question.id)[1], "module": question.module}
    return answer(levels, at=at, overall=overall, tempted=question.flags, **asked)


@pytest.mark.parametrize(("seed", "weak"), [(0, "empathy"), (1, "rebuttal"), (2, "mandate"), (3, "accuracy")])
def test_over_sixty_days_the_weak_skill_comes_up_more_often_than_the_others_do(seed: int, weak: Skill) -> None:
    put = practised(seed, weak)
    there = {skill: sum(skill in question.skills for question in bank("vi")) for skill in SKILLS}
    # Also as a share of the questions that are there for it: some skills stand in half of the bank, others in a third.
    for counts in (put, {skill: put[skill] / there[skill] for skill in SKILLS}):
        others = [count for skill, count in counts.items() if skill != weak]
        assert counts[weak] > 1.1 * sum(others) / len(others)


def test_what_succeeds_comes_up_after_ever_longer_while_what_fails_stays_near() -> None:
    strong, weak = list[timedelta](), list[timedelta]()
    for level, kept in ((3, strong), (1, weak)):
        answers, now = list[Answered](), BEGIN
        for _ in range(6):
            answers.append(answer({"clarity": level}, at=now))
            due = schedule(answers).cards["skill", "clarity"].due
            kept.append(due - now)
            now = due
    assert strong == sorted(strong)
    assert strong[-1] > 10 * strong[0]
    assert max(weak) < timedelta(days=4)
