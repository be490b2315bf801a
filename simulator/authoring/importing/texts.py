"""What an imported scenario says where the story says nothing, in the scenario's own language."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.importing.draft import Words
from simulator.language.catalogue import Tongue

WORDS: Mapping[Tongue, Words] = {
    "vi": Words(
        more="Xem thêm những câu khác…",
        go_on="Đi tiếp.",
        stop="Dừng ở đây.",
        nowhere="TODO: đường đi trong truyện gốc không dẫn tới đâu.",
        loop="TODO: trong truyện gốc, từ đây không tới được kết cục nào; lối ra này là thêm vào.",
        dead_end="TODO: trong truyện gốc, chuyện dừng ở đây.",
        missing="TODO: trong truyện gốc không có `{name}`.",
    ),
    "en": Words(
        more="More of what could be said…",
        go_on="Go on.",
        stop="Stop here.",
        nowhere="TODO: a way in the story leads nowhere.",
        loop="TODO: in the story no ending is reached from here; this way out was added.",
        dead_end="TODO: in the story it stops here.",
        missing="TODO: the story has no `{name}`.",
    ),
}

TODO: Mapping[Tongue, Mapping[str, str]] = {
    "vi": {
        "head": "Lấy từ {source}. Những chỗ ghi TODO là chỗ tác giả phải quyết; `podium check` cho biết còn thiếu gì.",
        "lost": "{source}, dòng {line}: chưa lấy sang được ({what})",
        "more": "… và {more} chỗ nữa",
        "text": "TODO: lời của cảnh này.",
        "line": "TODO: lời của câu này.",
        "headline": "TODO: tít báo sáng mai",
        "lesson": "TODO: điều cần rút ra.",
    },
    "en": {
        "head": "Taken from {source}. TODO marks what its author has to decide; `podium check` tells what is missing.",
        "lost": "{source}, line {line}: not carried over ({what})",
        "more": "… and {more} more",
        "text": "TODO: what is said here.",
        "line": "TODO: what is said.",
        "headline": "TODO: tomorrow's headline",
        "lesson": "TODO: what to take away.",
    },
}

_HEAD = """\
format: 1
id: {{id}}
language: {language}
module: press  # TODO
level: basic  # TODO
minutes: 15  # TODO
role: >-
  {role}
objectives:
  - >-
    {objective}
skills: [transparency]  # TODO
author: TODO
licence: CC BY 4.0  # TODO
clock:
  start: 08:00  # TODO
dossier:
  context: >-
    {context}
  facts:
    - id: f1
      text: >-
        {fact}
      source: TODO
      as_of: TODO
cast:
  journalists:
    - id: asker
      name: TODO
      outlet: TODO
      manner: patient  # TODO
start: {{start}}"""

HEADS: Mapping[Tongue, str] = {
    "vi": _HEAD.format(
        language="vi",
        role="TODO: học viên nói với tư cách nào.",
        objective="TODO: học viên cần học được gì.",
        context="TODO: chuyện gì đã xảy ra, đang tới đâu.",
        fact="TODO: điều đã rõ, kèm con số và giờ.",
    ),
    "en": _HEAD.format(
        language="en",
        role="TODO: whom the trainee speaks as.",
        objective="TODO: what the trainee is to learn.",
        context="TODO: what has happened, and where things stand.",
        fact="TODO: what is established, with its figure and time.",
    ),
}
"""The head of the scenario, to be filled with its id and its first scene."""
