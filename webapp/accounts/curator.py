"""The first person who may change graphs."""

from secrets import choice

from django.contrib.auth import get_user_model

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
LENGTH = 16


def make_curator(name: str, reset: bool = False) -> str | None:
    """Make somebody who may create and load graphs and return the generated password.

    None where there is such a person already; `reset` gives them a new password.
    """
    person, made = get_user_model().objects.get_or_create(username=name, defaults={"is_staff": True})
    if not (made or reset):
        return None
    password = "".join(choice(LETTERS) for _ in range(LENGTH))
    person.set_password(password)
    person.save(update_fields=["password"])
    return password
