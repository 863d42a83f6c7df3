"""What a template must bring besides its text: the styles that the report is written with, and legal numbers of headings."""

from collections.abc import Iterator

from rtl_tracker.reports.templat_sendiri.acuan import Acuan
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket
from rtl_tracker.reports.templat_sendiri.teks_templat import bernomor_legal, daftar_gaya
from rtl_tracker.reports.templat_sendiri.temuan_templat import Kelompok, Masalah, galat, peringatan


def periksa_gaya(isi: IsiPaket, acuan: Acuan) -> Iterator[Masalah]:
    """Styles that the report is written with and the template does not have, all in one sentence; those of another kind."""
    ada = daftar_gaya(isi)
    hilang = [nama for nama in acuan.gaya if nama.lower() not in ada]
    if hilang:
        sebutan = ", ".join(f"'{nama}'" for nama in hilang)
        yield galat(
            Kelompok.SUSUNAN,
            f"Templat tidak memiliki gaya {sebutan}; buat gaya dengan nama itu di Word, atau mulai dari templat bawaan dan ubah "
            "tampilannya saja.",
        )
    for nama, jenis in acuan.gaya.items():
        if ada.get(nama.lower(), jenis) != jenis:
            sebutan = "tabel" if jenis == "table" else "paragraf"
            yield galat(
                Kelompok.SUSUNAN, f"Gaya '{nama}' pada templat bukan gaya {sebutan}; buat ulang sebagai gaya {sebutan}."
            )


def periksa_penomoran(isi: IsiPaket, acuan: Acuan) -> Iterator[Masalah]:
    """Older LibreOffice loses the mark that makes "3.2" below BAB III; the report can be made, with "III.2"."""
    if acuan.bernomor_legal and not bernomor_legal(isi):
        yield peringatan(
            Kelompok.SUSUNAN,
            "Nomor subjudul mengikuti angka Romawi babnya (III.2, bukan 3.2); bila tidak dikehendaki, atur di Word lewat Daftar Bertingkat, "
            "Penomoran gaya legal.",
        )
