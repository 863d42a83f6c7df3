"""The sheet as elements: bands over the whole page, from the name down to the code that leads to the public page.

The heights of the bands add up to the page; without a profile the index grows into the room that is left.
"""

from collections.abc import Iterable

from rtl_tracker.domain.mutu import kinerja
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.lembar_ikm import kalimat
from rtl_tracker.reports.lembar_ikm.fakta import FaktaLembar
from rtl_tracker.reports.sampul_sahih import kode_qr
from rtl_tracker.reports.word.elemen import Elemen, Gambar, HalamanBaru, Jajar, Logo, Petak, Tulisan

LEBAR = 182.0
TINGGI = 250.0
"""Room for all bands: the page of the template without its margins and the gaps between the bands."""
TINGGI_KEPALA, TINGGI_KAKI, TINGGI_RESPONDEN, TINGGI_PROFIL = 90.0, 43.0, 34.0, 58.0
SISI_LOGO, LEBAR_QR, LEBAR_NILAI, LEBAR_JUMLAH, LEBAR_ALAMAT = 22.0, 32.0, 118.0, 50.0, 76.0
HURUF_NAMA_BESAR, ANGKA_BESAR = 42, 6
"""Longest name and figure in the largest type; what is longer has a style of its own."""


def susun_lembar(f: FaktaLembar) -> list[Elemen]:
    """The bands of one sheet."""
    responden = _responden(f)
    tinggi = TINGGI - TINGGI_KEPALA - TINGGI_KAKI - sum(satu.tinggi_mm for satu in responden)
    return [_kepala(f), _indeks(f, tinggi), *responden, _kaki(f)]


def susun_semua(lembar: Iterable[FaktaLembar]) -> list[Elemen]:
    """Sheet after sheet, each on a page of its own."""
    elemen: list[Elemen] = []
    for satu in lembar:
        elemen += [*([HalamanBaru()] if elemen else []), *susun_lembar(satu)]
    return elemen


def _menurut_panjang(teks: str, gaya: str, besar: int) -> Tulisan:
    return Tulisan(teks, gaya if len(teks) <= besar else f"{gaya} Panjang")


def _kepala(f: FaktaLembar) -> Jajar:
    nama = f.unit or f.instansi
    asal = kalimat.asal_nilai(f)
    isi: tuple[Tulisan | Logo, ...] = (
        Logo(SISI_LOGO),
        Tulisan("Indeks Kepuasan Masyarakat", "Lembar Judul"),
        _menurut_panjang(nama, "Lembar Unit", HURUF_NAMA_BESAR),
        *([Tulisan(f.instansi, "Lembar Instansi")] if f.unit is not None else []),
        Tulisan(kalimat.sebut_periode(f.periode, f.tahun), "Lembar Periode"),
        Tulisan(kalimat.sebut_rentang(f.mulai, f.selesai), "Lembar Tanggal"),
        *([Tulisan(asal, "Lembar Tanggal")] if asal else []),
    )
    return Jajar((Petak(LEBAR, isi),), TINGGI_KEPALA)


def _indeks(f: FaktaLembar, tinggi: float) -> Jajar:
    nilai = (
        Tulisan("Nilai IKM", "Lembar Label Terang"),
        _menurut_panjang(angka(f.ikm, f.desimal), "Lembar Nilai", ANGKA_BESAR),
    )
    mutu = (
        Tulisan("Mutu", "Lembar Label"),
        Tulisan(f.mutu.value, "Lembar Mutu"),
        Tulisan("Kinerja", "Lembar Label"),
        Tulisan(kinerja(f.mutu), "Lembar Kinerja"),
    )
    return Jajar((Petak(LEBAR_NILAI, nilai, "gelap"), Petak(LEBAR - LEBAR_NILAI, mutu, "terang")), tinggi)


def _responden(f: FaktaLembar) -> list[Jajar]:
    """Nothing when not even the number of respondents is known."""
    if f.n is None:
        return []
    keterangan = (Tulisan(satu, "Lembar Tanggal") for satu in kalimat.asal_responden(f))
    jumlah = (_menurut_panjang(bulat(f.n), "Lembar Jumlah", ANGKA_BESAR), *keterangan)
    if not f.profil:
        return [Jajar((Petak(LEBAR, jumlah, "terang"),), TINGGI_RESPONDEN)]
    profil = tuple(Tulisan(kalimat.rincian(satu), "Lembar Rincian") for satu in f.profil)
    return [Jajar((Petak(LEBAR_JUMLAH, jumlah, "terang"), Petak(LEBAR - LEBAR_JUMLAH, profil)), TINGGI_PROFIL)]


def _kaki(f: FaktaLembar) -> Jajar:
    alt = f"Kode QR menuju halaman publikasi: {f.alamat}"
    ajakan = (Tulisan(kalimat.TERIMA_KASIH, "Lembar Ucapan"), Tulisan(kalimat.AJAKAN, "Lembar Ajakan"))
    kode = (Gambar(kode_qr(f.alamat), LEBAR_QR, alt), Tulisan(f.alamat, "Lembar Alamat"))
    return Jajar((Petak(LEBAR - LEBAR_ALAMAT, ajakan), Petak(LEBAR_ALAMAT, kode)), TINGGI_KAKI)
