"""What is said: entities, rows, guards, parts, deadlines; and what is wrong with a table."""
