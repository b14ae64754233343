"""What the engine knows of English beyond its models: closed classes and the dimensions that adjectives measure.

Only words of the language in general stand here; nothing of any graph does.
"""

from collections.abc import Iterable

# Words that carry no content of their own in a question. Prepositions steer directions and are kept by the parser.
LIGHT = frozenset(
    """
    a an the this that these those some any all every each both either neither own same i me my we
    us our you your he him his she her it its they them their one ones is are was were be been being
    am do does did done have has had having can could will would shall should may might must 's ’s '
    there here please just also too very really so then than as if whether what which who whom whose
    where when why how of in on at to from by with for about into onto through over under between
    among within across during and or but not no nor n't give show list tell name find get display
    say mention provide return fetch see know want need like let help look many much more most less
    least few fewer fewest total ok okay hey hi hello well now currently""".split()
)

# Words that carry content only where a graph's own names use them ("a kind of", "used for").
SOFT = frozenset(
    """
    called named known thing things kind kinds type types sort sorts number numbers amount exist exists
    existing use uses used using""".split()
)

# Words behind which a name stands.
CALLED = frozenset(["called", "named", "titled"])

QUESTION_WORDS = {"who": "person", "whom": "person", "where": "place location", "when": "date time year"}

# Nouns that ask as "where" and "when" do ("in what year ...", "which city ...").
ASKING = {
    **dict.fromkeys("place city town village spot location".split(), "where"),
    **dict.fromkeys("year date day month time decade".split(), "when"),
}

AUXILIARIES = frozenset(
    """
    is are was were am do does did has have had can could will would should may might must""".split()
)

# Verbs of being somewhere: a place that is named says as much.
LOCATING = frozenset(
    """
    live lives living lie lies located locate situated found sits sit stands stand based stay stays staying
    reside resides residing dwell dwells""".split()
)

# Units of measurement, as they stand behind a number ("20 knots", "5 m").
UNITS = frozenset(
    """
    metre metres meter meters m km kilometre kilometres kilometer kilometers cm centimetre centimetres mm mile miles
    foot feet ft inch inches yard yards hectare hectares ha acre acres km2 km² m2 m² litre litres liter liters
    kg kilo kilos kilogram kilograms kilogramme kilogrammes gram grams g mg tonne tonnes ton tons pound pounds lb lbs
    ounce ounces second seconds minute minutes min mins hour hours h day days week weeks month months year years
    euro euros dollar dollars eur usd gbp cent cents knot knots kn kmh mph % percent degree degrees celsius
    kb mb gb tb watt watts kw mw kwh volt volts square cubic $ € £""".split()
)
TIMES = frozenset(
    """
    second seconds minute minutes min mins hour hours h day days week weeks month months year years""".split()
)

# Nouns for people that are counted, and what a property is called that says how many there are.
PEOPLE = dict.fromkeys(
    "people citizen citizens inhabitant inhabitants resident residents person persons souls".split(),
    ("population", "inhabitants", "residents"),
)

# Verbs that leave what is said to their noun: "which faith does X follow", "what rank does X hold".
SUPPORTING = frozenset("have hold follow practice practise bear carry possess belong use take get".split())

# Verbs that say no more of people than that they are with something: "who gets X", "who sits on X".
HOLLOW = frozenset("have hold keep get take receive use sit stand lie stay go be belong".split())

# Verbs that only say that there is something between two things: "the prizes that a film received".
JOINING = frozenset(
    """
    use uses used using receive receives received receiving get gets got getting give gives gave given giving place
    places placed placing occur occurs occurred occurring happen happens happened happening take takes took taken
    held hold holds show shows shown showing play plays played playing perform performs performed performing
    belong belongs belonged contain contains contained containing include includes included including appear appears
    appeared corresponding correspond corresponds associate associated relate related involve involves involved
    participate participates participated make makes made making exist exists existed existing come comes came
    coming share shares shared own owns owned run runs ran running sell sells sold selling earn earns earned win
    wins won buy buys bought spend spent need needs needed needing go goes going went gone keep keeps kept keeping
    sit sits sat sitting""".split()
)

# Words that ask for two or more things side by side.
COMPARING = frozenset("compare compared comparison comparing difference differ differences versus vs".split())

NEGATIONS = frozenset("not no without n't never except excluding neither nor lacking lack lacks".split())

# Adjective (or adverb) -> the dimensions it may measure, likeliest first, and whether more of it is more.
_DIMENSIONS: dict[str, tuple[str, str]] = {
    "length duration pages lifespan": ("long", "short"),
    "height altitude elevation tallness": ("high tall", "low"),
    "size area population volume extent employees members headcount": ("big large great huge", "small little tiny"),
    "depth": ("deep", "shallow"),
    "width breadth": ("wide broad", "narrow"),
    "weight mass": ("heavy", "light"),
    "speed velocity": ("fast quick", "slow"),
    "price cost": ("expensive costly dear pricey pricy", "cheap inexpensive"),
    "age birth born founded built date year": ("old", "young"),
    "wealth income net worth revenue": ("rich wealthy", "poor"),
    "population": ("populous populated crowded", ""),
    "rainfall precipitation": ("wet rainy", "dry"),
    "density": ("dense", "sparse"),
    "temperature": ("hot warm", "cold cool"),
    "distance": ("far distant", "near close"),
    "strength power": ("strong powerful", "weak"),
    "frequency prevalence": ("frequent common prevalent", "rare uncommon infrequent"),
    "rating score rank": ("good popular", "bad poor"),
    "brightness magnitude": ("bright", "dim faint"),
    "date year founded start": ("late recent new modern", "early ancient"),
    "severity": ("severe serious grave dangerous", "mild harmless"),
    "difficulty": ("difficult hard tough tricky", "easy simple"),
    "noise loudness": ("loud noisy", "quiet"),
    "thickness": ("thick", "thin"),
}

