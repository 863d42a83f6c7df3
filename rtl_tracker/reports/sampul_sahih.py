"""What the cover of a frozen version carries: its number, and a QR code that leads to its public page (spec 2.2)."""

from io import BytesIO

import segno

from rtl_tracker.reports.word.elemen import Elemen, Gambar, Paragraf

LEBAR_QR_MM = 26
PENANDA = "sahih"


def elemen_sahih(nomor: int, alamat: str) -> dict[str, list[Elemen]]:
    """Elements for the marker of the cover. `alamat`: the full address of the public page."""
    alt = f"Kode QR menuju halaman keaslian laporan: {alamat}"
    return {
        PENANDA: [
            Gambar(kode_qr(alamat), LEBAR_QR_MM, alt),
            Paragraf(f"Versi {nomor}. Keaslian dokumen ini dapat diperiksa pada {alamat}.", "catatan"),
        ]
    }


def kode_qr(alamat: str) -> bytes:
    """A QR code as PNG; the same address gives the same bytes. Level M keeps it readable on a worn print."""
    tampung = BytesIO()
    segno.make_qr(alamat, error="m").save(tampung, kind="png", scale=10, border=2)
    return tampung.getvalue()
