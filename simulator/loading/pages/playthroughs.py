"""Play-throughs: the files in `playthroughs/` beside a scenario."""

P601 = """
    A play-through of another scenario.

    A play-through belongs to the scenario in the folder above it, and says so by its id. Often the file was
    copied from another scenario.

        scenario: chay-cho               # wrong: the folder's scenario is chay-cho-ban-pan

        scenario: chay-cho-ban-pan       # mended
    """

P602 = """
    A step at an unknown scene.

    `at` names the scene that is on the table when the step is made, and the scenario has none of this id. It may
    have been renamed, or is mistyped. The same goes for the scenes named under `other_seeds`.

        - at: openning                   # wrong
          choose: owns_it

        - at: opening                    # mended
          choose: owns_it
    """

P603 = """
    A choice that is not there.

    `choose` names a line of the question or an option of the decision, by its id; at a question with a time limit
    `silence` too.

        - at: opening
          choose: own_it                 # wrong: the line is called owns_it

        - at: opening
          choose: owns_it                # mended
    """

P604 = """
    A step of the wrong kind for its scene.

    At a question or a decision something is chosen. An inject is only taken note of: its step has no `choose`.
    An ending takes no step at all.

        - at: new_count                  # an inject
          choose: note                   # wrong

        - at: new_count                  # mended
    """

P605 = """
    An unknown ending.

    `ending` names the ending at which the play-through should arrive, and the scenario has none of this id.

        ending: trusted                  # wrong

        ending: end_trusted              # mended
    """
