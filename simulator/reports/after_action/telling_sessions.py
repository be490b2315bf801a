"""The column that tells sessions apart, where a report may."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue, template
from simulator.reports.after_action.value import AfterAction


def session_column(report: AfterAction, catalogue: Catalogue) -> tuple[str, ...]:
    """Its heading; nothing where there is one session, or participants would read whose answer it was."""
    return (catalogue.say(template("Session")),) if report.names_sessions else ()
