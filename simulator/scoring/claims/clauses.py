"""The clauses of an answer, and which of them commit the speaker.

A question given back, what others are said to say, and what might or will be commit to nothing; they are marked so.
A correction or an update marks the sentence that announces it and the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.scenario.claims import Revision
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.text import Span

_CLAUSE_END = re.compile(r"[,;:()–—]+(?=\s|$|\()|[()]|(?<=\s)[-–—](?=\s)")
_JOINTS = Phrase(
    r"trong đó|nhưng|tuy nhiên|vì|do đó|nên|để|mà còn|mà(?= là)",
    r"but|while|because|although|so that|of whom|including|whereas|and(?= (?:we|i|they|he|she|it|the)\b)",
)
_QUOTED = re.compile(r"[\"“][^\"“”]{2,200}[\"”]")
HEARSAY = Phrase(
    r"tin đồn|trên mạng|mạng xã hội|có (?:tin|ý kiến|bài)|có người (?:nói|hỏi|bảo|viết|đồn|kể|"
    r"cho rằng|thắc mắc)|người ta|(?:bà con|dân|họ|nhiều người|phụ huynh|anh|chị|"
    r"các bạn|báo chí|các báo|báo)(?: đã)? (?:nói|bảo|hỏi|viết|đưa|đăng|kể|cho rằng|nghe)|tin (?:nói|rằng|là)|"
    r"đồn (?:rằng|là|thổi|đoán|đại)|cái tin|thông tin cho rằng|bài (?:đăng|viết)|clip nói|luận điệu",
    r"rumou?rs?|posts?(?: online)?(?: say| claim)?|(?:people|some|they|you|journalists|papers|reports)(?: are)? "
    r"(?:say|says|saying|claim|claiming|write|ask|asked|posting)|the claim|it is (?:claimed|said)|"
    r"online|alleged(?:ly)?",
)
_DENIED = Phrase(
    r"(?:là|hoàn toàn)? ?(?:sai(?: sự thật)?|không đúng(?: sự thật)?|bịa đặt|tin giả|không có thật|"
    r"không chính xác)|(?:là không phải|thì không có)(?= ?[.!]*$)",
    r"(?:is|are|was|were)(?: simply| just)? (?:false|untrue|wrong|not true|made up|fake)|(?:isn't|aren't) true",
)
_FALSE = Phrase(
    r"(?:là|hoàn toàn) (?:sai|không đúng|bịa đặt|tin giả|không có thật|không chính xác)|không đúng sự thật|"
    r"(?:là không phải|thì không có)(?= ?[.!]*$)",
    _DENIED.en,
)
_NO_SUCH = Phrase(
    r"(?:không|làm gì|chẳng) có chuyện|không phải(?: là)?(?= (?:\d|mười|hai|ba))",
    r"not true that|no truth|it is false that|never was",
)
_SUPPOSED = Phrase(
    r"nếu|giả sử|giả dụ|trường hợp xấu nhất|ví dụ|chẳng hạn|thử hỏi", r"if|suppose|imagine|unless|whether|say"
)
_MIGHT = Phrase(
    r"có thể|có lẽ|có khả năng|e rằng|dự kiến|ước chừng sẽ|chắc là|cần phải|đề nghị|"
    r"mong(?= (?:bà con|mọi người|các))|"
    r"không thể|chưa thể|kế hoạch|dự định|định sẽ|phải(?= (?:kiểm tra|báo|cảnh báo|sơ tán|xin lỗi|"
    r"công bố|chi))|lẽ ra|đáng lẽ|đáng ra",
    r"may|might|could|would|should|can|cannot|can't|expected|expect|perhaps|possibly|please|must|ought|planned|plan|"
    r"likely|let us|let's|want to|need to",
    marked=r"hãy|cần|đừng|mong",
)
FUTURE = Phrase(
    r"sẽ|(?:tôi|xin|chúng tôi) hứa|cam kết|(?:tôi|xin|chúng tôi) hẹn",
    r"will|shall|[a-z]+'ll|going to|promise|pledge|undertake|won't",
    marked=r"sắp|hứa|hẹn",
)
CORRECTS = Phrase(
    r"đính chính|cải chính|(?:xin|tôi|cho tôi) sửa lại|nói (?:nhầm|sai)|tôi nhầm|chưa chính xác|tôi rút lại",
    r"correct(?:ion)?(?: it| that| myself| my)?|i (?:misspoke|was wrong)|that was wrong|i got (?:it|that) wrong|"
    r"i withdraw|my mistake|revise",
)
_UPDATES = Phrase(
    r"vừa (?:được |mới |có )?(?:cập nhật|nhận|có|tìm|báo|xác nhận)|mới (?:cập nhật|nhất|nhận được)|đã tăng|"
    r"tăng lên|tăng thêm|giảm xuống|giảm còn|lên tới|số liệu mới|cập nhật (?:mới|đến|lúc)|đến nay đã|nay (?:đã )?là|"
    r"từ \d+ (?:lên|xuống)",
    r"now stands?(?: at)?|has (?:now )?(?:risen|gone up|grown|fallen|dropped|come down)|have (?:risen|"
    r"gone up|fallen)|"
    r"latest|just (?:been )?(?:updated|received|heard|confirmed|told)|updated?|new (?:figure|count|number)|"
    r"(?:is|are) now|since then|rose to|fell to",
)
EARLIER_SAID = Phrase(
    r"(?:lúc nãy|ban nãy|hồi nãy|trước đó|hôm qua|hôm trước|sáng nay)[, ]+(?:tôi|chúng tôi)(?: có|"
    r" đã)? (?:nói|bảo|nêu|đưa)"
    r"(?: là| nhầm| sai)?|tôi (?:đã |có )?nói (?:lúc nãy|ban nãy|nhầm|sai)(?: là)?|"
    r"con số (?:tôi )?(?:đã )?(?:nêu|nói)",
    r"(?:earlier|before|yesterday|this morning|a moment ago),? (?:i|we) (?:said|told you|gave)|(?:i|"
    r"we) (?:said|told you|gave)"
    r"(?= [^.]{0,60}(?:earlier|before|yesterday|this morning|a moment ago))|i misspoke",
)
NEGATION = Phrase(
    r"không|chưa|chẳng|đâu có|làm gì có|ko|k|hổng|không hề|chưa từng|chưa hề",
    r"not|never|no|nobody|no one|none|nothing|neither|without|[a-z]+n't|failed to",
    marked=r"chả",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence, and what it commits to.

    `sure`: said as a fact, by the speaker; `future`: as something to come; `denied`: introduced as no such thing.
    """

    start: int
    end: int
    sentence: Span
    sure: bool
    future: bool
    denied: bool
    revision: Revision


