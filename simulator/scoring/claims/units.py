"""What is counted: the kinds of thing a number may stand before, under one name in both languages."""

from __future__ import annotations

from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.wording import content

LATE_UNITS = frozenset({"hour", "minute", "day", "week", "month", "year"})
"""Units of time: they count only where something was late by so much."""

UNITS: tuple[tuple[str, Phrase], ...] = tuple(
    (name, Phrase(vi, en))
    for name, vi, en in (
        ("household", r"hộ(?: dân| gia đình)?|gia đình", r"households?|famil(?:y|ies)"),
        ("pupil", r"(?:em )?học sinh|em|cháu|trẻ em|trẻ|đứa trẻ|cháu nhỏ|em nhỏ", r"pupils?|students?|child(?:ren)?"),
        (
            "person",
            r"công nhân|thợ|người(?: dân| lao động)?|nạn nhân|ca|trường hợp|bà con|bệnh nhân|nhân khẩu",
            r"people|persons?|victims?|cases?|residents|workers|villagers|patients|lives",
        ),
        ("man", r"đàn ông|thanh niên|đối tượng|nghi phạm|nghi can", r"m[ae]n|suspects?"),
        ("house", r"(?:ngôi|căn|nóc) nhà|nhà|căn", r"houses?|homes?"),
        ("money", r"đồng|đ|vnd", r"dong|dollars?|vnd"),
        ("tonne", r"tấn", r"tonnes?|tons?"),
        ("litre", r"lít", r"lit(?:re|er)s?"),
        ("cubic metre", r"(?:m3|m³|mét khối|khối)", r"cubic met(?:re|er)s?|m3|m³"),
        ("hectare", r"héc-?ta|ha", r"hectares?|ha"),
        ("kilometre", r"km|ki-?lô-?mét|cây số", r"km|kilomet(?:re|er)s?"),
        ("metre", r"m|mét", r"met(?:re|er)s?"),
        ("millimetre", r"mm", r"mm"),
        ("percent", r"phần trăm", r"per ?cent"),
        ("dose", r"liều", r"doses?"),
        ("sample", r"mẫu(?: [^\W\d_]+)?", r"samples?"),
        ("vehicle", r"(?:chiếc )?xe(?: tải| container)?", r"trucks?|lorr(?:y|ies)|vehicles?"),
        ("village", r"bản|thôn|xã", r"villages?|communes?"),
        ("point", r"điểm", r"points?"),
        ("hour", r"giờ|tiếng|tiếng đồng hồ", r"hours?"),
        ("minute", r"phút", r"minutes?"),
        ("day", r"ngày", r"days?"),
        ("week", r"tuần", r"weeks?"),
        ("month", r"tháng", r"months?"),
        ("year", r"năm", r"years?"),
    )
)


def unit_at(heard: Heard, place: int, end: int) -> tuple[str, int]:
    """The unit that follows a number, and where it ends; else the next content word itself; else nothing."""
    while place < end and heard.text[place] in " '\"“”.%":
        if heard.text[place] == "%":
            return "percent", place + 1
        place += 1
    known = _known(heard, place, end)
    return known if known[0] else _unknown(heard, place, end)


def _known(heard: Heard, place: int, end: int) -> tuple[str, int]:
    """The longest known unit at a place; an adjective or two may stand before an English one."""
    found = [(name, match.end()) for name, phrase in UNITS if (match := phrase.begins(heard, place, end))]
    return max(found, key=lambda each: each[1], default=("", place))


def _unknown(heard: Heard, place: int, end: int) -> tuple[str, int]:
    stop = heard.text.find(" ", place, end)
    stop = end if stop < 0 else stop
    word = content(heard, place, stop, most=1)
    return (word[0], stop) if word else ("", place)


def last_unit(heard: Heard, start: int, end: int) -> str:
    """The unit nearest before a number: in `số người chết là 8`, people."""
    found = [(match.end(), name) for name, phrase in UNITS for match in phrase.among(heard, start, end)]
    return max(found, default=(0, ""))[1]
