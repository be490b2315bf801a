"""What can go wrong in conducting a session, besides an illegal event and the journal's own errors."""

from __future__ import annotations

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template


class OtherScenario(UsageError):
    """The session to resume was played in another scenario."""

    def __init__(self, session: str, played: str, given: str) -> None:
        super().__init__(
            template("session “{session}” belongs to the scenario “{played}”, not to “{given}”"),
            session=session,
            played=played,
            given=given,
        )


class NeverBegun(MachineError):
    """The record of the session holds no beginning, so that there is nothing to go on from."""

    def __init__(self, session: str) -> None:
        super().__init__(
            template("the record of session “{session}” has no beginning"),
            template("other sessions are not concerned; begin this scenario anew"),
            session=session,
        )


class GoesOnElsewhere(MachineError):
    """Another program has gone on with this session. Its steps have been read in; ours was not recorded."""

    def __init__(self, session: str, steps: int) -> None:
        super().__init__(
            template("session “{session}” goes on in another program; steps recorded there meanwhile: {steps}"),
            template("your last step was not recorded; go on from here only if the other program is closed"),
            session=session,
            steps=steps,
        )
