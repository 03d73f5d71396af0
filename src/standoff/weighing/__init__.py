"""What the claims of an incident add up to: independent origins, agreement, dispute, denial, revision, grades.

Invariant: a pure function of the readings and copies given, in whatever order; no outlet has a score.
"""
