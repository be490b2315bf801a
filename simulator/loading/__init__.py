"""YAML in, a Scenario out, with every problem at file:line:column.

Data flows through the files in this order:

    shelf     where scenarios are found: an id or a path -> a file
    source    bytes -> text; what no editor should have written
    events    text -> plain values, each with its place, in the strict profile of YAML
    shape     plain values -> Scenario, or what is missing, unknown or of the wrong kind
    expressions   the conditions and effects, each with its place
    checks    whether what is well formed can also be played, one meaning check per file
    report    problems as they are found -> problems as they are told
    loader    all of this for one file; `cache` keeps what came out well
    render    problems as text with a caret, or as JSON

Every code stands in `codes`, and `codes.explain` gives its page.
"""
