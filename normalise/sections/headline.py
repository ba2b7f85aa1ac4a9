"""A heading that speaks of complaints: of all of them, and perhaps with a figure ("Stage 1 complaints fall by 11%")."""

import re
from functools import lru_cache

from normalise.meaning import Meaning
from normalise.narrative.told import says
from normalise.prose import text_to_claims
from normalise.setting import Setting
from normalise.words.heading import read_heading
from schemas.vocabulary import Vocabulary, tokens

_KEPT = 1024
"""Headings that are kept with whether they state figures: each is asked for when its section is named, and when it is read."""
_CLAUSE = re.compile(r"[,:;–—]|\s-\s")


def is_of_all_complaints(heading: str, words: Vocabulary) -> bool:
    """Whether a heading speaks of complaints, and not of some that it sets apart ("Councillor conduct complaints")."""
    said = read_heading(heading, words)
    clauses = [tokens(clause) for clause in _CLAUSE.split(said.text)]
    before = [spelled[at - 1] for spelled in clauses for at in range(1, len(spelled)) if (spelled[at],) in words.generic]
    known = words.ignored | words.captions | words.plain_complaints
    return bool(says(heading, words.of_complaints)) and all(word in known or word not in said.left for word in before)


@lru_cache(_KEPT)
def states_figures(heading: str, setting: Setting) -> bool:
    """Whether a heading states figures of complaints: it names no service, then."""
    of_all = any(char.isdigit() for char in heading) and is_of_all_complaints(heading, setting.words)
    return of_all and bool(text_to_claims(heading, Meaning(service=""), setting))
