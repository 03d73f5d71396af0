"""Small programs, one a corpus, that measure Standoff; all take ``--data`` and ``--out`` (DESIGN.md section 8)."""
