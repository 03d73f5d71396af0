"""Speed of the whole pipeline against the bare encoder: ``python -m benchmarks.speed --data FILE.jsonl[.gz]``.

Both run on the same texts and all cores of this process: text to JSON lines on one side, the shipped int8 encoder
alone (no heads) on the other, in whichever of two ways is the quicker: rows of like length 32 at a time on all cores,
or one row at a time on each core. Memory is that of all processes together. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.face import jsonl, parser, readings, report
from standoff.publish import render_reading
from standoff.reading.graph import cores, load_graph
from standoff.reading.words import Row, model_folder, rows, split_many

REPORTS, SLICE, BATCH = 500, 100, 32


def bare_encoder(folder: Path, threads: int) -> Any:
    """The encoder cut out of the shipped graph, as a session: all that its last layer's output needs, and no more."""
    import onnx

    model = onnx.load(str(model_folder() / "model.onnx"))
    norms = [node for node in model.graph.node if node.op_type == "LayerNormalization"]
    layers = sum(node.op_type == "QAttention" for node in model.graph.node)
    last = norms[2 * layers].output[0]  # after the one of the word pieces two a layer, then those of heads
    needed, kept = {last}, []
    for node in reversed(model.graph.node):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(node.input)
    inputs = [item for item in model.graph.input if item.name in needed]
    for field, items in (("node", kept[::-1]), ("input", inputs)):
        model.graph.ClearField(field)
        getattr(model.graph, field).extend(items)
    del model.graph.output[:], model.graph.value_info[:]
    for item in model.graph.input:  # the shipped graph takes one row at a time
        item.type.tensor_type.shape.dim[0].dim_param = "rows"
    model.graph.output.append(onnx.helper.make_tensor_value_info(last, onnx.TensorProto.FLOAT, None))
    onnx.save(model, str(folder / "encoder.onnx"))
    return load_graph(folder / "encoder.onnx", threads)


def _batches(found: Sequence[Row], size: int) -> list[dict[str, Any]]:
    order = sorted(found, key=lambda row: len(row.ids))
    batches = []
    for i in range(0, len(order), size):
        group = order[i : i + size]
        ids = np.zeros((len(group), max(len(row.ids) for row in group)), np.int64)
        for k, row in enumerate(group):
            ids[k, : len(row.ids)] = row.ids
        batches.append({"ids": ids, "cases": np.zeros_like(ids), "mask": ids > 0})
    return batches


class Encoder:
    """The bare encoder, run in two ways: many rows at a time on all cores, or one row at a time on each core."""

    def __init__(self, folder: Path) -> None:
        self.ways = [
            (size, runs, bare_encoder(folder, cores() // runs)) for size, runs in ((BATCH, 1), (1, cores()))
        ]

    def time(self, found: Sequence[Row]) -> NDArray[np.float64]:
        """Seconds for all rows, in each of the two ways."""
        spent = []
        for size, runs, session in self.ways:
            batches = _batches(found, size)
            with ThreadPoolExecutor(runs) as pool:
                begun = time.perf_counter()
                list(pool.map(partial(session.run, None), batches))
                spent.append(time.perf_counter() - begun)
        return np.array(spent)


def memory() -> int:
    """Largest resident memory so far in MiB: of this process and of each that it has started, added up.

    Where ``/proc`` does not tell, this process's own.
    """
    status = [_status(path) for path in Path("/proc").glob("[0-9]*/status")]
    family = {os.getpid()}
    while more := {pid for pid, parent, _ in status if parent in family} - family:
        family |= more
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round((sum(size for pid, _, size in status if pid in family) or own) / 1024)


def _status(path: Path) -> tuple[int, int, int]:
    """The number of a process, that of its parent, and its largest resident memory in KiB."""
    try:
        lines = dict(line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
    except OSError:  # it has ended
        return 0, 0, 0
    pid, parent, size = (int(lines.get(key, "0").split()[0]) for key in ("Pid", "PPid", "VmHWM"))
    return pid, parent, size


def time_pipeline(texts: Sequence[str]) -> float:
    """Seconds from texts to JSON lines."""
    begun = time.perf_counter()
    made = (report(text, f"r{i}") for i, text in enumerate(texts))
    size = sum(len(render_reading(reading, "jsonl")) for reading in readings(made))
    if not size:
        sys.exit("nothing was read")
    return time.perf_counter() - begun


def measure(texts: Sequence[str]) -> dict[str, float | int]:
    """Words a second of both, and their ratio, also to the encoder in batches alone.

    The two take turns, a slice of the texts each, so that what else the machine does weighs on both.
    """
    pipeline, encoder, words, pieces = 0.0, np.zeros(2), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        bare = Encoder(Path(folder))
        for i in range(0, len(texts), SLICE):
            split = split_many(texts[i : i + SLICE])
            found = [row for text, made in zip(texts[i:], split, strict=False) for row in rows(text, made)]
            pipeline += time_pipeline(texts[i : i + SLICE])
            encoder += bare.time(found)
            words += sum(len(item.firsts) for item in split)
            pieces += sum(len(row.ids) for row in found)
    best = float(encoder.min())
    return {
        "reports": len(texts), "words": words, "pieces": pieces,
        "pipeline_words_a_second": round(words / pipeline), "encoder_pieces_a_second": round(pieces / best),
        "ratio": round(best / pipeline, 3), "ratio_to_batches": round(float(encoder[0]) / pipeline, 3),
    }  # fmt: skip


def main() -> None:
    """Measures at a quarter of the reports and at all of them, to show how cost grows."""
    made = parser(__doc__, out=False)
    made.add_argument("--reports", type=int, default=REPORTS)
    args = made.parse_args()
    texts = [text for record in jsonl(args.data) if (text := record.get("text") or record.get("doctext"))]
    texts = texts[: args.reports]
    time_pipeline(texts)  # to warm up, and for its largest resident memory
    used = memory()
    quarter, every = measure(texts[: len(texts) // 4 or 1]), measure(texts)
    print(json.dumps({"quarter": quarter, "all": {**every, "memory_mib": used}}, indent=1))


if __name__ == "__main__":
    main()
