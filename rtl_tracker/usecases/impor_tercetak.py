"""Import of what a report printed besides its results: the history, and the sheets tercetak, rincian and naskah."""

from collections.abc import Hashable, Iterable, Sequence

from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian, RiwayatTercetak
from rtl_tracker.spreadsheets.buku_kerja import BarisAngka, BarisNaskah, BarisRincian, BarisRiwayat, BukuKerja
from rtl_tracker.storage import hasil_repository as hasil_repo
from rtl_tracker.storage.tercetak_repository import Tercetak, hapus_cetakan, muat_cetakan, tambah_cetakan
from rtl_tracker.usecases.penulis_impor import Penulis

Kelompok = dict[Hashable, tuple[Tercetak, ...]]


def tulis_riwayat(p: Penulis, daftar: Sequence[BarisRiwayat]) -> None:
    """The history of all years; it belongs to no year, so that `ganti` changes only the rows handed in."""
    lama = hasil_repo.muat_riwayat(p.session) if daftar else {}
    for b in daftar:
        upp_id = p.id_pemilik(b.upp)
        isi = RiwayatTercetak(b.ikm, b.mutu_tercetak, b.selisih_tercetak)
        ada = lama.get((upp_id, b.tahun))
        if ada is None:
            hasil_repo.tambah_riwayat(p.session, upp_id, b.tahun, isi)
            p.diubah["riwayat"] += 1
        elif hasil_repo.riwayat_tercetak(ada) != isi:
            if p.ganti:
                hasil_repo.ubah_riwayat(ada, isi)
                p.diubah["riwayat"] += 1
            else:
                p.tolak_beda("riwayat", b.baris, f"Riwayat IKM {b.upp or 'instansi'} tahun {b.tahun}")


def tulis_cetakan(p: Penulis, buku: BukuKerja) -> None:
    """The three sheets; one that is not among those of the workbook is left alone, whatever rows it has."""
    if "tercetak" in buku.lembar:
        _tulis(p, "tercetak", AngkaTercetak, [(b, _angka(p, b)) for b in buku.angka])
    if "rincian" in buku.lembar:
        _tulis(p, "rincian", Rincian, [(b, _rincian(p, b)) for b in buku.rincian])
    if "naskah" in buku.lembar:
        _tulis(p, "naskah", Naskah, [(b, _naskah(p, b)) for b in buku.naskah])


def _tulis(
    p: Penulis,
    lembar: str,
    jenis: type[Tercetak],
    daftar: Sequence[tuple[BarisAngka | BarisRincian | BarisNaskah, Tercetak]],
) -> None:
    masuk = _kelompokkan(isi for _, isi in daftar)
    lama = _kelompokkan(muat_cetakan(p.session, jenis, p.tahun))
    pertama = {_kunci(isi): b for b, isi in reversed(daftar)}

    def tolak(kunci: Hashable) -> None:
        b = pertama[kunci]
        p.tolak_beda(lembar, b.baris, f"{_sebutan(b)} {b.upp or 'instansi'} periode {b.periode.value}")

    baru = p.pilah(masuk, lama, tolak, lambda: hapus_cetakan(p.session, jenis, p.tahun))
    rata = [satu for kelompok in baru for satu in kelompok]
    tambah_cetakan(p.session, p.tahun, rata)
    p.diubah[lembar] += len(rata)


def _kelompokkan(daftar: Iterable[Tercetak]) -> Kelompok:
    """Rows by what they are of: one figure, one cell, or all sentences of one place."""
    hasil: dict[Hashable, list[Tercetak]] = {}
    for satu in daftar:
        hasil.setdefault(_kunci(satu), []).append(satu)
    return {kunci: tuple(isi) for kunci, isi in hasil.items()}


def _kunci(satu: Tercetak) -> Hashable:
    if isinstance(satu, AngkaTercetak):
        return (satu.bagian.casefold(), satu.upp_id, satu.periode, satu.kunci)
    if isinstance(satu, Rincian):
        return (satu.tabel.casefold(), satu.upp_id, satu.periode, satu.label.casefold(), satu.kolom.casefold())
    return (satu.bagian.casefold(), satu.upp_id, satu.periode)


def _sebutan(b: BarisAngka | BarisRincian | BarisNaskah) -> str:
    if isinstance(b, BarisAngka):
        return f"Angka '{b.kunci}' bagian '{b.bagian}'"
    if isinstance(b, BarisRincian):
        return f"Rincian '{b.label}' tabel '{b.tabel}'"
    return f"Naskah bagian '{b.bagian}'"


def _angka(p: Penulis, b: BarisAngka) -> AngkaTercetak:
    return AngkaTercetak(b.bagian, p.id_pemilik(b.upp), b.periode, b.kunci, b.nilai)


def _rincian(p: Penulis, b: BarisRincian) -> Rincian:
    return Rincian(b.tabel, p.id_pemilik(b.upp), b.periode, b.label, b.kolom, b.jumlah, b.persen_tercetak)


def _naskah(p: Penulis, b: BarisNaskah) -> Naskah:
    return Naskah(b.bagian, p.id_pemilik(b.upp), b.periode, b.teks)
