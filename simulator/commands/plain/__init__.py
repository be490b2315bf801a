"""The plain line mode: the press room as lines of text, for screen readers, pipes and poor terminals.

    lines      what is typed, line by line
    talk       tells paragraphs and asks for a line, within a time limit if there is one
    limit      the time limit of a question, as it is told
    room       the press room: scene by scene, until the ending
    words      yes and no, and what the letters mean
    table      who asks, the lines to choose from, trust and heat
    own_words  an answer in one's own words
    graded     an answer with its levels and reasons
    after      what came of an answer or a decision
    desk       the briefing and the dossier
    ending     the ending and the debrief
    run        `podium play --plain` and `podium resume --plain`

Nothing here draws: no colour, no cursor movement, no signs that a screen reader would have to spell.
"""
