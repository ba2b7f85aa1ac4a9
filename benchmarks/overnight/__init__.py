"""Ten thousand reports in one run, one in a hundred of them poisoned: `python -m benchmarks.overnight` draws, runs and judges them.

`poison` makes files that hurt; `mixed` puts them among drawn reports; `watched` runs the program and looks at its memory; `judged` holds
the dataset against what was put into the folder; `page` tells of it.
"""
