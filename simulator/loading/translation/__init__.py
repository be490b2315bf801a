"""A translation beside a scenario: `<language>.po`, one entry for each text that a player may see.

texts     a scenario -> its texts, each under a key made of ids
po        a PO file -> entries with their lines, or what is wrong with it
telling   the entries put in the place of the texts, before the model is built
files     where translations are
"""
