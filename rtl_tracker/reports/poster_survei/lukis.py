"""The layouts: one poster to a page (A4, or the same smaller on A5), and twelve stickers to an A4 sheet."""

from rtl_tracker.reports.poster_survei.kertas import Kertas, Tulisan, muatkan, muatkan_sebaris
from rtl_tracker.reports.poster_survei.model import BentukPoster, Poster

BIRU, TINTA, REDUP, GARIS = "#123a54", "#1f2933", "#4a5763", "#c3cad1"
HITAM = "#000000"
LEBAR_A4, TINGGI_A4, LEBAR_A5, TINGGI_A5 = 210.0, 297.0, 148.0, 210.0
TEPI, TENGAH = 20.0, LEBAR_A4 / 2
RUANG = LEBAR_A4 - 2 * TEPI
ATAS_KAKI, TINGGI_LOGO, SISI_KODE = 239.0, 24.0, 118.0

KOLOM, BARIS = 3, 4
LEBAR_STIKER, TINGGI_STIKER = 63.5, 72.0
KIRI_STIKER, ATAS_STIKER, SELA_STIKER = 7.25, 4.5, 2.5
"""The measures of common label sheets with twelve to the page; on plain paper the small corners show where to cut."""
TEPI_STIKER, SISI_KODE_STIKER, SUDUT = 4.5, 36.0, 2.0

TANYA = "Bagaimana pelayanan kami?"
AJAKAN = "Pindai kode ini dengan kamera telepon Anda, lalu jawab survei kepuasan masyarakat."
JANJI = "Kira-kira dua menit, tanpa nama dan tanpa nomor telepon."
LEWAT_ALAMAT = "Tanpa pemindai, ketik alamat ini pada peramban:"
AJAKAN_STIKER = "Nilai pelayanan kami"


def lukis(poster: Poster, bentuk: BentukPoster) -> Kertas:
    """One page of the PDF."""
    if bentuk is BentukPoster.STIKER:
        return _lembar_stiker(poster)
    if bentuk is BentukPoster.A5:
        return _poster(Kertas(LEBAR_A5, TINGGI_A5, LEBAR_A5 / LEBAR_A4), poster)
    return _poster(Kertas(LEBAR_A4, TINGGI_A4), poster)


def _poster(kertas: Kertas, p: Poster) -> Kertas:
    """Who asks, the question, whose service, the code, the address: each in the middle, the code as large as there is room."""
    y = 18.0
    if p.logo:
        kertas.gambar(TEPI, y, RUANG, TINGGI_LOGO, p.logo)
        y += TINGGI_LOGO + 4
    if p.instansi:
        y = kertas.tulis(TENGAH, y, muatkan(p.instansi, RUANG, 15, 10, 2), REDUP) + 4
    kertas.kotak(TENGAH - 18, y, 36, 0.9, BIRU)
    y = kertas.tulis(TENGAH, y + 7, Tulisan((TANYA,), 29, tebal=True), BIRU) + 4
    y = kertas.tulis(TENGAH, y, muatkan(p.layanan or p.unit, RUANG, 23, 13, 3, tebal=True), TINTA)
    if p.layanan:
        y = kertas.tulis(TENGAH, y + 1.5, muatkan(p.unit, RUANG, 15, 10, 3), TINTA)
    ruang = ATAS_KAKI - y
    sisi = min(SISI_KODE, ruang - 16)
    kertas.kode(TENGAH - sisi / 2, y + (ruang - sisi) / 2, sisi, p.alamat, HITAM)
    _kaki(kertas, p.alamat)
    return kertas


def _kaki(kertas: Kertas, alamat: str) -> None:
    y = kertas.tulis(TENGAH, ATAS_KAKI, muatkan(AJAKAN, RUANG, 14, 11, 2), TINTA) + 1
    y = kertas.tulis(TENGAH, y, Tulisan((JANJI,), 11.5), REDUP) + 4
    kertas.kotak(TEPI, y, RUANG, 0.25, GARIS)
    y = kertas.tulis(TENGAH, y + 3.5, Tulisan((LEWAT_ALAMAT,), 11), REDUP) + 0.8
    kertas.tulis(TENGAH, y, muatkan_sebaris(alamat, RUANG, 16, 8, tebal=True), BIRU)


def _lembar_stiker(p: Poster) -> Kertas:
    kertas = Kertas(LEBAR_A4, TINGGI_A4)
    for baris in range(BARIS):
        for kolom in range(KOLOM):
            kiri, atas = KIRI_STIKER + kolom * (LEBAR_STIKER + SELA_STIKER), ATAS_STIKER + baris * TINGGI_STIKER
            _sudut(kertas, kiri, atas)
            _stiker(kertas, kiri, atas, p)
    return kertas


def _stiker(kertas: Kertas, kiri: float, atas: float, p: Poster) -> None:
    tengah, ruang = kiri + LEBAR_STIKER / 2, LEBAR_STIKER - 2 * TEPI_STIKER
    y = kertas.tulis(tengah, atas + TEPI_STIKER, Tulisan((AJAKAN_STIKER,), 11, tebal=True), BIRU) + 0.8
    y = kertas.tulis(tengah, y, muatkan(p.layanan or p.unit, ruang, 9, 5.5, 3, tebal=True), TINTA)
    bawah = [muatkan_sebaris(p.alamat, ruang, 6.5, 4.5, tebal=True)]
    if siapa := (p.unit if p.layanan else p.instansi):
        bawah.insert(0, muatkan(siapa, ruang, 6, 4.5, 2))
    akhir = atas + TINGGI_STIKER - TEPI_STIKER - sum(satu.tinggi for satu in bawah)
    sisi = min(SISI_KODE_STIKER, akhir - y - 7.5)
    kertas.kode(tengah - sisi / 2, y + (akhir - y - sisi) / 2, sisi, p.alamat, HITAM)
    for satu in bawah:
        akhir = kertas.tulis(tengah, akhir, satu, TINTA if satu.tebal else REDUP)


def _sudut(kertas: Kertas, kiri: float, atas: float) -> None:
    """The four corners of a sticker, in light grey."""
    for x, arah_x in ((kiri, 0.0), (kiri + LEBAR_STIKER, -SUDUT)):
        for y, arah_y in ((atas, 0.0), (atas + TINGGI_STIKER, -SUDUT)):
            kertas.kotak(x + arah_x, y - 0.06, SUDUT, 0.12, GARIS)
            kertas.kotak(x - 0.06, y + arah_y, 0.12, SUDUT, GARIS)
