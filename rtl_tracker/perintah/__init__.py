"""The command line, one module per group of commands. Only `pengurai` and `argumen` are loaded for `--help`."""
