"""The plain line mode: the press room as lines of text, for screen readers, pipes and poor terminals.

    lines      what is typed, line by line
    talk       tells paragraphs and asks for a line, within a time limit if there is one
    limit      the time limit of a question, as it is told
    room       the press room: scene by scene, until the ending
    words      yes and no, and what the letters mean
    table      who asks, the lines to choose from, trust and heat
    writing    a text over several lines
    own_words  an answer in one's own words
    graded     an answer with its levels and reasons
    after      what came of an answer or a decision
    aftermath  reading it, taking it back, going on
    reading    what can be read at any time
    desk       the dossier and what the briefing tells
    briefing   the briefing, until the press room is opened
    preparing  key messages, what must not be said, an opening statement
    public     how the public stands
    ending     the ending and the debrief
    closing    what can be heard after the ending
    front_page tomorrow's front page
    what_if    what would have come of another answer
    run        `podium play --plain` and `podium resume --plain`

Nothing here draws: no colour, no cursor movement, no signs that a screen reader would have to spell.
"""
