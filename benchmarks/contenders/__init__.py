"""The contenders: the same work done by prcomm, by hand, and by other libraries."""
