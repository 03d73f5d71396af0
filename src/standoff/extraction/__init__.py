"""Reading to claims: who says what about which point of which event."""

from standoff.extraction.extract import extract

__all__ = ["extract"]
