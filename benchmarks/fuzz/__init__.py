"""Mutated files for every reader: no crash, no hang, no figure made of noise. `python -m benchmarks.fuzz` runs it.

`originals` are small reports, one a format; `mutations` of bytes and words, `inside` of what a zip archive or a PDF holds; `trial` reads
one mutated file within limits; `oracle` says whether its figures stand in it; `run` is many of them, resumed where it ended.
"""
