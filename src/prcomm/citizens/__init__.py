"""Citizens: their appeals, and later their dialogues and feedback."""
