"""Rules as data: TOML files by language, their schema and the loader.

`zh/*.toml`, `en/*.toml` and `shared/*.toml` hold words, numerals, units, holidays, triggers; arithmetic, composition
and choosing are code elsewhere. A file of the same name in each folder is one lexicon; `load_rules` joins and checks it.
"""