# Superlatives of time: "oldest" is the earliest date where there is no age.
EARLIEST = frozenset("old oldest early earliest first ancient older earlier".split())
LATEST = frozenset("new newest late latest last recent young youngest newer later younger modern".split())


# Kinship: the general word for each, the words for men and for women first among its kinds, and what turns it round.
KIN = {
    **dict.fromkeys("child kid offspring son daughter".split(), "child"),
    **dict.fromkeys("parent father dad daddy papa mother mom mum mama".split(), "parent"),
    **dict.fromkeys("sibling brother sister".split(), "sibling"),
    **dict.fromkeys("spouse husband wife".split(), "spouse"),
}
KINDS = {
    "child": ("son", "daughter"),
    "parent": ("father", "mother"),
    "sibling": ("brother", "sister"),
    "spouse": ("husband", "wife"),
}
INVERSE = {"child": "parent", "parent": "child", "sibling": "sibling", "spouse": "spouse"}
MALE = frozenset(
    """
    son father dad daddy papa brother husband grandson grandfather grandpa granddad uncle nephew father-in-law
    son-in-law brother-in-law great-grandfather great-grandson""".split()
)
FEMALE = frozenset(
    """
    daughter mother mom mum mama sister wife granddaughter grandmother grandma grandmom aunt niece mother-in-law
    daughter-in-law sister-in-law great-grandmother great-granddaughter""".split()
)

# Nouns for men and for women that say nothing else.
MALE_NOUNS = frozenset("man men male males boy boys gentleman gentlemen".split())
FEMALE_NOUNS = frozenset("woman women female females girl girls lady ladies".split())


def of_other_gender(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some words say men and the others women, or the other way round: a father is no mother."""
    return {_genders(words), _genders(others)} == {(True, False), (False, True)}


def _genders(words: Iterable[str]) -> tuple[bool, bool]:
    said = set(words)
    return bool(said & MALE), bool(said & FEMALE)


# ... and as a dictionary glosses the others, in steps that a graph may have: a grandson is a child of a child.
COMPOSED = {
    **dict.fromkeys("grandchild grandkid grandson granddaughter".split(), ("child", "child")),
    **dict.fromkeys(
        "grandparent grandfather grandmother grandpa grandma granddad grandmom".split(), ("parent", "parent")
    ),
    "sibling": ("parent", "child"),
    **dict.fromkeys("uncle aunt".split(), ("parent", "sibling")),
    **dict.fromkeys("nephew niece".split(), ("sibling", "child")),
    "cousin": ("parent", "sibling", "child"),
    **dict.fromkeys("parent-in-law mother-in-law father-in-law".split(), ("spouse", "parent")),
    **dict.fromkeys("son-in-law daughter-in-law".split(), ("child", "spouse")),
    **dict.fromkeys("brother-in-law sister-in-law".split(), ("spouse", "sibling")),
    **dict.fromkeys("great-grandparent great-grandfather great-grandmother".split(), ("parent", "parent", "parent")),
    **dict.fromkeys("great-grandchild great-grandson great-granddaughter".split(), ("child", "child", "child")),
}


# Relations that hold both ways by their meaning, whichever way they were written down: stems of their names.
BOTH_WAYS = tuple(
    """
    border adjacen neighbo married marri spouse sibling twin cousin interact rival partner friend colleague
    similar equivalent same_as conjunct compar connect linked related overlap synonym opposite antonym""".split()
)


def _adjectives() -> dict[str, tuple[tuple[str, ...], bool]]:
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    for dimensions, (more, less) in _DIMENSIONS.items():
        names = tuple(dimensions.split())
        for words, rising in ((more, True), (less, False)):
            for word in words.split():
                known = found.get(word, ((), rising))[0]
                found[word] = (known + tuple(name for name in names if name not in known), rising)
    return found


ADJECTIVES = _adjectives()

# "the size of X": a noun that several properties may answer -> those properties, likeliest first.
DIMENSIONS = {names.split()[0]: tuple(names.split()) for names in _DIMENSIONS}
_IRREGULAR = {
    "best": "good",
    "better": "good",
    "worst": "bad",
    "worse": "bad",
    "furthest": "far",
    "farthest": "far",
    "further": "far",
    "farther": "far",
}


def positive(word: str) -> str:
    """Return the adjective that a comparative or superlative form belongs to: "largest" and "larger" give "large"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("est", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            shorter = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
            for base in (stem, stem + "e", shorter, stem[:-1] + "y" if stem.endswith("i") else stem):
                if base in ADJECTIVES:
                    return base
    return word


def akin(one: str, other: str) -> bool:
    """Whether two words share a stem: "director" and "directed", "management" and "manager"."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 4 and shared >= 0.6 * max(len(one), len(other))


def degree(word: str) -> str:
    """Say whether a word is a "superlative", a "comparative" or "" (neither), by its form."""
    base = positive(word)
    if base == word or base not in ADJECTIVES:
        return ""
    superlative = word.endswith("est") or word in ("best", "worst", "furthest", "farthest")
    return "superlative" if superlative else "comparative"
