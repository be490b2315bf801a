"""Pages of the codes P101 to P111: which keys stand where, and what their values are."""

P101 = """
    A key is missing.

    It must be there, because something is shown or decided by it. The place is that of the part that lacks it.

        - id: hang                         # wrong: no `outlet`
          name: Vi Thu Hang
          manner: sharp

        - id: hang
          name: Vi Thu Hang
          outlet: Highland News            # mended
          manner: sharp
"""

P102 = """
    An unknown key.

    Usually a slip of the pen. A key that is not known would have no effect, and its author would not notice.

        time_limt: 60                      # wrong

        time_limit: 60                     # mended

    Another cause is indentation: the key belongs to a part above or below.
"""

P103 = """
    A value of the wrong kind.

    Text is wanted and a number stands there, or a list and there is a single word. Numbers that are names, such as a
    version or a telephone number, are written in quotes.

        title: 3.10                        # wrong: a number

        title: "3.10"                      # mended

        flags: blame                       # wrong: a single word

        flags: [blame]                     # mended
"""

P104 = """
    A word that is not on the list.

    Some values are chosen from a list: the nine skills, the ten red flags, a journalist's manner, and so on.

        manner: agressive                  # wrong

        manner: hostile                    # mended
"""

P105 = """
    A scene without a known kind.

    A scene is a `question`, an `inject`, a `decision` or an `ending`; its other keys depend on that, so they are not
    looked at before the kind is known.

        - id: opening
          kind: qestion                    # wrong

        - id: opening
          kind: question                   # mended
"""

P106 = """
    Too long, too short, too much or too little.

    Levels go from 0 to 4, a question has two to nine lines, a title has at most 200 characters, and so on. Longer
    texts would not fit on the screen; fewer lines would be no choice.

        levels: {accuracy: 5}              # wrong

        levels: {accuracy: 4}              # mended
"""

P107 = """
    Another format.

    `format` says which version of the scenario format the file is written in, so that an older program does not read
    a newer file wrongly.

        format: 2                          # wrong: this program reads format 1

        format: 1                          # mended
"""

P108 = """
    An id, date, time or title that is not written as one.

    Ids have lower-case letters, digits and underscores; a scenario's id has hyphens instead. Times are hours and
    minutes, dates are year, month and day. Titles and names stand on one line.

        id: Opening Question               # wrong

        id: opening_question               # mended

        in_force: 1/7/2026                 # wrong

        in_force: 2026-07-01               # mended
"""

P110 = """
    An unknown language.

    A scenario is written in Vietnamese or in English.

        language: Vietnamese               # wrong

        language: vi                       # mended
"""

P111 = """
    Not a scenario.

    The file has neither `format` nor `scenes`. Perhaps it is another file of the scenario's folder, such as a
    play-through.
"""
