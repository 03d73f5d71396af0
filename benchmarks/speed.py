"""Speed of the whole pipeline against the bare encoder: ``python -m benchmarks.speed --data FILE.jsonl[.gz]``.

Both run in this process, on the same texts and all its cores: text to JSON lines on one side, the shipped int8
encoder alone (no heads) on the other, in whichever of two ways is the quicker: rows of like length 32 at a time on all
cores, or one row at a time on each core. Prints one JSON object.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.face import jsonl, parser, readings, report
from standoff.publish import render_reading
from standoff.reading.graph import cores
from standoff.reading.words import Row, model_folder, rows, split_many

REPORTS, ENCODER_BATCH, LAYERS = 500, 32, 6


def bare_encoder(folder: Path, threads: int) -> Any:
    """The encoder cut out of the shipped graph, as a session: all that its last layer's output needs, and no more."""
    import onnx
    import onnxruntime

    model = onnx.load(str(model_folder() / "model.onnx"))
    norms = [node for node in model.graph.node if node.op_type == "SkipLayerNormalization"]
    last = norms[2 * LAYERS - 1].output[0]  # two norms a layer; heads may have norms of their own after them
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
    model.graph.output.append(onnx.helper.make_tensor_value_info(last, onnx.TensorProto.FLOAT, None))
    onnx.save(model, str(folder / "encoder.onnx"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3  # weights of the heads are left over
    return onnxruntime.InferenceSession(
        str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
    )


def _batches(found: Sequence[Row], size: int) -> list[dict[str, Any]]:
    order = sorted(found, key=lambda row: len(row.ids))
    batches = []
    for i in range(0, len(order), size):
        group = order[i : i + size]
        ids = np.zeros((len(group), max(len(row.ids) for row in group)), np.int64)
        for k, row in enumerate(group):
            ids[k, : len(row.ids)] = row.ids
        batches.append({"ids": ids, "mask": ids > 0})
    return batches


def time_encoder(found: Sequence[Row]) -> float:
    """Seconds for all rows, after one batch to warm up, in the quicker of the two ways."""
    return min(_time_encoder(_batches(found, ENCODER_BATCH), 1), _time_encoder(_batches(found, 1), cores()))


def _time_encoder(batches: list[dict[str, Any]], runs: int) -> float:
    """Seconds for all batches, so many runs at a time."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(runs) as pool:
        session = bare_encoder(Path(folder), cores() // runs)

        def run(batch: dict[str, Any]) -> None:
            session.run(None, batch)

        run(batches[-1])
        begun = time.perf_counter()
        list(pool.map(run, batches))
        return time.perf_counter() - begun


def time_pipeline(texts: Sequence[str]) -> float:
    """Seconds from texts to JSON lines."""
    begun = time.perf_counter()
    made = (report(text, f"r{i}") for i, text in enumerate(texts))
    size = sum(len(render_reading(reading, "jsonl")) for reading in readings(made))
    if not size:
        sys.exit("nothing was read")
    return time.perf_counter() - begun


def measure(texts: Sequence[str]) -> dict[str, float | int]:
    """Words a second of both, their ratio, and the largest resident memory so far in MiB."""
    time_pipeline(texts[:8])
    pipeline = time_pipeline(texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    split = split_many(texts)
    found = [row for text, pieces in zip(texts, split, strict=True) for row in rows(text, pieces)]
    words, pieces = sum(len(item.firsts) for item in split), sum(len(row.ids) for row in found)
    encoder = time_encoder(found)
    return {
        "reports": len(texts), "words": words, "pieces": pieces,
        "pipeline_words_a_second": round(words / pipeline), "encoder_pieces_a_second": round(pieces / encoder),
        "ratio": round(encoder / pipeline, 3), "memory_mib": round(memory),
    }  # fmt: skip


def main() -> None:
    """Measures at a quarter of the reports and at all of them, to show how cost grows."""
    made = parser(__doc__, out=False)
    made.add_argument("--reports", type=int, default=REPORTS)
    args = made.parse_args()
    texts = [text for record in jsonl(args.data) if (text := record.get("text") or record.get("doctext"))]
    texts = texts[: args.reports]
    print(json.dumps({"quarter": measure(texts[: len(texts) // 4 or 1]), "all": measure(texts)}, indent=1))


if __name__ == "__main__":
    main()
