"""The names of states, actions, roles, guards, deadlines and terms in four scripts."""
