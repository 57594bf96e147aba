"""Doors to other worlds, each imported by name."""
