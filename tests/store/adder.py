"""A process that adds numbered readings to a database and says so, one id a line: python adder.py FILE FIRST COUNT."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import made
from standoff.store import open_store

file, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
store = open_store(file, wait=30)
for number in range(first, first + count):
    reading = made.numbered(number)
    store.add(reading)
    sys.stdout.write(f"{reading.report.id}\n")
    sys.stdout.flush()
store.close()
