"""A veterinary practice: camelCase relations, visits as events."""

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Owner",
        "phone town",
        """
    Martha Quill | 555-0101 | Elmford
    Jonas Reed | 555-0144 | Elmford
    Priya Nair | 555-0170 | Stokeley
    Oskar Lind | 555-0199 | Harrow Green
    """,
    )
    g.table(
        "Vet",
        "speciality qualifiedIn languages",
        """
    Dr. Helen Marsh | surgery | 1998 | English
    Dr. Samir Haddad | dermatology | 2011 | Arabic
    Dr. Ruth Okoye | dentistry | 2006 | English
    """,
    )
    g.table(
        "Breed",
        "species lifeExpectancy",
        """
    Border Collie | dog | 13
    Siamese | cat | 15
    Dachshund | dog | 14
    Maine Coon | cat | 12
    Netherland Dwarf | rabbit | 9
    """,
    )
    g.table(
        "Pet",
        "bornOn weightKg sex neutered ownedBy>Owner isOfBreed>Breed",
        """
    Biscuit | 2016-04-02 | 19.5 | female | true | Martha Quill | Border Collie
    Pepper | 2019-09-12 | 4.1 | male | true | Martha Quill | Siamese
    Ziggy | 2013-01-20 | 9.2 | male | false | Jonas Reed | Dachshund
    Duchess | 2020-06-30 | 6.8 | female | true | Priya Nair | Maine Coon
    Clover | 2021-02-14 | 1.2 | female | false | Oskar Lind | Netherland Dwarf
    Moss | 2017-11-05 | 21 | male | false | Oskar Lind | Border Collie
    """,
    )
    g.table(
        "Drug",
        "maker doseMg prescriptionOnly",
        """
    Caniprazole | Vetrona | 20 | true
    Felimox | Vetrona | 5 | true
    Itchaway | Hedgerow Labs | 50 | false
    Wormex | Hedgerow Labs | 100 | false
    """,
    )
    g.table(
        "Condition",
        "contagious treatedWith>Drug",
        """
    Kennel Cough | true | Caniprazole
    Ringworm | true | Itchaway, Felimox
    Gum Disease | false | Felimox
    Hip Dysplasia | false |
    Tapeworm | true | Wormex
    """,
    )
    g.table(
        "Visit",
        "date fee reason visitOf>Pet seenBy>Vet diagnosed>Condition prescribed>Drug",
        """
    V-01 | 2023-01-11 | 60 | cough | Biscuit | Dr. Helen Marsh | Kennel Cough | Caniprazole
    V-02 | 2023-02-03 | 45 | vaccination | Pepper | Dr. Samir Haddad | |
    V-03 | 2023-05-19 | 120 | bad breath | Ziggy | Dr. Ruth Okoye | Gum Disease | Felimox
    V-04 | 2023-08-08 | 75 | scratching | Duchess | Dr. Samir Haddad | Ringworm | Itchaway
    V-05 | 2024-01-22 | 310 | limping | Moss | Dr. Helen Marsh | Hip Dysplasia |
    V-06 | 2024-03-04 | 45 | vaccination | Biscuit | Dr. Samir Haddad | |
    V-07 | 2024-03-18 | 80 | weight loss | Ziggy | Dr. Helen Marsh | Tapeworm | Wormex
    V-08 | 2024-06-27 | 95 | scratching | Moss | Dr. Samir Haddad | Ringworm | Itchaway, Felimox
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def visits_of(name: str) -> Ids:
        return g.into(of(name), "visitOf")

    pets, visits, drugs, conditions, owners, breeds, vets = (
        g.of(each) for each in ("Pet", "Visit", "Drug", "Condition", "Owner", "Breed", "Vet")
    )
    return [
        ("Who owns Biscuit?", "lookup", {of("Martha Quill")}),
        ("Which pets belong to Oskar Lind?", "inverse", g.into(of("Oskar Lind"), "ownedBy")),
        ("What breed is Ziggy?", "lookup", {of("Dachshund")}),
        ("What kind of animal is Duchess?", "hops", ["cat"]),
        ("Which pets are Border Collies?", "inverse", g.into(of("Border Collie"), "isOfBreed")),
        ("How many pets does Martha Quill have?", "count", 2),
        ("When was Clover born?", "value", ["2021-02-14"]),
        ("How heavy is Moss?", "value", ["21"]),
        ("Which pet is the heaviest?", "superlative", g.top(pets, "weightKg")),
        ("What is the oldest pet?", "superlative", g.top(pets, "bornOn", min)),
        ("Which pets are not neutered?", "filter", g.where(pets, "neutered", lambda v: not v)),
        ("Is Pepper neutered?", "yes-no", True),
        ("Which cats are there?", "hops", g.into(g.where(breeds, "species", lambda v: v == "cat"), "isOfBreed")),
        ("Which vet saw Duchess?", "hops", g.out(visits_of("Duchess"), "seenBy")),
        ("Which vets have seen Biscuit?", "hops", g.out(visits_of("Biscuit"), "seenBy")),
        ("Which pets has Dr. Samir Haddad seen?", "hops", g.out(g.into(of("Dr. Samir Haddad"), "seenBy"), "visitOf")),
        ("How many visits did Ruth Okoye have?", "count", 1),
        ("What was Ziggy diagnosed with?", "hops", g.out(visits_of("Ziggy"), "diagnosed")),
        ("Which pets were diagnosed with ringworm?", "hops", g.out(g.into(of("Ringworm"), "diagnosed"), "visitOf")),
        ("What was prescribed at V-08?", "lookup", g.out(of("V-08"), "prescribed")),
        ("Which drugs has Ziggy been prescribed?", "hops", g.out(visits_of("Ziggy"), "prescribed")),
        ("What is gum disease treated with?", "lookup", g.out(of("Gum Disease"), "treatedWith")),
        ("Which conditions can Felimox treat?", "inverse", g.into(of("Felimox"), "treatedWith")),
        ("Which drugs treat ringworm?", "lookup", g.out(of("Ringworm"), "treatedWith")),
        ("Which conditions are contagious?", "filter", g.where(conditions, "contagious", bool)),
        ("Is hip dysplasia contagious?", "yes-no", False),
        ("Which conditions have no treatment?", "negation", conditions - g.into(drugs, "treatedWith")),
        ("Who makes Wormex?", "value", ["Hedgerow Labs"]),
        ("Which drugs does Vetrona make?", "filter", g.where(drugs, "maker", lambda v: v == "Vetrona")),
        (
            "Which drugs can be bought without a prescription?",
            "filter",
            g.where(drugs, "prescriptionOnly", lambda v: not v),
        ),
        ("What dose of Felimox is given?", "value", ["5"]),
        ("How much did V-05 cost?", "value", ["310"]),
        ("What was the most expensive visit?", "superlative", g.top(visits, "fee")),
        ("What is the total of the fees in 2024?", "sum", 310 + 45 + 80 + 95),
        ("How much has Jonas Reed paid in total?", "sum", 200),
        ("What is the average fee?", "average", sum(g.values(visits, "fee")) / 8),
        ("How many visits were there in 2023?", "count", 4),
        (
            "Which visits took place in March 2024?",
            "filter",
            g.where(visits, "date", lambda v: v.startswith("2024-03")),
        ),
        ("When was Duchess last seen?", "hops", ["2023-08-08"]),
        ("When did Moss first visit?", "hops", ["2024-01-22"]),
        (
            "Which pets came in because of scratching?",
            "hops",
            g.out(g.where(visits, "reason", lambda v: v == "scratching"), "visitOf"),
        ),
        (
            "Which pets have been vaccinated?",
            "hops",
            g.out(g.where(visits, "reason", lambda v: v == "vaccination"), "visitOf"),
        ),
        ("Which pets have never visited?", "negation", pets - g.out(visits, "visitOf")),
        ("Which vet specialises in surgery?", "filter", g.where(vets, "speciality", lambda v: v == "surgery")),
        ("What is Dr. Okoye's speciality?", "value", ["dentistry"]),
        ("Which vet qualified most recently?", "superlative", g.top(vets, "qualifiedIn")),
        ("Who speaks Arabic?", "filter", g.where(vets, "languages", lambda v: v == "Arabic")),
        ("What is Priya Nair's phone number?", "value", ["555-0170"]),
        ("Which owners live in Elmford?", "filter", g.where(owners, "town", lambda v: v == "Elmford")),
        ("Who owns more than one pet?", "group", {of("Martha Quill"), of("Oskar Lind")}),
        (
            "Which owners have a dog?",
            "hops",
            g.out(g.into(g.where(breeds, "species", lambda v: v == "dog"), "isOfBreed"), "ownedBy"),
        ),
        ("Which breed lives longest?", "superlative", g.top(breeds, "lifeExpectancy")),
        ("How long do Dachshunds live?", "value", ["14"]),
        ("Which breeds live more than 12 years?", "filter", g.where(breeds, "lifeExpectancy", lambda v: v > 12)),
        ("How many pets are female?", "count", 3),
        (
            "Which female pets weigh less than 10 kg?",
            "and",
            g.where(pets, "sex", lambda v: v == "female") & g.where(pets, "weightKg", lambda v: v < 10),
        ),
        ("Which pets were born after 2018?", "filter", g.where(pets, "bornOn", lambda v: v >= "2019")),
        ("Is Ziggy older than Moss?", "yes-no", True),
        ("Which vet has handled the most visits?", "superlative", g.most(vets, lambda x: g.into(x, "seenBy"))),
        ("How many visits has each vet had?", "group", vets),
        ("Did Helen Marsh treat Moss?", "yes-no", True),
        ("What did Moss have?", "hops", g.out(visits_of("Moss"), "diagnosed")),
        ("Who was seen by both Dr. Marsh and Dr. Haddad?", "and", {of("Biscuit"), of("Moss")}),
        ("What is the insurance number of Biscuit?", "absent", None),
        ("Which pets are allergic to Felimox?", "absent", None),
        ("Who is the receptionist?", "absent", None),
        ("What colour is Pepper?", "absent", None),
        ("Which vet saw Rex?", "absent", None),
        ("Which pets are insured?", "absent", None),
    ]
