"""What is seen over files of several processes: pure functions, which keep nothing."""
