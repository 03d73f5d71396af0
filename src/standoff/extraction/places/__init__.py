"""Place phrases to places of the gazetteer, by themselves and by what a report speaks of."""
