import pytest

from agents.loaders.props import node


@pytest.mark.parametrize(
    ("bag", "name"),
    [
        ({"title": "Dr.", "name": "Ada"}, "Ada"),
        ({"Title": "Metropolis"}, "Metropolis"),
        ({"caseName": "Roe v. Wade", "year": 1973}, "Roe v. Wade"),
        ({"drug_name": "aspirin"}, "aspirin"),
        ({"first_name": "Ada", "lastName": "Lovelace"}, "Ada Lovelace"),
        ({"pref-label": "cat"}, "cat"),
        ({"name": ["Ada", "Augusta"]}, "Ada"),
        ({"name": "  ", "label": "x"}, "x"),
        ({"name": 1984}, "1984"),
        ({"weight": 3}, "id1"),
        ({}, "id1"),
    ],
)
def test_it_finds_the_name_in_any_bag(bag, name):
    assert node("id1", (), bag).name == name


def test_synonyms_become_aliases_once_each_and_leave_the_properties():
    found = node("1", (), {"name": "A", "synonyms": ["B", "A", "B"], "alsoKnownAs": "C|D", "x": 1})
    assert found.aliases == ("B", "C", "D")
    assert found.props == {"x": 1}


def test_the_definition_becomes_the_description():
    found = node("1", (), {"name": "A", "definition": "first letter"})
    assert (found.description, found.props) == ("first letter", {})
