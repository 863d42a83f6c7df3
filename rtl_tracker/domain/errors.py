"""Errors of the domain. Their text is a formal Indonesian sentence that may be shown to the user as it is."""


class DomainError(ValueError):
    """A rule of the domain refuses the value or the act; str(error) is the sentence for the user."""


class NilaiDiLuarRentang(DomainError):
    """A number lies outside the range its scale allows."""


class PengaturanTidakDikenal(DomainError):
    """A setting has a name or a value that the domain does not know."""


class BerubahLebihDahulu(DomainError):
    """Somebody else changed the same record since the form was opened; nothing was stored."""

    def __init__(self, oleh: str, waktu: str, versi: int) -> None:
        """`waktu` as printed; `versi` is the stored one, which a knowing second try must name."""
        super().__init__(
            f"Data ini sudah diubah oleh {oleh} pada {waktu} sementara Anda mengisi. Isian Anda belum disimpan dan masih ada di bawah; "
            "bandingkan dengan isi tersimpan, lalu simpan kembali bila isian Anda yang benar."
        )
        self.versi = versi
