"""The append-only record of sessions: what was accepted is written down before anyone is told of it."""
