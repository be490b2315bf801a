"""The words that tell what a claim is about: folded, without the small ones, English ones cut to a stem."""

from __future__ import annotations

import re

from simulator.scoring.claims.hearing import Heard, Voice
from simulator.scoring.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_SMALL_VI = """
ba a ạ à ah anh chị các cái con có của cho cả cũng còn chỉ chúng chứ da dạ do đã đang đây đấy đến đều để đó được giờ
hay hiện hoặc hơn hề khi không chưa là lại lên lúc mà mỗi một mới mọi nào nay này nên như nhưng nhiều những ngay nhé
nữa ở phải qua ra rất rồi riêng sau sẽ số tại thì theo thế tôi tới trên trong trước từ từng tính và vào vẫn về với
vì việc xin xuống ấy bị bao bây biết bởi cùng dù gì hãy ông bà em lần nói rằng sự tức thật thêm toàn tất tuy vừa
xong đồng nhắc rõ tổng cộng khoảng gần chừng ít nhất hôm ngày đêm sáng chiều tối khuya tháng tuần năm đầu cuối hồi
cứ chính xác đúng bốn sáu bảy tám chín mười mươi trăm nghìn mình họ nó chúng_tôi thưa vâng chẳng ai đâu mai kia mốt
mùng phút quý vị
"""
_SMALL_EN = """
a about above after again all already also am an and any are as at be because been before being both but by can
could did do does down during each even every few for from had has have having he her here his how i if in into onto
is it its itself just let like may me more most much my near no nor not now of off on once one only or other our out
over own said same say she should so some still such than that the their them then there these they this those
through to today tonight tomorrow too under until up us very was we were what when where which while who whole why
will with would yes yesterday you your two three four five six seven eight nine ten twenty thirty hundred thousand
nobody anyone everyone somebody none ever never yet evening morning afternoon night noon midnight hour o'clock pm
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december total exactly least nearly almost roughly clear truth fact confirm i'm we're it's don't
didn't wasn't weren't
"""
SMALL_MARKED = frozenset(_SMALL_VI.split())
_VIETNAMESE_KEPT = frozenset({"con", "ba", "ban", "nha"})


def content(heard: Heard, start: int, end: int, most: int = 12) -> tuple[str, ...]:
    """The content words of a stretch, in order, each once, at most so many."""
    found: dict[str, None] = {}
    for match in _WORD.finditer(heard.text, start, end):
        word = match.group()
        if not _is_small(word, heard.voice):
            found[_stem(heard.reading.folded[match.start() : match.end()], heard.voice)] = None
    return tuple(found)[:most]


def shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Of the shorter list, the share that the other holds too; 0 where one is empty."""
    few = min(len(one), len(other))
    return len(set(one) & set(other)) / few if few else 0.0


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Of all the words of both, the share that both hold."""
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 0.0


def _is_small(word: str, voice: Voice) -> bool:
    return len(word) == 1 or word in _SMALL[voice]


def _stem(word: str, voice: Voice) -> str:
    if voice is not Voice.ENGLISH or len(word) < 5:
        return word
    return re.sub(r"(?:'s|ings?|ied|ies|ed|es|s|y|e)$", "", word)


_SMALL = (SMALL_MARKED, frozenset(map(fold, SMALL_MARKED)) - _VIETNAMESE_KEPT, frozenset(_SMALL_EN.split()))
"""Small words of each voice. Without diacritics, what folds to a word that may matter is kept."""
