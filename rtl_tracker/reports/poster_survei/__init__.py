"""Posters and stickers with the code that leads to a survey, as PDF: calm, with the address in letters beside the code."""
