"""The words of complaint reports, from `schemas/vocabulary.toml`.

`wording` makes tokens of a text, `phrases` are looked for among them, `meanings` says what they mean, `reading` holds the file against that
and tells table and key of what does not fit.
"""

from schemas.vocabulary.meanings import Scheme, Vocabulary
from schemas.vocabulary.phrases import Meanings, Phrases
from schemas.vocabulary.reading import vocabulary
from schemas.vocabulary.wording import Tokens, label_key, tokens

__all__ = ["Meanings", "Phrases", "Scheme", "Tokens", "Vocabulary", "label_key", "tokens", "vocabulary"]
