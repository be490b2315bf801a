"""A seat in the room: the lobby, the press room with the room's line in it, and the ways to the facilitator."""
