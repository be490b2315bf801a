"""What came of the play-throughs that were tested, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from simulator.authoring.playthroughs.filling import Filled
from simulator.authoring.playthroughs.testing import Tested
from simulator.language.catalogue import Catalogue, template
from simulator.loading.render import as_text as problems_as_text


def as_text(all_tested: Sequence[Tested], catalogue: Catalogue) -> str:
    """A line for each that agrees; for each that does not, a line for every difference, at its file and line."""
    return "\n".join(line for one in all_tested for line in _lines(one, catalogue))


def _lines(one: Tested, catalogue: Catalogue) -> Iterator[str]:
    agrees = template("agrees: {path}")
    yield catalogue.say(agrees if one.agrees else template("DIFFERS: {path}"), path=one.path)
    if one.problems:
        yield problems_as_text(one.problems, catalogue)
    for line, difference in one.differences:
        yield f"  {one.path}:{line}: {difference.in_words(catalogue)}"
    if one.broke:
        yield "  " + catalogue.say(template("it breaks: {error}"), error=" ".join(one.broke.split()))


def filled_as_text(one: Filled, catalogue: Catalogue) -> Iterator[str]:
    """What stood otherwise before, each at its line, and whether the file has its figures now."""
    if one.problems:
        yield problems_as_text(one.problems, catalogue)
    for line, difference in one.differences:
        yield f"  {one.path}:{line}: {difference.in_words(catalogue)}"
    told = template("filled in: {path}") if one.text is not None else template("left as it is: {path}")
    yield catalogue.say(told, path=one.path)
    if one.text is None and not any(problem.severity == "error" for problem in one.problems):
        yield "  " + catalogue.say(template("that step does not fit; mend it, and fill in again"))


def summary(all_tested: Sequence[Tested], catalogue: Catalogue) -> str:
    """How many there were, and how many of them agree."""
    agreeing = sum(one.agrees for one in all_tested)
    return catalogue.say(
        template("play-throughs: {count}, of which {agreeing} agree"), count=len(all_tested), agreeing=agreeing
    )


def as_json(all_tested: Sequence[Tested], catalogue: Catalogue) -> str:
    """JSON, indented, in UTF-8 characters; `told` is in the catalogue's language."""
    report = {
        "agree": all(one.agrees for one in all_tested),
        "playthroughs": [_plain(one, catalogue) for one in all_tested],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _plain(one: Tested, catalogue: Catalogue) -> dict[str, object]:
    return {
        "file": str(one.path),
        "scenario": one.scenario,
        "title": one.title,
        "agrees": one.agrees,
        "problems": [
            {"code": problem.code, "line": problem.line, "column": problem.column} for problem in one.problems
        ],
        "differences": [
            {
                "line": line,
                "step": difference.step,
                "scene": difference.scene,
                "what": difference.what,
                "expected": catalogue.say(difference.expected),
                "came": catalogue.say(difference.came, **difference.params),
                "told": difference.in_words(catalogue),
            }
            for line, difference in one.differences
        ],
        "broke": one.broke,
    }
