"""YAML in, a Scenario out, with every problem at file:line:column.

Data flows through the files in this order:

    shelf         where scenarios are found: an id or a path -> a file (`files`)
    source        bytes -> text; what no editor should have written
    events        text -> plain values, in the strict profile of YAML (`scalars`, `strictness`, `syntax`)
    places        where each of the values stands, looked up when a problem needs it
    shape         plain values -> Scenario, or what is missing, unknown or wrong (`fields`, `wording`, `kinds`,
                  `shown_names`)
    sound_parts   what is sound of a scenario without its shape, so that it can be checked in the same run
                  (`mending`)
    expressions   the conditions and effects
    checks        whether what is well formed can also be played, one meaning check per file
    report        problems as they are found -> problems as they are told
    translation   the same tree told in another language, by the PO file beside it
    examination   all of this for the bytes of one file
    loader        the same for a path; `cache` keeps what came out well
    render        problems as text with a caret, or as JSON

Every code stands in `codes`, and `codes.explain` gives its page.
"""
