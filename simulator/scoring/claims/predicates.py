"""The few things that a spokesperson says were done or not, and whose denial later is news."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scoring.claims.hearing import Phrase

_NEVER = Phrase(r"(?!)", r"(?!)")


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a predicate is worded: `done` as something past, `bare` where English needs a helping verb.

    `performed`: to say it is to do it (I apologise). `of_all`: it matters little of what it is said.
    """

    name: str
    done: Phrase
    bare: Phrase = _NEVER
    performed: bool = False
    of_all: bool = False


PREDICATES = (
    Predicate(
        "warned",
        Phrase(
            r"cảnh báo|báo động|thông báo (?:cho|tới)|phát loa|báo(?= (?:cho|trước|lúc|từ|tới|đến|với|bà con|"
            r"dân|quá|rất|sớm|"
            r"muộn|ngay|kịp|một|tin))|báo(?= ?[.!]*$)",
            r"warned|alerted|told the (?:villages|villagers|people|residents)",
        ),
        Phrase(r"(?!)", r"warn|alert"),
    ),
    Predicate("evacuated", Phrase(r"(?<!điểm )(?<!nơi )sơ tán|di tản", r"evacuated"), Phrase(r"(?!)", r"evacuate")),
    Predicate(
        "released",
        Phrase(
            r"xả (?:nước|lũ|thải|tràn|đáy)",
            r"(?:released|discharged) (?:any |the )?water|opened the (?:gates|sluices?)",
        ),
        Phrase(r"(?!)", r"(?:release|discharge) (?:any |the )?water|open the (?:gates|sluices?)"),
        of_all=True,
    ),
    Predicate(
        "apologised",
        Phrase(r"xin lỗi|nhận lỗi|tạ lỗi", r"apologi[sz](?:e|ed|ing)"),
        performed=True,
        of_all=True,
    ),
    Predicate(
        "knew",
        Phrase(
            r"(?<!cho )(?<!được )biết(?= (?:chuyện|việc|tin|từ|tới|cho|trước|về|rằng|sớm|gì|điều|lúc|ngay)|"
            r" ?[.!]*$)|nắm được",
            r"knew|(?:was|were|been) aware",
        ),
        Phrase(r"(?!)", r"know(?: about| of|n)?|aware"),
    ),
    Predicate(
        "paid",
        Phrase(
            r"chi trả|chi(?= (?:cho|đồng|đủ|hết|\d|tiền))|chi(?= ?[.!]*$)|trả tiền|trao tiền|nhận (?:được )?tiền",
            r"paid",
        ),
        Phrase(r"(?!)", r"pay"),
    ),
    Predicate(
        "inspected",
        Phrase(
            r"(?<!tổ )(?<!đoàn )(?<!quả )(?<!hoạch )(?<!luận )(?<!biên bản )kiểm tra", r"inspected|checked|examined"
        ),
        Phrase(r"(?!)", r"inspect|check|examine"),
    ),
    Predicate(
        "arrested",
        Phrase(
            r"bị bắt|bắt(?: giữ| giam)?(?= (?:\d|một|hai|ba|bốn|năm|ai|người|đối tượng|nghi|giữ|giam))|"
            r"tạm giữ|khởi tố",
            r"arrested|detained|taken into custody",
        ),
        Phrase(r"(?!)", r"arrest|detain"),
    ),
    Predicate(
        "moved the marker",
        Phrase(
            r"(?:di|dời|dịch|xê dịch|di dời|di chuyển|nhổ) (?:cột )?mốc",
            r"moved (?:the|a|any) (?:border )?(?:marker|stone)",
        ),
        Phrase(r"(?!)", r"move (?:the|a|any) (?:border )?(?:marker|stone)"),
        of_all=True,
    ),
    Predicate(
        "reported",
        Phrase(r"(?<!theo )(?<!bản )(?<!nhận )(?<!có )báo cáo|trình báo", r"reported(?= (?:it|this|the|to))"),
        Phrase(r"(?!)", r"report(?= (?:it|this|the|to))"),
    ),
    Predicate(
        "cause established",
        Phrase(
            r"xác định (?:được |rõ )?nguyên nhân|kết luận (?:được |về )?nguyên nhân|tìm ra nguyên nhân|"
            r"rõ nguyên nhân",
            r"(?:established|confirmed|determined|identified|found) the cause",
        ),
        Phrase(r"(?!)", r"(?:establish|confirm|determine|identify|know) the cause"),
        of_all=True,
    ),
    Predicate(
        "struck",
        Phrase(r"đánh(?= (?:người|bà|ông|dân|em|học sinh|ai|cháu|chị))", r"hit|beat|struck"),
        Phrase(r"(?!)", r"strike"),
    ),
    Predicate("published", Phrase(r"công bố", r"published"), Phrase(r"(?!)", r"publish")),
    Predicate("repaired", Phrase(r"sửa(?! lại| đổi| soạn| sai)", r"repaired|fixed"), Phrase(r"(?!)", r"repair|fix")),
    Predicate(
        "hidden",
        Phrase(r"(?:che |bị )?giấu|bưng bít", r"hid|hidden|concealed|covered up"),
        Phrase(r"(?!)", r"hide|conceal|cover up"),
    ),
)
