"""Standoff: who says so, in news reports of breaking events."""

__version__ = "0.1.0"
