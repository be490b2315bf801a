"""How far the grader and a scenario's author agree on the sample answers, why they differ, and what would help."""
