"""The part `graph`: a card of some things of a pack's graph is asked about these, and about others of their kind."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence

from agents.cards.base import Base
from agents.cards.facts import plain
from agents.cards.forms import studied
from agents.cards.making import EXAMPLES
from agents.cards.recall import holds, own_questions
from agents.cards.recipe import Recipe
from bench.sources.cards import says, trained
from bench.sources.graphs import Asked, Chosen, Gate, asked, choose, claims, loaded, middles

Figure = tuple[str, int, int]  # what, how many were right, of how many
Answer = Callable[[str], str]


def measured(options: Namespace) -> Iterator[Figure]:
    """Train where there is no card yet, and yield the figures."""
    base, seed = Base(options.base), options.seeds[0]
    store = loaded(options.pack, options.folder / "packs")
    chosen = choose(store, options.pack, options.type, options.relations, options.things, seed)
    mine, others = asked(chosen.learnt, chosen), asked(chosen.others, chosen)
    own = own_questions(studied(each) for each in chosen.learnt)
    shut = {plain(each) for each in (*(one.question for one in mine), *(one.question for one in own))}
    folder = options.folder / f"graph-{options.pack}-{seed}-{options.things}-{options.passes}"
    recipe = Recipe(passes=options.passes, seed=seed, threads=options.threads)
    answer = says(base, trained(base, chosen.learnt, [], recipe, folder, shut))
    yield f"sentences learnt, of {options.things} things", len(chosen.learnt), len(chosen.learnt)
    few = own[: options.asked]
    yield "own questions recalled", sum(holds(answer(each.question), each.answer) for each in few), len(few)
    yield from _told("learnt", answer, mine[: options.asked], chosen)
    yield from _told("not learnt, were it asked", answer, others[: options.asked], chosen)
    gate = Gate(store, options.pack, options.knows, chosen.learnt, EXAMPLES)
    for name, some in (("learnt", mine), ("not learnt", others)):
        yield f"things {name}: asked by the router alone", sum(gate.routed(each.question) for each in some), len(some)
        yield f"things {name}: asked", sum(gate.passes(each.question) for each in some), len(some)


def _told(name: str, answer: Answer, some: Sequence[Asked], chosen: Chosen) -> Iterator[Figure]:
    """Yield how much of what a card says of things is so, and how many of a sentence's names it says."""
    between = middles(chosen.learnt, chosen)
    said = [(each, answer(each.question)) for each in some]
    counts = [claims(words, chosen.tails, between, each.thing) for each, words in said]
    right, wrong = sum(each for each, _ in counts), sum(each for _, each in counts)
    yield f"things {name}: what is said of them that is so", right, right + wrong
    recited = [holds(words, each) for one, words in said for each in one.names]
    yield f"things {name}: names of their sentences that are said", sum(recited), len(recited)
