"""Talks about wine cellars."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def made(cellar: str) -> set[str]:
        return g.into(f"Bodega/{cellar}", "producidoPor")

    def grapes(wine: str) -> set[str]:
        return g.out(f"Vino/{wine}", "elaboradoCon")

    def created(person: str) -> set[str]:
        return g.into(f"Persona/{person}", "creadoPor")

    def suppliers(cellar: str) -> set[str]:
        return g.into(f"Bodega/{cellar}", "proveedorDe")

    negrilla = g.into("Uva/Negrilla", "elaboradoCon")
    return [
        talk(
            "pronoun",
            ("Who owns Faro Alto?", {"Persona/Teresa Sanz"}),
            ("who is she married to?", {"Persona/Paco Luna"}),
            ("where was he born?", {"Pueblo/Sotomar"}),
            ("which region is that in?", {"Region/Costa Clara"}),
        ),
        talk(
            "those",
            ("Which wines are made with Negrilla?", negrilla),
            ("which of them is the cheapest?", {"Vino/Roble Negro"}),
            ("who created it?", {"Persona/Julia Ortal"}, "pronoun"),
            ("what else did she create?", created("Julia Ortal") - {"Vino/Roble Negro"}, "other"),
        ),
        talk(
            "swap",
            ("what grapes is Brisa made with?", grapes("Brisa")),
            ("and Sombra?", grapes("Sombra")),
            ("what about Molino Tinto?", grapes("Molino Tinto")),
        ),
        talk(
            "count",
            ("Which wines does Casa Ortal produce?", made("Casa Ortal")),
            ("how many is that?", 2),
            ("which one costs more?", {"Vino/Roble Negro"}, "compare"),
        ),
        talk(
            "correct",
            ("Who supplies Viejo Molino?", suppliers("Viejo Molino")),
            ("no, Casa Ortal", suppliers("Casa Ortal")),
            ("which of them also supplies Cueva Honda?", {"Empresa/Corchos Rey"}, "those"),
        ),
        talk(
            "topic",
            ("Where is Cueva Honda?", {"Pueblo/Piedrafina"}),
            ("who owns it?", {"Persona/Andres Vela"}, "pronoun"),
            ("Which cellar is the oldest?", {"Bodega/Cueva Honda"}),
            ("how many hectares does it have?", g.value("Bodega/Cueva Honda", "hectareas"), "pronoun"),
        ),
        talk(
            "back",
            ("Who created Gran Faro?", {"Persona/Teresa Sanz"}),
            ("where was she born?", {"Pueblo/Laguarda"}, "pronoun"),
            ("how many inhabitants does it have?", g.value("Pueblo/Laguarda", "habitantes"), "pronoun"),
            ("and how much does Gran Faro cost?", g.value("Vino/Gran Faro", "precio")),
        ),
        talk(
            "negate",
            ("which wines did Teresa Sanz create?", created("Teresa Sanz")),
            ("which wines did she not create?", g.of("Vino") - created("Teresa Sanz")),
        ),
        talk(
            "same",
            ("how many wines does Faro Alto produce?", 2),
            ("same for Cueva Honda", 1),
            ("which one?", {"Vino/Sombra"}, "count"),
        ),
        talk(
            "narrow",
            ("which people were born in Piedrafina?", g.into("Pueblo/Piedrafina", "nacidaEn")),
            ("who of them owns a cellar?", {"Persona/Andres Vela"}, "those"),
            ("which one?", {"Bodega/Cueva Honda"}, "pronoun"),
        ),
    ]
