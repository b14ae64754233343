import pytest

from agents.errors import PackError
from agents.packs.pack import pack, packs


@pytest.fixture
def folder(tmp_path):
    def make(yaml):
        (tmp_path / "towns").mkdir()
        (tmp_path / "towns" / "pack.yaml").write_text(yaml)
        return tmp_path

    return make


def test_packs_are_found_by_their_folders(folder):
    assert packs(folder("title: Towns")) == ("towns",)
    assert {"medical", "legal"} <= set(packs())


def test_an_unknown_pack_is_told_with_the_nearest():
    with pytest.raises(PackError, match="There is no pack 'medcal'; did you mean 'medical'"):
        pack("medcal")


def test_a_name_that_climbs_out_of_the_folder_is_no_pack(folder):
    with pytest.raises(PackError, match="There is no pack"):
        pack("../towns", folder("title: Towns"))


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        ("title: [", "cannot be read"),
        ("- a\n- b", "is no mapping"),
        ("colour: blue", "'colour' is not right"),
        ("relations: {in: {symmetric: perhaps}}", "'relations.in.symmetric' is not right"),
    ],
)
def test_a_bad_manifest_is_one_sentence(folder, yaml, words):
    with pytest.raises(PackError, match=words):
        pack("towns", folder(yaml)).words  # noqa: B018


def test_a_pack_of_words_alone_says_that_it_has_no_data(folder):
    towns = pack("towns", folder("title: Towns"))
    assert towns.words.title == "Towns"
    with pytest.raises(PackError, match="has no data of its own"):
        towns.source()


@pytest.mark.parametrize("name", packs())
def test_every_pack_tells_its_readers_what_they_need(name):
    words = pack(name).words
    assert words.title
    assert words.licence
    assert words.attribution
    assert len(words.examples) >= 8
    assert all(each.description for each in (*words.types.values(), *words.relations.values()))
    assert all("{head}" in each.template and "{tail}" in each.template for each in words.relations.values())
