"""Conducting a session: with a clock that counts active time, a journal, and observers."""
