"""The commands beside `run`, and what they and `run` tell a person. `upheld.cli` knows them all by name.

`checking`, `comparing`, `differing`, `naming`, `publishing`, `validating` and `corpus` hold the commands; they import what is heavy when
called. `options` is what several of them ask for. `running` is what `run` does: `log` writes each report down for programs, `summary` says
at the end what became of the folder, `since` what is lost against the dataset that is replaced, `status` later how it was read. `compared`
draws a comparison in the terminal.
"""
