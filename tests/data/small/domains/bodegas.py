"""Wine cellars: Spanish types, relations and properties, and relations that are nouns from tail to head.

`proveedorDe` and `hijaDe` are said from the other side of most questions; questions are in English.
"""

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Cellars, wines, grapes, people, villages and suppliers."""
    g = Graph()
    g.plain("Region", "Rioja Verde, Costa Clara, Alto Duro")
    g.table(
        "Pueblo",
        "habitantes ubicadoEn>Region",
        """
        Laguarda | 1400 | Rioja Verde
        Villaseca | 620 | Rioja Verde
        Puerto Alba | 9100 | Costa Clara
        Sotomar | 2300 | Costa Clara
        Piedrafina | 480 | Alto Duro
        """,
    )
    g.plain("Uva", "Tintera, Malvina, Albarosa, Negrilla, Verdesa")
    g.table(
        "Persona",
        "profesion nacidaEn>Pueblo hijaDe>Persona casadaCon>Persona",
        """
        Julia Ortal | enologa | Laguarda | | Bruno Sanz
        Bruno Sanz | agricultor | Villaseca | |
        Teresa Sanz | enologa | Laguarda | Julia Ortal, Bruno Sanz | Paco Luna
        Paco Luna | cocinero | Sotomar | |
        Nuria Luna | quimica | Sotomar | Teresa Sanz, Paco Luna |
        Andres Vela | enologo | Piedrafina | |
        Carmen Vela | agricultora | Piedrafina | Andres Vela |
        """,
    )
    g.table(
        "Bodega",
        "fundadaEn hectareas empleados situadaEn>Pueblo duena>Persona",
        """
        Casa Ortal | 1921 | 85 | 40 | Laguarda | Julia Ortal
        Viejo Molino | 1954 | 32 | 18 | Villaseca | Bruno Sanz
        Faro Alto | 1998 | 120 | 66 | Puerto Alba | Teresa Sanz
        Cueva Honda | 1887 | 14 | 7 | Piedrafina | Andres Vela
        """,
    )
    g.table(
        "Vino",
        "precio anada grados producidoPor>Bodega elaboradoCon>Uva creadoPor>Persona",
        """
        Roble Negro | 24.5 | 2015 | 14 | Casa Ortal | Tintera, Negrilla | Julia Ortal
        Claro de Luna | 11 | 2021 | 12 | Casa Ortal | Malvina | Teresa Sanz
        Molino Tinto | 8.5 | 2019 | 13 | Viejo Molino | Tintera | Julia Ortal
        Brisa | 9.5 | 2022 | 11.5 | Faro Alto | Albarosa, Malvina | Teresa Sanz
        Gran Faro | 36 | 2012 | 14.5 | Faro Alto | Negrilla | Teresa Sanz
        Sombra | 52 | 2009 | 15 | Cueva Honda | Negrilla, Tintera | Andres Vela
        """,
    )
    g.table(
        "Empresa",
        "proveedorDe>Bodega",
        """
        Corchos Rey | Casa Ortal, Cueva Honda
        Vidrios Sol | Faro Alto, Casa Ortal
        Barricas Mar | Viejo Molino
        """,
    )
    g.check()
    return g


def ask(g: Graph) -> list[Question]:
    """Questions in English."""
    wines, cellars, people = g.of("Vino"), g.of("Bodega"), g.of("Persona")
    made = lambda cellar: g.into(f"Bodega/{cellar}", "producidoPor")  # noqa: E731
    return [
        ("Who owns Casa Ortal?", "lookup", g.out("Bodega/Casa Ortal", "duena")),
        ("Where was Paco Luna born?", "lookup", g.out("Persona/Paco Luna", "nacidaEn")),
        ("Which cellar produces Gran Faro?", "lookup", g.out("Vino/Gran Faro", "producidoPor")),
        ("what grapes is Brisa made with", "lookup", g.out("Vino/Brisa", "elaboradoCon")),
        ("In which village is Viejo Molino located?", "lookup", g.out("Bodega/Viejo Molino", "situadaEn")),
        ("Who created Molino Tinto?", "lookup", g.out("Vino/Molino Tinto", "creadoPor")),
        ("Who is Teresa Sanz married to?", "lookup", g.both("Persona/Teresa Sanz", "casadaCon")),
        ("Bruno Sanz's spouse?", "inverse", g.both("Persona/Bruno Sanz", "casadaCon")),
        ("Which wines does Casa Ortal produce?", "inverse", made("Casa Ortal")),
        ("Wines made with Negrilla", "inverse", g.into("Uva/Negrilla", "elaboradoCon")),
        ("Who was born in Laguarda?", "inverse", g.into("Pueblo/Laguarda", "nacidaEn")),
        ("Who are the suppliers of Casa Ortal?", "inverse", g.into("Bodega/Casa Ortal", "proveedorDe")),
        ("Which company supplies Viejo Molino?", "inverse", g.into("Bodega/Viejo Molino", "proveedorDe")),
        ("What wines did Teresa Sanz create?", "inverse", g.into("Persona/Teresa Sanz", "creadoPor")),
        ("Which cellars are in Laguarda?", "inverse", g.into("Pueblo/Laguarda", "situadaEn")),
        ("Who is Nuria Luna the daughter of?", "lookup", g.out("Persona/Nuria Luna", "hijaDe")),
        ("Whose daughter is Carmen Vela?", "lookup", g.out("Persona/Carmen Vela", "hijaDe")),
        ("Who owns the cellar that produces Sombra?", "two-hop", g.out("Vino/Sombra", "producidoPor", "duena")),
        ("In which region is Laguarda?", "lookup", g.out("Pueblo/Laguarda", "ubicadoEn")),
        ("In which region was Nuria Luna born?", "two-hop", g.out("Persona/Nuria Luna", "nacidaEn", "ubicadoEn")),
        (
            "In what village is the cellar that produces Brisa?",
            "two-hop",
            g.out("Vino/Brisa", "producidoPor", "situadaEn"),
        ),
        ("What grapes are used in the wines of Faro Alto?", "two-hop", g.out(made("Faro Alto"), "elaboradoCon")),
        ("Where was the owner of Faro Alto born?", "two-hop", g.out("Bodega/Faro Alto", "duena", "nacidaEn")),
        ("Who is the owner of Cueva Honda?", "lookup", g.out("Bodega/Cueva Honda", "duena")),
        (
            "In which region was the creator of Sombra born?",
            "three-hop",
            g.out("Vino/Sombra", "creadoPor", "nacidaEn", "ubicadoEn"),
        ),
        ("How many wines does Faro Alto produce?", "count", len(made("Faro Alto"))),
        ("How many grapes are there?", "count", len(g.of("Uva"))),
        ("How many inhabitants does Sotomar have?", "property", g.value("Pueblo/Sotomar", "habitantes")),
        ("What is the price of Roble Negro?", "property", g.value("Vino/Roble Negro", "precio")),
        ("How many employees does Casa Ortal have?", "property", g.value("Bodega/Casa Ortal", "empleados")),
        ("What is the profession of Nuria Luna?", "property", g.value("Persona/Nuria Luna", "profesion")),
        ("When was Cueva Honda founded?", "property", g.value("Bodega/Cueva Honda", "fundadaEn")),
        ("Which wine is the most expensive?", "superlative", g.top(wines, "precio")),
        ("What is the oldest cellar?", "superlative", g.top(cellars, "fundadaEn", min)),
        ("Which village has the most inhabitants?", "superlative", g.top(g.of("Pueblo"), "habitantes")),
        ("Which wines cost more than 20?", "comparison", g.where(wines, "precio", lambda v: v > 20)),
        ("Which cellars have more than 30 employees?", "comparison", g.where(cellars, "empleados", lambda v: v > 30)),
        ("Average price of the wines of Casa Ortal?", "average", mean(g.values(made("Casa Ortal"), "precio"))),
        (
            "Which wines are made with both Tintera and Negrilla?",
            "both",
            g.into("Uva/Tintera", "elaboradoCon") & g.into("Uva/Negrilla", "elaboradoCon"),
        ),
        (
            "Which wines of Casa Ortal are not made with Malvina?",
            "but-not",
            made("Casa Ortal") - g.into("Uva/Malvina", "elaboradoCon"),
        ),
        ("Is Brisa made with Albarosa?", "yes-no", True),
        ("Does Faro Alto produce Sombra?", "yes-no", False),
        ("Which people were not born in Sotomar?", "but-not", people - g.into("Pueblo/Sotomar", "nacidaEn")),
        ("Who owns Bodegas Perdidas?", "absent", None),
        ("What is the phone number of Casa Ortal?", "absent", None),
        ("Which prizes did Gran Faro win?", "absent", None),
        ("How tall is Paco Luna?", "absent", None),
        ("Who is the mayor of Sotomar?", "absent", None),
    ]
