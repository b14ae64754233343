"""A store that keeps what is loaded in dictionaries: as much of the protocol as loading needs."""

from agents.declaration import Declaration
from agents.graphs.store import LoadCounts
from agents.model import Node


class RecordingStore:
    def __init__(self):
        self.kept = {}
        self.declared = {}

    def graphs(self):
        return tuple(sorted(self.kept))

    def create(self, graph):
        self.kept.setdefault(graph, {})

    def declare(self, graph, declaration):
        self.declared.setdefault(graph, []).append(declaration)

    def declaration(self, graph):
        return self.declared.get(graph, [Declaration()])[-1]

    def nodes(self, graph, ids):
        return tuple(self.kept[graph][id] for id in ids if id in self.kept[graph])

    def load(self, graph, records, batch=5_000, on_batch=None):
        counts, rejected = dict.fromkeys(LoadCounts.__dataclass_fields__, 0), []
        for number, value in enumerate(records, start=1):
            self._put(self.kept[graph], value, counts, rejected)
            if number % batch == 0 and on_batch:
                on_batch(LoadCounts(**{**counts, "rejected": tuple(rejected)}))
        return LoadCounts(**{**counts, "rejected": tuple(rejected)})

    def _put(self, kept, value, counts, rejected):
        is_node = isinstance(value, Node)
        key = value.id if is_node else value.triple
        if not is_node and not {value.head, value.tail} <= kept.keys():
            rejected.append((value, "an end of the edge does not exist"))
            return
        how = "added" if key not in kept else "same" if kept[key] == value else "changed"
        counts[f"{'nodes' if is_node else 'edges'}_{how}"] += 1
        kept[key] = value

    def export(self, graph):
        return iter(sorted(self.kept[graph].values(), key=lambda value: not isinstance(value, Node)))
