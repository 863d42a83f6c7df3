"""Word templates of an instansi's own: taken as if their sender were hostile, tried, and filled in a fenced child process (spec 3.4)."""
