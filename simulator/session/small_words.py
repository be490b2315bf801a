"""The small words of both languages, by which a clause is told from a piece of one and content from mere beginnings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from simulator.language.folding import folded

FOREIGN_PART = 0.15
"""The share of words with letters beyond ASCII from which a text is read as Vietnamese."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """`empty` words carry no content; a piece does not begin with a `dependent` one, nor end with a `dangling` one.

    A long clause may be cut before a `joining` word; after an `introducing` one a clause of its own begins. An
    `adjoining` word begins what only says when, where or after whom. `openings` are the phrases with which one only
    begins to speak, `coordinating` the words that tie a clause to the one before. `words_max` is the length of what one
    says in a breath, in words as spaces part them: of Vietnamese, syllables, of which a word has one and a half.
    """

    empty: frozenset[str]
    dependent: frozenset[str]
    dangling: frozenset[str]
    joining: frozenset[str]
    introducing: frozenset[str]
    adjoining: frozenset[str]
    coordinating: frozenset[str]
    openings: re.Pattern[str]
    words_max: int

    def opening(self, words: Sequence[str]) -> int:
        """How many of the first words only begin to speak, or tie the clause to the one before."""
        said = 0
        while said < len(words):
            found = self.openings.match(" ".join(words[said:]) + " ")
            more = len(found[0].split()) if found else int(words[said] in self.coordinating)
            if not more:
                break
            said += more
        return said


def small_words(text: str) -> SmallWords:
    """Those of the language that a text is written in."""
    words = text.split()
    foreign = sum(not word.isascii() and any(map(str.isalpha, word)) for word in words)
    if foreign > FOREIGN_PART * len(words):
        return _VIETNAMESE
    bare = sum(word.casefold() in _WITHOUT_MARKS for word in words)
    return _BARE_VIETNAMESE if bare > FOREIGN_PART * len(words) else _ENGLISH


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = SmallWords(
    empty=_set(
        "a an the this that these those it its is are was were be been being am i you we he she they me us him her "
        "them my your our his their to of in on at by for from with as and or but so if than then there here what "
        "which who whom when where why how do does did has have had will would can could may might shall should "
        "must not no yes just very really also only too about into up out over let say said mean well now please "
        "thank thanks i'm it's that's we're don't i'll we'll i've we've sure course thing things something "
        "anything everything all any some"
    ),
    dependent=_set(
        "for with by which who whom whose that than of in-between nor or as because since although though while "
        "whereas until unless where when if whether including such"
    ),
    dangling=_set(
        "a an the of to for with at in on by from and or but nor as is are was were be been has have had will "
        "would can could may might shall should must not no our your their its his her my that which who if than "
        "into about so because when where while very more most this these those"
    ),
    joining=_set(
        "and but or because which who that when where while until since so if although though before after unless "
        "whereas from with for by at in on to"
    ),
    introducing=_set("that"),
    adjoining=_set("as in at on by since until from according under following during after before when if while to"),
    coordinating=_set("and but so or yet then nor"),
    openings=re.compile(
        r"(?:what i (?:mean|meant|am saying|can say)(?: to say)? is|i (?:mean|meant)(?: to say)?|"
        r"let me (?:be (?:very |quite |perfectly )?(?:clear|plain|frank|honest)|say (?:this|it|that|again)?|"
        r"put it (?:plainly|this way|properly)|just say|answer (?:that|you)|tell you|begin by saying)|"
        r"as (?:i|we) (?:have )?(?:just )?said|i (?:just )?(?:want|would like|wish) to (?:say|stress|make clear)|"
        r"thank you(?: for (?:that|the|your) question)?|well|look|listen|you know|to be (?:honest|frank|clear)|frankly|"
        r"honestly|in other words|the thing is|the (?:point|fact) is|first(?: of all)?|secondly?|finally|please|"
        r"of course|"
        r"i (?:repeat|say it again|can say|would say)|ladies and gentlemen|good (?:morning|afternoon|evening)|"
        r"m(?:r|s|rs)\.? \w+) (?:that )?"
    ),
    words_max=12,
)

_VIETNAMESE = SmallWords(
    empty=_set(
        "và hoặc hay của là thì mà cho với ở tại từ do vì nếu các những một để rằng sẽ đã đang không chưa có được "
        "bị này kia ấy đó đây thế vậy nào gì sao tôi chúng ta mình anh chị em ông bà cô chú quý vị người ai cũng "
        "vẫn còn nữa rồi thôi ạ nhé đi lại ra vào lên xuống như khi lúc trong ngoài trên dưới về đến tới theo cùng "
        "rất quá lắm thật ý muốn nói thưa xin vâng dạ nhưng nên bởi cứ chỉ mới điều việc chuyện cái câu phải đều "
        "hết cả mọi mỗi"
    ),
    dependent=_set(
        "mà nhưng vì bởi do nên để rằng của hoặc hay với như khi nếu dù tuy kể gồm cũng trong trên dưới tại theo"
    ),
    dangling=_set(
        "và hoặc hay của là thì mà cho với ở tại từ do vì nếu các những một để rằng sẽ đã đang không chưa được bị "
        "mỗi mọi cả như khi lúc trong trên dưới về đến tới theo cùng rất quá nhưng nên bởi cứ chỉ mới phải có từng "
        "hơn gần khoảng mấy vài"
    ),
    joining=_set("và nhưng vì để khi mà nên nếu thì do bởi hoặc trước sau đến từ ở tại với cho theo trong"),
    introducing=_set("rằng"),
    adjoining=_set("theo tại ở trong về hiện tính đến từ khi lúc nếu vì do để sau trước qua ngoài với cùng"),
    coordinating=_set("và nhưng thì nên còn song hoặc rồi mà"),
    openings=re.compile(
        r"(?:(?:cái )?ý (?:của )?(?:tôi|chúng tôi)(?: (?:muốn|định) nói)?(?: ở đây)?|"
        r"(?:điều|câu) (?:tôi|chúng tôi) muốn nói|"
        r"(?:tôi|chúng tôi) (?:chỉ )?(?:xin (?:được )?)?(?:muốn )?(?:nói|trả lời|nhắc|khẳng định|nhấn mạnh)"
        r"(?: (?:thẳng|rõ|lại|thêm|thật|ngay|luôn|trước|gọn))*(?= (?:là|rằng|thế này|như sau))(?: thế này| như sau)?|"
        r"như (?:tôi|chúng tôi) (?:đã|vừa) nói|tóm lại|"
        r"nói (?:thật|thẳng) với (?:(?:các )?(?:anh|chị|ông|bà|cô|chú)(?: \w+)?|bà con)|"
        r"nói (?:thật|thẳng|cách khác|gọn|chung|tóm)(?: lại)?|"
        r"(?:xin )?thưa (?:(?:quý|các) (?:vị|anh(?: chị)?|chị|báo)|(?:các )?(?:nhà báo|phóng viên)|bà con|"
        r"(?:anh|chị|ông|bà|cô|chú)(?: \w+)?|\w+)|xin thưa|kính thưa (?:quý vị|bà con)|vâng|dạ|"
        r"(?:xin )?cảm ơn (?:câu hỏi|anh|chị|nhà báo)(?: (?:của )?(?:anh|chị)?)?|trước hết|trước tiên|"
        r"thứ (?:nhất|hai|ba)|"
        r"về (?:việc|chuyện|vấn đề) (?:này|ấy|đó)|theo tôi|thật ra|thực ra|thế này|xin nói (?:thẳng|rõ|lại|thêm)) "
        r"(?:là |rằng )?"
    ),
    words_max=18,
)

_WITHOUT_MARKS = _set(
    "khong toi chung nguoi cua duoc nhung nay la va thi cac cho mot den luc ngay gio ba con anh chi roi cung xin se"
)
"""Words by which Vietnamese written without marks is known."""


def _bare(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _sets_of(small: SmallWords) -> dict[str, frozenset[str]]:
    kept = {one.name: getattr(small, one.name) for one in fields(small)}
    return {name: words for name, words in kept.items() if isinstance(words, frozenset)}


_BARE_VIETNAMESE = SmallWords(
    **{name: _bare(words) for name, words in _sets_of(_VIETNAMESE).items()},
    openings=re.compile(folded(_VIETNAMESE.openings.pattern)),
    words_max=_VIETNAMESE.words_max,
)
