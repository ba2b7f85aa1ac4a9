"""The score of the fixed set as a page: `docs/score.md` and its heat map."""

from collections.abc import Sequence
from pathlib import Path

from corpus.counts import Scored, by
from corpus.heat import heat
from corpus.written import to_markdown

PAGE, MAP = "score.md", "score.svg"
TITLE = "What upheld reads of drawn specimens"
HEAD = """\
# {title}

{count} specimens of seed {seed} (`upheld corpus draw --seed {seed} --count {count} FOLDER`), {files} files, drawn by
[the generator](../corpus/README.md) with their truth, read and scored as they are; `make corpus-score` makes this page, and CI
that it is up to date. {blind}

*Recall* is the share of the printed figures that were told, *precision* the share of the told figures that are printed so. *Wrong* is a
figure told with another value than is printed, *not printed* one that the report does not print. Words *held back* were kept from those
who wrote the reader's vocabulary; *unknown* words say nothing that could be a measure, and what stands below them must be told as not
understood. All shares are in percent.

![Heat map of the recall: families by container, number styles by container, families by look]({map})

"""
BLIND = "No reader opens {containers} yet: what is printed there is counted and scores nothing."


def write_page(scored: Sequence[Scored], seed: int, count: int, folder: Path) -> None:
    """Write the page and its map."""
    named = f"{TITLE}: recall of {count} specimens, seed {seed}"
    (folder / MAP).write_text(heat(scored, named), encoding="utf-8")
    (folder / PAGE).write_text(page(scored, seed, count), encoding="utf-8")


def page(scored: Sequence[Scored], seed: int, count: int) -> str:
    """The page."""
    blind = [container for (container,), counts in by(scored, "container").items() if counts.failed == counts.files]
    told = BLIND.format(containers=" and ".join(filter(None, (", ".join(blind[:-1]), blind[-1])))) if blind else ""
    return HEAD.format(title=TITLE, seed=seed, count=count, files=len(scored), blind=told, map=MAP) + to_markdown(scored)
