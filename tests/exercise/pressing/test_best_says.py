"""Which fact of the dossier the honest answer to a press brings."""

from __future__ import annotations

from simulator.exercise.pressing.facts import fact_said
from simulator.scenario.dossier import Dossier, Fact, Rumour

CRACK = Fact(id="crack", text="The crack on the hill is 140 metres long.", source="Surveyors", as_of="08:00")
FAULT = Fact(id="fault", text="The commune warned nobody before noon.", source="Duty log", as_of="09:00")
SLUR = Fact(id="slur", text='He said: "lazy people of the hill".', source="Recording", as_of="10:00")
DAM = Rumour(id="dam", claim="The dam broke.", truth="The dam holds.", evidence="Anybody may look.")
DOSSIER = Dossier(context="It rained.", facts=(CRACK, FAULT, SLUR), rumours=(DAM,))


def test_what_the_best_line_puts_on_record_is_brought_before_what_has_more_words_in_common() -> None:
    asked = "How long is the crack on the hill?"
    assert fact_said(DOSSIER, "", asked).startswith("The crack")
    assert fact_said(DOSSIER, "", asked, best_says=("fault",)).startswith("The commune warned nobody")


def test_no_fact_is_better_than_one_that_has_nothing_to_do_with_the_question() -> None:
    assert fact_said(DOSSIER, "", "Who gave the order?") == ""
    assert fact_said(DOSSIER, "", "How long is the crack?", best_says=("not_known_yet",)) == ""


def test_the_very_words_of_somebody_are_not_said_again() -> None:
    assert "lazy" not in fact_said(DOSSIER, "", "Did he say lazy people?")


def test_an_entry_that_is_named_comes_first() -> None:
    assert fact_said(DOSSIER, "crack", "Who gave the order?", best_says=("fault",)).startswith("The crack")
