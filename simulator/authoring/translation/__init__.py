"""Translations of scenarios: their texts brought into a PO file, kept in step with it, and told where they are not.

context   what a translator must know of a text: who says it, to whom, in answer to what
merging   the texts of today and a translation of yesterday -> a translation of today
writing   entries -> the text of a PO file
"""
