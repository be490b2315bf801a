from __future__ import annotations

import re

import pytest

from simulator.loading.codes import CODES, explain

OURS = [code for code in CODES if code < "P6" or code >= "P9"]


@pytest.mark.parametrize("code", OURS)
def test_every_code_has_a_page_of_its_own(code: str) -> None:
    page = explain(code)
    assert page.count("\n") >= 2
    assert page.partition("\n")[0].endswith((".", "?"))


@pytest.mark.parametrize(
    "code", [code for code in OURS if code not in {"P001", "P002", "P020", "P021", "P022", "P023", "P111"}]
)
def test_a_page_shows_how_the_mistake_looks_and_how_it_is_mended(code: str) -> None:
    page = explain(code)
    assert "wrong" in page or "---" in page
    assert "mended" in page or code == "P013"


def test_pages_differ() -> None:
    assert len({explain(code) for code in OURS}) == len(OURS)


def test_codes_are_sorted_and_well_formed() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(re.fullmatch(r"P\d{3}", code) for code in CODES)


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        explain("P999")
