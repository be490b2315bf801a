"""The canary: an answer with a sentence that may sway a judge must get the same levels without that sentence.

The gate turns away what plainly speaks to the grader. This is for what is less plain, and for what only a language
model would fall for; a harmless sentence that is taken for such costs one more request.
"""

from __future__ import annotations

import re

from simulator.scoring.judge.verdict import Verdict
from simulator.scoring.text import Reading

_SWAYING = re.compile(
    r"\b(?:grad(?:er|ing|e)|rubric|assess(?:or|ment)|evaluat\w+|judge|scor(?:e|es|ing)|prompt|instructions?|json|schema"
    r"|llm|chatbot|ai model|system|assistant|user|boundary|level [0-4]|level (?:four|three)|exemplary|red flags?"
    r"|cham diem|thang diem|giam khao|nguoi cham|nguoi danh gia|muc do? ?[0-4]|muc bon|xuat sac|chi dan|cau lenh"
    r"|lenh he thong|ky nang|tieu chi|tri tue nhan tao|mo hinh)\b"
    r"|[{}<>\[\]`]|\"(?:skills?|level|flags?)\""
)


def without_swaying(reading: Reading) -> str | None:
    """The answer without the sentences that may sway a judge; None if it has none."""
    kept = [span for span in reading.sentences if not _SWAYING.search(reading.folded[span.start : span.end])]
    if len(kept) == len(reading.sentences):
        return None
    return " ".join(reading.of(span) for span in kept)


def is_swayed(with_them: Verdict, without: Verdict) -> bool:
    """Whether any level, or any flag, differs between the two verdicts."""
    return _told(with_them) != _told(without)


def _told(verdict: Verdict) -> tuple[dict[str, int], set[str]]:
    return {one.skill: one.level for one in verdict.skills}, {one.flag for one in verdict.flags}
