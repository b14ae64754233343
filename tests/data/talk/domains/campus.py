"""Talks about a university."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def who(name: str) -> str:
        return f"StaffMember/{name}"

    def taught(name: str) -> set[str]:
        return g.into(who(name), "isTaughtBy")

    def takers(course: str) -> set[str]:
        return g.into(f"Course/{course}", "isEnrolledIn")

    def led(project: str) -> set[str]:
        return g.out(f"Project/{project}", "isLedBy")

    def funded(funder: str) -> set[str]:
        return g.into(f"Funder/{funder}", "isFundedBy")

    def offered(department: str) -> set[str]:
        return g.into(f"Department/{department}", "isOfferedBy")

    noether = g.into("Building/Noether House", "isHeldIn")
    horizon = funded("Horizon Programme")
    algebra = takers("Linear Algebra")
    return [
        talk(
            "pronoun",
            ("who leads FairML?", led("FairML")),
            ("what does she teach?", taught("Prof. Joan O'Dell")),
            ("how much does she earn", g.value(who("Prof. Joan O'Dell"), "annualSalary")),
            ("where was she trained?", {"University/Edinburgh"}),
            (
                "who else was trained there?",
                g.into("University/Edinburgh", "wasTrainedAt") - {who("Prof. Joan O'Dell")},
            ),
        ),
        talk(
            "those",
            ("Which courses are held in Noether House?", noether),
            ("which of those are worth 8 credit points?", g.where(noether, "creditPoints", lambda v: v == 8)),
            ("who teaches them?", g.out(g.where(noether, "creditPoints", lambda v: v == 8), "isTaughtBy")),
            ("how many are there?", 2, "count"),
        ),
        talk(
            "before",
            ("what is required for Machine Learning?", g.into("Course/Machine Learning", "isRequiredFor")),
            ("which of them does Maria Lindqvist teach?", {"Course/Programming in Python"}, "those"),
            ("and who takes it?", takers("Programming in Python"), "pronoun"),
        ),
        talk(
            "same",
            ("who supervises Jonas Berg?", g.out("Student/Jonas Berg", "isSupervisedBy")),
            ("same for Elif Kaya", g.out("Student/Elif Kaya", "isSupervisedBy")),
            ("and which department is he in?", {"Department/Chemistry"}, "pronoun"),
            ("when was that one founded", None, "absent"),
        ),
        talk(
            "back",
            ("Who funds GreenCat?", g.out("Project/GreenCat", "isFundedBy")),
            ("who leads it?", led("GreenCat"), "pronoun"),
            ("what is his office number?", [g.value(who("Dr. Tomás Rivera"), "officeNumber")], "pronoun"),
            ("back to GreenCat: who supports it?", g.out("Project/GreenCat", "isSupportedBy")),
        ),
        talk(
            "negate",
            ("Which projects does the Horizon Programme fund?", horizon),
            ("which ones does it not fund?", g.of("Project") - horizon),
        ),
        talk(
            "count",
            ("who is enrolled in Linear Algebra?", algebra),
            ("how many is that?", len(algebra)),
            ("which of them have not paid tuition?", g.where(algebra, "tuitionPaid", lambda v: not v), "those"),
            ("who supervises him?", {who("Prof. Mei-Ling Zhou")}, "pronoun"),
        ),
        talk(
            "correct",
            ("Which courses does Chemistry offer?", offered("Chemistry")),
            ("sorry, Physics", offered("Physics")),
            ("no wait, I meant Linguistics", offered("Linguistics")),
            ("who teaches it?", g.out("Course/Phonetics", "isTaughtBy"), "pronoun"),
        ),
        talk(
            "topic",
            ("who won the Lovelace Prize?", {who("Prof. Joan O'Dell")}),
            ("which department employs her?", {"Department/Computer Science"}, "pronoun"),
            ("which building has the most floors?", {"Building/Noether House"}),
            ("when was it completed?", [g.value("Building/Noether House", "wasCompletedIn")], "pronoun"),
        ),
        talk(
            "compare",
            ("what is the budget of Physics?", g.value("Department/Physics", "annualBudget")),
            ("and of History?", g.value("Department/History", "annualBudget"), "swap"),
            ("which of the two is in Cloister Court?", {"Department/History"}),
        ),
    ]
