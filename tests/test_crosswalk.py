"""The crosswalk: which service each printed name means, and what a person's decisions make of it."""

from dataclasses import replace

from drawing import HEAD, meant, table
from hypothesis import given
from hypothesis import strategies as st

import checks
from normalise.crosswalk import Crosswalk, Name, build, row_to_name, with_ids
from normalise.crosswalk.names import Key, name_to_key
from normalise.crosswalk.settled import settle
from normalise.services import Match
from schemas import Records, Service

COUNCIL = "E06000034"
SERVICES = """
    Service            | Stage 1 received | Stage 1 upheld
    Council Tax        | 12               | 3
    Pest Control       | 7                | 1
    Total              | 19               | 4
"""


def report(text: str, report_id: str = "r", council: str = COUNCIL) -> Records:
    """What a text means, as that council's."""
    records = meant(HEAD + text)
    return replace(
        records,
        report=replace(records.report, report_id=report_id, council_code=council),
        figures=tuple(replace(figure, council_code=council) for figure in records.figures),
    )


def under(records: Records, directorate: str) -> Records:
    """The same figures in a directorate."""
    return replace(records, figures=tuple(replace(figure, directorate=directorate) for figure in records.figures))


def ids(crosswalk: Crosswalk) -> dict[str, str]:
    return {row.service or row.directorate: row.service_id for row in crosswalk.rows}


def row(crosswalk: Crosswalk, service: str) -> Service:
    return next(row for row in crosswalk.rows if row.service == service)


def test_each_printed_name_has_one_row_and_its_figures_bear_its_id() -> None:
    records = report(table(SERVICES))
    crosswalk = build([records])
    rows = [(one.service, one.service_id, one.uses) for one in crosswalk.rows]
    assert rows[:2] == [("Council Tax", "council-tax", 2), ("Pest Control", "pest-animal-control", 2)]
    found = with_ids(records, crosswalk.ids)
    assert {figure.service: figure.service_id for figure in found.figures if figure.service} == ids(crosswalk)


def test_figures_of_the_whole_council_are_all_and_have_no_row() -> None:
    records = report("We received 206 stage 1 complaints in 2019/20.\n")
    crosswalk = build([records])
    assert crosswalk.rows == ()
    assert {figure.service_id for figure in with_ids(records, crosswalk.ids).figures} == {"all"}


def test_a_directorates_own_figures_have_the_directorates_id_and_its_row_names_no_service() -> None:
    records = under(report("We received 206 stage 1 complaints in 2019/20.\n"), "Planning Enforcement")
    crosswalk = build([records])
    assert [(one.directorate, one.service, one.service_id) for one in crosswalk.rows] == [
        ("Planning Enforcement", "", "planning-enforcement")
    ]
    assert {figure.service_id for figure in with_ids(records, crosswalk.ids).figures} == {"planning-enforcement"}


def test_a_report_of_an_unknown_council_keeps_its_rows() -> None:
    crosswalk = build([report(table(SERVICES), council="")])
    assert {one.council_code for one in crosswalk.rows} == {""}
    assert ids(crosswalk)["Council Tax"] == "council-tax"


def test_a_finding_has_the_id_of_its_figures() -> None:
    records = report(table("Service | Stage 2 received | Stage 2 escalated | Stage 3 received\nPest Control | 20 | 5 | 4"))
    found = with_ids(checks.audit(records), build([records]).ids)
    assert [finding.service_id for finding in found.findings] == ["pest-animal-control"]


def test_one_name_in_two_spellings_means_one_service() -> None:
    one, other = (report(table(SERVICES.replace("Council Tax", name)), name) for name in ("Finance – Council Tax", "FINANCE -Council tax"))
    crosswalk = build([one, other])
    assert len({found for name, found in ids(crosswalk).items() if "ounc" in name}) == 1
    assert len(crosswalk.rows) == len(build([one]).rows) + 1


