"""What a host would tell prcomm.testing about sessions: only what can't be guessed from the types."""

PAYLOADS = {}
