"""Lint: what `podium check` tells of a scenario that can be played and may still not teach what it is meant to.

checks     one check a file: its CODE, its page for `podium explain`, and what it finds
subject    what a check is given: the scenario, the walks over it, and what is possible where
reach      what can hold where, by walking the scenes with sets of values
habits     when what is so in many questions is no accident
lint       all checks run over one scenario: problems with their places
severities how much of it a scenario wishes to hear, by its `checks`
pages      the page of any code, of loading's and of lint's
as_sarif   problems as SARIF, for editors and code hosts
"""
