"""`podium debrief --front-page` and `--what-if`: what a session leads to, and what another answer would have."""

from __future__ import annotations

from simulator.commands.debrief import debriefed, hand_out, recorded
from simulator.commands.whole_file import STANDARD
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.reports.as_json import as_json
from simulator.reports.debrief import debrief
from simulator.reports.front_page import FrontPage
from simulator.reports.front_page import front_page as page_of
from simulator.reports.front_page_markdown import front_page_as_markdown
from simulator.reports.front_page_text import front_page_as_text
from simulator.reports.what_if import comparison
from simulator.reports.what_if_text import what_if_as_text
from simulator.reports.withheld import REFUSED
from simulator.session.counterfactual import what_if as run_on
from simulator.session.events import IllegalEvent


def front_page(catalogue: Catalogue, session_id: str, format_: str, out: str = STANDARD) -> ExitCode:
    """Print or write tomorrow's front page after a session. Raises UsageError in an exam that goes on."""
    scenario, read = debriefed(session_id)
    if read.withheld:
        raise UsageError(REFUSED)
    hand_out(_page(page_of(scenario, read), catalogue, format_), out, catalogue)
    return ExitCode.OK


def _page(page: FrontPage, catalogue: Catalogue, format_: str) -> str:
    if format_ == "json":
        return as_json(page) + "\n"
    if format_ == "markdown":
        return front_page_as_markdown(page, catalogue)
    if format_ == "text":
        return front_page_as_text(page, catalogue)
    from simulator.reports.pages.front_page_page import front_page_page  # Nothing else needs the templates.

    return front_page_page(page, catalogue)


def what_if(catalogue: Catalogue, session_id: str, other: str, format_: str, out: str = STANDARD) -> ExitCode:
    """Print or write what would have come of another line, given as `N=LINE`. Raises UsageError if it could not be.

    Neither can it in an exam that goes on.
    """
    if format_ not in ("text", "json"):
        raise UsageError(
            template("what if is told as text or as JSON only"), template("--format text or --format json")
        )
    number, _, line = other.partition("=")
    if not (number.isascii() and number.isdecimal() and line and len(number) < 5):
        raise UsageError(template("give the question's number and a line, such as 2=owns_it"))
    scenario, events, _ = recorded(session_id)
    if debrief(scenario, events).withheld:
        raise UsageError(REFUSED)
    try:
        compared = comparison(scenario, run_on(scenario, events, int(number), line))
    except IllegalEvent as refusal:
        raise UsageError(refusal.message, "", **refusal.params) from refusal
    told = as_json(compared) + "\n" if format_ == "json" else what_if_as_text(compared, catalogue)
    hand_out(told, out, catalogue)
    return ExitCode.OK
