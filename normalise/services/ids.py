"""What the id of a name may be: a canonical service, `none`, or `directorate:X`; what each is called, and under which heading it is."""

from collections.abc import Iterator, Mapping
from functools import cache

from normalise.services.reference import canonical

NONE = "none"
"""The id of what is no service: totals, causes, placeholders."""
HEADING = "directorate:"
"""What the id of a heading over several services begins with."""
MIXED = "mixed"
"""The directorate whose services stand under several of the Ombudsman's headings."""
HEADINGS = {
    "adult-care": "Adult Care Services",
    "benefits-tax": "Benefits & Tax",
    "corporate-other": "Corporate & Other Services",
    "education-children": "Education & Children's Services",
    "environment-regulation": "Environmental Services & Public Protection & Regulation",
    "highways-transport": "Highways & Transport",
    "housing": "Housing",
    "planning-development": "Planning & Development",
    MIXED: "",
}
"""The Ombudsman's heading over the services of each directorate."""


def is_service(service_id: str) -> bool:
    """Whether an id is a single service's."""
    return service_id in canonical()


def is_known(service_id: str) -> bool:
    """Whether a name may have this id: a service's, `none` or `directorate:X`."""
    return is_service(service_id) or service_id == NONE or (service_id.startswith(HEADING) and service_id.removeprefix(HEADING) in HEADINGS)


def label_of(service_id: str) -> str:
    """What an id means, in words; nothing where it is empty."""
    if is_service(service_id):
        return canonical()[service_id].label
    if service_id.startswith(HEADING):
        return f"{category_of(service_id) or 'Several headings'}: several services"
    return "No service" if service_id == NONE else ""


def category_of(service_id: str) -> str:
    """The Ombudsman's heading of an id, if it has one."""
    return canonical()[service_id].category if is_service(service_id) else HEADINGS.get(service_id.removeprefix(HEADING), "")


def heading_of(service_id: str) -> str:
    """The directorate of an id: the short name of the Ombudsman's heading over it, if it has one."""
    return service_id.removeprefix(HEADING) if service_id.startswith(HEADING) else _SHORT.get(category_of(service_id), "")


_SHORT = {category: short for short, category in HEADINGS.items() if category}


def every_id() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every id that a name may have, with its aliases."""
    yield from ((service_id, one.aliases) for service_id, one in canonical().items())
    yield from ((HEADING + short, ()) for short in HEADINGS)
    yield NONE, ()


def text_to_id(text: str) -> str:
    """The id that a person wrote, its label taken for it; what is neither comes back as it is."""
    written = text.strip()
    return _labels().get(written.casefold(), written.casefold() if is_known(written.casefold()) else written)


@cache
def _labels() -> Mapping[str, str]:
    return {one.label.casefold(): one.service_id for one in canonical().values()}
