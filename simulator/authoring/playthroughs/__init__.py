"""Scripted play-throughs: those beside a scenario are rehearsed, and one is made of a session that was recorded."""
