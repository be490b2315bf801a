"""One widget a file: what screens are drawn from."""
