"""Which days and hours are worked, how long a term is, and the law of a day."""
