"""Stories written for other tools, made into scenarios to go on with: nothing is lost without being told."""
