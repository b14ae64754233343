"""Units of time, length, mass, volume and data: what a number said in one is in another."""

_SAID = {
    "time": "s:1 sec:1 second:1 min:60 minute:60 h:3600 hr:3600 hour:3600 day:86400 week:604800 month:2629746 "
    "year:31556952",
    "length": "mm:.001 cm:.01 m:1 metre:1 meter:1 km:1000 kilometre:1000 kilometer:1000 inch:.0254 inches:.0254 "
    "ft:.3048 foot:.3048 feet:.3048 yard:.9144 mile:1609.344",
    "mass": "mg:.000001 g:.001 gram:.001 kg:1 kilo:1 kilogram:1 kilogramme:1 ton:1000 tonne:1000 lb:.45359237 "
    "pound:.45359237 ounce:.028349523",
    "volume": "ml:.001 millilitre:.001 cl:.01 l:1 litre:1 liter:1",
    "data": "kb:.001 mb:1 gb:1000 tb:1000000",
}
_UNITS = {
    name: (dimension, float(factor))
    for dimension, each in _SAID.items()
    for name, factor in (pair.split(":") for pair in each.split())
}


_MEASURING = {
    "time": frozenset("duration length".split()),
    "length": frozenset("length distance".split()),
    "mass": frozenset("weight mass".split()),
    "volume": frozenset("volume".split()),
}


def measures(unit: str, dimension: str) -> bool:
    """Whether what is recorded in a unit can be that dimension of something: hours are a duration."""
    known = _unit(unit)
    return known is not None and dimension in _MEASURING.get(known[0], ())


def alike(unit: str, other: str) -> bool:
    """Whether two units measure the same: hours and minutes do."""
    one, two = _unit(unit), _unit(other)
    return one is not None and two is not None and one[0] == two[0]


def converted(number: float, unit: str, into: str) -> float | None:
    """Return a number said in one unit as it is in another; as it is where either is unknown, None where they differ.

    "2 hours" are 120 minutes; "2 kg" are no metres.
    """
    one, other = _unit(unit), _unit(into)
    if one is None or other is None:
        return number
    return round(number * one[1] / other[1], 9) if one[0] == other[0] else None


def _unit(said: str) -> tuple[str, float] | None:
    lower = said.lower()
    return _UNITS.get(lower) or _UNITS.get(lower.removesuffix("s"))
