"""The interface's words: every text has a Vietnamese form, with the same placeholders, and the language is found."""

from __future__ import annotations

import gettext
import string
from importlib import resources

import pytest

from simulator.language.catalogue import Catalogue, preferred
from simulator.language.folding import folded


def entries() -> dict[str, str]:
    place = resources.files("simulator.language") / "locale" / "vi" / "LC_MESSAGES" / "podium.mo"
    with place.open("rb") as file:
        table = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # all of it, for once
    return {key[0] if isinstance(key, tuple) else key: value for key, value in table.items() if key}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_placeholders_are_the_same_in_both_languages() -> None:
    for english, vietnamese in entries().items():
        assert placeholders(vietnamese) <= placeholders(english) | {"n"}, english
        assert placeholders(english) - {"n"} <= placeholders(vietnamese) | {"n"}, english


def test_texts_are_filled_in() -> None:
    assert Catalogue("en").say("{minutes} min", minutes=5) == "5 min"
    assert Catalogue("vi").say("{minutes} min", minutes=5) == "5 phút"
    assert Catalogue("en").say("") == ""


def test_numbers_choose_their_form() -> None:
    one, many = "One scenario checked", "{n} scenarios checked"
    assert Catalogue("en").count(one, many, 1) == "One scenario checked"
    assert Catalogue("en").count(one, many, 3) == "3 scenarios checked"
    assert "3" in Catalogue("vi").count(one, many, 3)


@pytest.mark.parametrize(
    ("setting", "variable", "locale", "expected"),
    [
        ("en", "vi", "vi_VN.UTF-8", "en"),
        (None, "en", "vi_VN.UTF-8", "en"),
        (None, "", "en_GB.UTF-8", "en"),
        (None, "", "vi_VN", "vi"),
        (None, "", "C.UTF-8", "vi"),
        (None, "fr", "de_DE.UTF-8", "vi"),
    ],
)
def test_the_language_to_begin_with(
    setting: str | None, variable: str, locale: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PODIUM_LANGUAGE", variable)
    monkeypatch.setenv("LANG", locale)
    assert preferred(setting) == expected


@pytest.mark.parametrize("text", ["Lũ quét Đèo Mây", "Lu\u0303 que\u0301t Đèo Mây", "LŨ QUÉT ĐÈO MÂY"])
def test_search_folds_diacritics_and_case(text: str) -> None:
    assert folded(text) == "lu quet deo may"
