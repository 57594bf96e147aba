"""What a rule stands on, since when, and how sure we are; who acts, and in which office."""
