"""Gold questions of the legal pack, from the files of courts-db and reporters-db: python -m tests.data.gold_legal"""

import json
import re
from collections import Counter, defaultdict

from tests.data.gold import Gold, folder, most

PLACES = {
    "Washington D.C.": "District of Columbia",
    "Washignton D.C.": "District of Columbia",
    "D.C.": "District of Columbia",
    "DC": "District of Columbia",
}


def read(package, name):
    return json.loads((folder(package) / f"{name}.json").read_text("utf-8"))


class Facts:
    """Courts by id, reporters by name, and which states a reporter covers."""

    def __init__(self):
        self.courts = {court["id"]: court for court in read("courts_db", "courts")}
        self.reporters = [(key, entry) for key, same in read("reporters_db", "reporters").items() for entry in same]
        self.laws = [entry for same in read("reporters_db", "laws").values() for entry in same]
        self.journals = [entry for same in read("reporters_db", "journals").values() for entry in same]
        self.postal = {code.lower(): name.replace(" Of ", " of ") for code, name in read("courts_db", "states").items()}
        self.seats = defaultdict(set)
        for court in self.courts.values():
            if court["location"]:
                self.seats[PLACES.get(court["location"], court["location"])].add(court["id"])

    def name(self, id):
        return " ".join(self.courts[id]["name"].split())

    def reporter(self, name):
        found = [entry for _, entry in self.reporters if entry["name"] == name]
        assert len(found) == 1, name
        return found[0]

    def editions(self, name):
        return set(self.reporter(name)["editions"])

    def covered(self, entry):
        return {place for code in entry["mlz_jurisdiction"] if (place := self.place(code))}

    def place(self, code):
        first = re.split("[:;]", f"{code};")[1] if code.startswith("us:") else ""
        if code.startswith(("us;", "us:c;", "us:fed")) or re.match(r"c\d", first) or "." in first:
            return "United States"
        return self.postal.get(first, "")

    def covering(self, *places):
        return {entry["name"] for _, entry in self.reporters if set(places) <= self.covered(entry)}

    def reporting(self, *codes):
        return {entry["name"] for _, entry in self.reporters if set(codes) <= set(entry["mlz_jurisdiction"])}

    def laws_of(self, place):
        return {entry["name"].split(";")[0].strip() for entry in self.laws if entry["jurisdiction"] == place}

    def appealing_to(self, id):
        return {
            each["id"]
            for each in self.courts.values()
            if each.get("appeal_to") == id or each["id"] in (self.courts[id].get("lower_courts") or ())
        }

    def parts(self, id):
        return {each["id"] for each in self.courts.values() if each.get("parent") == id}


