"""The press service: channels, texts, events, and what is owed to whoever asks."""
