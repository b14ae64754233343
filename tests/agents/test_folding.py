from agents.graphs.folding import fold, fold_name, is_storable


def test_folding_keeps_accents_and_drops_case():
    assert fold("ÉVA Straße") == "éva strasse"


def test_folding_a_name_drops_accents_and_needless_spaces():
    assert fold_name("  Naïve \t CAFÉ ") == "naive cafe"


def test_what_utf8_cannot_hold_is_told_and_left_out():
    assert not is_storable("a\ud800")
    assert fold_name("a\ud800b\0c") == "abc"
