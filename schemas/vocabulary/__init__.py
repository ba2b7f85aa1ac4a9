"""The words of complaint reports, from `schemas/vocabulary.toml`.

`wording` makes tokens of a text, `meanings` holds what phrases of them mean, `reading` holds the file against that and tells table and key
of what does not fit.
"""

from schemas.vocabulary.meanings import Scheme, Vocabulary
from schemas.vocabulary.reading import vocabulary
from schemas.vocabulary.wording import Tokens, label_key, tokens

__all__ = ["Scheme", "Tokens", "Vocabulary", "label_key", "tokens", "vocabulary"]
