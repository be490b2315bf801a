"""Courses: the files in `courses/` in a folder of scenarios."""

P901 = """
    A scenario that is not on the shelf.

    A step of a course names the scenario that is played by its id, and none of this id is among those that come with
    Podium or lie in a folder of `PODIUM_SCENARIOS`. `podium list` shows their ids.

        scenario: lu-quet-na-laj         # wrong

        scenario: lu-quet-na-lai         # mended
    """

P902 = """
    A step that begins before the former one has ended.

    Steps of a day follow each other: `at` is when one begins, `minutes` how long it takes. There may be time between
    two of them, but nobody can be at two at once.

        - {id: talk, kind: talk, at: "08:00", minutes: 45}
        - {id: flood, kind: scenario, at: "08:30", minutes: 60}    # wrong: the talk lasts until 08:45

        - {id: talk, kind: talk, at: "08:00", minutes: 30}
        - {id: flood, kind: scenario, at: "08:30", minutes: 60}    # mended
    """

P903 = """
    A self-assessment without statements.

    A step of the kind `self_assessment` asks how sure one is of each skill, in the words of the course's own
    `self_assessment`, and the course has none.

        - {id: before, kind: self_assessment, at: "08:00", minutes: 15}    # wrong: there is nothing to say

        self_assessment:                                                   # mended
          - skill: accuracy
            text: {vi: Tôi nói đúng điều đã xác minh., en: I say what has been verified.}
    """