def gold():
    f, g = Facts(), Gold()
    ask, name = g.ask, f.name

    ask("lookup", "What editions does the Atlantic Reporter have?", f.editions("Atlantic Reporter"))
    ask("lookup", "where does the court of appeals for the ninth circuit sit?", f.courts["ca9"]["location"])
    ask("lookup", "Which jurisdictions does the Pacific Reporter cover?", f.covered(f.reporter("Pacific Reporter")))
    ask(
        "lookup",
        "Which reporter is F.3d an edition of?",
        {e["name"] for _, e in f.reporters if "F.3d" in e["editions"]},
    )
    ask("lookup", "Which edition followed F.2d?", "F.3d")
    ask(
        "lookup",
        "To which court do appeals from the United States District Court for the District of Arizona go?",
        name(f.courts["azd"]["appeal_to"]),
    )
    ask(
        "lookup",
        "What is the citation of the Massachusetts Supreme Judicial Court?",
        f.courts["mass"]["citation_string"],
    )
    ask(
        "lookup",
        "In what year did So. 2d begin?",
        int(f.reporter("Southern Reporter")["editions"]["So. 2d"]["start"][:4]),
    )
    ask("lookup", "To whom does the United States Bankruptcy Court, D. Alaska belong?", "United States")

    ask("inverse", "What courts hear their appeals at the Second Circuit?", {name(x) for x in f.appealing_to("ca2")})
    ask("inverse", "Which courts sit in Berlin?", {name(x) for x in f.seats["Berlin"]})
    ask("inverse", "what courts are located in Guam?", {name(x) for x in f.seats["Guam"]})
    ask("inverse", "Which reporters cover Guam?", f.covering("Guam"))
    ask("inverse", "Which statutes are there for Wyoming?", f.laws_of("Wyoming"))
    ask("inverse", "What series came before P.3d?", "P.2d")
    ask("inverse", "which reporters publish decisions of the ninth circuit?", f.reporting("us:c9;court.appeals"))
    ask("inverse", "List the editions of the Federal Supplement.", f.editions("Federal Supplement"))

    ask("both", "Which reporters cover both Rhode Island and Vermont?", f.covering("Rhode Island", "Vermont"))
    ask("both", "what reporters cover Alaska and Hawaii?", f.covering("Alaska", "Hawaii"))
    ask(
        "both",
        "Which reporters publish decisions of both the Ninth Circuit and the Second Circuit?",
        f.reporting("us:c9;court.appeals", "us:c2;court.appeals"),
    )

    ask("not", "Which reporters cover Alaska but not Hawaii?", f.covering("Alaska") - f.covering("Hawaii"))
    ask("not", "Which reporters that cover Vermont do not cover Maine?", f.covering("Vermont") - f.covering("Maine"))
    ask(
        "not",
        "which courts sit in guam but are not federal?",
        {name(x) for x in f.seats["Guam"] if f.courts[x]["system"] != "federal"},
    )

    ask("count", "How many courts sit in Ohio?", len(f.seats["Ohio"]))
    ask("count", "how many editions does the Pacific Reporter have?", len(f.editions("Pacific Reporter")))
    ask("count", "How many journals are there?", len(f.journals))
    ask("count", "How many statute series cover Wyoming?", len(f.laws_of("Wyoming")))
    ask("count", "How many bankruptcy courts are there?", sum(x["type"] == "bankruptcy" for x in f.courts.values()))
    ask("count", "how many courts are part of the Virginia Circuit Courts?", len(f.parts("vacc")))
    ask(
        "count",
        "How many jurisdictions does the Southern Reporter cover?",
        len(f.covered(f.reporter("Southern Reporter"))),
    )

    ask("most", "In which jurisdiction do the most courts sit?", most({place: len(x) for place, x in f.seats.items()}))
    ask(
        "most",
        "Which reporter has the most editions?",
        most(Counter({e["name"]: len(e["editions"]) for _, e in f.reporters})),
    )
    parents = Counter(x["parent"] for x in f.courts.values() if x.get("parent"))
    ask("most", "which court has the most courts under it?", {name(x) for x in most(parents)})

    ask(
        "compare",
        "Do more courts sit in New York or in Ohio?",
        most({p: len(f.seats[p]) for p in ("New York", "Ohio")}),
    )
    ask(
        "compare",
        "Which has more editions, the Federal Reporter or the Atlantic Reporter?",
        most({n: len(f.editions(n)) for n in ("Federal Reporter", "Atlantic Reporter")}),
    )
    ask(
        "compare",
        "Which covers more jurisdictions: the Pacific Reporter or the Southern Reporter?",
        most({n: len(f.covered(f.reporter(n))) for n in ("Pacific Reporter", "Southern Reporter")}),
    )

    def verdict(true):
        return "yes" if true else "no"

    ask(
        "yes_no",
        "Does the Atlantic Reporter cover Maine?",
        verdict("Maine" in f.covered(f.reporter("Atlantic Reporter"))),
    )
    ask(
        "yes_no",
        "Does the Pacific Reporter cover New York?",
        verdict("New York" in f.covered(f.reporter("Pacific Reporter"))),
    )
    ask("yes_no", "is A.3d an edition of the Atlantic Reporter?", verdict("A.3d" in f.editions("Atlantic Reporter")))
    ask("yes_no", "Did F.3d follow F.2d?", "yes")
    ask(
        "yes_no",
        "Does the Court of Appeals for the Ninth Circuit sit in Texas?",
        verdict(f.courts["ca9"]["location"] == "Texas"),
    )

    ask(
        "multi_hop",
        "Which editions belong to reporters that cover Guam?",
        {
            x if not x.isalpha() else f"{x} ({e['name']})"
            for _, e in f.reporters
            if "Guam" in f.covered(e)
            for x in e["editions"]
        },
    )
    ask(
        "multi_hop",
        "Which jurisdictions are covered by the reporter that P.2d is an edition of?",
        f.covered(f.reporter("Pacific Reporter")),
    )
    ask(
        "multi_hop",
        "where does the court sit that reviews the United States District Court for the District of Arizona?",
        f.courts[f.courts["azd"]["appeal_to"]]["location"],
    )

    ask("define", "What is the Pacific Reporter?", "Pacific Reporter")
    ask("define", "what is F. Supp. 2d", "F. Supp. 2d")
    ask("define", "Tell me about the Massachusetts Supreme Judicial Court.", "Massachusetts Supreme Judicial Court")

    def by_start(name, choose):
        starts = {x: dates["start"] for x, dates in f.reporter(name)["editions"].items()}
        return {x for x, start in starts.items() if start == choose(starts.values())}

    ask("superlative", "Which edition of the Atlantic Reporter is the oldest?", by_start("Atlantic Reporter", min))
    ask("superlative", "what is the newest edition of the Federal Reporter?", by_start("Federal Reporter", max))
    first = {
        x["id"]: min(d["start"] for d in x["dates"] if d["start"])
        for x in f.courts.values()
        if any(d["start"] for d in x["dates"])
    }
    guam = {x: first[x] for x in f.seats["Guam"] if x in first}
    ask(
        "superlative",
        "Which court in Guam is the oldest?",
        {name(x) for x, start in guam.items() if start == min(guam.values())},
    )

    for question in (
        "Who is the chief justice of the Texas Supreme Court?",
        "What is the speed limit in Wyoming?",
        "Which courts sit in Atlantis?",
        "how much does the Pacific Reporter cost?",
    ):
        ask("not_in_graph", question, "NOT_IN_GRAPH")
    return g


if __name__ == "__main__":
    gold().write("legal")
