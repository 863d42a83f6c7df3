"""Errors of the Word engine. Their text is a formal Indonesian sentence that may be shown to the user as it is."""


class DokumenGagal(Exception):
    """Template, fields and elements do not fit together."""


class TemplatTidakLengkap(DokumenGagal):
    """The Word template lacks styles, numbering or markers that the document needs."""


class TataLetakGagal(Exception):
    """LibreOffice is missing, failed, ran out of time or laid out something else than was expected."""
