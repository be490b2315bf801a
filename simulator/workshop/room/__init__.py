"""What a room is: events, the state that they fold to, and their text. Pure: no clock, no database, no screen."""
