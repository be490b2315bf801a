"""A stylesheet whose parsed rules all Apps of the process share: parsing them is much of what a boot costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from textual.css.model import RuleSet
    from textual.css.types import CSSLocation

_PARSED: LRUCache[tuple[object, ...], list[RuleSet]] = LRUCache(4096)
"""Rule sets by all that they are made from, the theme's variables included. They are never changed."""

_THEMES: LRUCache[frozenset[tuple[str, str]], int] = LRUCache(64)
"""A small number for each set of variables, so that they are not compared each time."""


class SharedStylesheet(Stylesheet):
    """As Textual's, but what any App has parsed is not parsed again."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._theme = _number(self._variables)

    def set_variables(self, variables: dict[str, str]) -> None:
        super().set_variables(variables)
        self._theme = _number(variables)

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (self._theme, css, read_from, is_default_rules, tie_breaker, scope)
        rules = _PARSED.get(key)
        if rules is None:
            rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            if not any(rule.errors for rule in rules):
                _PARSED[key] = rules
        return rules

    def reparse(self) -> None:
        """Apply new variables. Textual's own goes by a stylesheet that does not share."""
        self._rules_map = None
        self.parse()


_count = iter(range(1 << 62))


def _number(variables: dict[str, str]) -> int:
    key = frozenset(variables.items())
    number = _THEMES.get(key)
    if number is None:
        number = _THEMES[key] = next(_count)
    return number
