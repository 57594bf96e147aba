"""What is asked of a lifecycle beyond the next step: whole registers, what if, when to look again, its machine."""
