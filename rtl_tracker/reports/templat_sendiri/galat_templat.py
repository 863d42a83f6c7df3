"""Errors of own templates. Their text is a formal Indonesian sentence that may be shown to the user as it is."""

from rtl_tracker.reports.word.galat import DokumenGagal


class TemplatGagal(DokumenGagal):
    """A document could not be made with an own template; the shipped one takes its place."""


class PaketDitolak(Exception):
    """The file is no Word document that could be opened safely."""


class XmlDitolak(Exception):
    """A part of the package is no XML that could be read safely; str() goes on after the name of the part."""
