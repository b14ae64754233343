"""`manage.py documents add|list|remove|link|propose --graph NAME`: a graph's documents from a terminal."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from agents.errors import SourceError
from webapp.accounts.database import migrate
from webapp.documents import finding, tasks
from webapp.documents.models import Document
from webapp.graphs.command import EngineCommand, known_graph
from webapp.graphs.filling import enlist
from webapp.graphs.models import Graph

State, Work = Document.State, Document.Work


class Command(EngineCommand):
    """Adds, lists, links and removes a graph's documents, and proposes what they state."""

    help = "Add, list, link and remove a graph's documents, and propose what they state."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to do, and with what."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        add = verbs.add_parser("add", help="add text, Markdown and PDF files")
        add.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what to add")
        add.add_argument("--title", default="", help="what the document is called (default: the file's name)")
        remove = verbs.add_parser("remove", help="remove documents, by the numbers that `list` gives")
        remove.add_argument("numbers", nargs="+", type=int, metavar="NUMBER", help="which")
        link = verbs.add_parser("link", help="look again which nodes documents mention")
        link.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help="which (default: all)")
        propose = verbs.add_parser("propose", help="propose facts that documents state and the graph lacks")
        propose.add_argument("numbers", nargs="+", type=int, metavar="NUMBER", help="in which")
        propose.add_argument("--limit", type=int, required=True, help="at most so many facts, of all of them together")
        for each in (add, verbs.add_parser("list", help="list documents"), remove, link, propose):
            each.add_argument("--graph", required=True, help="the graph whose documents they are")

    def work(self, verb: str, graph: str, **given: Any) -> None:
        """Do it."""
        migrate()
        known_graph(graph)
        listed = Graph.objects.filter(slug=graph).first() or enlist(graph, False)
        getattr(self, f"_{verb}")(listed, **given)

    def _add(self, graph: Graph, files: list[Path], title: str, **_: Any) -> None:
        for path in files:
            self._add_one(graph, path, title or path.stem)

    def _add_one(self, graph: Graph, path: Path, title: str) -> None:
        from agents.documents.kinds import kind_of

        if not path.is_file():
            raise SourceError(f"There is no file {path}.")
        if path.stat().st_size > settings.LOREGRAPH_MAX_DOCUMENT_MB * 1_000_000:
            raise SourceError(f"{path} is larger than {settings.LOREGRAPH_MAX_DOCUMENT_MB} MB.")
        made = Document(graph=graph, title=title[:200], file_name=path.name[:200], kind=kind_of(path.name))
        made.state, made.path = State.RUNNING, str(path)
        made.save()
        try:
            fields = tasks.read(made, self._note(path.name))
        except BaseException:
            made.path = ""  # the person's own file stays
            made.delete()
            raise
        Document.objects.filter(pk=made.pk).update(state=State.DONE, path="", **fields)
        told = f"{fields['passages']:,} passages, {fields['mentions']:,} mentions of nodes"
        self.stdout.write(f"{made.pk}  {made.title}: {told}.")

    def _list(self, graph: Graph, **_: Any) -> None:
        for each in graph.documents.all():
            self.stdout.write(f"{each.pk}  {each.title} ({each.kind}, {each.passages:,} passages, {each.state})")

    def _remove(self, graph: Graph, numbers: list[int], **_: Any) -> None:
        for each in self._those(graph, numbers):
            each.delete()
            self.stdout.write(f"Removed '{each.title}'.")

    def _link(self, graph: Graph, numbers: list[int], **_: Any) -> None:
        for each in self._those(graph, numbers) if numbers else graph.documents.filter(characters__gt=0):
            fields = tasks.link(each, self._note(each.title))
            Document.objects.filter(pk=each.pk).update(**fields)
            self.stdout.write(f"{each.pk}  {each.title}: {fields['mentions']:,} mentions of nodes.")

    def _propose(self, graph: Graph, numbers: list[int], limit: int, **_: Any) -> None:
        if limit < 1:
            raise CommandError("Give a --limit of 1 or more.")
        for each in self._those(graph, numbers):
            found = finding.find(each, limit, None, self._note(each.title))
            limit -= found.proposed
            told = f"{found.proposed} proposed, {found.before} proposed or rejected before, {found.left} left"
            self.stdout.write(f"{each.pk}  {each.title}: {told}.")

    def _those(self, graph: Graph, numbers: list[int]) -> list[Document]:
        found = {each.pk: each for each in graph.documents.filter(pk__in=numbers)}
        missing = [str(number) for number in numbers if number not in found]
        if missing:
            raise CommandError(f"'{graph.slug}' has no document {', '.join(missing)}; `documents list` tells which.")
        return [found[number] for number in dict.fromkeys(numbers)]

    def _note(self, name: str) -> Any:
        """Return what tells on a terminal how far it is."""
        out = self.stderr._out  # type: ignore[attr-defined]

        def note(step: str, done: int, total: int) -> None:
            if out.isatty():
                out.write(f"\r{name}: {step} {done:,} of {total:,}   ")
                out.flush()

        return note
