"""Tags and trees on gold words: ``python -m benchmarks.syntax --data FILE.conllu[.gz] --out PRED.conllu``.

Looks at the words and the sentence division only; comments, multiword tokens and empty nodes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.face import lines_of, parser
from standoff.reading import parse_words
from standoff.reading.graph import labels


def sentences(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a CoNLL-U file."""
    words: list[str] = []
    with lines_of(path) as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) > 1 and columns[0].isdigit():
                words.append(columns[1])
            elif line == "\n" and words:
                yield words
                words = []
    if words:
        yield words


def main() -> None:
    """Writes CoNLL-U with tags, heads and relations."""
    args = parser(__doc__).parse_args()
    names = labels()
    found = list(sentences(args.data))
    with args.out.open("w", encoding="utf-8") as out:
        for words, (tags, heads, relations, _) in zip(found, parse_words(found), strict=True):
            for i, word in enumerate(words):
                head = 0 if heads[i] == i else heads[i] + 1
                tag, relation = names.upos[tags[i]], "root" if head == 0 else names.relations[relations[i]]
                out.write(f"{i + 1}\t{word}\t_\t{tag}\t_\t_\t{head}\t{relation}\t_\t_\n")
            out.write("\n")


if __name__ == "__main__":
    main()
