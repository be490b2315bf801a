"""Serving: many Apps in one process, each on a channel; the doors, pages and sockets through which people come in."""
