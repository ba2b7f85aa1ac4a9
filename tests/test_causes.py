"""Cells that print services and their causes, one below the other."""

from drawing import meant, unread

HEAD = "# Northvale Council: complaints 2019/20\n\n"
CELL = (
    "Repairs – 200 instances; 139 upheld/partly upheld • Service delayed – 120 • Damp - 78 • Other- 2 "
    "Tenancy– 9 instances; 2 upheld Trees and Lighting - 4 instances"
)


def told(text: str) -> list[str]:
    return [f"{f.service}: {f.measure} {f.category} {f.value}" for f in meant(HEAD + text).figures]


def test_what_says_what_it_counts_opens_a_service_and_what_follows_is_its_causes() -> None:
    assert told(f"Housing Department (213 instances)\n\n| Root Cause | Actions |\n|---|---|\n| {CELL} | New vans were bought. |\n") == [
        ": cases  213",
        "Repairs: cases  200",
        "Repairs: upheld_or_partly  139",
        "Repairs: cases Service delayed 120",
        "Repairs: cases Damp 78",
        "Repairs: cases Other 2",
        "Tenancy: cases  9",
        "Tenancy: upheld  2",
        "Trees and Lighting: cases  4",
    ]


def test_what_completes_a_services_causes_is_a_part_of_it() -> None:
    cell = "Parking – 162 complaints; 58 upheld • Permits – 130 • Bays - 6 Trees - 26 complaints • Roots – 26 Streets – 5 complaints"
    assert told(f"| Root Cause | Actions |\n|---|---|\n| {cell} | |\n") == [
        "Parking: received  162",
        "Parking: upheld  58",
        "Parking: cases Permits 130",
        "Parking: cases Bays 6",
        "Parking: received Trees 26",
        "Parking: cases Roots 26",
        "Streets: received  5",
    ]


def test_causes_of_nobody_are_unread() -> None:
    cell = "Delay – 12 Repairs - 8 cases; 2 upheld Tenancy - 3 cases"
    records = meant(f"{HEAD}| Root Cause | Actions |\n|---|---|\n| {cell} | |\n")
    assert [f"{f.service} {f.value}" for f in records.figures] == ["Repairs 8", "Repairs 2", "Tenancy 3"]
    assert unread(records) == ["Delay – 12: it does not say whose causes these are"]


def test_results_in_unknown_words_are_unread_and_no_part_of_the_next_label() -> None:
    cell = "Repairs – 8 instances; 2 smoothed over • Delay – 5 • Damp – 3"
    records = meant(f"{HEAD}| Root Cause | Actions |\n|---|---|\n| {cell} | |\n")
    assert [f"{f.category} {f.value}" for f in records.figures] == [" 8", "Delay 5", "Damp 3"]
    assert unread(records) == ["2 smoothed over: what became of them is not understood"]


def test_one_service_in_a_cell_is_read_as_several_are() -> None:
    cells = "| Repairs – 8 cases; 2 upheld either in full or in part • Delay – 8 | |\n| Tenancy – 1 case | |\n"
    assert told(f"| Underlying cause | Learning |\n|---|---|\n{cells}") == [
        "Repairs: received  8",
        "Repairs: upheld_or_partly  2",
        "Repairs: cases Delay 8",
        "Tenancy: received  1",
    ]
