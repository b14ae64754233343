"""What a question asks for, and who does what: its first noun, participles, years, days, units, "nothing"."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

ESSAYS = {  # author, guild that printed it, glosses, minutes to read, when it was read out, subject, is it lost
    "On Bells": ("Ada Fenn", "Quill House", 4, 50, "1921-03-14", "Metal", True),
    "On Tides": ("Ada Fenn", "Quill House", 9, 150, "1921-03-30", "Water", False),
    "On Looms": ("Bram Oake", "Inkwell Hall", 2, 240, "1924-06-30", "Cloth", False),
    "On Kilns": ("Cleo Marsh", "Inkwell Hall", 1, 20, "1925-01-02", "Clay", True),
}
QUOTES = [("On Tides", "On Bells"), ("On Looms", "On Tides"), ("On Kilns", "On Tides")]
HOUSES = {"Quill House": (1901, "Port Sorrel"), "Inkwell Hall": (1912, "Great Amble")}
GUILDS = {"Ada Fenn": "Weavers", "Bram Oake": "Potters", "Cleo Marsh": "Potters", "Dov Pell": "Potters"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> World:
    essays = [
        Node(
            f"e:{title}", "Essay", title,
            props={"glossCount": glosses, "readingMinutes": minutes, "readOutOn": day, "abridged": lost},
        )
        for title, (_, _, glosses, minutes, day, _, lost) in ESSAYS.items()
    ]  # fmt: skip
    houses = [Node(f"h:{n}", "PrintHouse", n, props={"year": y, "keptIn": town}) for n, (y, town) in HOUSES.items()]
    writers = [Node(f"w:{name}", "Writer", name) for name in GUILDS]
    guilds = [Node(f"g:{name}", "Guild", name) for name in sorted({*GUILDS.values()})]
    topics = [Node(f"t:{topic}", "Matter", topic) for topic in sorted({each[5] for each in ESSAYS.values()})]
    edges = [Edge(f"e:{one}", "quotes", f"e:{other}") for one, other in QUOTES]
    for title, (author, house, _, _, _, topic, _) in ESSAYS.items():
        edges += [Edge(f"e:{title}", "hasAuthor", f"w:{author}"), Edge(f"e:{title}", "printedAt", f"h:{house}")]
        edges += [Edge(f"e:{title}", "about", f"t:{topic}")]
    edges += [Edge(f"w:{name}", "affiliatedWith", f"g:{guild}") for name, guild in GUILDS.items()]
    return world(tmp_path_factory.mktemp("library"), [*essays, *houses, *writers, *guilds, *topics, *edges])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        # what the first noun speaks of is asked for
        ("Which essays at Inkwell Hall quote essays at Quill House?", {"On Looms", "On Kilns"}),
        ("Which essays by Ada Fenn quote essays by Ada Fenn?", {"On Tides"}),
        ("Which essays printed at Quill House quote essays printed at Quill House?", {"On Tides"}),
        ("Which essays does On Looms quote?", {"On Tides"}),
        ("Which author has the most essays?", {"Ada Fenn"}),
        # a participle tells what is done to a thing
        ("What is the most quoted essay?", {"On Tides"}),
        ("Which essay was quoted the most?", {"On Tides"}),
        # an amount is called by what it counts
        ("Which essay has the most glosses?", {"On Tides"}),
        ("How many glosses does On Looms have?", {2}),
        # years and places of what is joined, and of events
        ("Which essays were printed in 1901?", {"On Bells", "On Tides"}),
        ("Where is Quill House kept?", {"Port Sorrel"}),
        ("Where does Bram Oake work?", {"Potters"}),
        # prepositions, and what is narrowed already
        ("essays about Water", {"On Tides"}),
        ("essays by Ada Fenn about Metal or Cloth", {"On Bells"}),
        ("Which essays have no author from the Potters?", {"On Bells", "On Tides"}),
        # nothing, anything
        ("Which essays do not quote anything?", {"On Bells"}),
        ("Which essays quote nothing?", {"On Bells"}),
        ("Which writers have not written any essay?", {"Dov Pell"}),
        # days and months
        ("Which essays were read out in March 1921?", {"On Bells", "On Tides"}),
        ("Which essays were read out on 14 March 1921?", {"On Bells"}),
        ("Which essay was read out on March 30th, 1921?", {"On Tides"}),
        ("Which essays were read out in March?", {"On Bells", "On Tides"}),
        ("How many essays were read out in June?", {1}),
        ("Which essay was read out on 30 March?", {"On Tides"}),
        ("Which essays were read out on 1925-01-02?", {"On Kilns"}),
        ("Which essays were read out after June 1924?", {"On Kilns"}),
        ("Which essays were read out before 30 March 1921?", {"On Bells"}),
        ("essays read out between March 1921 and June 1924", {"On Bells", "On Tides", "On Looms"}),
        # units
        ("Which essays have a reading of more than 2 hours?", {"On Tides", "On Looms"}),
        ("Which essays have a reading of less than 60 minutes?", {"On Bells", "On Kilns"}),
    ],
)
def test_it_is_read(library: World, question: str, answers: set[object]) -> None:
    assert library.answers(question) == answers


def test_when_is_not_answered_with_a_place(library: World) -> None:
    best = library.best("When was Quill House kept?")
    assert "kept" not in best.words or library.read("When was Quill House kept?").status != "clear"


def test_a_day_is_no_name(library: World) -> None:
    assert library.linked("Which essays were read out on 14 March 1921?") == {}


def test_a_unit_of_another_kind_is_not_compared(library: World) -> None:
    assert library.read("Which essays have a reading of more than 2 kg?").status == "none"


def test_nobody_left_is_an_answer(library: World) -> None:
    readings = library.read("Which essays have no author?")
    assert (readings.status, library.answers("Which essays have no author?")) == ("clear", set())
