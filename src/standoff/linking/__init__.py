"""Compares many reports: which are copies of one text, which tell of one incident.

Invariant: incidents are a pure function of the set of reports; the order in which they came changes nothing.
"""
