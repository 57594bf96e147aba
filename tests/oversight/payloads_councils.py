"""What a host would tell prcomm.testing about councils: only what can't be guessed from the types."""

PAYLOADS = {}
