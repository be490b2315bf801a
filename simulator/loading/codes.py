"""Every code with its severity and a title, and the page that explains it.

A code is permanent: it is never given to another problem, and a problem never changes its code.

    P0xx  the file as text, and its limits      P3xx  conditions, effects and variables
    P1xx  the shape: keys and kinds of values   P4xx  the graph of scenes, and whether it can be played
    P2xx  names that refer to something         P5xx  levels, flags and findings
                                                P6xx  play-throughs
    P7xx  what `podium check` alone looks for   P8xx  translations
    P9xx  courses
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc

from simulator.language.catalogue import template
from simulator.loading.problems import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """What all problems of one code share. `page` is the module that explains it."""

    severity: Severity
    title: str
    page: str


_SOURCE, _SHAPE, _EXPRESSIONS = "pages.source", "pages.shape", "pages.expressions"
_PLAYTHROUGHS = "pages.playthroughs"
_TRANSLATIONS = "pages.translations"
_COURSES = "pages.courses"

LINT = "authoring.lint"
"""In place of a page: the check is one that only `podium check` runs, and has its own page."""


def _error(title: str, page: str) -> Code:
    return Code("error", title, page)


def _warning(title: str, page: str) -> Code:
    return Code("warning", title, page)


def _info(title: str, page: str) -> Code:
    return Code("info", title, page)


CODES: Mapping[str, Code] = {
    "P001": _error(template("The file is not UTF-8 text"), _SOURCE),
    "P002": _error(template("The file is empty"), _SOURCE),
    "P003": _error(template("A character that cannot be seen"), _SOURCE),
    "P004": _error(template("A tab"), _SOURCE),
    "P005": _error(template("The YAML cannot be read"), _SOURCE),
    "P006": _error(template("Text cut by a #"), _SOURCE),
    "P007": _error(template("A key twice"), _SOURCE),
    "P008": _error(template("An anchor (&)"), _SOURCE),
    "P009": _error(template("An alias (*)"), _SOURCE),
    "P010": _error(template("A merge key (<<)"), _SOURCE),
    "P011": _error(template("A tag (!)"), _SOURCE),
    "P012": _error(template("A key that is not text"), _SOURCE),
    "P013": _error(template("More than one document"), _SOURCE),
    "P014": _error(template("A list swallowed by text"), _SOURCE),
    "P020": _error(template("The file is too large"), _SOURCE),
    "P021": _error(template("Nested too deeply"), _SOURCE),
    "P022": _error(template("Too many values"), _SOURCE),
    "P023": Code("info", template("More problems than are told"), _SOURCE),
    "P024": _error(template("An expression that is too long or too deep"), _EXPRESSIONS),
    "P101": _error(template("A key is missing"), _SHAPE),
    "P102": _error(template("An unknown key"), _SHAPE),
    "P103": _error(template("A value of the wrong kind"), _SHAPE),
    "P104": _error(template("A word that is not on the list"), _SHAPE),
    "P105": _error(template("A scene without a known kind"), _SHAPE),
    "P106": _error(template("Too long, too short, too much or too little"), _SHAPE),
    "P107": _error(template("Another format"), _SHAPE),
    "P108": _error(template("An id, date, time or title that is not written as one"), _SHAPE),
    "P109": _error(template("The id is not the folder's name"), "checks.folder_name"),
    "P110": _error(template("An unknown language"), _SHAPE),
    "P111": _error(template("Not a scenario"), _SHAPE),
    "P112": _error(template("Shares that do not make a hundred"), "checks.shares_of_public"),
    "P201": _error(template("An id twice"), "checks.ids_twice"),
    "P202": _error(template("A reserved id"), "checks.reserved_ids"),
    "P203": _error(template("An earlier id that is in use"), "checks.earlier_ids"),
    "P204": _error(template("A way to an unknown scene"), "checks.unknown_targets"),
    "P205": _error(template("An unknown question"), "checks.unknown_questions"),
    "P206": _error(template("An unknown journalist"), "checks.unknown_journalists"),
    "P207": _error(template("An unknown voice"), "checks.unknown_voices"),
    "P208": _error(template("A dossier item known from an unknown scene"), "checks.unknown_known_from"),
    "P209": _error(template("A dossier item that replaces an unknown fact"), "checks.unknown_replaced"),
    "P210": _error(template("A call of a scene that cannot be called"), "checks.uncallable_scenes"),
    "P211": _error(template("A variable with a reserved name"), "checks.reserved_names"),
    "P213": _error(template("A line that says what the dossier does not hold"), "checks.unknown_says"),
    "P214": _error(template("An unknown rumour"), "checks.unknown_rumour"),
    "P215": _error(template("A headline or a post by nobody of the scenario"), "checks.unknown_echoers"),
    "P216": _error(template("A headline or a post that does not quote as it should"), "checks.echo_quotations"),
    "P217": _error(template("A role card that cannot be dealt"), "checks.role_cards"),
    "P218": _warning(template("A check's severity that cannot be set"), "checks.unknown_checks"),
    "P301": _error(template("Not an expression"), _EXPRESSIONS),
    "P302": _error(template("An unknown name in an expression"), _EXPRESSIONS),
    "P303": _error(template("A value of the wrong kind in an expression"), _EXPRESSIONS),
    "P304": _error(template("An unknown function, or one without its brackets"), _EXPRESSIONS),
    "P305": _error(template("A function with the wrong arguments"), _EXPRESSIONS),
    "P306": _error(template("More than the expression language can say"), _EXPRESSIONS),
    "P307": _error(template("An effect on something that is measured"), _EXPRESSIONS),
    "P308": _error(template("A value outside the variable's range"), "checks.assigned_range"),
    "P309": _error(template("A default that the variable cannot hold"), "checks.variable_defaults"),
    "P310": _error(template("A variable without the bounds its type needs"), "checks.variable_bounds"),
    "P401": _error(template("No way on"), "checks.no_way_on"),
    "P402": _error(template("A loose end"), "checks.loose_ends"),
    "P403": _error(template("A way that is never taken"), "checks.ways_never_taken"),
    "P404": _error(template("Nothing that is always open"), "checks.always_open"),
    "P405": _error(template("A pool that leads to a pool"), "checks.pool_to_pool"),
    "P406": _error(
        template("A time limit without silence, or silence without a time limit"), "checks.time_and_silence"
    ),
    "P407": _error(template("A return without a call"), "checks.return_without_call"),
    "P408": _error(template("An interruption that does not return"), "checks.interruption_returns"),
    "P409": _warning(template("A scene that is never reached"), "checks.unreachable"),
    "P410": _error(template("A scene from which no ending is reached"), "checks.no_ending"),
    "P411": _warning(template("A pool that is called from within itself"), "checks.pool_recursion"),
    "P412": _warning(template("A condition that is never asked for"), "checks.idle_conditions"),
    "P501": _error(template("Levels that are not those of the question's skills"), "checks.levels_and_skills"),
    "P502": _error(template("A finding of neither a skill nor a flag, or of both"), "checks.finding_subject"),
    "P503": _error(template("A finding of something that was not graded"), "checks.finding_ungraded"),
    "P504": _error(template("Words that are not in the text"), "checks.finding_words"),
    "P505": _warning(template("A level or a flag without a finding"), "checks.grade_unexplained"),
    "P506": _warning(template("A skill that is never exercised"), "checks.skill_unexercised"),
    "P507": _error(template("Sample levels that are not those of the question's skills"), "checks.sample_levels"),
    "P508": _warning(template("A sample answer that is a prepared line"), "checks.sample_is_line"),
    "P509": _warning(template("A sample answer twice"), "checks.sample_twice"),
    "P601": _error(template("A play-through of another scenario"), _PLAYTHROUGHS),
    "P602": _error(template("A step at an unknown scene"), _PLAYTHROUGHS),
    "P603": _error(template("A choice that is not there"), _PLAYTHROUGHS),
    "P604": _error(template("A step of the wrong kind for its scene"), _PLAYTHROUGHS),
    "P605": _error(template("An unknown ending"), _PLAYTHROUGHS),
    "P701": _warning(template("A condition that never holds"), LINT),
    "P702": _warning(template("A condition that always holds"), LINT),
    "P703": _info(template("A part of a condition that decides nothing"), LINT),
    "P704": _warning(template("A scene to which no condition ever lets through"), LINT),
    "P705": _warning(template("A variable that is never read"), LINT),
    "P706": _warning(template("A variable that never changes"), LINT),
    "P707": _info(template("A value that a variable is never given"), LINT),
    "P711": _warning(template("The best line always in the same place"), LINT),
    "P712": _warning(template("The best line always the longest"), LINT),
    "P713": _warning(template("Guessing wins"), LINT),
    "P714": _warning(template("A line that nobody would choose"), LINT),
    "P715": _warning(template("A question that answers itself"), LINT),
    "P716": _warning(template("Two lines with the same words"), LINT),
    "P717": _warning(template("Lines that are all graded alike"), LINT),
    "P721": _warning(template("A text that does not fit the screen"), LINT),
    "P722": _warning(template("A title that does not fit its line"), LINT),
    "P723": _warning(template("A text that is still to be written"), LINT),
    "P731": _warning(template("A law that may be out of date"), LINT),
    "P732": _warning(template("A law that no lawyer has confirmed"), LINT),
    "P733": _warning(template("A telephone number that may be somebody's"), LINT),
    "P734": _warning(template("An address that may be somebody's"), LINT),
    "P735": _warning(template("A real name in an invented story"), LINT),
    "P736": _warning(template("A journalist who never asks"), LINT),
    "P737": _warning(template("A voice that is never heard"), LINT),
    "P738": _info(template("An item of the dossier that is never used"), LINT),
    "P801": _warning(template("A text that is not translated"), _TRANSLATIONS),
    "P802": _warning(template("A translation of what the text was before"), _TRANSLATIONS),
    "P803": _warning(template("A translation of a text that there is not"), _TRANSLATIONS),
    "P804": _error(template("Words that are not in the translated text"), _TRANSLATIONS),
    "P805": _error(template("A translation that cannot be read"), _TRANSLATIONS),
    "P806": _error(template("A translation with other places in braces"), _TRANSLATIONS),
    "P901": _error(template("A scenario that is not on the shelf"), _COURSES),
    "P902": _error(template("A step that begins before the former one has ended"), _COURSES),
    "P903": _error(template("A self-assessment without statements"), _COURSES),
}


def may_be_set(code: str) -> bool:
    """Whether a scenario may set the severity of what is told under a code: of all but what keeps it from being played.

    P023 stays as it is, too: it says that more was found than is told.
    """
    return code in CODES and CODES[code].severity != "error" and code != "P023"


def explain(code: str) -> str:
    """The page of a code of loading, as plain text with examples in YAML. Raises KeyError for any other code."""
    entry = CODES[code]
    if entry.page == LINT:
        raise KeyError(code)
    module = import_module(f"simulator.loading.{entry.page}")
    page = getattr(module, code, None) or module.__doc__ or ""
    return cleandoc(page)
