"""The scenario that the screens are tested with: small, in Vietnamese, with every kind of scene. Nothing shipped.

yard (inject) -> opening (question) -> log (decision) -> gauge (question, 60 s) -> end or bitter_end
"""

from __future__ import annotations

from simulator.scenario.model import Scenario
from tests.builders import decision, ending, inject, line, option, question, scenario, silence

TITLE = "Sạt lở Khe Ten"
LIMIT_MS = 60_000


def landslide(**changes: object) -> Scenario:
    """Its first question has a closed line, the third; the best line of it is the second."""
    everything: dict[str, object] = {
        "id": "sat-lo-khe-ten",
        "language": "vi",
        "title": TITLE,
        "role": "Người phát ngôn của xã Khe Ten",
        "objectives": ("Nhận phần lỗi đã rõ, có mốc giờ kiểm tra được.", "Nói với gia đình trước, với máy quay sau."),
        "skills": ("accuracy", "empathy", "transparency"),
        "author": "Người viết thử",
        "legal_basis": (
            {"title": "Luật Báo chí 2025", "in_force": "2026-07-01", "about": "Nghĩa vụ cung cấp thông tin."},
        ),
        "dossier": _DOSSIER,
        "cast": _CAST,
        **changes,
    }
    return scenario(_YARD, _OPENING, _LOG, _GAUGE, _END, _BITTER_END, **everything)


_DOSSIER = {
    "context": "Đêm qua đất sạt xuống ba nhà ở bản Khe Ten. Đường vào bản bị vùi hai đoạn.",
    "facts": (
        {"id": "f1", "text": "2 người bị thương, không ai chết.", "source": "Trạm y tế xã", "as_of": "7:00"},
        {
            "id": "f2",
            "text": "3 người bị thương.",
            "source": "Trạm y tế xã",
            "as_of": "8:10",
            "replaces": "f1",
            "known_from": "log",
        },
    ),
    "unknowns": ({"id": "u1", "text": "Vì sao còi báo không kêu.", "when_known": "17:00 ngày mai"},),
    "restricted": ({"id": "r1", "text": "Tên người trực.", "reason": "Đời tư.", "competent_body": "Chủ tịch xã"},),
    "rumours": (
        {"id": "m1", "claim": "Xã giấu người chết.", "truth": "Không ai chết.", "evidence": "Sổ của trạm y tế."},
    ),
    "key_messages": ("Tìm đường cho xe cứu thương là việc số một.", "Xã nhận lỗi vì còi không kêu."),
    "channels": {"next_briefing": "17:00 tại sân xã", "hotline": "0200 555 0100", "web": "kheten.example"},
}
_CAST = {
    "journalists": (
        {
            "id": "hang",
            "name": "Vi Thu Hằng",
            "outlet": "Kênh Tin Vùng Cao",
            "manner": "sharp",
            "about": "Hỏi đến cùng.",
        },
    ),
    "voices": ({"id": "elder", "name": "Lò Văn Ún", "part": "Trưởng bản Khe Ten"},),
}
_YARD = inject(
    "yard",
    title="Sân xã",
    voice="elder",
    channel="Sân xã, trời còn mưa",
    text="Cán bộ nói to cho bà con nghe với nhé. Từ đêm tới giờ toàn nghe người nọ nói lại người kia.",
    headline="Khe Ten gặp báo chí tại sân xã",
    then="opening",
)
_OPENING = question(
    "opening",
    line(
        "late",
        text="Còi của xã hỏng từ tháng trước. Việc này đang được làm rõ.",
        levels={"accuracy": 3, "empathy": 1, "transparency": 2},
        findings=[
            {"skill": "accuracy", "words": "hỏng từ tháng trước", "because": "Có mốc thời gian."},
            {"skill": "empathy", "because": "Chưa nói gì với gia đình.", "better": "Nói với họ trước."},
            {"skill": "transparency", "words": "đang được làm rõ", "because": "Có nói, nhưng không hẹn giờ."},
        ],
        reaction="Phóng viên ghi. Ngoài hiên có tiếng thở dài.",
        headline="Còi báo sạt lở hỏng cả tháng",
        note="Đúng mà lạnh.",
    ),
    line(
        "owns",
        text="Tôi xin lỗi bà con: còi của xã không kêu. 17 giờ mai chúng tôi nói rõ vì sao, tại sân này.",
        levels={"accuracy": 4, "empathy": 4, "transparency": 4},
        reaction="Bác Ún gật đầu.",
        effects=["trust += 5"],
    ),
    line(
        "open_book",
        text="Sổ trực đã đăng trên kheten.example, ai cũng xem được.",
        levels={"accuracy": 4, "empathy": 2, "transparency": 4},
        when="trust > 90",
        closed="Sổ trực chưa đăng.",
    ),
    line(
        "blames",
        text="Dân không chịu nghe đài thì xã cũng đành chịu.",
        levels={"accuracy": 1, "empathy": 0, "transparency": 1},
        flags=["blame"],
        reaction="Cả sân ồn lên.",
        headline="Khe Ten: lỗi tại dân?",
        effects=["trust -= 12"],
    ),
    title="Còi báo",
    text="Còi báo sạt lở sao không kêu, và ai chịu trách nhiệm?",
    then="log",
)
_LOG = decision(
    "log",
    option("publish", text="Đăng sổ trực lên mạng.", reaction="Cả sân cúi xuống đọc.", headline="Khe Ten đăng sổ trực"),
    option("keep", text="Giữ lại, xin ý kiến đã."),
    title="Sổ trực",
    text="Sổ trực đêm qua làm gì với nó?",
    then="gauge",
)
_GAUGE = question(
    "gauge",
    line("plain", text="Chưa biết. 17 giờ mai có câu trả lời, tại sân này.", levels={"accuracy": 3, "transparency": 3}),
    line("dodges", text="Chuyện đó để sau.", levels={"accuracy": 1, "transparency": 0}, flags=["non_answer"]),
    title="Nguyên nhân",
    text="Nguyên nhân là gì?",
    time_limit=60,
    silence=silence(text="Không ai nói gì.", levels={"accuracy": 0, "transparency": 0}, reaction="Máy quay vẫn chạy."),
    then=({"when": "trust < 45", "go": "bitter_end"}, {"go": "end"}),
)
_END = ending(
    "end",
    headline="Khe Ten: lời xin lỗi có giờ có chỗ",
    text="Sáng hôm sau xe cứu thương vào được bản.",
    lesson="Nói điều đã biết, hẹn giờ cho điều chưa biết.",
    outcome="good",
)
_BITTER_END = ending(
    "bitter_end",
    headline="Khe Ten: bà con bỏ về",
    text="Bà con bỏ về giữa buổi.",
    lesson="Đổ lỗi thì mất người nghe.",
    outcome="poor",
)
