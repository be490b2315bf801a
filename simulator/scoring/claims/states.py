"""What befell what was counted: dead, missing, arrested, leaked ... each under one name in both languages."""

from __future__ import annotations

from simulator.scoring.claims.clauses import NEGATION
from simulator.scoring.claims.hearing import Heard, Phrase, either

NOT = "not"

STATES: tuple[tuple[str, Phrase], ...] = tuple(
    (name, Phrase(vi, en, *marked))
    for name, vi, en, *marked in (
        ("dead", r"chết|tử vong|thiệt mạng|qua đời|tử nạn|mất mạng", r"dead|died|die|deaths?|killed|lost their lives"),
        ("missing", r"mất tích", r"missing|unaccounted for"),
        ("injured", r"bị thương|thương tích", r"injur(?:ed|ies)|hurt|wounded"),
        ("severe", r"nặng|nguy kịch", r"critical(?:ly)?|serious(?:ly)?|severe(?:ly)?"),
        ("treated", r"điều trị|nằm viện", r"in hospital|(?:being )?treated|hospitali[sz]ed"),
        ("admitted", r"nhập viện|vào viện|phải vào|cấp cứu", r"admitted|taken to hospital"),
        ("discharged", r"về nhà|đã về|ra viện|xuất viện", r"discharged|(?:sent|gone) home"),
        ("destroyed", r"sập|cuốn trôi|mất nhà|đổ sập", r"collapsed|destroyed|(?:swept|washed) away", r"trôi|đổ"),
        ("damaged", r"hư hỏng|hư hại|tốc mái|hỏng", r"damaged"),
        ("flooded", r"ngập", r"flooded|under water"),
        ("sheltered", r"ở tạm|tạm trú|ở nhờ|tá túc", r"shelter(?:ed|ing)?|staying"),
        ("moved", r"di dời|dời đi|tái định cư|chuyển đến", r"relocated?|resettled?|moved"),
        ("evacuated", r"sơ tán", r"evacuated"),
        ("arrested", r"bị bắt|bắt giữ|bắt|tạm giữ|khởi tố", r"arrested|detained|charged"),
        ("searching", r"tìm kiếm", r"searching"),
        ("found", r"tìm thấy|tìm được", r"found"),
        ("told", r"được báo|báo cho|nhắn", r"told|notified|informed"),
        ("warned", r"cảnh báo", r"warned"),
        ("leaked", r"rò rỉ|tràn ra|chảy ra|đổ ra|thoát ra|bị lộ", r"leaked|spilled|spilt|escaped|exposed", r"lộ"),
        ("carried", r"(?!)", r"carr(?:y|ied|ying)|loaded", r"chở"),
        ("pumped", r"bơm|hút", r"pumped"),
        ("collected", r"thu gom|vớt", r"collected"),
        ("vaccinated", r"tiêm", r"vaccinated|injected|given"),
        ("sick", r"bệnh(?! viện| nhân| án)|ốm|sốt", r"sick|ill"),
        ("infected", r"nhiễm|mắc bệnh|dương tính", r"infected|positive"),
        ("clear", r"âm tính|không phát hiện", r"not detected|negative"),
        ("exposed", r"phơi nhiễm|bị cắn", r"bitten"),
        ("ate", r"ăn", r"ate|eaten"),
        ("stuck", r"mắc kẹt|mắc lại|chờ thông quan", r"stranded|stuck|waiting|queu(?:ed|ing)", r"ùn|ứ|chờ"),
        ("received", r"nhận|nhập về", r"received"),
        ("paid", r"đã chi|chi trả|được trả", r"paid"),
        ("compensated", r"bồi thường|đền bù", r"compensat(?:ed|ion)"),
        ("signed", r"ký|đồng ý", r"signed|agreed"),
        ("agreed_not", r"phản đối|chưa đồng ý", r"refused|opposed"),
        ("late", r"chậm|muộn|trễ", r"late|delay(?:ed)?|after the"),
        ("each", r"mỗi", r"each|per(?! cent)|every"),
        ("affected", r"ảnh hưởng", r"affected"),
        ("taking part", r"tham gia|huy động", r"deployed|taking part"),
    )
)

_ANY = either(phrase for _, phrase in STATES)


def states(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The states told in a stretch, sorted; `not` among them if one is denied."""
    found: dict[str, None] = {}
    if _ANY.first(heard, start, end) is None:
        return ()
    for name, phrase in STATES:
        for match in phrase.among(heard, start, end):
            found[name] = None
            if NEGATION.closes(heard, max(start, match.start() - 12), match.start()):
                found[NOT] = None
    return tuple(sorted(found))


def state_places(heard: Heard, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the states of a stretch stand."""
    return tuple(match.span() for _, phrase in STATES for match in phrase.among(heard, start, end))
