"""What an exercise leaves behind: after-action report, improvement plan, observers' ratings, master scenario events."""
