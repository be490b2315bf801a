"""From an answer in one's own words, its question and the dossier to an Assessment: offline, repeatable, explained.

text       the answer made readable: clean, folded, in sentences, every character traced to the one typed
"""
