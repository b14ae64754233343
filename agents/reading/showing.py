"""What a question says besides what it asks for, put into its readings: sorted so, and with these properties beside."""

from dataclasses import replace

from agents.query import Match, Order, Return
from agents.reading.asides import Asides, property_of
from agents.reading.lexicon import Lexicon
from agents.reading.reader import Reading


def shown(reading: Reading, asides: Asides, lexicon: Lexicon) -> Reading:
    """Return a reading whose rows are sorted, and have the columns that were asked for besides."""
    query = reading.query
    if not isinstance(query, Match) or reading.form not in ("set", "value") or query.returns[0].aggregate:
        return reading
    variable = query.returns[0].variable
    types = frozenset(next((each.types for each in query.variables if each.name == variable), ()))
    keys = tuple(key for said in asides.shown if (key := property_of(lexicon, said, types)))
    keys = keys if reading.form == "set" and not any(each.aggregate for each in query.returns) else ()
    columns = (*query.returns, *(Return(variable=variable, key=key) for key in keys))
    query = query.model_copy(
        update={"returns": columns, "order": query.order or _order(variable, asides, lexicon, types)}
    )
    return replace(reading, query=query, shown=keys)


def _order(variable: str, asides: Asides, lexicon: Lexicon, types: frozenset[str]) -> tuple[Order, ...]:
    if asides.by is None:
        return ()
    key = property_of(lexicon, asides.by, types) if asides.by else "name"
    return (Order(variable=variable, key=key, descending=asides.descending),) if key else ()
