"""One screen a file: library, briefing, press room, ending, debrief, help, leaving."""
