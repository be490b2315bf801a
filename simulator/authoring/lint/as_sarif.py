"""Problems as SARIF 2.1.0, which editors and code hosts show at their lines.

Columns count characters (Unicode code points) from 1, as everywhere in Podium. Messages are in the catalogue's
language; the pages of the codes are in English.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import simulator
from simulator.authoring.lint.pages import explain
from simulator.language.catalogue import Catalogue
from simulator.loading.codes import CODES
from simulator.loading.problems import Problem, Severity
from simulator.loading.render import hints, shown_path
from simulator.loading.unseen import UNSEEN, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """One run with all problems, and a rule for each code among them."""
    codes = sorted({problem.code for problem in problems})
    place = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {"driver": _driver(codes, catalogue)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, place[problem.code], catalogue) for problem in problems],
    }
    told = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
    # JSON itself escapes only the oldest control characters.
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def _driver(codes: Sequence[str], catalogue: Catalogue) -> dict[str, Any]:
    return {
        "name": "podium check",
        "version": simulator.__version__,
        "rules": [_rule(code, catalogue) for code in codes],
    }


def _rule(code: str, catalogue: Catalogue) -> dict[str, Any]:
    entry, page = CODES[code], explain(code).strip()
    return {
        "id": code,
        "shortDescription": {"text": catalogue.say(entry.title)},
        "fullDescription": {"text": page.partition("\n\n")[0]},
        "help": {"text": page},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(problem: Problem, rule: int, catalogue: Catalogue) -> dict[str, Any]:
    message = visible(catalogue.say(problem.message, **problem.params))
    region: dict[str, Any] = {"startLine": problem.line, "startColumn": problem.column}
    if problem.snippet:
        region["snippet"] = {"text": problem.snippet}
    location = {"artifactLocation": {"uri": _uri(problem.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": "\n".join([message, *hints(problem, catalogue)])},
        "locations": [{"physicalLocation": location}],
    }


def _uri(file: str) -> str:
    """A path below the working folder as it is, any other as a file's address."""
    shown = PurePath(shown_path(file))
    return Path(file).absolute().as_uri() if shown.is_absolute() else quote(shown.as_posix())
