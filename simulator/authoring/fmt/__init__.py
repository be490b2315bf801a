"""The form of the guide: a scenario's file rewritten with the same meaning and the same comments.

tree       events of the file -> nodes with the comments that belong to them
order      in which order the keys of each part stand, and which of them hold prose
ids        ids that are missing
scalars    how one text is written: plain, in quotes or as a block
writing    nodes -> lines
form       a file's bytes -> its text in the form of the guide, proved to mean the same
"""
