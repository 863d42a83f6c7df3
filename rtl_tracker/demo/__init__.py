"""The demo instansi: published figures as a folder of CSV, and what the published report lacks, made by a fixed seed."""
