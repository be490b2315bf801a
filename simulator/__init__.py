"""Podium: a crisis-communication tabletop simulation.

The rooms, in the order in which data flows through them:

    scenario   what could happen: frozen values, conditions, effects, the graph of scenes
    world      public trust and media heat as pure functions of what was said
    session    one play-through as a pure state machine: state + event -> state
    loading    YAML -> Scenario, with every problem at file:line:col
    journal    the append-only record of sessions
    exercise   conducting a session: clock, journal, observers
    reports    the debrief as data, and its renderings
    tui        the screens
    commands   one verb per file; the only place where the rooms are wired together
    cli        verbs and options; turns errors into one line and an exit code

Beside them stand `language` (the interface's own words, Vietnamese and English) and `errors`.
Importing this package imports nothing else: start-up time is a feature.
"""

__version__ = "0.1.0"
