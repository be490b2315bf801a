"""A small bank and a short course for the screens, in the house without a file or a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from simulator.errors import UsageError
from simulator.practice.answered import flags_of
from simulator.practice.bank import BankQuestion
from simulator.scenario.course import Course
from simulator.scenario.model import Language, Scenario
from simulator.scenario.scenes import Question
from simulator.scenario.single import single_id
from tests.builders import line, question, scenario

SET = "muong-can"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

_ASKED = (
    ("nuoc", "Mương cạn", "Mương cạn từ hôm nào, và xã làm gì?", ("accuracy", "timeliness"), "speculation"),
    ("tien", "Tiền nạo vét", "Tiền nạo vét mương đi đâu?", ("transparency", "accountability"), "blame"),
    ("don", "Lời đồn", "Có người chặn nước phải không?", ("rebuttal", "respect"), "stigma"),
    ("dan", "Bà con", "Nhà nào mất lúa thì xã tính sao?", ("empathy", "accountability"), "false_reassurance"),
)


def question_set() -> Scenario:
    """Four single questions of one case, in Vietnamese; each can be answered by a good line and by one with a flag."""
    asked = [
        question(
            id_,
            line("tot", text=f"Câu trả lời tốt về {title.lower()}.", levels=dict.fromkeys(skills, 4)),
            line("do", text="Lỗi tại dân.", levels=dict.fromkeys(skills, 1), flags=[flag]),
            title=title,
            text=text,
        )
        for id_, title, text, skills, flag in _ASKED
    ]
    everything: dict[str, object] = {
        "id": SET,
        "language": "vi",
        "title": "Mương cạn ở Bản Lầu",
        "module": "press",
        "level": "basic",
        "cast": {"journalists": ({"id": "hang", "name": "Hằng", "outlet": "Kênh Tin Vùng Cao", "manner": "sharp"},)},
    }
    return scenario(*asked, **everything)


def bank_of(sets: Sequence[Scenario]) -> tuple[BankQuestion, ...]:
    """The questions of some sets with their tags."""
    return tuple(
        BankQuestion(
            single_id(one.id, asked.id),
            asked.title or one.title,
            one.title,
            one.module,
            one.level,
            asked.skills,
            flags_of(asked),
            one.language,
        )
        for one in sets
        for asked in one.scenes
        if isinstance(asked, Question)
    )


def course(**changes: object) -> Course:
    """Two days: a self-assessment, a talk, the landslide, two questions, the exam, and the self-assessment again."""
    steps = (
        {
            "id": "before",
            "kind": "self_assessment",
            "at": "08:00",
            "minutes": 15,
            "title": _told("Tự đánh giá", "Yourself"),
        },
        {
            "id": "talk",
            "kind": "talk",
            "at": "08:15",
            "minutes": 30,
            "title": _told("Trao đổi", "A talk"),
            "about": _told("Nói về mương.", "About the ditch."),
        },
        {
            "id": "slide",
            "kind": "scenario",
            "module": "press",
            "at": "08:45",
            "minutes": 45,
            "title": _told("Sạt lở", "The landslide"),
            "scenario": "sat-lo-khe-ten",
            "mode": "guided",
        },
        {"id": "two", "kind": "questions", "at": "09:30", "minutes": 10, "title": _told("Hai câu", "Two"), "count": 2},
    )
    last = (
        {
            "id": "exam",
            "kind": "exam",
            "at": "08:00",
            "minutes": 45,
            "title": _told("Bài thi", "The exam"),
            "scenario": "sat-lo-khe-ten",
            "pass_mark": 60,
        },
        {
            "id": "after",
            "kind": "self_assessment",
            "at": "08:45",
            "minutes": 15,
            "title": _told("Tự đánh giá lại", "Again"),
        },
    )
    everything: dict[str, object] = {
        "format": 1,
        "id": "hai-buoi",
        "title": _told("Khóa hai buổi", "A course of two mornings"),
        "about": _told("Một khóa ngắn.", "A short course."),
        "author": "Podium's tests",
        "licence": "CC BY 4.0",
        "self_assessment": (
            {"skill": "accuracy", "text": _told("Tôi chỉ nói điều đã xác minh.", "I say what is verified.")},
            {"skill": "empathy", "text": _told("Người chịu thiệt thấy mình được nhìn thấy.", "People feel seen.")},
        ),
        "days": (
            {"title": _told("Buổi một", "The first morning"), "steps": steps},
            {"title": _told("Buổi hai", "The second morning"), "steps": last},
        ),
        **changes,
    }
    return Course.model_validate(everything)


def _told(vi: str, en: str) -> dict[str, str]:
    return {"vi": vi, "en": en}


class Shelf:
    """Where the learning of a house without files finds its bank and its courses; each may be missing."""

    def __init__(self, sets: Sequence[Scenario] | None = None, courses: Sequence[Course] | None = None) -> None:
        self.sets = [question_set()] if sets is None else [*sets]
        self.courses = [course()] if courses is None else [*courses]

    def questions(self, language: Language) -> Sequence[BankQuestion]:
        return bank_of(self.sets)

    def course(self, course_id: str) -> Course:
        found = next((one for one in self.courses if course_id in ("", one.id)), None)
        if found is None:
            raise UsageError("no course is called `{name}`", name=course_id)
        return found


class Calendar:
    """The moment of the record, moved by hand; it also goes on by a second with each look."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def pass_days(self, days: float) -> None:
        self.now += timedelta(days=days)

    def moment(self) -> datetime:
        return self.now

    def written(self) -> str:
        self.now += timedelta(seconds=1)
        return self.now.isoformat(timespec="microseconds")
