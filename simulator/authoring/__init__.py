"""The bench of whoever writes scenarios: the schema for their editor, a scenario to begin with, its graph, its tests.

schema/        the JSON Schema of format 1, made of the model and told in the author's language
beginning/     a new scenario that can be played at once, to be rewritten scene by scene
graph/         a scenario as Mermaid, as DOT, and as one page of HTML
playtest/      bots play a scenario many times: what they come to, what they never do, what breaks
playthroughs/  the play-throughs beside a scenario tested, and one made of a recorded session
"""
