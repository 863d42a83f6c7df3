"""Errors of the domain. Their text is a formal Indonesian sentence that may be shown to the user as it is."""


class DomainError(ValueError):
    """A rule of the domain refuses the value or the act; str(error) is the sentence for the user."""


class NilaiDiLuarRentang(DomainError):
    """A number lies outside the range its scale allows."""


class PengaturanTidakDikenal(DomainError):
    """A setting has a name or a value that the domain does not know."""
