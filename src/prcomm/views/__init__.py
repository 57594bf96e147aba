"""Views over the files of all wings: pure functions that store nothing."""
