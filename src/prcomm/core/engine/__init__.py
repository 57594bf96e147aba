"""What runs a table: the one way through the house."""
