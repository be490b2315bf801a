"""The workshop: a room of many seats, served to browsers and terminals, and what its facilitator does with it."""
