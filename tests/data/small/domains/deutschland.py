"""German places, people and firms: German names of types, relations and properties, asked about in English.

Figures are rounded; two churches have one name, and three towns share theirs with a state.
"""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """States, towns, rivers, buildings, people, universities and firms."""
    g = Graph()
    g.table(
        "Bundesland",
        "flaeche",
        """
        Bayern | 70550
        Baden-Württemberg | 35748
        Hessen | 21116
        Sachsen | 18450
        Thüringen | 16202
        Sachsen-Anhalt | 20467
        Brandenburg | 29654
        Nordrhein-Westfalen | 34112
        Rheinland-Pfalz | 19858
        Berlin | 891
        Hamburg | 755
        Bremen | 419
        """,
    )
    g.table(
        "Stadt",
        "einwohner liegtIn>Bundesland hauptstadtVon>Bundesland partnerstadtVon>Stadt",
        """
        Berlin | 3755000 | Berlin | |
        Hamburg | 1892000 | Hamburg | | Dresden
        München | 1512000 | Bayern | Bayern |
        Köln | 1084000 | Nordrhein-Westfalen | |
        Frankfurt am Main | 773000 | Hessen | |
        Stuttgart | 632000 | Baden-Württemberg | Baden-Württemberg |
        Düsseldorf | 629000 | Nordrhein-Westfalen | Nordrhein-Westfalen |
        Leipzig | 616000 | Sachsen | |
        Bremen | 569000 | Bremen | |
        Essen | 582000 | Nordrhein-Westfalen | |
        Dresden | 563000 | Sachsen | Sachsen |
        Bonn | 336000 | Nordrhein-Westfalen | | Potsdam
        Wiesbaden | 283000 | Hessen | Hessen |
        Aachen | 249000 | Nordrhein-Westfalen | |
        Halle | 242000 | Sachsen-Anhalt | |
        Magdeburg | 239000 | Sachsen-Anhalt | Sachsen-Anhalt |
        Mainz | 220000 | Rheinland-Pfalz | Rheinland-Pfalz | Erfurt
        Erfurt | 215000 | Thüringen | Thüringen |
        Potsdam | 185000 | Brandenburg | Brandenburg |
        Heidelberg | 162000 | Baden-Württemberg | |
        Regensburg | 157000 | Bayern | |
        Ulm | 128000 | Baden-Württemberg | |
        Würzburg | 127000 | Bayern | |
        Trier | 112000 | Rheinland-Pfalz | | Weimar
        Jena | 111000 | Thüringen | |
        Zwickau | 87000 | Sachsen | |
        Dessau | 79000 | Sachsen-Anhalt | |
        Weimar | 65000 | Thüringen | |
        Eisenach | 42000 | Thüringen | |
        """,
    )
    g.table(
        "Fluss",
        "laenge fliesstDurch>Stadt muendetIn>Gewässer entspringtIn>Gebirge",
        """
        Rhein | 1233 | Mainz, Wiesbaden, Bonn, Köln, Düsseldorf | Nordsee | Alpen
        Elbe | 1094 | Dresden, Dessau, Magdeburg, Hamburg | Nordsee | Riesengebirge
        Donau | 2857 | Ulm, Regensburg | Schwarzes Meer | Schwarzwald
        Weser | 452 | Bremen | Nordsee |
        """,
    )
    g.table(
        "Fluss",
        "laenge fliesstDurch>Stadt muendetIn>Fluss entspringtIn>Gebirge",
        """
        Main | 527 | Würzburg, Frankfurt am Main, Mainz | Rhein | Fichtelgebirge
        Neckar | 362 | Stuttgart, Heidelberg | Rhein | Schwarzwald
        Mosel | 544 | Trier | Rhein | Vogesen
        Isar | 292 | München | Donau | Karwendel
        Havel | 334 | Berlin, Potsdam | Elbe |
        Spree | 400 | Berlin | Havel |
        Saale | 413 | Jena, Halle | Elbe | Fichtelgebirge
        Weiße Elster | 257 | Leipzig, Halle | Saale |
        """,
    )
    g.plain("Gewässer", "Nordsee, Schwarzes Meer")
    g.plain("Gebirge", "Alpen, Riesengebirge, Schwarzwald, Fichtelgebirge, Vogesen, Karwendel")
    g.table(
        "Bauwerk",
        "hoehe fertiggestellt stehtIn>Stadt entworfenVon>Person art>Bauart",
        """
        Kölner Dom | 157 | 1880 | Köln | | Kirche
        Ulmer Münster | 161.5 | 1890 | Ulm | | Kirche
        Frauenkirche | 91 | 1743 | Dresden | George Bähr | Kirche
        Frauenkirche#2 | 99 | 1488 | München | | Kirche
        Brandenburger Tor | 26 | 1791 | Berlin | Carl Gotthard Langhans | Tor
        Porta Nigra | 29 | 170 | Trier | | Tor
        Semperoper | 42 | 1878 | Dresden | Gottfried Semper | Theater
        Elbphilharmonie | 110 | 2016 | Hamburg | Jacques Herzog, Pierre de Meuron | Theater
        Fernsehturm | 368 | 1969 | Berlin | Hermann Henselmann | Turm
        Olympiaturm | 291 | 1968 | München | Sebastian Rosenthal | Turm
        Bauhaus | 20 | 1926 | Dessau | Walter Gropius | Schule
        Neue Nationalgalerie | 8 | 1968 | Berlin | Ludwig Mies van der Rohe | Museum
        Alte Nationalgalerie | 32 | 1876 | Berlin | Friedrich August Stüler | Museum
        Völkerschlachtdenkmal | 94 | 1913 | Leipzig | Bruno Schmitz | Denkmal
        Wartburg | 36 | 1170 | Eisenach | | Burg
        """,
    )
    g.plain("Bauart", "Kirche, Tor, Theater, Turm, Schule, Museum, Denkmal, Burg")
    g.table(
        "Person",
        "geborenAm geborenIn>Stadt gestorbenIn>Stadt beruf>Beruf verheiratetMit>Person studierteAn>Hochschule",
        """
        Johann Wolfgang von Goethe | 1749-08-28 | Frankfurt am Main | Weimar | Dichter, Jurist | | Universität Leipzig
        Friedrich Schiller | 1759-11-10 | | Weimar | Dichter, Arzt | |
        Johann Sebastian Bach | 1685-03-31 | Eisenach | Leipzig | Komponist | |
        Richard Wagner | 1813-05-22 | Leipzig | | Komponist | | Universität Leipzig
        Ludwig van Beethoven | 1770-12-16 | Bonn | | Komponist | |
        Robert Schumann | 1810-06-08 | Zwickau | Bonn | Komponist | Clara Schumann | Universität Leipzig, Universität Heidelberg
        Clara Schumann | 1819-09-13 | Leipzig | Frankfurt am Main | Komponist, Pianistin | |
        Heinrich Heine | 1797-12-13 | Düsseldorf | | Dichter, Jurist | | Universität Bonn
        Walter Gropius | 1883-05-18 | Berlin | | Architekt | | TU München
        Gottfried Semper | 1803-11-29 | Hamburg | | Architekt | |
        Carl Gotthard Langhans | 1732-12-15 | | | Architekt | |
        Hermann Henselmann | 1905-02-03 | | Berlin | Architekt | |
        Ludwig Mies van der Rohe | 1886-03-27 | Aachen | | Architekt | |
        Bruno Schmitz | 1858-11-21 | Düsseldorf | | Architekt | |
        Friedrich August Stüler | 1800-01-28 | | Berlin | Architekt | |
        George Bähr | 1666-03-15 | | Dresden | Architekt | |
        Sebastian Rosenthal | | | | Architekt | |
        Jacques Herzog | 1950-04-19 | | | Architekt | |
        Pierre de Meuron | 1950-05-08 | | | Architekt | |
        Albert Einstein | 1879-03-14 | Ulm | | Physiker | |
        Carl Zeiss | 1816-09-11 | Weimar | Jena | Mechaniker, Unternehmer | | Universität Jena
        Paul Carl Beiersdorf | 1836-03-26 | | Hamburg | Apotheker, Unternehmer | |
        """,
    )
    g.plain(
        "Beruf", "Dichter, Jurist, Arzt, Komponist, Pianistin, Architekt, Physiker, Mechaniker, Unternehmer, Apotheker"
    )
    g.table(
        "Hochschule",
        "gegruendet studierende liegtIn>Stadt",
        """
        Universität Heidelberg | 1386 | 29000 | Heidelberg
        Universität Leipzig | 1409 | 29500 | Leipzig
        Universität Jena | 1558 | 17000 | Jena
        Humboldt-Universität | 1809 | 36000 | Berlin
        Universität Bonn | 1818 | 32500 | Bonn
        TU Dresden | 1828 | 28500 | Dresden
        TU München | 1868 | 52000 | München
        RWTH Aachen | 1870 | 44000 | Aachen
        Universität Hamburg | 1919 | 42000 | Hamburg
        """,
    )
    g.table(
        "Unternehmen",
        "gegruendet mitarbeiter boersennotiert sitzIn>Stadt branche>Branche",
        """
        Siemens | 1847 | 320000 | true | München | Elektrotechnik
        BMW | 1916 | 155000 | true | München | Automobil
        Allianz | 1890 | 157000 | true | München | Versicherung
        Mercedes-Benz | 1926 | 166000 | true | Stuttgart | Automobil
        Bosch | 1886 | 429000 | false | Stuttgart | Elektrotechnik
        Porsche | 1931 | 42000 | true | Stuttgart | Automobil
        Deutsche Bank | 1870 | 90000 | true | Frankfurt am Main | Bank
        Lufthansa | 1953 | 97000 | true | Köln | Luftfahrt
        Beiersdorf | 1882 | 22000 | true | Hamburg | Kosmetik
        Otto | 1949 | 41000 | false | Hamburg | Versandhandel
        Zalando | 2008 | 16000 | true | Berlin | Versandhandel
        Commerzbank | 1870 | 42500 | true | Frankfurt am Main | Bank
        """,
    )
    g.plain("Branche", "Elektrotechnik, Automobil, Versicherung, Bank, Luftfahrt, Kosmetik, Versandhandel")
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    towns, rivers, buildings, states = g.of("Stadt"), g.of("Fluss"), g.of("Bauwerk"), g.of("Bundesland")

    def along(river: str) -> set[str]:
        return g.out(f"Fluss/{river}", "fliesstDurch")

    def through(town: str) -> set[str]:
        return g.into(f"Stadt/{town}", "fliesstDurch")

    def within(state: str) -> set[str]:
        return g.into(f"Bundesland/{state}", "liegtIn")

    def standing(town: str) -> set[str]:
        return g.into(f"Stadt/{town}", "stehtIn")

    def firms(town: str) -> set[str]:
        return g.into(f"Stadt/{town}", "sitzIn")

    def job(name: str) -> set[str]:
        return g.into(f"Beruf/{name}", "beruf")

    def mouth(river: str) -> set[str]:
        return g.into(f"Fluss/{river}", "muendetIn")

    return [
        ("Which state is Würzburg in?", "lookup", g.out("Stadt/Würzburg", "liegtIn")),
        ("Into which river does the Spree flow?", "lookup", g.out("Fluss/Spree", "muendetIn")),
        ("who designed the Brandenburger Tor", "lookup", g.out("Bauwerk/Brandenburger Tor", "entworfenVon")),
        ("Where was Albert Einstein born?", "lookup", g.out("Person/Albert Einstein", "geborenIn")),
        ("Which cities does the Elbe pass through?", "lookup", along("Elbe")),
        ("Which people died in Weimar?", "inverse", g.into("Stadt/Weimar", "gestorbenIn")),
        ("Which companies have their headquarters in Stuttgart?", "inverse", firms("Stuttgart")),
        ("tributaries of the Rhein?", "inverse", mouth("Rhein")),
        ("Who studied at the Universität Leipzig?", "inverse", g.into("Hochschule/Universität Leipzig", "studierteAn")),
        ("What is the capital of Sachsen-Anhalt?", "inverse", g.into("Bundesland/Sachsen-Anhalt", "hauptstadtVon")),
        ("Trier's twin town?", "lookup", g.both("Stadt/Trier", "partnerstadtVon")),
        ("Which city is twinned with Dresden?", "lookup", g.both("Stadt/Dresden", "partnerstadtVon")),
        (
            "In which state does the Ulmer Münster stand?",
            "two-hop",
            g.out("Bauwerk/Ulmer Münster", "stehtIn", "liegtIn"),
        ),
        (
            "Which states does the Saale flow through?",
            "two-hop",
            g.out(along("Saale"), "liegtIn"),
        ),
        (
            "What is the profession of the person who designed the Semperoper?",
            "two-hop",
            g.out("Bauwerk/Semperoper", "entworfenVon", "beruf"),
        ),
        (
            "Into which sea does the river that flows through Bremen empty?",
            "two-hop",
            g.out(through("Bremen"), "muendetIn"),
        ),
        (
            "In which state is the birthplace of Johann Sebastian Bach?",
            "two-hop",
            g.out("Person/Johann Sebastian Bach", "geborenIn", "liegtIn"),
        ),
        (
            "In which state was the architect of the Neue Nationalgalerie born?",
            "three-hop",
            g.out("Bauwerk/Neue Nationalgalerie", "entworfenVon", "geborenIn", "liegtIn"),
        ),
        (
            "In which states are the universities where Robert Schumann studied?",
            "three-hop",
            g.out("Person/Robert Schumann", "studierteAn", "liegtIn", "liegtIn"),
        ),
        ("Which city lies on both the Rhein and the Main?", "both", along("Rhein") & along("Main")),
        ("composers who were born in Leipzig", "both", job("Komponist") & g.into("Stadt/Leipzig", "geborenIn")),
        (
            "Which rivers rise in the Schwarzwald or the Fichtelgebirge?",
            "either",
            g.into("Gebirge/Schwarzwald", "entspringtIn") | g.into("Gebirge/Fichtelgebirge", "entspringtIn"),
        ),
        (
            "Cities in Nordrhein-Westfalen that are not on the Rhein?",
            "but-not",
            within("Nordrhein-Westfalen") - along("Rhein"),
        ),
        (
            "Which companies in München don't make cars?",
            "but-not",
            firms("München") - g.into("Branche/Automobil", "branche"),
        ),
        ("How many cities are in Thüringen?", "count", len(within("Thüringen"))),
        ("how many rivers flow into the Elbe", "count", len(mouth("Elbe"))),
        ("What is the longest river?", "superlative", g.top(rivers, "laenge")),
        ("Which building is the tallest?", "superlative", g.top(buildings, "hoehe")),
        ("smallest state by area", "superlative", g.top(states, "flaeche", min)),
        ("What's the oldest university?", "superlative", g.top(g.of("Hochschule"), "gegruendet", min)),
        ("Which state has the most cities?", "superlative", g.most(states, lambda s: g.into(s, "liegtIn"))),
        (
            "Which cities have over 1000000 inhabitants?",
            "comparison",
            g.where(towns, "einwohner", lambda v: v > 1000000),
        ),
        ("Which rivers are shorter than 350 km?", "comparison", g.where(rivers, "laenge", lambda v: v < 350)),
        (
            "Buildings completed between 1700 and 1850?",
            "comparison",
            g.where(buildings, "fertiggestellt", lambda v: 1700 <= v <= 1850),
        ),
        (
            "Which companies employ more people than Mercedes-Benz?",
            "comparison",
            g.where(
                g.of("Unternehmen"), "mitarbeiter", lambda v: v > g.value("Unternehmen/Mercedes-Benz", "mitarbeiter")
            ),
        ),
        ("Does the Neckar flow through Heidelberg?", "yes-no", "Stadt/Heidelberg" in along("Neckar")),
        ("Is Bosch listed on the stock exchange?", "yes-no", g.value("Unternehmen/Bosch", "boersennotiert")),
        ("How many people live in Jena?", "property", g.value("Stadt/Jena", "einwohner")),
        ("When was Ludwig van Beethoven born?", "property", g.value("Person/Ludwig van Beethoven", "geborenAm")),
        ("How tall is the Frauenkirche in Dresden?", "property", g.value("Bauwerk/Frauenkirche", "hoehe")),
        ("Average length of the rivers that flow into the Elbe?", "average", mean(g.values(mouth("Elbe"), "laenge"))),
        (
            "How many people do the companies in Frankfurt am Main employ in total?",
            "sum",
            sum(g.values(firms("Frankfurt am Main"), "mitarbeiter")),
        ),
        ("Which museums are there in Berlin?", "typed", standing("Berlin") & g.into("Bauart/Museum", "art")),
        (
            "Which other rivers have their source in the same mountains as the Donau?",
            "same-as",
            g.into(g.out("Fluss/Donau", "entspringtIn"), "entspringtIn") - {"Fluss/Donau"},
        ),
        ("Which rivers flow through Gelsenkirchen?", "absent", None),
        ("Who designed the Schloss Neuschwanstein?", "absent", None),
        ("Who is the mayor of Köln?", "absent", None),
        ("what did Heinrich Heine write", "absent", None),
        ("What is the average temperature in Ulm?", "absent", None),
    ]
