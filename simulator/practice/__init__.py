"""Practice: the bank of single questions, and a learner's way through a course."""
