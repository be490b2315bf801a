"""An optional second reader of answers: a language model at an OpenAI-compatible endpoint. Off unless it is asked for.

It may move a level of the rules by one, may propose flags and may clear none; where it cannot be heard, the offline
grade stands. `judge` is the way in; `settings` come from the environment; `prompt` writes, `client` sends, `verdict`
and `quotes` check what comes back, `canary` looks for words that sway it, `combine` says what becomes of the levels.
"""
