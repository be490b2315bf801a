"""Translations: the PO files beside a scenario."""

P801 = """
    A text that is not translated.

    Its entry is empty, or there is none yet. Players read this text in the language in which the scenario was
    written, and are told how many there are of them. `podium translate` adds the entries that are missing.

        msgctxt "scene.opening/title"
        msgid "What is in the river?"
        msgstr ""                                  # wrong: nothing here yet

        msgctxt "scene.opening/title"
        msgid "What is in the river?"
        msgstr "Dưới sông có gì?"                  # mended
    """

P802 = """
    A translation of what the text was before.

    The original has been changed since. Nobody but a person can say whether the translation is still right, so players
    read the original. `podium translate` marks the entry as fuzzy and keeps the former text beside it.

        #, fuzzy                                   # wrong: not looked at again yet
        #| msgid "About 4 tonnes leaked."
        msgid "About 5 tonnes leaked."
        msgstr "Khoảng 4 tấn đã chảy ra."

        msgid "About 5 tonnes leaked."
        msgstr "Khoảng 5 tấn đã chảy ra."          # mended: translated anew, and no longer fuzzy
    """

P803 = """
    A translation of a text that there is not.

    The text was taken out of the scenario, or what it belongs to has another id now. `podium translate` keeps the entry
    as obsolete (#~), and carries it over where the scenario declares the old id.

        - id: opening                              # wrong, if this scene was called `first_question` before
          title: What is in the river?

        - id: opening
          was: [first_question]                    # mended: its translations go with it
          title: What is in the river?
    """

P804 = """
    Words that are not in the translated text.

    The words that a finding rests on are marked in what was said. They must stand in the translation of the line letter
    by letter, as in the original.

        msgctxt "scene.opening/line.owns_it/text"
        msgstr "Lỗi cảnh báo muộn là của chúng tôi."

        msgctxt "scene.opening/line.owns_it/finding.accountability/words"
        msgstr "lỗi của chúng tôi"                 # wrong

        msgctxt "scene.opening/line.owns_it/finding.accountability/words"
        msgstr "Lỗi cảnh báo muộn là của chúng tôi"    # mended
    """

P805 = """
    A translation that cannot be read.

    A PO file is a list of entries, each with msgctxt (which text it is), msgid (the original) and msgstr (the
    translation), every one in double quotes; long texts go on in further quoted lines. A quote within a text is written
    with a backslash before it. No entry may stand twice.

        msgctxt "title"
        msgid "Acid in the Nam Ta"
        msgstr "A-xít trên sông "Nậm Tà""          # wrong: the quotes within end the text

        msgctxt "title"
        msgid "Acid in the Nam Ta"
        msgstr "A-xít trên sông \\"Nậm Tà\\""        # mended
    """

P806 = """
    A translation with other places in braces.

    Where a text has `{words}` or another place in braces, something is put in when it is shown. The translation must
    have the same places, each as often, wherever they stand best in its sentence.

        msgid "Ban Chong asked; the department said “{words}”"
        msgstr "Bản Chông hỏi, Sở đáp “{lời}”"        # wrong

        msgid "Ban Chong asked; the department said “{words}”"
        msgstr "Bản Chông hỏi, Sở đáp “{words}”"      # mended
    """