def tied(records: Records) -> Crosswalk:
    """The crosswalk of one report with what its figures tie."""
    pairs = [(row_to_name(one), row_to_name(other)) for one, other in checks.tied_figures(records.figures)]
    return build([records], pairs)


SUMMARY = """
    Service      | S1 received | S1 upheld | S1 not upheld | S2 received | S2 upheld | S2 not upheld | S3 received | S3 upheld
    Council Tax  | 40          | 11        | 22            | 9           | 3         | 6             | 2           | 1
    Pest Control | 31          | 8         | 18            | 7           | 2         | 5             | 3           | 2
"""


def test_a_name_in_doubt_takes_the_service_whose_figures_it_repeats() -> None:
    """A dashboard may bear a name of its own; that its eight figures are those of one row of the summary says which service it is."""
    figures = report(table(SUMMARY)).figures
    twin = tuple(
        replace(figure, service="Zephyr Works", table_id="r:other", figure_id=f"{figure.figure_id}-2")
        for figure in figures
        if figure.service == "Pest Control"
    )
    crosswalk = tied(Records(report("").report, (*figures, *twin)))
    found = row(crosswalk, "Zephyr Works")
    assert (found.service_id, found.needs_review, found.method) == ("pest-animal-control", False, "same figures as Pest Control")
    assert 0.9 < found.score < 1 if found.score is not None else False


def key(service: str) -> Key:
    return name_to_key(Name(COUNCIL, "", service))


SURE = Match("pest-animal-control", 0.9, "alias", needs_review=False)
OTHER = Match("council-tax", 0.8, "alias", needs_review=False)
DOUBT = Match("licensing", 0.4, "words", needs_review=True)
TOTAL = Match("none", 0.99, "total", needs_review=False)


def settled(**matches: Match) -> dict[str, Match]:
    """All of them tied to the first."""
    keys = {name: key(name) for name in matches}
    first, *rest = keys.values()
    found = settle({keys[name]: one for name, one in matches.items()}, [(one, first) for one in rest], {k: n for n, k in keys.items()})
    return {name: found[keys[name]] for name in matches}


def test_tied_names_that_agree_are_surer_than_each() -> None:
    found = settled(one=SURE, other=SURE._replace(score=0.7))
    assert (found["one"].score, found["other"].needs_review) == (0.9, False)
    assert 0.9 < found["other"].score < 1


def test_two_sure_names_that_contradict_each_other_are_one_service_that_a_person_looks_at() -> None:
    found = settled(one=SURE, other=OTHER)
    assert found["one"] == SURE
    assert (found["other"].service_id, found["other"].needs_review) == (SURE.service_id, True)


def test_a_doubt_settles_no_doubt() -> None:
    assert settled(one=DOUBT, other=DOUBT._replace(service_id="noise")) == {"one": DOUBT, "other": DOUBT._replace(service_id="noise")}


def test_a_total_is_no_service_although_it_has_the_figures_of_the_only_one() -> None:
    assert settled(one=TOTAL, other=SURE, third=DOUBT)["one"] == TOTAL
    assert settled(one=TOTAL, other=DOUBT) == {"one": TOTAL, "other": DOUBT}


names = st.sampled_from([SURE, OTHER, DOUBT, TOTAL])
ties = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)))


@given(st.lists(names, min_size=5, max_size=5), ties, st.randoms(use_true_random=False))
def test_what_is_settled_does_not_depend_on_the_order_of_ties(matches: list[Match], drawn: list[tuple[int, int]], random: object) -> None:
    keys = [key(str(n)) for n in range(5)]
    pairs = [(keys[a], keys[b]) for a, b in drawn]
    shuffled = [(b, a) for a, b in pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    printed = {k: str(n) for n, k in enumerate(keys)}
    own = dict(zip(keys, matches, strict=True))
    assert settle(own, pairs, printed) == settle(own, shuffled, printed)


def test_the_crosswalk_does_not_depend_on_the_order_of_reports() -> None:
    one, other = report(table(SERVICES), "a"), report(table(SUMMARY), "b", council="E1")
    assert build([one, other]) == build([other, one])
