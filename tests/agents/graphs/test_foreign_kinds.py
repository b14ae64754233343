"""By which property the nodes of a database of others are called, as a sample of them says."""

from agents.graphs.foreign_kinds import guessed


def test_a_text_that_some_share_names_nobody_where_a_number_of_their_own_does():
    orders = [{"orderID": "1", "city": "Bern"}, {"orderID": "2", "city": "Leeds"}, {"orderID": "3", "city": "Leeds"}]
    assert guessed("Order", orders).name == ("orderID",)


def test_a_text_of_their_own_names_them_before_a_number_does():
    places = [{"placeID": "1", "city": "Bern"}, {"placeID": "2", "city": "Leeds"}]
    assert guessed("Place", places).name == ("city",)


def test_a_text_that_few_share_names_them_where_they_have_no_number():
    stops = [{"road": "Elm Road"}, {"road": "Ash Lane"}, {"road": "Ash Lane"}]
    assert guessed("Stop", stops).name == ("road",)
