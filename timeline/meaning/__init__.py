"""Meaning: the operators that phrases consist of, and what they denote for an anchor."""
