"""From a plan of a document to its file: edited texts in, charts drawn, Word written, laid out once (spec 3.4)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rtl_tracker.domain.jenis_dokumen import BentukBerkas
from rtl_tracker.reports.grafik import render_banyak
from rtl_tracker.reports.naskah_suntingan import isi_suntingan
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks, susun_teks
from rtl_tracker.reports.rujukan_suntingan import kunci_tersedia, tanpa_rujukan_hilang
from rtl_tracker.reports.templat_sendiri.susun_terlindung import bangun_dengan_cadangan
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.reports.word.elemen import Elemen
from rtl_tracker.reports.word.tata_letak import HasilTata, TataLetakGagal, beri_nomor_banyak, cari_soffice
from rtl_tracker.resources import resource

Lapor = Callable[[str, int], None]
TANPA_LIBREOFFICE = (
    "LibreOffice tidak ditemukan, sehingga nomor halaman pada daftar isi belum terisi. Buka laporan di Word, tekan Ctrl+A lalu F9, "
    "atau pasang paket libreoffice-writer dan susun ulang."
)


@dataclass(frozen=True, slots=True)
class Bengkel:
    """What the making of a document needs from the machine. `lapor(step, per cent)` is called as the work goes on.

    `proses`: how many processes may draw charts.
    """

    soffice: Path | None
    folder_grafik: Path
    lapor: Lapor
    proses: int = 2


@dataclass(frozen=True, slots=True)
class DokumenJadi:
    """A finished document: its files by format, its texts in force by block, sentences for the user."""

    nama_berkas: str
    judul: str
    berkas: Mapping[BentukBerkas, bytes]
    peringatan: tuple[str, ...] = ()
    teks: Teks = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pelengkap:
    """What a document gets besides its own data: edited texts (with fields in them), a logo, further elements by marker, an own template."""

    suntingan: Teks = field(default_factory=dict)
    logo: bytes | None = None
    tambahan: Mapping[str, Sequence[Elemen]] = field(default_factory=dict)
    templat: bytes | None = None


@dataclass(frozen=True, slots=True)
class DokumenSiap:
    """A written document that still has to be laid out."""

    rancangan: Rancangan
    docx: bytes
    teks: Teks
    peringatan: tuple[str, ...]


def susun_dokumen(rancangan: Rancangan, pelengkap: Pelengkap, bengkel: Bengkel, bentuk: Sequence[BentukBerkas]) -> DokumenJadi:
    """The files of a Word document. The same plan and additions give the same bytes.

    `bentuk`: docx always comes; pdf only when it is asked for and LibreOffice is there (else a sentence says so). Where the document
    has a list of contents, LibreOffice fills in its page numbers.
    """
    siap = tulis_dokumen(rancangan, pelengkap, bengkel)
    bengkel.lapor("Menata halaman dan daftar isi", 50)
    (jadi,) = tata_banyak([siap], bengkel, bentuk)
    bengkel.lapor("Selesai", 100)
    return jadi


def tulis_dokumen(rancangan: Rancangan, pelengkap: Pelengkap, bengkel: Bengkel) -> DokumenSiap:
    """The .docx without page numbers."""
    dokumen, teks = wujudkan(rancangan, pelengkap, bengkel)
    bengkel.lapor("Menyusun dokumen Word", 35)
    docx, cadangan = bangun_dengan_cadangan(dokumen, pelengkap.templat) if pelengkap.templat else (bangun(dokumen), ())
    return DokumenSiap(rancangan, docx, teks, (*cadangan, *rancangan.peringatan))


def tata_banyak(siap: Sequence[DokumenSiap], bengkel: Bengkel, bentuk: Sequence[BentukBerkas]) -> list[DokumenJadi]:
    """The files of written documents, laid out together; one that cannot be laid out comes as .docx with a sentence."""
    program = cari_soffice(bengkel.soffice)
    if program is None:
        return [_jadi(satu, {BentukBerkas.DOCX: satu.docx}, TANPA_LIBREOFFICE) for satu in siap]

    def lapor(langkah: str, persen: int) -> None:
        bengkel.lapor(langkah, 50 + persen * 49 // 100)

    try:
        hasil = beri_nomor_banyak([satu.docx for satu in siap], program, lapor)
    except TataLetakGagal as galat:
        return [_jadi(satu, {BentukBerkas.DOCX: satu.docx}, str(galat)) for satu in siap]
    return [_tertata(satu, tata, BentukBerkas.PDF in bentuk) for satu, tata in zip(siap, hasil, strict=True)]


def _tertata(siap: DokumenSiap, tata: HasilTata | TataLetakGagal, minta_pdf: bool) -> DokumenJadi:
    if isinstance(tata, TataLetakGagal):
        return _jadi(siap, {BentukBerkas.DOCX: siap.docx}, str(tata))
    docx, pdf = tata
    return _jadi(siap, {BentukBerkas.DOCX: docx} | ({BentukBerkas.PDF: pdf} if minta_pdf else {}))


def _jadi(siap: DokumenSiap, berkas: Mapping[BentukBerkas, bytes], *catatan: str) -> DokumenJadi:
    r = siap.rancangan
    return DokumenJadi(r.nama_berkas, r.judul, berkas, (*catatan, *siap.peringatan), siap.teks)


def wujudkan(rancangan: Rancangan, pelengkap: Pelengkap, bengkel: Bengkel) -> tuple[Dokumen, Teks]:
    """The document with everything at its place (charts drawn, unchanged ones from the cache), and its texts in force."""
    bengkel.lapor("Menggambar grafik", 10)
    gambar = render_banyak(list(rancangan.grafik), bengkel.folder_grafik, proses=bengkel.proses)
    png = dict(zip([g.sidik() for g in rancangan.grafik], gambar, strict=True))
    isi, teks = isi_dokumen(rancangan, pelengkap.suntingan, png)
    dokumen = Dokumen(
        templat=resource("docx_templates") / rancangan.templat,
        bidang=rancangan.bidang_templat,
        isi={**isi, **pelengkap.tambahan},
        judul=rancangan.judul,
        penulis=rancangan.penulis,
        tanggal=rancangan.tanggal,
        logo=pelengkap.logo,
    )
    return dokumen, teks


def isi_dokumen(rancangan: Rancangan, suntingan: Teks, png: Png) -> tuple[Mapping[str, Sequence[Elemen]], Teks]:
    """Elements by marker and the texts in force. A reference of an edited text to a table that is not there becomes words."""
    terisi = {nama: isi_suntingan(teks, rancangan.bidang) for nama, teks in suntingan.items()}
    teks = susun_teks(rancangan.blok, terisi)
    isi = rancangan.isi(teks, png)
    if not terisi:
        return isi, teks
    ada = kunci_tersedia(isi)
    bersih = {nama: tanpa_rujukan_hilang(satu, ada) if nama in terisi else satu for nama, satu in teks.items()}
    return (isi if bersih == teks else rancangan.isi(bersih, png)), bersih
