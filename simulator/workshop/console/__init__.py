"""The facilitator's console, the observers' sheet and the projector: Apps over a room and the sessions played in it."""
