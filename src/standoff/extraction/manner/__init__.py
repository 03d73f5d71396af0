"""How firmly a value is said: polarity, certainty, realis, and their hedges."""
