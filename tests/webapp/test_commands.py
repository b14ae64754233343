"""The commands, on a store of their own; the engine is scripted where questions are asked."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agents.events import RunStarted
from agents.graphs.sqlite import SqliteStore
from agents.state import State
from webapp import engine
from webapp.graphs.models import Graph, Membership

TRIPLES = "Main\tFLOWS_INTO\tRhine\nNeckar\tFLOWS_INTO\tRhine\n"


@pytest.fixture
def sqlite(tmp_path, monkeypatch):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture
def triples(tmp_path):
    path = tmp_path / "rivers.tsv"
    path.write_text(TRIPLES)
    return path


@pytest.fixture
def rivers_loaded(db, sqlite, triples):
    run("load", triples, graph="rivers")
    return sqlite


def test_declare_lays_words_over_those_there_are(rivers_loaded, tmp_path):
    words = tmp_path / "words.yaml"
    for said in ("title: Rivers\nrelations: {FLOWS_INTO: {synonyms: [joins]}}", "relations: {ENDS_IN: {}}"):
        words.write_text(said)
        assert "words.yaml" in run("declare", words, graph="rivers")
    declared = rivers_loaded.declaration("rivers")
    assert set(declared.relations) == {"FLOWS_INTO", "ENDS_IN"}
    assert Graph.objects.get(slug="rivers").title == "Rivers"


def test_declare_refuses_a_definition_of_what_is_not_there(rivers_loaded, tmp_path):
    words = tmp_path / "words.yaml"
    words.write_text("definitions: {long river: River where length > 9}")
    with pytest.raises(CommandError, match="'River'"):
        run("declare", words, graph="rivers")
    assert not rivers_loaded.declaration("rivers").definitions


class Echo:
    """An engine that answers with what it was asked."""

    def __init__(self):
        self.turns = []

    async def run(self, kit, graph, question, emit, turns=(), **_):
        self.turns.append([turn.question for turn in turns])
        await emit(RunStarted(question, graph))
        if question == "break":
            raise ZeroDivisionError
        failed = ("It costs too much.",) if question == "fail" else ()
        answers = ({"id": "Rhine", "name": "Rhine", "type": ""},)
        return State(graph, question, answer=f"You asked: {question}", answers=answers, errors=failed)

    def answer_json(self, state):
        from agents import pipeline

        return pipeline.answer_json(state)


@pytest.fixture
def echo(monkeypatch):
    echo = Echo()
    monkeypatch.setattr(engine, "pipeline", lambda: echo)
    monkeypatch.setattr(engine, "kit", lambda: None)
    monkeypatch.setattr(engine, "make_ready", lambda graph: None)
    return echo


def run(name, *arguments, **options):
    """Run a command and return what it printed."""
    out = StringIO()
    call_command(name, *map(str, arguments), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refusal(name, *arguments, **options):
    """Run a command that has to fail and return its sentence."""
    with pytest.raises(CommandError) as error:
        run(name, *arguments, **options)
    assert error.value.returncode == 1
    assert "\n" not in str(error.value)
    return str(error.value)


# --- load ---------------------------------------------------------------------------------------


def test_load_fills_a_graph_and_lists_it(db, sqlite, triples):
    said = run("load", triples, graph="rivers")
    assert "3 nodes and 2 edges" in said
    assert Graph.objects.get().slug == "rivers"
    assert sqlite.schema("rivers").edges == 2


def test_load_keeps_a_graph_private_unless_told(db, sqlite, triples):
    run("load", triples, graph="rivers")
    assert not Graph.objects.get().public
    run("load", triples, graph="rivers", public=True)
    assert Graph.objects.get().public


def test_a_second_load_changes_nothing_and_says_so(rivers_loaded, triples):
    before = rivers_loaded.version("rivers")
    assert "Nothing changed" in run("load", triples, graph="rivers")
    assert rivers_loaded.version("rivers") == before


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.tsv"),
        (b"\xff\xfe\x00binary", "odd.tsv"),
        (b"just prose, no columns\n", "prose.tsv"),
        (None, "none.tsv"),
    ],
)
def test_a_bad_file_is_one_sentence(db, sqlite, tmp_path, content, name):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert name in refusal("load", tmp_path / name, graph="rivers")
    assert not Graph.objects.exists()


@pytest.mark.parametrize("graph", ["two words", "../up", "", "ä", "x" * 61])
def test_a_name_that_no_address_carries_is_refused(db, sqlite, triples, graph):
    assert "cannot name a graph" in refusal("load", triples, graph=graph)


def test_an_unknown_pack_is_refused(db, sqlite, triples):
    assert "no pack 'medicine'" in refusal("load", graph="x", pack="medicine")


def test_an_unknown_format_is_refused(db, sqlite, triples):
    assert "no format 'tvs'" in refusal("load", triples, graph="x", format="tvs")


def test_load_wants_something_to_load(db, sqlite):
    assert "Name files" in refusal("load", graph="x")


def test_load_says_what_it_rejected_and_goes_on(db, sqlite, tmp_path, data):
    path = tmp_path / "rivers.tsv"
    path.write_text(TRIPLES + "Lahn\tFLOWS_INTO\n")
    assert "1 row was rejected" in run("load", path, graph="rivers")
    assert "Lahn" in (data / "rejects" / "rivers.rejects.tsv").read_text()


# --- export -------------------------------------------------------------------------------------


def test_what_was_exported_loads_again_as_the_same(rivers_loaded, tmp_path):
    path = tmp_path / "rivers.jsonl"
    path.write_text(run("export", graph="rivers"))
    run("load", path, graph="again")
    first, second = (list(rivers_loaded.export(graph)) for graph in ("rivers", "again"))
    assert [(each.id, each.type) for each in first if hasattr(each, "type")] == [
        (each.id, each.type) for each in second if hasattr(each, "type")
    ]
    assert [each.triple for each in first if hasattr(each, "triple")] == [
        each.triple for each in second if hasattr(each, "triple")
    ]


# --- ask ----------------------------------------------------------------------------------------


KEYS = {
    "question", "intent", "mentions", "plan", "query", "statement", "answers", "verdict", "not_in_graph",
    "answer", "evidence", "claims", "model_calls", "timings",
}  # fmt: skip


def test_ask_prints_the_answer(rivers_loaded, echo):
    assert run("ask", "Where?", graph="rivers") == "You asked: Where?\n"


def test_ask_prints_one_object_with_every_key(rivers_loaded, echo):
    said = json.loads(run("ask", "Where?", graph="rivers", json=True))
    assert said.keys() >= KEYS
    assert said["timings"]["total"] >= 0


@pytest.mark.parametrize("name", ["ask", "evaluate", "export"])
def test_an_unknown_graph_is_one_sentence_with_the_nearest_name(rivers_loaded, echo, questions, name):
    arguments = {"ask": ["Where?"], "evaluate": ["qa", questions], "export": []}[name]
    assert refusal(name, *arguments, "--graph=river") == "There is no graph called 'river'; did you mean 'rivers'?"


def test_a_failed_question_is_a_sentence(rivers_loaded, echo):
    assert refusal("ask", "fail", graph="rivers") == "It costs too much."


def test_ask_takes_a_question_or_a_file(rivers_loaded, echo, questions):
    assert "either" in refusal("ask", graph="rivers")
    assert "either" in refusal("ask", "Where?", graph="rivers", file=questions)


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    lines = [
        {"id": "a", "question": "first", "answers": ["rhine"], "kind": "hop"},
        {"id": 7, "turns": [{"question": "second", "answers": ["Main"]}, {"question": "third", "answers": ["Rhine"]}]},
        {"question": "break", "answers": [], "other": "ignored"},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n")
    return path


def test_ask_answers_a_file_in_order_with_ids_and_turns(rivers_loaded, echo, questions):
    said = [json.loads(line) for line in run("ask", file=questions, graph="rivers", json=True).splitlines()]
    assert [(each["id"], each.get("turn"), each["question"]) for each in said] == [
        ("a", None, "first"),
        (7, 1, "second"),
        (7, 2, "third"),
        (3, None, "break"),
    ]


def test_turns_of_one_line_are_one_conversation(rivers_loaded, echo, questions):
    run("ask", file=questions, graph="rivers", json=True)
    assert echo.turns == [[], [], ["second"], []]


def test_a_defect_costs_one_question_of_a_file(rivers_loaded, echo, questions):
    last = json.loads(run("ask", file=questions, graph="rivers", json=True).splitlines()[-1])
    assert last["errors"]
    assert last.keys() >= KEYS


@pytest.mark.parametrize("line", ["{", "[]", '"x"', "{}", '{"question": 3}', '{"turns": [{}]}', '{"question": " "}'])
def test_a_bad_line_is_named_before_anything_is_asked(rivers_loaded, echo, tmp_path, line):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"question": "fine"}\n' + line + "\n")
    assert "'bad.jsonl', line 2" in refusal("ask", file=path, graph="rivers", json=True)
    assert not echo.turns


# --- evaluate -----------------------------------------------------------------------------------


def test_evaluate_reports_and_writes_the_misses(rivers_loaded, echo, questions, tmp_path):
    said = json.loads(run("evaluate", "qa", questions, "--graph=rivers", "--json", f"--report={tmp_path}"))
    assert (said["questions"], said["exact"]) == (4, 0.75)
    assert said["by_kind"]["hop"]["exact"] == 1
    assert said["median_ms"] >= 0
    misses = [json.loads(each) for each in (tmp_path / "rivers-questions.misses.jsonl").read_text().splitlines()]
    assert [each["question"] for each in misses] == ["second"]


def test_evaluate_wants_answers(rivers_loaded, echo, tmp_path):
    path = tmp_path / "bare.jsonl"
    path.write_text('{"question": "Where?"}\n')
    assert "'bare.jsonl', line 1" in refusal("evaluate", "qa", path, "--graph=rivers")


# --- people -------------------------------------------------------------------------------------


def test_a_person_becomes_a_member_and_none_again(secret, stan):
    run("member", "stan", graph="secret", role="curator")
    assert Membership.objects.get(user=stan).role == "curator"
    run("member", "stan", graph="secret", role="none")
    assert not Membership.objects.filter(user=stan).exists()


def test_a_member_has_to_exist(secret, stan):
    assert "nobody" in refusal("member", "nobody", graph="secret")
    assert "nowhere" in refusal("member", "stan", graph="nowhere")


def test_a_curator_is_made_with_a_password_shown_once(db):
    assert "password" in run("make_curator", "carla")
    assert "exists" in run("make_curator", "carla")
