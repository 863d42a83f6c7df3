"""The named figures of the report in three chapters: those of the annual report, and each unit's change from the year before."""

from collections.abc import Iterator

from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.rancangan import Bidang, nama_bidang
from rtl_tracker.reports.tahunan.bidang_teks import bidang_tahunan
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah


def bidang_daerah(f: FaktaDaerah) -> tuple[Bidang, ...]:
    """Every named figure that the year has; what is not known has no field."""
    return (*bidang_tahunan(f.dasar), *_perubahan(f))


def _perubahan(f: FaktaDaerah) -> Iterator[Bidang]:
    """A unit whose name folds like that of an earlier one carries its number."""
    terpakai: set[str] = set()
    desimal, lalu = f.pengaturan.desimal_ikm, f.dasar.tahun - 1
    for u in f.unit:
        nama = nama_bidang(u.nama)
        akhir = f"{nama}_{u.upp_id}" if nama in terpakai else nama
        terpakai.add(nama)
        if u.peringkat is not None:
            yield Bidang(f"peringkat_{akhir}", f"Peringkat {u.nama}", bulat(u.peringkat), u.nama)
        if u.lalu is not None and u.selisih is not None:
            yield Bidang(f"ikm_lalu_{akhir}", f"IKM {u.nama} tahun {lalu}", angka(u.lalu, desimal), u.nama)
            yield Bidang(f"selisih_{akhir}", f"Selisih IKM {u.nama} dari {lalu}", angka(abs(u.selisih), desimal), u.nama)
