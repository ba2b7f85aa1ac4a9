"""How fast reports are read, beside what other programs take for less. `python -m benchmarks.speed` measures and writes the page.

`contestants` read a PDF, each in its own way; `contest` has them read the same files in turn, each in a process of its own that has started
before; `scaling` is the program as a person calls it, over more cores, pages and files; `page` and `plot` tell of it.
"""
