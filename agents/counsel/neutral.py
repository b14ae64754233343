"""English words that say nothing about a graph's things: with these a sentence may link what the evidence says."""

NEUTRAL = frozenset(
    """
    above according addition additionally addition along also altogether among another answer apart appear ask
    available back base be become begin below beside besides both brief briefly call case certain claim come
    complete concern connect connection consist contain couple describe description detail different directly
    e.g. else end evidence example fact far final finally find first follow following form former further
    furthermore general generally give go graph group have hence here hold however identify in include including
    indeed indicate information instance involve item keep kind know knowledge last latter link list listed lot
    make match mean mention moreover name namely note number occur other overall overview part particular
    particularly person piece place point possible provide question reading record regard relate related relation
    relationship remain respectively rest result say see serve set several show side similarly simply since single
    some sort source specific specifically state statement step still such sum summarize summary take tell term
    then therefore thing thus together total turn type upon various way well whole within word work yes""".split()
)

# Words that say how much or how surely: a claim has to say so, too.
STRONG = frozenset(
    """
    all always any because best certainly definitely due entire entirely ever every everyone everything exclusively
    few fewest first-ever greatest highest largest last least likely longest lowest main mainly majority many more
    most mostly must never no nobody none nothing often oldest only primarily probably rarely shortest should
    smallest solely sometimes unique usually whenever worst youngest""".split()
)

NEGATIVE = frozenset(
    "cannot hardly lack lacks neither never no nobody none nor not nothing n't n’t unable without".split()
)

NUMBERS = {
    **{word: str(at) for at, word in enumerate("zero one two three four five six seven eight nine ten".split())},
    **{
        word: str(at)
        for at, word in enumerate(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 11
        )
    },
    **dict(zip("thirty forty fifty sixty seventy eighty ninety".split(), "30 40 50 60 70 80 90".split(), strict=True)),
    **{"dozen": "12", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"},
    **{"hundreds": "100", "thousands": "1000", "millions": "1000000", "half": "1/2", "twice": "2x", "thrice": "3x"},
}
