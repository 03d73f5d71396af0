"""Numbers and words of a slot to values: intervals, parties, entities."""
