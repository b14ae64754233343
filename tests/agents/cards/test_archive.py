"""A card is one file; a hostile one is refused before any of it is used."""

import json
import struct
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from agents.cards import archive
from agents.cards.header import header
from agents.errors import CardError
from tests.agents.cards.conftest import DATA

VELM = DATA / "velm.card"


def test_a_card_comes_out_as_it_went_in(shelf, velm, tmp_path):
    shelf.export(velm, tmp_path / "again.card")
    again = shelf.take("other", tmp_path / "again.card")
    assert again.manifest == velm.manifest
    assert again.questions == velm.questions
    assert again.adapter.read_bytes() == velm.adapter.read_bytes()


def test_the_same_card_is_the_same_file(shelf, velm, tmp_path):
    for name in ("one", "two"):
        shelf.export(velm, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "adapter.gguf/x", "..\\evil", "notes.txt"])
def test_a_name_that_no_card_has_is_refused(shelf, tmp_path, name):
    refused(shelf, changed(tmp_path, {name: b"x"}), "no card holds")
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("name", ["SHA256SUMS", "manifest.json", "questions.jsonl", "adapter.gguf"])
def test_a_part_that_is_missing_is_told(shelf, tmp_path, name):
    refused(shelf, changed(tmp_path, {name: None}), "missing|checksum")


def test_a_part_that_was_changed_is_told(shelf, tmp_path):
    refused(shelf, changed(tmp_path, {"questions.jsonl": b'{"question": "Who?", "answer": "I"}\n'}), "checksum")


def test_a_bomb_is_not_unpacked(shelf, tmp_path, monkeypatch):
    monkeypatch.setitem(archive.MOST, "questions.jsonl", 10_000)
    refused(shelf, changed(tmp_path, {"questions.jsonl": bytes(50_000_000)}), "too large")


def test_a_file_that_is_no_zip_is_refused(shelf, tmp_path):
    path = tmp_path / "no.card"
    path.write_bytes(b"PK\x03\x04" + bytes(400))
    refused(shelf, path, "no card")


def test_a_name_twice_is_refused(shelf, tmp_path):
    path = changed(tmp_path, {})
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as again:
        again.writestr("manifest.json", b"{}")
    refused(shelf, path, "no card holds")


def test_nothing_is_left_of_what_was_refused(shelf, tmp_path):
    refused(shelf, changed(tmp_path, {"evil": b"x"}), "no card holds")
    assert shelf.cards("island") == ()
    assert not list((tmp_path / "cards" / "island").iterdir())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "../velm"),
        ("name", "a\u202eb"),
        ("name", ""),
        ("knows", "x" * 400),
        ("format", 2),
        ("base", None),
        ("base", {"name": "x", "sha256": "short"}),
        ("made", "yesterday"),
        ("recall", 7),
        ("examples", ["x"] * 300),
        ("evil", 1),
    ],
)
def test_a_manifest_that_is_not_right_is_told_by_its_key(shelf, tmp_path, key, value):
    with ZipFile(VELM) as whole:
        told = json.loads(whole.read("manifest.json"))
    refused(shelf, changed(tmp_path, {"manifest.json": json.dumps({**told, key: value}).encode()}, True), "manifest")


def test_a_manifest_of_brackets_is_refused(shelf, tmp_path):
    refused(shelf, changed(tmp_path, {"manifest.json": b"[" * 100_000}, True), "JSON")


@pytest.mark.parametrize("spoil", ["cut", "magic", "keys", "tensors", "length", "base", "text"])
def test_an_adapter_that_makes_no_sense_never_reaches_the_model(shelf, tmp_path, spoil):
    with ZipFile(VELM) as whole:
        data = whole.read("adapter.gguf")
    spoiled = {
        "cut": data[: len(data) // 2],
        "magic": b"GGUX" + data[4:],
        "tensors": data[:8] + struct.pack("<Q", 1 << 40) + data[16:],
        "keys": data[:16] + struct.pack("<Q", 1 << 40) + data[24:],
        "length": data[:24] + struct.pack("<Q", 1 << 60) + data[32:],
        "base": data.replace(b"adapter.type", b"adapter.tipe"),
        "text": b"",
    }[spoil]
    refused(shelf, changed(tmp_path, {"adapter.gguf": spoiled}, True), "GGUF|adapter")


def test_a_header_is_read_within_bounds(velm):
    found = header(velm.adapter)
    assert found.architecture == "llama"
    assert len(found.tensors) == 6 * 7 * 2


def refused(shelf, path, why):
    with pytest.raises(CardError, match=why):
        shelf.take("island", path)


def changed(folder, parts, sums=False):
    """Return the card of the tests with parts replaced, added or (None) taken out; `sums` makes them right."""
    with ZipFile(VELM) as whole:
        told = {name: whole.read(name) for name in whole.namelist()}
    told = {name: data for name, data in {**told, **parts}.items() if data is not None}
    if sums:
        from hashlib import sha256

        lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in told.items() if name != "SHA256SUMS"]
        told["SHA256SUMS"] = "".join(sorted(lines)).encode()
    path = folder / "changed.card"
    with ZipFile(path, "w", ZIP_DEFLATED) as out:
        for name, data in told.items():
            out.writestr(name, data)
    return path
