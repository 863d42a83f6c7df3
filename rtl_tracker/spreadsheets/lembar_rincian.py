"""Sheet `rincian`: printed breakdowns, one cell per row."""

from rtl_tracker.domain.periode import Periode
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisRincian


def baca_rincian(tabel: Tabel) -> list[BarisRincian]:
    """One cell per table, UPP (or the instansi), period, row and column; two for the same are refused."""
    hasil = []
    pertama: dict[tuple[str, str | None, Periode, str, str], int] = {}
    for baris in tabel:
        isi = _baca_satu(baris)
        if baris.gagal:
            continue
        tanda = (isi.tabel.casefold(), isi.upp, isi.periode, isi.label.casefold(), isi.kolom.casefold())
        if tanda in pertama:
            sel = f"'{isi.label}'" + (f" kolom '{isi.kolom}'" if isi.kolom else "")
            baris.tolak("rincian", f"Rincian {sel} pada tabel ini sudah ada pada baris {pertama[tanda]}. Sisakan satu.")
            continue
        pertama[tanda] = baris.nomor
        hasil.append(isi)
    return hasil


def _baca_satu(baris: PembacaBaris) -> BarisRincian:
    upp = baris.upp(boleh_kosong=True)
    periode, _ = baris.periode(boleh_rata=True, wajib=False)
    isi = BarisRincian(
        baris=baris.nomor,
        tabel=baris.label("tabel", wajib=True),
        upp=upp,
        periode=periode,
        label=baris.label("rincian", wajib=True),
        kolom=baris.label("kolom"),
        jumlah=baris.hitungan("jumlah"),
        persen_tercetak=baris.desimal("persen_tercetak"),
    )
    if isi.jumlah is None and isi.persen_tercetak is None and not baris.gagal:
        baris.tolak("jumlah", "Isi jumlah atau persen_tercetak; hapus barisnya bila keduanya tidak tercetak.")
    if isi.kolom and isi.persen_tercetak is not None:
        baris.tolak("persen_tercetak", "Persentase hanya boleh di samping jumlah barisnya sendiri. Kosongkan kolom 'kolom'.")
    return isi