def clauses(heard: Heard) -> tuple[Clause, ...]:
    """All clauses of an answer, in order."""
    revisions = tuple(_revision(heard, sentence) for sentence in heard.reading.sentences)
    return tuple(
        clause
        for number, sentence in enumerate(heard.reading.sentences)
        for clause in _of_sentence(heard, sentence, _carried(revisions, number))
    )


def _carried(revisions: tuple[Revision, ...], number: int) -> Revision:
    """A sentence's own revision, or that of the sentence before it."""
    if revisions[number] is not Revision.NONE or not number:
        return revisions[number]
    return revisions[number - 1]


def _revision(heard: Heard, sentence: Span) -> Revision:
    if CORRECTS.first(heard, sentence.start, sentence.end):
        return Revision.CORRECTED
    return Revision.UPDATED if _UPDATES.first(heard, sentence.start, sentence.end) else Revision.NONE


def _of_sentence(heard: Heard, sentence: Span, revision: Revision) -> Iterator[Clause]:
    asks = "?" in heard.text[sentence.start : sentence.end]
    supposed = _SUPPOSED.first(heard, sentence.start, sentence.end) is not None
    silent = _hearsay(heard, sentence)
    for start, end in _cut(heard, sentence):
        others = any(start < until and end > since for since, until in silent)
        might = _MIGHT.first(heard, start, end) is not None
        future = FUTURE.first(heard, start, end) is not None
        denied = any(phrase.first(heard, start, end) for phrase in (_NO_SUCH, _FALSE))
        sure = not (asks or supposed or others or might or future)
        yield Clause(start, end, sentence, sure, future and not (asks or supposed or others), denied, revision)


def _hearsay(heard: Heard, sentence: Span) -> list[tuple[int, int]]:
    """Where others speak: from their mention up to the word that denies it, or to the end."""
    told = HEARSAY.among(heard, sentence.start, sentence.end)
    quoted = _QUOTED.finditer(heard.text, sentence.start, sentence.end)
    return [
        *((match.start(), _denial(heard, match.end(), sentence.end)) for match in told),
        *(match.span() for match in quoted),
    ]


def _denial(heard: Heard, start: int, end: int) -> int:
    denied = _DENIED.first(heard, start, end)
    return denied.end() if denied else end


def _cut(heard: Heard, sentence: Span) -> Iterator[tuple[int, int]]:
    """A sentence cut at its commas, brackets and joints."""
    ends = [match.start() for match in _CLAUSE_END.finditer(heard.text, sentence.start, sentence.end)]
    joints = [match.start() for match in _JOINTS.among(heard, sentence.start, sentence.end)]
    start = sentence.start
    for end in [*sorted({*ends, *joints}), sentence.end]:
        if end > start:
            yield start, end
            start = end
