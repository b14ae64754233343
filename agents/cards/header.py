"""A GGUF file's header, read within bounds before anything else may read the file: it may come from a stranger."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from agents.errors import CardError

_FIXED = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_TEXT, _LIST = 8, 9
_SIZES = {0: (4, 1), 1: (2, 1)}  # the kinds of numbers that an adapter may have (f32, f16): bytes a number
_TENSORS, _KEYS, _LONGEST = 20_000, 2_000, 1 << 20
_RANK = 512


@dataclass(frozen=True)
class Header:
    """What a file says of itself: its keys (lists are left out) and its tensors' names, shapes, kinds and places."""

    keys: dict[str, Any]
    tensors: tuple[tuple[str, tuple[int, ...], int, int], ...]
    start: int  # where tensors begin

    @property
    def architecture(self) -> str:
        """The model's architecture, "" where it says none."""
        return str(self.keys.get("general.architecture", ""))


def header(path: Path) -> Header:
    """Read a file's header; raise CardError where it is none or makes no sense."""
    try:
        with path.open("rb") as file:
            return _header(file)
    except (struct.error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        raise CardError(f"{path.name} is no GGUF file: its header is broken.") from error


def check_adapter(path: Path, architecture: str = "") -> None:
    """Raise CardError where a file is no LoRA adapter of sane shapes (for this architecture, if one is named)."""
    found, size = header(path), path.stat().st_size
    if (found.keys.get("general.type"), found.keys.get("adapter.type")) != ("adapter", "lora"):
        raise CardError("The card's adapter is no LoRA adapter.")
    if architecture and found.architecture != architecture:
        raise CardError(f"The card's adapter is for {found.architecture or 'no'} models, not for {architecture}.")
    if not found.tensors:
        raise CardError("The card's adapter is empty.")
    for name, shape, kind, offset in found.tensors:
        if not name.endswith((".lora_a", ".lora_b")) or len(shape) != 2 or kind not in _SIZES:
            raise CardError(f"The card's adapter holds '{name[:60]}', which has no place in one.")
        count = shape[0] * shape[1] * _SIZES[kind][0]
        if not 0 < min(shape) <= _RANK or found.start + offset + count > size:
            raise CardError(f"The card's adapter says of '{name[:60]}' what its file does not hold.")


def _header(file: IO[bytes]) -> Header:
    if file.read(4) != b"GGUF" or _number(file, "I") not in (2, 3):
        raise CardError("This is no GGUF file.")
    tensors, keys = _number(file, "Q"), _number(file, "Q")
    if tensors > _TENSORS or keys > _KEYS:
        raise CardError("This GGUF file has more in its header than any model has.")
    told = {_text(file): _value(file, _number(file, "I")) for _ in range(keys)}
    found = tuple(_tensor(file) for _ in range(tensors))
    step = int(told.get("general.alignment") or 32)
    if not 1 <= step <= 65536:
        raise CardError("This GGUF file's header makes no sense.")
    return Header(told, found, -(-file.tell() // step) * step)


def _tensor(file: IO[bytes]) -> tuple[str, tuple[int, ...], int, int]:
    name, dimensions = _text(file), _number(file, "I")
    if dimensions > 4:
        raise CardError("This GGUF file's header makes no sense.")
    shape = tuple(_number(file, "Q") for _ in range(dimensions))
    return name, shape, _number(file, "I"), _number(file, "Q")


def _value(file: IO[bytes], kind: int) -> Any:
    if kind == _TEXT:
        return _text(file)
    if kind != _LIST:
        return _number(file, _fixed(kind))
    inner, count = _number(file, "I"), _number(file, "Q")
    if count > _LONGEST or inner == _LIST:
        raise CardError("This GGUF file's header makes no sense.")
    if inner == _TEXT:
        for _ in range(count):
            file.seek(_length(file), 1)
    else:
        file.seek(count * struct.calcsize(f"<{_fixed(inner)}"), 1)
    return None


def _fixed(kind: int) -> str:
    if kind not in _FIXED:
        raise CardError("This GGUF file's header makes no sense.")
    return _FIXED[kind]


def _number(file: IO[bytes], kind: str) -> Any:
    return struct.unpack(f"<{kind}", file.read(struct.calcsize(f"<{kind}")))[0]


def _length(file: IO[bytes]) -> int:
    length = int(_number(file, "Q"))
    if length > _LONGEST:
        raise CardError("This GGUF file's header makes no sense.")
    return length


def _text(file: IO[bytes]) -> str:
    length = _length(file)
    data = file.read(length)
    if len(data) != length:
        raise CardError("This GGUF file's header ends too early.")
    return data.decode("utf-8")
