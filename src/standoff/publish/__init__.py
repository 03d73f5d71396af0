"""What Standoff gives to people and other programs: briefs of reports, and readings line by line.

Invariant: pure functions of the readings; no file, clock or network. Rich is imported when it is first used.
"""

from standoff.publish.render import render_brief, render_reading

__all__ = ["render_brief", "render_reading"]
