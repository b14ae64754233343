"""IT operations: servers, services, teams, engineers on call, incidents, versions, vulnerabilities, data centres."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "DataCentre",
        "city tierLevel openedYear powerKw hasGenerator",
        """
    Fenwick East | Fenwick | 3 | 2011 | 1800 | true
    Halden Park | Haldenby | 4 | 2018 | 3200 | true
    Quay Nine | Marlport | 2 | 2005 | 650 | false
    """,
    )
    g.table(
        "Vulnerability",
        "severity cvssScore publishedOn patchAvailable affects>SoftwareVersion",
        """
    VUL-101 | critical | 9.8 | 2024-01-22 | true | PelicanDB 14.2
    VUL-102 | high | 8.1 | 2024-03-05 | true | Quill Web 2.4, Quill Web 2.6
    VUL-103 | medium | 5.4 | 2023-10-11 | true | Otter Cache 6.0
    VUL-104 | critical | 9.1 | 2024-06-18 | false | Tarn Linux 8
    VUL-105 | low | 3.2 | 2023-07-02 | true | Tarn Linux 8, Tarn Linux 9
    VUL-106 | high | 7.5 | 2024-05-27 | false | Lumen Runtime 17
    """,
    )
    g.table(
        "SoftwareVersion",
        "product releasedOn supportEndsOn licence",
        """
    PelicanDB 14.2 | PelicanDB | 2021-11-09 | 2024-12-31 | commercial
    PelicanDB 15.1 | PelicanDB | 2023-05-16 | 2026-12-31 | commercial
    Quill Web 2.4 | Quill Web | 2022-02-01 | 2024-08-31 | open source
    Quill Web 2.6 | Quill Web | 2023-09-12 | 2025-08-31 | open source
    Otter Cache 6.0 | Otter Cache | 2022-06-20 | | open source
    Tarn Linux 8 | Tarn Linux | 2019-04-30 | 2025-04-30 | open source
    Tarn Linux 9 | Tarn Linux | 2022-10-25 | 2029-10-31 | open source
    Lumen Runtime 17 | Lumen Runtime | 2021-09-14 | 2027-09-30 | commercial
    """,
    )
    g.table(
        "Server",
        "ipAddress cpuCores ramGb commissionedOn monthlyCostEur isVirtual located_in>DataCentre has_installed[installedOn]>SoftwareVersion",
        """
    atlas-01 | 10.1.0.11 | 32 | 256 | 2022-03-14 | 940 | false | Fenwick East | Tarn Linux 9 [2022-12-05], PelicanDB 15.1 [2023-08-21]
    atlas-02 | 10.1.0.12 | 32 | 128 | 2019-09-02 | 810 | false | Fenwick East | Tarn Linux 8 [2019-09-02], PelicanDB 14.2 [2022-01-17]
    birch-01 | 10.1.0.21 | 8 | 32 | 2023-01-30 | 210 | true | Fenwick East | Tarn Linux 9 [2023-01-30], Quill Web 2.6 [2023-11-08]
    birch-02 | 10.2.0.21 | 8 | 32 | 2021-05-11 | 190 | true | Halden Park | Tarn Linux 8 [2021-05-11], Quill Web 2.4 [2022-04-19]
    cobalt-01 | 10.2.0.31 | 16 | 64 | 2023-06-26 | 385 | true | Halden Park | Tarn Linux 9 [2023-06-26], Lumen Runtime 17 [2023-06-27]
    cobalt-02 | 10.2.0.32 | 16 | 96 | 2020-10-05 | 360 | true | Halden Park | Tarn Linux 8 [2020-10-05], Lumen Runtime 17 [2021-12-01]
    drift-01 | 10.2.0.41 | 24 | 192 | 2024-02-12 | 620 | false | Halden Park | Tarn Linux 9 [2024-02-12], Otter Cache 6.0 [2024-02-13]
    ember-01 | 10.3.0.51 | 4 | 16 | 2016-07-19 | 145 | false | Quay Nine | Tarn Linux 8 [2020-02-03]
    ember-02 | 10.3.0.52 | 12 | 48 | 2018-11-28 | 260 | false | Quay Nine | Tarn Linux 8 [2019-05-20], PelicanDB 14.2 [2022-02-28]
    flint-01 | | 6 | 24 | 2024-04-08 | 80 | true | Quay Nine |
    """,
    )
    g.table(
        "Engineer",
        "jobTitle email hiredOn allowanceEur worksRemotely member_of>Team on_call_for[shift]>Service",
        """
    Ada Lindvall | site reliability engineer | ada@brightnode.example | 2017-04-03 | 450 | false | Platform | Edge Gateway [weekdays], Login [nights]
    Bao Trinh | backend developer | bao@brightnode.example | 2021-09-13 | 300 | true | Payments | Checkout [weekdays], Ledger [weekends]
    Carmen Oduya | team lead | carmen@brightnode.example | 2014-01-20 | 500 | false | Payments | Checkout [nights]
    Dirk Vossen | database administrator | dirk@brightnode.example | 2012-06-11 | 480 | false | Data | Ledger [weekdays], Reports [nights]
    Elif Sahan | security analyst | elif@brightnode.example | 2020-02-17 | 350 | true | Security | Login [weekends]
    Finn Marlow | frontend developer | finn@brightnode.example | 2022-11-07 | | true | Storefront |
    Greta Holmen | team lead | greta@brightnode.example | 2016-08-29 | 420 | false | Storefront | Catalogue [weekdays], Search [weekdays]
    Hugo Pires | site reliability engineer | | 2019-03-25 | 400 | true | Platform | Metrics Hub [weekdays], Edge Gateway [nights]
    Ivana Kolar | team lead | ivana@brightnode.example | 2015-10-12 | 490 | false | Platform |
    Jonas Weel | data engineer | jonas@brightnode.example | 2023-05-02 | 280 | true | Data | Search [weekends]
    Keiko Brandt | team lead | keiko@brightnode.example | 2018-07-16 | 460 | true | Security |
    """,
    )
    g.table(
        "Team",
        "costCentre annualBudgetEur chatChannel led_by>Engineer escalates_to>Team",
        """
    Platform | CC-200 | 1450000 | ask-platform | Ivana Kolar |
    Payments | CC-410 | 820000 | pay-help | Carmen Oduya | Platform
    Storefront | CC-430 | 610000 | shop-front | Greta Holmen | Platform
    Data | CC-315 | 970000 | | Dirk Vossen | Platform
    Security | CC-120 | 540000 | sec-desk | Keiko Brandt |
    """,
    )
    g.table(
        "Service",
        "supportLevel uptimePct language launchedOn publicFacing depends_on[protocol]>Service runs_on>Server owned_by>Team",
        """
    Edge Gateway | gold | 99.98 | Rust | 2018-02-19 | true | Login [gRPC] | birch-01, birch-02 | Platform
    Login | gold | 99.95 | Go | 2017-06-05 | true | Session Cache [TCP] | cobalt-01, cobalt-02 | Security
    Checkout | gold | 99.9 | Java | 2019-10-14 | true | Ledger [gRPC], Login [gRPC], Mailer [AMQP] | cobalt-01 | Payments
    Ledger | gold | 99.97 | Java | 2016-03-01 | false | | atlas-01, atlas-02 | Payments
    Catalogue | silver | 99.6 | Python | 2020-05-18 | true | Search [REST], Session Cache [TCP] | cobalt-02 | Storefront
    Search | silver | 99.4 | Rust | 2021-08-30 | true | | drift-01 | Storefront
    Session Cache | silver | 99.8 | C++ | 2022-07-11 | false | | drift-01 | Platform
    Mailer | bronze | 98.7 | Python | 2015-11-23 | false | | ember-01 | Platform
    Reports | bronze | 97.5 | Python | 2023-02-06 | false | Ledger [JDBC] | ember-02 | Data
    Metrics Hub | silver | | Go | 2019-01-15 | false | | ember-02 | Platform
    """,
    )
    g.table(
        "Incident",
        "severity openedOn durationMin rootCause status customersHit impacted>Service resolved_by>Engineer",
        """
    INC-7001 | sev1 | 2024-01-09 | 185 | expired certificate | closed | 12400 | Login, Edge Gateway | Ada Lindvall, Elif Sahan
    INC-7002 | sev2 | 2024-01-27 | 95 | disk full | closed | 3100 | Ledger | Dirk Vossen
    INC-7003 | sev3 | 2024-02-15 | 40 | bad deployment | closed | 0 | Mailer | Hugo Pires
    INC-7004 | sev1 | 2024-03-21 | 240 | power failure | closed | 8700 | Reports, Mailer, Metrics Hub | Hugo Pires, Dirk Vossen
    INC-7005 | sev2 | 2024-04-02 | 70 | bad deployment | closed | 5200 | Checkout | Bao Trinh
    INC-7006 | sev3 | 2024-04-30 | 25 | memory leak | closed | 150 | Search | Greta Holmen
    INC-7007 | sev2 | 2024-05-19 | 130 | memory leak | closed | 6900 | Login, Checkout | Ada Lindvall
    INC-7008 | sev2 | 2024-06-20 | | security breach | open | 410 | Reports |
    INC-7009 | sev3 | 2024-06-24 | | | open | | Catalogue |
    """,
    )
    return g


def ask(g):
    _D, U, N, R, E, T, S, Z = (
        g.of(t)
        for t in ("DataCentre", "Vulnerability", "SoftwareVersion", "Server", "Engineer", "Team", "Service", "Incident")
    )

    def k(n):
        return next(x for x in g.nodes if x.split("/")[1] == n)

    def val(n, p):
        return [str(g.value(k(n), p))]

    def shift(svc, sh):
        return {e[0] for e, s in g.said.items() if e[1] == "on_call_for" and e[2] == k(svc) and s["shift"] == sh}

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    # the on-call engineer
    a("Which machines does Login run on?", "lookup", g.out(k("Login"), "runs_on"))
    a("Which services are hosted on ember-02?", "inverse", g.into(k("ember-02"), "runs_on"))
    a("Which other services does Checkout need in order to work?", "lookup", g.out(k("Checkout"), "depends_on"))
    a(
        "If Session Cache goes down, which services directly relying on it will suffer?",
        "inverse",
        g.into(k("Session Cache"), "depends_on"),
    )
    a("Who is on call for Ledger?", "inverse", g.into(k("Ledger"), "on_call_for"))
    a("Who covers Checkout at night?", "edge", shift("Checkout", "nights"))
    a("Which shift does Elif Sahan take for Login?", "edge", ["weekends"])
    a("What is Dirk Vossen on call for?", "lookup", g.out(k("Dirk Vossen"), "on_call_for"))
    a("Which team owns Catalogue?", "lookup", g.out(k("Catalogue"), "owned_by"))
    a("IP of atlas-02?", "value", val("atlas-02", "ipAddress"))
    a("How much RAM has drift-01 got?", "value", val("drift-01", "ramGb"))
    a("Which data centre houses cobalt-01?", "lookup", g.out(k("cobalt-01"), "located_in"))
    a("Which boxes stand in Quay Nine?", "inverse", g.into(k("Quay Nine"), "located_in"))
    a("What protocol does Reports use to talk to Ledger?", "edge", ["JDBC"])
    a("What was behind INC-7002?", "value", ["disk full"])
    a("Which services were hit by INC-7004?", "lookup", g.out(k("INC-7004"), "impacted"))
    a("What incidents has Login had?", "inverse", g.into(k("Login"), "impacted"))
    a("Who fixed INC-7001?", "lookup", g.out(k("INC-7001"), "resolved_by"))
    a("Which incidents did Hugo Pires sort out?", "inverse", g.into(k("Hugo Pires"), "resolved_by"))
    a("How many minutes did INC-7005 go on for?", "value", val("INC-7005", "durationMin"))
    a("Is INC-7008 still open?", "yes-no", g.value(k("INC-7008"), "status") == "open")
    a("Which incidents were caused by a bad deployment?", "filter", w(Z, "rootCause", lambda v: v == "bad deployment"))
    a("Which incident dragged on the longest?", "superlative", g.top(Z, "durationMin"))
    a("Which incidents came in during April 2024?", "filter", w(Z, "openedOn", lambda v: v.startswith("2024-04")))
    a("Which services does no other service rely upon?", "negation", S - g.out(S, "depends_on"))
    a(
        "Edge Gateway depends on other services; which services do those in turn depend on directly?",
        "hops",
        g.out(k("Edge Gateway"), "depends_on", "depends_on"),
    )
    a("In which data centres does Edge Gateway live?", "hops", g.out(k("Edge Gateway"), "runs_on", "located_in"))
    a(
        "Which services have hardware under them that stands in Halden Park?",
        "hops",
        g.into(k("Halden Park"), "located_in", "runs_on"),
    )
    a(
        "Who is on call for the services that run on drift-01?",
        "hops",
        g.into(g.into(k("drift-01"), "runs_on"), "on_call_for"),
    )
    a("Which services have nobody on call?", "negation", S - g.out(E, "on_call_for"))
    a("Which servers are idle, with no service running on them?", "negation", R - g.out(S, "runs_on"))
    a(
        "Which service leans on the largest number of other services?",
        "superlative",
        g.most(S, lambda x: g.out(x, "depends_on")),
    )
    a("Which services besides Checkout depend on Login?", "share", g.into(k("Login"), "depends_on") - {k("Checkout")})
    # the security officer
    a("Which software is affected by VUL-102?", "lookup", g.out(k("VUL-102"), "affects"))
    a("What vulnerabilities are known in Tarn Linux 8?", "inverse", g.into(k("Tarn Linux 8"), "affects"))
    a("How high is the CVSS score of VUL-104?", "value", val("VUL-104", "cvssScore"))
    a("Is there a patch for VUL-106 yet?", "yes-no", g.value(k("VUL-106"), "patchAvailable"))
    a("Which vulnerabilities can't be patched yet?", "filter", w(U, "patchAvailable", lambda v: not v))
    a("Which vulnerabilities are critical?", "filter", w(U, "severity", lambda v: v == "critical"))
    a("Which holes score between 5 and 8?", "filter", w(U, "cvssScore", lambda v: 5 <= v <= 8))
    a("What is the least dangerous vulnerability going by its score?", "superlative", g.top(U, "cvssScore", min))
    a(
        "Which vulnerabilities became public since April 2024?",
        "filter",
        w(U, "publishedOn", lambda v: v >= "2024-04-01"),
    )
    a("What software is on cobalt-02?", "lookup", g.out(k("cobalt-02"), "has_installed"))
    a("Which servers still have PelicanDB 14.2 on them?", "inverse", g.into(k("PelicanDB 14.2"), "has_installed"))
    a("When was Quill Web 2.4 put on birch-02?", "edge", ["2022-04-19"])
    a(
        "Please list the servers that are exposed to VUL-101.",
        "hops",
        g.into(g.out(k("VUL-101"), "affects"), "has_installed"),
    )
    a(
        "Which services run on machines with software hit by VUL-106?",
        "hops",
        g.into(g.into(g.out(k("VUL-106"), "affects"), "has_installed"), "runs_on"),
    )
    a("Which software versions have no known vulnerability?", "negation", N - g.out(U, "affects"))
    a("Which versions are commercial products?", "filter", w(N, "licence", lambda v: v == "commercial"))
    a("Until when is Tarn Linux 8 supported?", "value", val("Tarn Linux 8", "supportEndsOn"))
    a("Which software runs out of support in 2024?", "filter", w(N, "supportEndsOn", lambda v: v.startswith("2024")))
    a(
        "Which is newer, PelicanDB 15.1 or Quill Web 2.6?",
        "compare",
        g.top({k("PelicanDB 15.1"), k("Quill Web 2.6")}, "releasedOn"),
    )
    a(
        "Which servers have both Tarn Linux 8 and Lumen Runtime 17 installed?",
        "and",
        g.into(k("Tarn Linux 8"), "has_installed") & g.into(k("Lumen Runtime 17"), "has_installed"),
    )
    a(
        "Which public services are written in Rust?",
        "and",
        w(S, "publicFacing", lambda v: v) & w(S, "language", lambda v: v == "Rust"),
    )
    a("How many servers have each software version?", "group", g.out(R, "has_installed"))
    # the manager
    a("Who heads the Storefront team?", "lookup", g.out(k("Storefront"), "led_by"))
    a("Who works in Platform?", "inverse", g.into(k("Platform"), "member_of"))
    a("Security's cost centre?", "value", val("Security", "costCentre"))
    a(
        "To whom does the Payments team pass on problems it can't handle?",
        "lookup",
        g.out(k("Payments"), "escalates_to"),
    )
    a("Which team has the smallest budget?", "superlative", g.top(T, "annualBudgetEur", min))
    a("What do all the team budgets come to?", "sum", sum(g.values(T, "annualBudgetEur")))
    a(
        "What do the servers in Fenwick East cost us per month altogether?",
        "sum",
        sum(g.values(g.into(k("Fenwick East"), "located_in"), "monthlyCostEur")),
    )
    a("What does a server cost per month on average?", "average", mean(g.values(R, "monthlyCostEur")))
    a("How many engineers do we employ?", "count", len(E))
    a("How many of our services have gold support?", "count", len(w(S, "supportLevel", lambda v: v == "gold")))
    a("How many services does each team own?", "group", g.out(S, "owned_by"))
    a("Who joined the company after 2020?", "filter", w(E, "hiredOn", lambda v: v > "2020-12-31"))
    a("Who has been with us the longest?", "superlative", g.top(E, "hiredOn", min))
    a(
        "Which team leads work from home?",
        "and",
        w(E, "jobTitle", lambda v: v == "team lead") & w(E, "worksRemotely", lambda v: v),
    )
    a(
        "Which other people have the same job as Hugo Pires?",
        "share",
        w(E, "jobTitle", lambda v: v == g.value(k("Hugo Pires"), "jobTitle")) - {k("Hugo Pires")},
    )
    # absent
    a("What is Ada Lindvall's salary?", "absent", None)
    a("Which customer complained about INC-7005?", "absent", None)
    a("What is the temperature in Quay Nine?", "absent", None)
    a("Who manufactured atlas-01?", "absent", None)
    a("Who discovered VUL-103?", "absent", None)
    a("When was the last backup of Ledger?", "absent", None)
    a("What is the root password of cobalt-02?", "absent", None)
    a("When does Jonas Weel go on holiday?", "absent", None)
    return q
