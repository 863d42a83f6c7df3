"""Sheet `riwayat`: printed IKM of earlier years, with the printed class and the printed difference from the year before."""

from rtl_tracker.spreadsheets.baris import SERATUS, PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisRiwayat

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100


def baca_riwayat(tabel: Tabel) -> list[BarisRiwayat]:
    """One IKM per UPP (or the instansi) and year; two for the same are refused."""
    hasil = []
    pertama: dict[tuple[str | None, int], int] = {}
    for baris in tabel:
        isi = _baca_satu(baris)
        if isi is None:
            continue
        kunci = (isi.upp, isi.tahun)
        if kunci in pertama:
            pemilik = isi.upp or "instansi"
            baris.tolak("tahun", f"IKM {pemilik} tahun {isi.tahun} sudah ada pada baris {pertama[kunci]}. Sisakan satu.")
            continue
        pertama[kunci] = baris.nomor
        hasil.append(isi)
    return hasil


def _baca_satu(baris: PembacaBaris) -> BarisRiwayat | None:
    upp = baris.upp(boleh_kosong=True)
    tahun, ikm = baris.hitungan("tahun"), baris.desimal("ikm")
    mutu = baris.label("mutu_tercetak") or None
    selisih = baris.desimal("selisih_tercetak", bawah=-SERATUS)
    if not baris.gagal:
        _periksa(baris, tahun, ikm is None)
    if baris.gagal or tahun is None or ikm is None:
        return None
    return BarisRiwayat(baris.nomor, upp, tahun, ikm, mutu, selisih)


def _periksa(baris: PembacaBaris, tahun: int | None, tanpa_ikm: bool) -> None:
    if tahun is None or not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        baris.tolak("tahun", f"Tahun wajib diisi dengan angka {TAHUN_AWAL} sampai {TAHUN_AKHIR}.")
    if tanpa_ikm:
        baris.tolak("ikm", "IKM wajib diisi dengan angka 0 sampai 100; hapus barisnya bila tidak ada data.")
