"""How a page is made of its template: texts are escaped, what a terminal or a reader would obey is made visible.

Nothing of a page is fetched from anywhere: its style stands in it, and its policy allows nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from simulator.language.catalogue import Catalogue
from simulator.reports.pages.words import WORDS
from simulator.reports.shown import shown

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, catalogue: Catalogue, **told: object) -> str:
    """The page of a template with what it tells, in the catalogue's language."""
    page = environment().get_template(f"{template}.html.j2")
    return page.render(said=_said(catalogue), tongue=catalogue.tongue, **told)


def _said(catalogue: Catalogue) -> Mapping[str, str]:
    return {name: catalogue.say(text) for name, text in WORDS.items()}


@cache
def environment() -> Environment:
    """The templates, compiled when they are first needed. A name that is not there is an error, never empty."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("simulator.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _visible(value: object) -> object:
    """Texts with a sign for each control code, and markup likewise, which stays markup."""
    return type(value)(shown(value)) if isinstance(value, str) else value
