"""A card as one file: a zip of its manifest, its adapter, its own questions and their checksums.

Read as hostile: nothing is unpacked by the names that an archive says; what is too large, missing, extra or different
from its checksum is refused before any of it is used.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from agents.cards.header import check_adapter
from agents.cards.manifest import Manifest, manifest
from agents.errors import CardError

SUMS, MANIFEST, QUESTIONS, ADAPTER = "SHA256SUMS", "manifest.json", "questions.jsonl", "adapter.gguf"
MOST = {SUMS: 4_000, MANIFEST: 200_000, QUESTIONS: 2_000_000, ADAPTER: 512 << 20}  # bytes, unpacked
MOST_BYTES = 520 << 20  # of the whole archive
MOST_QUESTIONS = 2_000
_STAMP = (2020, 1, 1, 0, 0, 0)  # one card is one file, bit for bit
_CHUNK = 1 << 20
_FLAG_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Question:
    """A question that a card can be tested with: the answer is a stretch of text that its passage holds."""

    question: str
    answer: str


def pack(path: Path, card: Manifest, questions: Sequence[Question], adapter: Path | None) -> None:
    """Write a card's file; it is there whole or not at all."""
    texts = {MANIFEST: card.model_dump_json(indent=2).encode(), QUESTIONS: _lines(questions)}
    draft = path.with_name(f"{path.name}.part")
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in texts.items()}
        if adapter is not None:
            with adapter.open("rb") as file, archive.open(ZipInfo(ADAPTER, _STAMP), "w") as packed:
                sums[ADAPTER] = _copied(file, packed, MOST[ADAPTER])
        texts[SUMS] = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
        for name, data in texts.items():
            info = ZipInfo(name, _STAMP)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    draft.replace(path)


def unpack(path: Path, folder: Path) -> Manifest:
    """Write a card's parts into an empty folder of ours, checked, and return its manifest; raise CardError."""
    if path.stat().st_size > MOST_BYTES:
        raise CardError(f"The file is larger than any card: {MOST_BYTES >> 20} MB at most.")
    try:
        with ZipFile(path) as archive:
            return _unpacked(archive, folder)
    except (BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise CardError(f"The file is no card: it cannot be unpacked ({type(error).__name__}).") from error


def questions(path: Path) -> tuple[Question, ...]:
    """Read a card's own questions; raise CardError where a line is none."""
    try:
        return tuple(_read(path.read_text("utf-8")))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CardError(
            "The card's own questions are not right: a line has to be a question with an answer."
        ) from error


def _unpacked(archive: ZipFile, folder: Path) -> Manifest:
    infos = archive.infolist()
    names = [each.filename for each in infos]
    if len(set(names)) != len(names) or not set(names) <= set(MOST):
        raise CardError("The file is no card: it holds what no card holds.")
    if missing := sorted({SUMS, MANIFEST, QUESTIONS} - set(names)):
        raise CardError(f"The file is no card: {missing[0]} is missing.")
    if any(each.flag_bits & _FLAG_ENCRYPTED for each in infos):
        raise CardError("The file is encrypted.")
    found = {name: _taken(archive, name, folder / name) for name in names}
    if _sums(folder / SUMS) != {name: digest for name, digest in found.items() if name != SUMS}:
        raise CardError("The card is damaged: a part of it is not what its checksum says.")
    (folder / SUMS).unlink()
    return check(folder)


def check(folder: Path) -> Manifest:
    """Read a folder's card and return its manifest; raise CardError where any part is not sound."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CardError("The card's manifest is no JSON.") from error
    card = manifest(told)
    questions(folder / QUESTIONS)
    if card.base is None:
        if (folder / ADAPTER).exists():
            raise CardError("A remote card has no adapter.")
        return card
    if not (folder / ADAPTER).exists():
        raise CardError("The card has no adapter.")
    check_adapter(folder / ADAPTER, card.base.architecture)
    return card


def _taken(archive: ZipFile, name: str, path: Path) -> str:
    with archive.open(name) as packed, path.open("xb") as file:
        return _copied(packed, file, MOST[name])


def _copied(source: IO[bytes], target: IO[bytes], most: int) -> str:
    """Copy in pieces and return the sha256; what a header says of its size is not believed."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_CHUNK):
        size += len(piece)
        if size > most:
            raise CardError("The file is no card: a part of it is too large.")
        digest.update(piece)
        target.write(piece)
    return digest.hexdigest()


def _sums(path: Path) -> dict[str, str]:
    pairs = [line.split("  ", 1) for line in path.read_text("utf-8").splitlines()]
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def _lines(questions: Sequence[Question]) -> bytes:
    told = [json.dumps({"question": each.question, "answer": each.answer}, ensure_ascii=False) for each in questions]
    return "".join(f"{line}\n" for line in told).encode()


def _read(text: str) -> Iterator[Question]:
    for line in text.splitlines()[:MOST_QUESTIONS]:
        data: dict[str, Any] = json.loads(line)
        question, answer = data["question"], data["answer"]
        if not (isinstance(question, str) and isinstance(answer, str) and 0 < len(question) <= 1000 and answer.strip()):
            raise ValueError(line[:60])
        yield Question(question, answer[:500])
