"""Pages of the codes P001 to P023: the file as text, the strict profile of YAML, and the limits."""

P001 = """
    The file is not UTF-8 text.

    Scenarios are stored in UTF-8, which holds every letter of every language. The place is that of the first byte
    that is not. Usually the file was saved in an older encoding such as Windows-1258, or it is no text at all.

    Mended: open the file in your editor, choose "Save with encoding", and take UTF-8.
"""

P002 = """
    The file is empty.

    There is nothing in it but space and comments, perhaps. A scenario begins with

        format: 1
"""

P003 = """
    A character that cannot be seen.

    Control characters, invisible line ends and signs that turn the direction of writing have no place in a scenario:
    what people read must be what stands in the file. They come along when text is copied from elsewhere. An escape
    in double quotes that makes such a character is refused as well.

        text: "We are sorry.\\x1b[2J"      # wrong

        text: We are sorry.                # mended

    A word processor's space that keeps two words on one line (U+00A0), and others of its kind, may stand in a sentence.
    YAML takes them for letters, so they are told where they indent a key or follow its colon: put an ordinary space
    in their place.
"""

P004 = """
    A tab.

    A tab is as wide as each editor likes, so indentation by tabs shows different things to different people. If it
    indents a line, reading ends there.

        lines:
        <tab>- id: owns_it       # wrong

        lines:
          - id: owns_it          # mended: two spaces
"""

P005 = """
    The YAML cannot be read.

    Reading ends here, so there may be more problems further down. Most often a text holds a sign that means something
    in YAML: a colon and a space, a bracket, a quote, @, %, &, * or ! at its beginning. Or a line is indented too far
    or not far enough. A quote that is never closed swallows the lines below it, up to the next quote: the place told is
    that of the quote that opens.

        text: Minister: did you know?      # wrong: the colon

        text: >-                           # mended: inside a block every character is safe
          Minister: did you know?
"""

P006 = """
    A text is cut by a #.

    A # after a space begins a comment, so the rest of the sentence would silently be lost.

        text: We are #1 today              # wrong: the text is "We are"

        text: >-                           # mended
          We are #1 today

    Where a comment is meant, it stands clear of the text with two spaces before the #.
"""

P007 = """
    A key stands twice in the same place.

    Only one of the two could count, and nobody would see which.

        title: The flood
        title: The flood at Na Lai         # wrong

        title: The flood at Na Lai         # mended
"""

P008 = """
    An anchor: a word with & before it.

    YAML can give a name to a part of a file and repeat it elsewhere. In scenarios everything stands where it belongs,
    so that editors, translations and error messages can point at it.

        text: &sorry We are sorry.         # wrong

        text: We are sorry.                # mended

    A text that begins with & belongs in quotes or in a block.
"""

P009 = """
    An alias: a word with * before it.

    It would repeat what an anchor (&) has named. In scenarios everything is written out.

        text: *sorry                       # wrong

        text: We are sorry.                # mended

    A text that begins with * belongs in quotes or in a block.
"""

P010 = """
    A merge key: <<.

    It would copy the keys of another part of the file. In scenarios every part has its own keys.

        <<: *common                        # wrong

        takes: 3                           # mended
"""

P011 = """
    A tag: a word with ! before it.

    Tags tell YAML to read a value as something else. Scenarios need none.

        text: !important We are sorry.     # wrong

        text: We are sorry.                # mended

    A text that begins with ! belongs in quotes or in a block.
"""

P012 = """
    A key that is not text.

    Keys are words. A number, true, false or null, or a whole list cannot be one. Often a text that begins with a
    bracket has been taken for more than text.

        levels: {4: accuracy}              # wrong

        levels: {accuracy: 4}              # mended
"""

P013 = """
    More than one document.

    Three dashes begin a new document. One file is one scenario; what follows is not read.

        then: the_end
        ---                                # wrong

    Take the dashes out; a second scenario belongs in a folder of its own.
"""

P014 = """
    A list is swallowed by the text above it.

    Text may run on over several lines, and a dash at the beginning of a line does not end it.

        effects: trust += 3
          - heat -= 2                      # wrong: part of the text

        effects:                           # mended
          - trust += 3
          - heat -= 2
"""

P020 = """
    The file is larger than 2 MiB.

    That is more than a thousand scenes: too much for one scenario, and slow to load. Split it into several scenarios.
"""

P021 = """
    Lists and mappings are nested too deeply.

    The format needs eight levels; 24 are read. Reading ends here. Usually a bracket is open that should be closed, or
    the file is no scenario.
"""

P022 = """
    The file holds more than 250,000 values.

    That is far more than any scenario needs. Reading ends here.
"""

P023 = """
    There are more problems than are told.

    The first 200 are told, errors before warnings. Many problems often have one cause near the top: mend that first.
"""
