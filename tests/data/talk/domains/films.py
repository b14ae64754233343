"""Talks about films."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def by(name: str) -> set[str]:
        return g.into(f"Person/{name}", "directed_by")

    def winners(prize: str) -> set[str]:
        return g.into(f"Prize/{prize}", "awarded")

    def genre(name: str) -> set[str]:
        return g.into(f"Genre/{name}", "has_genre")

    lions, moon = "Film/Paper Lions", "Film/Copper Moon"
    return [
        talk(
            "pronoun",
            ("Who directed Copper Moon?", g.out(moon, "directed_by")),
            ("where was she born?", g.out("Person/Nadia Roy", "born_in")),
            ("Which films has she starred in?", g.into("Person/Nadia Roy", "stars")),
        ),
        talk(
            "swap",
            ("Which films did Lena Ortiz direct?", by("Lena Ortiz")),
            ("and David Osei?", by("David Osei")),
            ("how many are there?", len(by("David Osei")), "those"),
        ),
        talk(
            "narrow",
            ("Which films won the Golden Lantern?", winners("Golden Lantern")),
            ("only the ones shot in Prague", winners("Golden Lantern") & g.into("Place/Prague", "shot_in")),
        ),
        talk(
            "correct",
            ("Who wrote Salt and Iron?", g.out("Film/Salt and Iron", "written_by")),
            ("no, I meant the book", g.out("Book/Salt and Iron", "authored_by")),
        ),
        talk(
            "noun",
            ("Who directed Paper Lions?", g.out(lions, "directed_by")),
            ("and the studio?", g.out(lions, "produced_by")),
            ("where is it headquartered?", {"Place/Naples"}, "pronoun"),
        ),
        talk(
            "compare",
            ("Which films were directed by Edith Marlow?", by("Edith Marlow")),
            ("which of those is longer?", g.top(by("Edith Marlow"), "runtime_minutes")),
            ("when was the other one released?", [g.value("Film/A Winter Quarrel", "released_in")], "ordinal"),
        ),
        talk(
            "topic",
            ("Who directed Blackthorn?", {"Person/David Osei"}),
            ("Which book is The Cartographer based on?", {"Book/The Mapmaker's Son"}),
            ("who wrote it?", {"Person/Clement Hughes"}, "pronoun"),
        ),
        talk(
            "further",
            ("Which studio produced Seven Umbrellas?", {"Studio/Mooncalf"}),
            ("Who directed Seven Umbrellas?", {"Person/Grace Bell"}, "topic"),
            ("and where was she born?", {"Place/London"}, "pronoun"),
            (
                "What other films did that studio produce?",
                g.into("Studio/Mooncalf", "produced_by") - {"Film/Seven Umbrellas"},
            ),
        ),
        talk(
            "why",
            ("Was Copper Moon directed by Nadia Roy?", True),
            ("why?", True),
        ),
        talk(
            "narrow",
            ("Which films are comedies?", genre("Comedy")),
            ("not the ones shot in Naples", genre("Comedy") - g.into("Place/Naples", "shot_in")),
            ("how many are left?", len(genre("Comedy") - g.into("Place/Naples", "shot_in")), "those"),
        ),
        talk(
            "swap",
            ("How many films are there in the horror genre?", len(genre("Horror"))),
            ("and science fiction?", len(genre("Science Fiction"))),
        ),
        talk(
            "same",
            ("When was Mooncalf founded?", [g.value("Studio/Mooncalf", "founded_in")]),
            ("the same for Polar Film please", [g.value("Studio/Polar Film", "founded_in")]),
            ("which of them is older?", {"Studio/Polar Film"}, "compare"),
        ),
        talk(
            "those",
            ("Who stars in The Cartographer?", g.out("Film/The Cartographer", "stars")),
            ("Where were they born?", g.out(g.out("Film/The Cartographer", "stars"), "born_in")),
        ),
    ]
