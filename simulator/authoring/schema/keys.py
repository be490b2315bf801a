"""What every key of a scenario is for, as an editor tells it. `*.key` holds wherever a kind has no line of its own.

A table beside the model rather than in it: these sentences are translated, and the model knows no language.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template

EVERYWHERE: Mapping[str, str] = {
    "*.was": template("Earlier ids, so that old sessions and translations still find it."),
    "*.when": template("A condition, such as `trust < 30` or `flag(blame)`. Always, if left out."),
    "*.once": template("true: at most once in a session."),
    "*.then": template("Where the story goes on: a scene's or pool's id, `return`, or a list of ways."),
    "*.effects": template("What changes: `variable = value`, `heat += 5`, `trust -= 5`."),
    "*.reaction": template("What the hall, the street or the network does upon it."),
    "*.headline": template("How the news ticker puts it."),
    "*.note": template("A mentor's sentence on this choice as a whole, for the debrief."),
    "*.levels": template("A level from 0 to 4 for each skill of the question."),
    "*.flags": template("The red flags it raises."),
    "*.findings": template("The reasons: one for each level at least, and one for each flag."),
    "*.follow_ups": template("Questions asked back before the story goes on; the first whose `when` holds."),
    "*.says": template("Ids of facts, unknowns and rumours of the dossier that it puts on record."),
    "*.closed": template("Told to the trainee while `when` is false."),
    "*.known_from": template("The scene from which this is on the table; from the start if left out."),
    "*.takes": template("Minutes of story time that it takes."),
    "*.id": template("Its name in the file: lower-case letters, digits and underscores. Everything hangs on it."),
    "*.text": template("The text that is shown. Write it as a block, `>-`, so that every character is safe."),
    "*.kind": template("Which kind of scene this is: it decides which keys there are."),
}

HEAD: Mapping[str, str] = {
    "Scenario.format": template("The format this file is written in: 1."),
    "Scenario.id": template("The folder's name: lower-case letters, digits and hyphens."),
    "Scenario.language": template("The language the scenario is written in."),
    "Scenario.title": template("The title in the library, on one line."),
    "Scenario.module": template("The module of the course that it belongs to."),
    "Scenario.level": template("How hard it is."),
    "Scenario.minutes": template("How long a play-through takes, roughly, in minutes."),
    "Scenario.role": template("Whom the trainee speaks as: office and body."),
    "Scenario.objectives": template("What the trainee is to learn, a sentence each."),
    "Scenario.skills": template("The skills that the scenario sets out to exercise."),
    "Scenario.author": template("Who wrote it."),
    "Scenario.licence": template("On what terms others may use it, such as CC BY 4.0."),
    "Scenario.legal_basis": template("Legal texts that the scenario rests on, each with its date."),
    "Scenario.dossier": template("What the spokesperson has on the desk; one key away in the press room."),
    "Scenario.cast": template("All who speak."),
    "Scenario.public": template("Whose trust is told apart, and which rumour goes round. May be left out."),
    "Scenario.checks": template("How loudly `podium check` tells what it finds here, by code. May be left out."),
    "Scenario.role_cards": template("Cards for a table of four, one a role. May be left out."),
    "Scenario.clock": template("The story's own time."),
    "Scenario.variables": template("What the scenario remembers between scenes."),
    "Scenario.start": template("The id of the first scene."),
    "Scenario.pools": template("Questions from the floor, drawn by the engine."),
    "Scenario.scenes": template("The scenes: question, inject, decision, ending."),
    "LegalBasis.title": template("The law's or decree's title."),
    "LegalBasis.in_force": template("The day it came into force, year first."),
    "LegalBasis.about": template("What in it matters here."),
    "LegalBasis.confirmed": template("true once a lawyer has confirmed it."),
    "StoryClock.start": template("When the story begins, 24 hours, two digits and two."),
    "StoryClock.day": template("The story's date as people would say it."),
    "Variable.name": template("Its name in conditions and effects."),
    "Variable.type": template("What it holds: true or false, a whole number, or one of some texts."),
    "Variable.default": template("Its value at the start."),
    "Variable.range": template("Least and greatest value; an int needs it."),
    "Variable.values": template("All that it may hold; a text needs them."),
    "Variable.about": template("What it is for, in a sentence."),
}

DESK: Mapping[str, str] = {
    "Dossier.context": template("What has happened, and where things stand."),
    "Dossier.facts": template("What is established, each with its source and time."),
    "Dossier.unknowns": template("What is not established yet, and when it will be."),
    "Dossier.restricted": template("What may not be said, on which ground, and who is competent for it."),
    "Dossier.rumours": template("What goes round, what is true instead, and evidence that anyone can check."),
    "Dossier.key_messages": template("What people should remember."),
    "Dossier.channels": template("Where the public hears next."),
    "Fact.source": template("Who established it."),
    "Fact.as_of": template("The time at which it held."),
    "Fact.replaces": template("The older fact that this one puts out of date once it is known."),
    "Unknown.when_known": template("When, and where, it will be known."),
    "Restricted.text": template("The matter that may not be said."),
    "Restricted.reason": template("On which ground it is withheld."),
    "Restricted.competent_body": template("Who may speak about it."),
    "Rumour.claim": template("What is claimed, in the words that go round."),
    "Rumour.truth": template("What is true instead."),
    "Rumour.evidence": template("How anybody can check it."),
    "Channels.next_briefing": template("The time and place of the next briefing."),
    "Channels.hotline": template("A telephone number; invented ones are `0200 555 01xx`."),
    "Channels.web": template("A web address; invented ones end in `.example`."),
}

PEOPLE: Mapping[str, str] = {
    "Cast.journalists": template("Those who ask."),
    "Cast.voices": template("Others who are heard: a villager, an official, a post that spreads."),
    "Journalist.name": template("The name; invented."),
    "Journalist.outlet": template("The paper, station or site; invented."),
    "Journalist.manner": template("How they ask."),
    "Journalist.about": template("What the spokesperson's office knows of them."),
    "Voice.name": template("The name; invented."),
    "Voice.part": template("Who they are in the story."),
    "Public.groups": template("The groups of the public, at most eight; their shares make 100."),
    "Public.rumour": template("The rumour that goes round."),
    "Public.headlines": template("Headlines of the news ticker that take up answers, before those of Podium."),
    "Public.posts": template("Posts that take up answers, before those of Podium."),
    "Echo.upon": template("The answer's tone, or a red flag it raised; a flag's texts come before those for harm."),
    "Echo.by": template("Whose it is: of a headline a journalist (the outlet signs), of a post a group or a voice."),
    "Echo.text": template("The text on one line; `{words}` is the answer's own words. None upon silence."),
    "PublicGroup.name": template("What the group is called on screen."),
    "PublicGroup.share": template("Percent of the public."),
    "PublicGroup.part": template("Whose expectations it has."),
    "PublicGroup.weights": template("What a skill weighs here, 0 to 9, where it is not as for others of its part."),
    "RoleCard.role": template("Which of the four seats."),
    "RoleCard.brief": template("What this seat looks after in this case, and what only it has heard."),
    "RoleCard.holds": template("Ids of items of the dossier that it alone reads; no two cards hold the same."),
    "SpreadingRumour.id": template("The id of a rumour of the dossier."),
    "SpreadingRumour.told_by": template("Percent of every group that tell it at first."),
    "SpreadingRumour.known_from": template("The scene from which it goes round; from the start if left out."),
}

SCENES: Mapping[str, str] = {
    "*.title": template("A short name for outlines and for the debrief's path."),
    "Question.journalist": template("Who asks: the id of a journalist of the cast."),
    "Question.text": template("What is asked, word for word."),
    "Question.skills": template("The skills it exercises, one to six; every line has a level for each of them."),
    "Question.lines": template("The prepared answers, two to nine; at least one without `when` and `once`."),
    "Question.when": template("In a pool or as a follow-up: asked only while this holds."),
    "Question.once": template("In a pool or as a follow-up: asked at most once."),
    "Question.time_limit": template("Seconds to answer in; needs `silence`."),
    "Question.silence": template("What it means to let the time run out."),
    "Question.pressed": template("False: journalists do not press upon an answer here of themselves."),
    "Question.samples": template(
        "Answers in one's own words with the levels you expect, for `podium agree` and for bots. No trainee sees them."
    ),
    "Sample.text": template("An answer as a trainee might type it, in the words and the spelling they would use."),
    "Sample.levels": template("The level from 0 to 4 that you expect for each skill of the question."),
    "Sample.flags": template("The red flags that you expect."),
    "Sample.note": template("Why you grade it like this; for whoever compares."),
    "Sample.language": template("The answer's language, where it is not the scenario's."),
    "Silence.text": template("What is seen of the silence, in the third person."),
    "Line.text": template("The answer, word for word."),
    "Option.text": template("What may be decided."),
    "AuthoredFinding.skill": template("The skill whose level this explains; or else a `flag`."),
    "AuthoredFinding.flag": template("The red flag that this explains; or else a `skill`."),
    "AuthoredFinding.words": template("The very words of the line, exactly as they stand in it."),
    "AuthoredFinding.because": template("Why the words earn the level or the flag."),
    "AuthoredFinding.better": template("What the next level would have needed."),
    "Inject.voice": template("Who is heard: the id of a voice of the cast."),
    "Inject.channel": template("How it arrives: a note, the radio, a post."),
    "Inject.interrupts": template("Cuts in once, as soon as this holds after an answer or a decision."),
    "Decision.options": template("What may be decided, two to nine; at least one without `when` and `once`."),
    "Ending.headline": template("Tomorrow's headline."),
    "Ending.text": template("What became of it."),
    "Ending.lesson": template("What to take away."),
    "Ending.outcome": template("How it ends for the public's trust."),
    "Way.go": template("The id of a scene or a pool, or `return`."),
    "FollowUp.ask": template("The id of the question that is asked back."),
    "Pool.questions": template("Ids of questions that end with `then: return`."),
    "Pool.draws": template("How many are asked each time the pool is reached."),
}

KEYS: Mapping[str, str] = {**EVERYWHERE, **HEAD, **DESK, **PEOPLE, **SCENES}


def about(kind: str, key: str) -> str:
    """What a key of a kind is for, in English. Raises KeyError for a key that the table does not know."""
    own = KEYS.get(f"{kind}.{key}")
    return KEYS[f"*.{key}"] if own is None else own
