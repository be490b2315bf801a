"""What each kind of mapping in a scenario is, as an editor tells it."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template

KINDS: Mapping[str, str] = {
    "Scenario": template("A scenario for Podium: what could happen at a press conference."),
    "LegalBasis": template("A legal text that the scenario rests on: dated data."),
    "StoryClock": template("The story's own time, moved on by the scenes."),
    "Variable": template("Something that the scenario remembers."),
    "Dossier": template("Everything on the spokesperson's desk."),
    "Fact": template("Something established, with its source and time."),
    "Unknown": template("Something not established yet."),
    "Restricted": template("Something that may not be said."),
    "Rumour": template("A claim that goes round."),
    "Channels": template("Where the public hears next."),
    "Cast": template("All who speak."),
    "Journalist": template("One who asks."),
    "Voice": template("Anyone else who is heard."),
    "Public": template("Who listens outside the hall, and what is told among them."),
    "PublicGroup": template("One group of the public."),
    "SpreadingRumour": template("The dossier's rumour that goes round."),
    "Echo": template("A headline or a post that takes up an answer, with its words at `{words}`."),
    "RoleCard": template("What one seat of a table does, and what it alone reads."),
    "Question": template("question: a journalist asks, and a prepared line or silence answers."),
    "Inject": template("inject: something happens or is heard, and the trainee goes on."),
    "Decision": template("decision: the trainee decides what to do."),
    "Ending": template("ending: where a session ends, with a headline and a lesson."),
    "Line": template("A prepared answer with its grades."),
    "Sample": template("An answer in one's own words, with the levels that you expect of it."),
    "Silence": template("What it means to let the time run out."),
    "Option": template("One thing that may be decided."),
    "AuthoredFinding": template("The reason for a level or a red flag, and the words that it rests on."),
    "Way": template("One way on. The first whose condition holds is taken."),
    "FollowUp": template("A question asked back."),
    "Pool": template("Questions from the floor; the engine asks some of them."),
}
