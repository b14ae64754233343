"""The graph grows during the answer, answers to its sentences and they to it, and reads as a table."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk

pytestmark = pytest.mark.browser

LIT = "view.edges.get().filter((edge) => edge.width > 2).length"
STILL = "() => document.querySelector('graph-view').camera.still"
WITHIN = (
    "view.shown.nodes.filter(({ id }) => { const { x, y } = view.drawn.canvasToDOM(view.drawn.getPosition(id));"
    "return x > 0 && y > 0 && x < view.canvas.clientWidth && y < view.canvas.clientHeight; })"
)
HIDDEN = "view.nodes.get().filter((node) => node.hidden).length"


def click_node(talk, name: str) -> None:
    """Click where the drawing shows the node called so, once it stands still."""
    still = "document.querySelector('graph-view').drawn.physics.stabilized"
    talk.page.wait_for_function(f"() => {still}", timeout=20_000)
    talk.page.wait_for_timeout(800)  # it is fitted once it stands still
    spot = talk.drawing(
        f"(() => {{ const id = view.shown.nodes.find((node) => node.name === '{name}').id;"
        "const at = view.drawn.canvasToDOM(view.drawn.getPosition(id));"
        "const box = view.canvas.getBoundingClientRect(); return [box.x + at.x, box.y + at.y]; })()"
    )
    talk.page.mouse.click(*spot)


def test_the_drawing_grows_while_the_answer_forms(talk):
    talk.ask("calmly", whole=False)
    expect(talk.page.locator(".graph-bar .count")).to_have_text("7 nodes, 6 facts")
    expect(talk.turn.locator(".after")).to_be_hidden()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("8 nodes, 10 facts")


def test_a_sentence_lights_its_edges_in_drawing_and_table(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator(".claim").nth(1).hover()
    talk.page.wait_for_function(f"() => {{ const view = document.querySelector('graph-view'); return {LIT} === 4 }}")
    expect(talk.page.locator("graph-table tr.lit")).to_have_count(4)
    talk.page.locator("#question").hover()
    talk.page.wait_for_function(f"() => {{ const view = document.querySelector('graph-view'); return {LIT} === 0 }}")


def test_an_edge_lights_its_sentences(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("tab", name="Table").click()
    talk.page.locator("graph-table tr", has_text="found by").first.hover()
    lit = talk.turn.locator(".claim.lit")
    expect(lit).to_have_count(2)
    expect(lit.first).to_contain_text("Galileo Galilei found 4 of them.")


def test_a_pinned_sentence_stays_lit_until_escape(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator(".claim").nth(1).click()
    talk.page.locator("#question").hover()
    expect(talk.turn.locator(".claim").nth(1)).to_have_class("claim graph tied lit")
    talk.page.keyboard.press("Escape")
    expect(talk.turn.locator(".claim.lit")).to_have_count(0)


def test_the_legend_hides_and_shows_a_type(talk):
    talk.ask("Which moons orbit Jupiter?")
    moons = talk.page.locator(".legend").get_by_role("button", name="Moon")
    moons.click()
    expect(moons).to_have_attribute("aria-pressed", "false")
    assert talk.drawing(HIDDEN) == 6
    moons.click()
    assert talk.drawing(HIDDEN) == 0


def test_a_click_expands_a_node_and_the_card_collapses_it(talk):
    talk.ask("Does Triton orbit Neptune?")
    click_node(talk, "Neptune")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("4 nodes, 3 facts")
    expect(talk.page.locator(".node-card h3")).to_have_text("Neptune")
    talk.page.get_by_role("button", name="Collapse").click()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("2 nodes, 1 fact")


def test_what_an_expansion_brings_is_seen_and_lit(talk):
    talk.ask("Does Triton orbit Neptune?")
    click_node(talk, "Neptune")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("4 nodes, 3 facts")
    talk.page.wait_for_function(f"() => {{ const view = document.querySelector('graph-view'); return {LIT} === 3 }}")
    talk.page.wait_for_timeout(2500)
    assert talk.drawing(f"{WITHIN}.length") == 4


def test_an_expansion_says_how_much_it_left_out(talk):
    talk.ask("hostile")
    click_node(talk, "Mars")
    expect(talk.page.locator(".node-card")).to_contain_text("neighbours left")


def test_a_capped_drawing_says_so_and_shows_more(talk):
    talk.ask("many")
    expect(talk.page.locator(".capped")).to_contain_text("Showing 300 of 501 nodes")
    talk.page.get_by_role("button", name="Show more").click()
    expect(talk.page.locator(".capped")).to_contain_text("Showing 421 of 501 nodes")


def test_a_found_thing_leads_to_its_node(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator(".chip", has_text="Europa").click()
    expect(talk.page.locator(".node-card")).to_contain_text("A moon of Jupiter.")


def test_an_older_answer_brings_its_own_graph_back(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("Does Triton orbit Neptune?")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("2 nodes, 1 fact")
    talk.page.locator("chat-turn").first.get_by_role("button", name="10 facts").click()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("8 nodes, 10 facts")
    talk.page.get_by_role("button", name="Whole conversation").click()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("10 nodes, 11 facts")


def test_the_table_sorts_and_filters(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("tab", name="Table").click()
    first = talk.page.locator("graph-table tbody tr").first
    expect(first).to_contain_text("Amalthea")
    talk.page.get_by_role("button", name="From").click()
    expect(first).to_contain_text("Io")
    talk.page.get_by_label("Filter the facts").fill("himalia")
    expect(talk.page.locator("graph-table tbody tr")).to_have_count(1)
    expect(first).to_contain_text("moons.tsv, release 3, row 12")


def test_the_table_has_the_things_that_no_fact_joins(talk):
    talk.ask("alone")
    talk.page.get_by_role("tab", name="Table").click()
    expect(talk.page.locator("graph-table tbody tr")).to_have_count(22)
    expect(talk.page.locator("graph-table .table-foot")).to_have_text("22 things")
    titan = talk.page.locator("graph-table tbody tr", has_text="Titan").first
    expect(titan).to_contain_text("Moon")


def test_the_card_is_read_beside_the_table_by_keyboard_too(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("tab", name="Table").click()
    talk.page.locator("graph-table tbody tr").first.press("Enter")
    card = talk.page.locator(".node-card")
    expect(card).to_contain_text("moons.tsv, release 3, row 12")
    card.get_by_role("button", name="Jupiter", exact=True).click()
    expect(card).to_contain_text("moons counted")


def test_the_zoom_buttons_zoom(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.wait_for_timeout(1200)
    before = talk.drawing("view.drawn.getScale()")
    talk.page.get_by_role("button", name="Zoom in").click()
    talk.page.wait_for_timeout(600)
    assert talk.drawing("view.drawn.getScale()") > before * 1.2


def test_without_motion_the_drawing_is_placed_at_once(open_context):
    from tests.browser.conftest import Talk

    talk = Talk(open_context(reduced_motion="reduce").new_page())
    talk.ask("Which moons orbit Jupiter?")
    assert talk.drawing("view.drawn.physics.options.enabled") is False


def test_a_crowd_is_seen_whole_and_its_hub_is_named(talk):
    talk.ask("many")
    talk.page.wait_for_function(STILL, timeout=30_000)
    talk.page.wait_for_timeout(800)
    assert talk.drawing("view.named.named.includes('sky:mars')")
    assert talk.drawing(f"{WITHIN}.length") == talk.drawing("view.shown.nodes.length")


def test_namesakes_in_the_drawing_are_told_apart_by_their_ids(page):
    page.add_init_script(
        "window.written = new Set(); const pen = CanvasRenderingContext2D.prototype, fill = pen.fillText;"
        "pen.fillText = function (text, ...at) { window.written.add(text); return fill.call(this, text, ...at); };"
    )
    Talk(page).ask("twins")
    page.wait_for_function("() => ['Titan', '(sky:adrastea-1)', '(sky:adrastea-2)'].every((each) => written.has(each))")


@pytest.mark.parametrize("width", [390, 820, 1400])
def test_no_node_stands_below_the_tools(open_context, width: int):
    talk = Talk(open_context(width, 844, reduced_motion="reduce").new_page())
    talk.ask("calmly")
    if width < 720:
        talk.page.get_by_role("tab", name="Graph").click()
    talk.page.wait_for_timeout(1200)  # it is fitted once it stands still
    tools = talk.page.locator(".graph-tools").bounding_box()
    left = tools["x"] - talk.page.locator(".drawing").bounding_box()["x"]
    rightmost = talk.drawing(
        "Math.max(...view.shown.nodes.map(({ id }) => view.drawn.canvasToDOM(view.drawn.getPosition(id)).x))"
    )
    assert rightmost < left


def test_an_empty_drawing_has_no_tools(talk):
    expect(talk.page.locator(".graph-empty")).to_be_visible()
    expect(talk.page.locator(".graph-tools")).to_be_hidden()


def test_zooming_in_makes_room_for_more_names(talk):
    talk.ask("many")
    talk.page.wait_for_function(STILL, timeout=30_000)
    talk.page.wait_for_timeout(800)
    share = f"view.named.named.length / {WITHIN}.length"
    before = talk.drawing(share)
    for _ in range(5):
        talk.page.get_by_role("button", name="Zoom in").click()
        talk.page.wait_for_timeout(500)
    assert talk.drawing(share) > 2 * before


def test_things_that_nothing_joins_stand_in_rows(talk):
    talk.ask("alone")
    talk.page.wait_for_timeout(1200)
    rows = talk.drawing("new Set(Object.values(view.drawn.getPositions()).map(({ y }) => y)).size")
    assert rows < talk.drawing("view.shown.nodes.length") / 2
    assert talk.drawing("view.named.named.length === view.shown.nodes.length")


def test_facts_that_were_left_out_are_told(talk):
    talk.ask("alone")
    expect(talk.page.locator(".capped")).to_be_hidden()
    talk.ask("partly")
    expect(talk.page.locator(".capped")).to_contain_text("Showing 6 of 1,006 facts")
