"""About how many tokens a text is, where the model itself does not say."""

from math import ceil

_SIGNS_A_TOKEN = 3.5  # of English; other scripts come to about a token a sign


def estimate(text: str) -> int:
    """Return about how many tokens a text is, rather too many than too few."""
    plain = sum(sign.isascii() for sign in text)
    return ceil(plain / _SIGNS_A_TOKEN) + len(text) - plain
