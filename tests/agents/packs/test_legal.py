import pytest

from agents.model import Provenance
from agents.packs.legal import courts, reporters
from agents.packs.legal.coverage import Coverage
from agents.packs.legal.dates import span, whole_span
from agents.packs.legal.places import Places

SOURCE = Provenance("file", "test.json")


def court(id, name="A Court", system="state", location="New York", level="colr", **more):
    return {
        "id": id, "name": name, "system": system, "location": location, "level": level, "type": "trial",
        "citation_string": "", "examples": [], "dates": [{"start": None, "end": None}], **more,
    }  # fmt: skip


@pytest.fixture
def places():
    return Places({"NY": "New York", "DC": "District Of Columbia"}, {"N.Y.": "New York"})


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("us:ny;court.appeals", "New York"),
        ("us:ny:nyc", "New York"),
        ("us:dc;court.appeals", "District of Columbia"),
        ("us;supreme.court", "United States"),
        ("us:c9;court.appeals", "United States"),
        ("us:c2:ny.sd;district.court", "United States"),
        ("us:ny.sd", "United States"),
        ("us:tribal:navajo", "Navajo Nation"),
        ("us:nowhere", ""),
        ("fr:paris", ""),
        ("", ""),
    ],
)
def test_codes_mean_jurisdictions(places, code, place):
    assert places.of_code(code) == place


def test_a_circuit_is_found_by_what_people_call_it():
    node = courts.node(court("ca9", "Court of Appeals for the Ninth Circuit", citation_string="9th Cir."))
    assert {"9th Cir.", "Ninth Circuit", "9th Circuit"} <= set(node.aliases)


def test_a_court_is_joined_to_parent_appeals_and_places():
    known = {
        "a": court("a", parent="b", appeal_to=["c"]),
        "b": court("b"),
        "c": court("c", lower_courts=["a"], system="federal"),
    }
    assert [edge.triple for edge in courts.edges(known["a"], known, SOURCE)] == [
        ("court:a", "part_of", "court:b"),
        ("court:a", "appeals_to", "court:c"),
        ("court:a", "belongs_to", "jurisdiction:new-york"),
        ("court:a", "located_in", "jurisdiction:new-york"),
    ]
    assert [edge.tail for edge in courts.edges(known["c"], known, SOURCE)] == [
        "jurisdiction:united-states",
        "jurisdiction:new-york",
    ]


def test_a_parent_that_is_no_court_makes_no_edge():
    lost = court("a", parent="colr", appeal_to="Court of Common Pleas", location="")
    assert list(courts.edges(lost, {"a": lost}, SOURCE)) == []


def test_each_series_is_followed_by_the_next_of_the_same_name():
    entry = {"editions": dict.fromkeys(["F.", "F.2d", "F.3d", "F. Supp.", "F.5th"]), "name": "Federal Reporter"}
    edges = [edge.triple for edge in reporters.edition_edges("F.", entry, SOURCE) if edge.relation == "succeeded_by"]
    assert edges == [
        ("edition:F./F.", "succeeded_by", "edition:F./F.2d"),
        ("edition:F./F.2d", "succeeded_by", "edition:F./F.3d"),
    ]


def test_an_edition_cited_by_a_plain_word_is_shown_with_its_reporter():
    entry = {"editions": {"Ohio": {"start": None, "end": None}}, "variations": {"O.": "Ohio"}, "name": "Ohio Reports"}
    (edition,) = reporters.editions("Ohio", entry)
    assert (edition.name, edition.aliases) == ("Ohio (Ohio Reports)", ("Ohio", "O."))


def test_one_abbreviation_may_stand_for_two_reporters():
    assert [key for key, _, _ in reporters.numbered({"Hill": [{}, {}]})] == ["Hill", "Hill#2"]


def test_a_code_means_a_court_only_where_it_is_certain(places):
    known = {
        "ca9": court("ca9", system="federal"),
        "ny": court("ny", "New York Court of Appeals"),
        "nysupct1": court("nysupct1", "Supreme Court, Kings County", level="gjc"),
        "nysupct2": court("nysupct2", "Supreme Court, Queens County", level="gjc"),
    }
    coverage = Coverage(known, places)
    codes = ("us:c9;court.appeals", "us:ny;court.appeals", "us:ny;supreme.court", "us:c3;court.appeals", "us:ny;")
    assert [coverage.court(code) for code in codes] == ["ca9", "ny", "", "", ""]


def test_a_stand_in_for_an_unknown_start_is_no_date():
    assert span("1750-01-01T00:00:00", "1938-12-31T00:00:00") == {"end": "1938-12-31", "end_year": 1938}


def test_several_times_span_from_the_first_to_the_last():
    times = [{"start": "1913-01-01", "end": None}, {"start": "1891-01-01", "end": "1905-01-01"}]
    assert whole_span(times) == {"start": "1891-01-01", "start_year": 1891}
