import pytest

from agents.loaders.files import FileSource
from agents.loaders.records import Record, Reject
from agents.model import Node
from tests.recording_store import RecordingStore


@pytest.fixture
def store():
    return RecordingStore()


@pytest.fixture
def write(tmp_path):
    """Write a file and return its path; text is written as UTF-8."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


class Items:
    """What a source yielded, by kind."""

    def __init__(self, source):
        self.all = list(source.items())
        values = [each.value for each in self.all if isinstance(each, Record)]
        self.nodes = {value.id: value for value in values if isinstance(value, Node)}
        self.edges = [value for value in values if not isinstance(value, Node)]
        self.triples = [edge.triple for edge in self.edges]
        self.rejects = [(each.line, each.reason) for each in self.all if isinstance(each, Reject)]


@pytest.fixture
def read(write):
    """Write a file and read it: its nodes by id, edges, triples and rejects."""
    return lambda name, content, format=None: Items(FileSource([write(name, content)], format))
