"""Who tells what through whom: tellings from spans and tree, their sources, and the chains over a value."""
