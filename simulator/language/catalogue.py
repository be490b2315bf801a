"""A catalogue: English templates in, the user's language out. English is its own catalogue.

Catalogues are values, never global: two seats of one process may speak different languages.
"""

from __future__ import annotations

import gettext
import locale
import os
from functools import lru_cache
from typing import Literal

Tongue = Literal["vi", "en"]
TONGUES: tuple[Tongue, ...] = ("vi", "en")


class Phrase:
    """A text of the interface within another one: a parameter that is said in the reader's language, too."""

    def __init__(self, text: str, /, **params: object) -> None:
        self.text = text
        self.params = params

    def __str__(self) -> str:
        return self.text.format(**self.params) if self.params else self.text


class Catalogue:
    """Looks up interface strings of one language and fills them in."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue: Tongue = tongue

    @property
    def _translations(self) -> gettext.NullTranslations:
        return _translations(self.tongue)

    def say(self, text: str, /, **params: object) -> str:
        """The text in this language, its {placeholders} filled from `params`, a Phrase among them in this language."""
        said = self._translations.gettext(text) if text else ""
        return said.format(**{name: self._filled(value) for name, value in params.items()}) if params else said

    def _filled(self, value: object) -> object:
        return self.say(value.text, **value.params) if isinstance(value, Phrase) else value

    def count(self, one: str, many: str, number: int, /, **params: object) -> str:
        """The form of a text for a number, which is also its {n}."""
        return self._translations.ngettext(one, many, number).format(n=number, **params)

    @property
    def other(self) -> Catalogue:
        """The next language, for a key that switches."""
        following = TONGUES[(TONGUES.index(self.tongue) + 1) % len(TONGUES)]
        return Catalogue(following)


def preferred(setting: str | None = None) -> Tongue:
    """The language to begin with: a setting (`vi` or `en`), else PODIUM_LANGUAGE, else the locale; else Vietnamese."""
    for wish in (setting, os.environ.get("PODIUM_LANGUAGE"), *_locales()):
        if wish:
            for tongue in TONGUES:
                if wish.lower().startswith(tongue):
                    return tongue
    return "vi"


def _locales() -> tuple[str | None, ...]:
    wishes = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if not any(wishes) and os.name == "nt":
        wishes.append(locale.getlocale()[0])
    return tuple(wishes)


def template(text: str) -> str:
    """Marks a text for the catalogues where it is written but not shown yet."""
    return text


@lru_cache(maxsize=len(TONGUES))
def _translations(tongue: Tongue) -> gettext.NullTranslations:
    """What a language's catalogues look texts up in; read once for all of them, and never changed."""
    if tongue == "en":
        return gettext.NullTranslations()
    # Costs more than the rest of this module together, and English never needs it.
    from importlib import resources

    compiled = resources.files("simulator.language") / "locale" / tongue / "LC_MESSAGES" / "podium.mo"
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)
