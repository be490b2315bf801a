"""The page of any code: of loading's, and of lint's own checks."""

from __future__ import annotations

from inspect import cleandoc

from simulator.authoring.lint.checks import CHECKS
from simulator.loading.codes import explain as page_of_loading


def explain(code: str) -> str:
    """The page of a code, as plain text with examples in YAML. Raises KeyError for an unknown code."""
    check = next((check for check in CHECKS if code == check.CODE), None)
    return page_of_loading(code) if check is None else cleandoc(check.__doc__ or "")
