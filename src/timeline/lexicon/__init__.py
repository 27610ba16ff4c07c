"""Rules as data: TOML files by language, their schema and the loader.

`zh/*.toml`, `en/*.toml` and `shared/*.toml` hold words, numerals, units, holidays, triggers; arithmetic, composition
and choosing are code elsewhere. Files of one name in the folders are one lexicon, which `load_rules` joins and checks.
"""
