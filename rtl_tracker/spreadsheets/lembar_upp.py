"""Sheets `upp`, `layanan` and `profil`: the units, what they offer, and what is printed about them."""

from rtl_tracker.domain.periode import Frekuensi
from rtl_tracker.domain.upp import cari_lingkaran
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisLayanan, BarisProfil, BarisUpp
from rtl_tracker.spreadsheets.rujukan import kunci_nama

FREKUENSI: dict[str, Frekuensi] = {
    **dict.fromkeys(("triwulan", "triwulanan", "per triwulan", "setiap triwulan", "per 3 bulan", "tw"), Frekuensi.TRIWULAN),
    **dict.fromkeys(("semester", "semesteran", "per semester", "setiap semester", "per 6 bulan"), Frekuensi.SEMESTER),
    **dict.fromkeys(("tahunan", "per tahun", "setiap tahun", "setahun sekali", "tahun"), Frekuensi.TAHUNAN),
}
YA_TIDAK: dict[str, bool] = {
    **dict.fromkeys(("ya", "y", "ikut", "1", "true", "benar"), True),
    **dict.fromkeys(("tidak", "t", "tdk", "tidak ikut", "0", "false", "bukan"), False),
}


def baca_upp(tabel: Tabel) -> list[BarisUpp]:
    """The units; also makes them known to the context, so that every later sheet may name them.

    Refused: a name twice, an induk that nobody knows, units that are their own induk in a circle.
    """
    pertama: dict[str, int] = {}
    sah = [(baris, nama) for baris in tabel if (nama := _daftarkan(baris, pertama)) is not None]
    hasil = [_baca_satu(baris, nama) for baris, nama in sah]
    _tolak_lingkaran(dict(zip((b.nama for b in hasil), (baris for baris, _ in sah), strict=True)), hasil)
    return hasil


def _daftarkan(baris: PembacaBaris, pertama: dict[str, int]) -> str | None:
    nama = baris.label("nama", wajib=True)
    if not kunci_nama(nama):
        return None
    if kunci_nama(nama) in pertama:
        baris.tolak("nama", f"Nama UPP ini sudah ada pada baris {pertama[kunci_nama(nama)]}. Sisakan satu.")
        return None
    pertama[kunci_nama(nama)] = baris.nomor
    return baris.konteks.upp.tambah(nama, baris.label("kode"), baris.label("singkatan"))


def _baca_satu(baris: PembacaBaris, nama: str) -> BarisUpp:
    ikut = baris.pilihan("ikut_rerata", YA_TIDAK, "ya, tidak")
    return BarisUpp(
        baris=baris.nomor,
        nama=nama,
        kode=baris.label("kode"),
        singkatan=baris.label("singkatan"),
        jenis=baris.label("jenis"),
        kelompok=baris.label("kelompok"),
        induk=baris.rujuk("induk", baris.label("induk")),
        alamat=baris.teks("alamat"),
        telepon=baris.label("telepon"),
        frekuensi=baris.pilihan("frekuensi", FREKUENSI, "triwulan, semester, tahunan"),
        ikut_rerata=ikut is not False if "ikut_rerata" in baris.tabel.kepala.kolom else None,
        pelaksana=baris.label("pelaksana"),
    )


def _tolak_lingkaran(pembaca: dict[str, PembacaBaris], daftar: list[BarisUpp]) -> None:
    """Name every circle once, at one of its rows."""
    induk = {b.nama: b.induk for b in daftar}
    while (lingkaran := cari_lingkaran(induk)) is not None:
        pembaca[lingkaran[0]].tolak("induk", f"Induk UPP berputar: {' → '.join(lingkaran)}. Putuskan salah satunya.")
        for nama in lingkaran:
            induk[nama] = None


def baca_layanan(tabel: Tabel) -> list[BarisLayanan]:
    """The layanan of the units; also lists them in the context. The same name twice for one UPP is refused."""
    hasil = []
    for baris in tabel:
        upp, nama = baris.upp(), baris.label("nama", wajib=True)
        isi = BarisLayanan(baris.nomor, upp or "", nama, baris.label("biaya"), baris.label("standar_waktu"))
        if upp is not None and nama and not baris.konteks.layanan.daftarkan(upp, nama):
            baris.tolak("nama", f"Layanan '{nama}' sudah terdaftar untuk {upp}. Sisakan satu baris.")
        if not baris.gagal:
            hasil.append(isi)
    return hasil


def baca_profil(tabel: Tabel) -> list[BarisProfil]:
    """The printed profile lines; the same key twice for one UPP is refused."""
    hasil = []
    pertama: dict[tuple[str, str], int] = {}
    for baris in tabel:
        upp, kunci = baris.upp(), baris.label("kunci", wajib=True)
        isi = BarisProfil(baris.nomor, upp or "", kunci, baris.teks("nilai"))
        tanda = (isi.upp, kunci_nama(kunci))
        if not baris.gagal and tanda in pertama:
            baris.tolak("kunci", f"Kunci '{kunci}' untuk {upp} sudah ada pada baris {pertama[tanda]}. Sisakan satu.")
        if not baris.gagal:
            pertama[tanda] = baris.nomor
            hasil.append(isi)
    return hasil
