"""Pages of the codes P024 and P301 to P307: conditions and effects."""

P024 = """
    An expression that is too long or too deep.

    A condition of more than 400 characters, or nested deeper than 40 levels, is understood by nobody. Keep what it asks
    for in a variable.

        when: trust > 40 and flag(blame) and …     # wrong, if it goes on and on

        effects: [in_trouble = true]               # mended: where the trouble begins …
        when: in_trouble                           # … and where it is asked for
"""

P301 = """
    Not an expression.

    Something is missing or too much: a bracket, an operator, a quote.

        when: trust < 40 and               # wrong

        when: trust < 40 and heat > 60     # mended

    Equality is written `==`, and one writes `and`, `or`, `not`.
"""

P302 = """
    An unknown name in an expression.

    Conditions know the measures `trust`, `heat`, `minutes` and `score`, the declared variables, and within the brackets
    of functions the ids of scenes and lines, the skills and the red flags. Text stands in quotes.

        when: trst < 40                    # wrong

        when: trust < 40                   # mended

        when: host == xa                   # wrong: a text without quotes

        when: host == "xa"                 # mended
"""

P303 = """
    A value of the wrong kind in an expression.

    Only whole numbers can be ordered, added and compared with numbers; a condition as a whole is true or false; and a
    text variable is compared with a text that it can hold.

        when: trust                        # wrong: a number

        when: trust > 50                   # mended
"""

P304 = """
    An unknown function, or one without its brackets.

    There are after("16:00"), visits(scene), chosen(scene, line), level(skill), average(skill), flag(name) and raised().

        when: visited(opening) > 0         # wrong

        when: visits(opening) > 0          # mended
"""

P305 = """
    A function with the wrong arguments, or a number that is too large.

        when: chosen(opening)              # wrong: which line?

        when: chosen(opening, owns_it)     # mended

        when: after(16:00)                 # wrong: a time stands in quotes

        when: after("16:00")               # mended
"""

P306 = """
    More than the expression language can say.

    Conditions compare, add and join; effects change one variable each. There is nothing else, so that a screen can say
    why a line is closed.

        effects: [promises =+ 1]           # wrong

        effects: [promises += 1]           # mended
"""

P307 = """
    An effect on something that is measured.

    `minutes` and `score` follow from what is said and done; no effect can change them. `trust` and `heat` may be
    moved.

        effects: [score += 5]              # wrong

        effects: [trust += 5]              # mended
"""
