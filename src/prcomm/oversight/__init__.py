"""Public councils and public oversight."""
