"""What the speed benchmark counts as memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed import memory

HOLD = "held = bytearray(b'x') * (80 << 20); print(len(held), flush=True); input()"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="/proc does not tell here")
def test_memory_is_that_of_all_processes_together() -> None:
    before = memory()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as held:
        assert held.stdout is not None
        held.stdout.readline()
        assert memory() - before >= 80
        held.communicate(b"\n")
