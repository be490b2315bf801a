"""A scenario as a drawing: `drawing` says what is in it; `mermaid`, `dot` and `page` write it down."""
