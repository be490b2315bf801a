"""Markup of Twine's story formats within a passage: its signs are taken away, its words stay, and each is told.

Links are hidden while this looks, so that none of them is torn apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.authoring.importing.spans import Lines
from simulator.authoring.importing.story import Lost
from simulator.language.catalogue import template

MARKUP = template("markup")
HOOK = template("the brackets of a hook")
BRACKETS = template("brackets that may be markup, left as they are")
VARIABLE = template("a variable")
MODIFIER = template("a modifier")

WAS_MACRO = "\ue002"
"""Stands where a macro was taken out, so that the brackets it ruled are known."""

_LINK_OPENS, _LINK_CLOSES = "\ue000", "\ue001"
_OURS = re.compile("[\ue000-\ue002]")
_HIDDEN = re.compile("\ue000([0-9]+)\n*\ue001")

_PAIRED = ("''", "//", "__", "~~", "==", "^^", "**", "*", "`")
_PAIRS = tuple(
    re.compile(
        rf"(?<![\w:/*]){re.escape(sign)}(?=[^\s{re.escape(sign[0])}])(.{{0,400}}?)(?<=\S){re.escape(sign)}(?![\w/*])"
    )
    for sign in _PAIRED
)
_KEEPING = (
    re.compile(r"\{\{\{(.{0,400}?)\}\}\}"),
    re.compile(r"@@(?:[^@;\n]{0,200};)*([^@\n]{0,400})@@"),
    *_PAIRS,
    re.compile(r"(?m)^(?:!{1,6}|#{1,6}(?= )|>+(?= )) ?(?=\S)()"),
    re.compile(r"(?m)(?<=\S) ?\\$()"),
)
"""Markup, with what of it stays as its group."""

_COLLAPSED = re.compile(r"\{([^{}\n]{0,400})\}")
_HOOK_NAME = re.compile(r"\|[\w-]{1,80}[>)](?=\[)")
_NAMED_BEHIND = re.compile(r"<[\w-]{1,80}\|")
_RULE = re.compile(r"(?m)^[ \t]*[^\w\s\ue000-\ue002]{2,}[ \t]*$")
_VARIABLE = re.compile(r"\$[A-Za-z_]\w{0,80}(?:\.[A-Za-z_]\w{0,80}){0,8}")
_INSERT = re.compile(r"\{[^{}\n]{1,300}\}")
_MODIFIER = re.compile(r"(?m)^[ \t]*\[[^\[\]\n]{1,300}\][ \t]*$")
_SINGLE = re.compile(r"\[[^\[\]\n]{1,300}\]")


@dataclass(slots=True)
class Markup:
    """One passage's body, markup taken out of it bit by bit; `first` is the line that the body begins on."""

    body: str
    first: int
    lost: list[Lost] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)

    def take_out(self, links: re.Pattern[str], *, is_chapbook: bool) -> str:
        """The body with its words alone, links as they were."""
        self.body = links.sub(self._hide, self.body)
        self._take_hooks()
        if is_chapbook:
            self._replace(_MODIFIER, MODIFIER, "")
            self._replace(_INSERT, VARIABLE, r"(TODO: \g<0>)")
        self._replace(_RULE, MARKUP, "")
        for pattern in _KEEPING:
            self._replace(pattern, MARKUP, r"\1")
        if not is_chapbook:
            self._replace(_COLLAPSED, MARKUP, r"\1")
        self._replace(_VARIABLE, VARIABLE, r"(TODO: \g<0>)")
        self._replace(_SINGLE, BRACKETS, r"\g<0>")
        return _OURS.sub("", _HIDDEN.sub(lambda found: self._links[int(found[1])], self.body))

    def _hide(self, found: re.Match[str]) -> str:
        self._links.append(found[0])
        return f"{_LINK_OPENS}{len(self._links) - 1}{chr(10) * found[0].count(chr(10))}{_LINK_CLOSES}"

    def _replace(self, pattern: re.Pattern[str], what: str, by: str) -> None:
        at = Lines(self.body, self.first)
        found = list(pattern.finditer(self.body))
        self.lost += [Lost(at.line(one.start()), what, self._shown(one[0])) for one in found]
        if found and by != r"\g<0>":
            self.body = pattern.sub(by, self.body)

    def _shown(self, text: str) -> str:
        return _OURS.sub("", _HIDDEN.sub(lambda found: self._links[int(found[1])], text)).strip()

    def _take_hooks(self) -> None:
        """The brackets behind macros and of named hooks; what stands in them stays."""
        self._replace(_HOOK_NAME, HOOK, WAS_MACRO)
        hooks, at = sorted(_hooks(self.body)), Lines(self.body, self.first)
        self.lost += [Lost(at.line(opening), HOOK, "[…]") for opening, _ in hooks]
        out = {place for pair in hooks for place in pair}
        self.body = "".join(sign for place, sign in enumerate(self.body) if place not in out)
        self._replace(_NAMED_BEHIND, HOOK, "")


def _hooks(body: str) -> Iterator[tuple[int, int]]:
    """The places of both brackets of every hook: it stands behind a macro, or has its name behind it."""
    waiting: list[tuple[int, bool]] = []
    for place, sign in enumerate(body):
        if sign == "[":
            waiting.append((place, body[max(place - 2, 0) : place].rstrip(" ")[-1:] == WAS_MACRO))
        elif sign == "]" and waiting:
            opening, is_ruled = waiting.pop()
            if is_ruled or _NAMED_BEHIND.match(body, place + 1):
                yield opening, place
