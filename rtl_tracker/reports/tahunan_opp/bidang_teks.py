"""The named figures of the report per jenis layanan: those of the annual report and those of the layanan."""

from collections.abc import Iterator

from rtl_tracker.formats import bulat
from rtl_tracker.reports.rancangan import Bidang, nama_bidang
from rtl_tracker.reports.tahunan.bidang_teks import bidang_tahunan
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp

JENIS_LAYANAN = "Jenis layanan"


def bidang_opp(f: FaktaOpp) -> tuple[Bidang, ...]:
    """Every named figure that the year has."""
    return (*bidang_tahunan(f.dasar), *_layanan(f), *_per_layanan(f))


def _layanan(f: FaktaOpp) -> Iterator[Bidang]:
    lay, unit = f.layanan, f.pengaturan.istilah_unit
    if not lay.nilai:
        return
    yield Bidang("jumlah_layanan", "Jenis layanan yang dinilai", bulat(lay.jumlah), JENIS_LAYANAN)
    yield Bidang("unit_berlayanan", f"{unit} yang merinci jenis layanan", bulat(lay.unit), JENIS_LAYANAN)
    for kata, satu in (("tertinggi", lay.tertinggi[0]), ("terendah", lay.terendah[0])):
        yield Bidang(f"layanan_{kata}", f"Jenis layanan dengan IKM {kata}", satu.nama, JENIS_LAYANAN)
        yield Bidang(f"ikm_layanan_{kata}", f"IKM layanan {kata}", sebut_ikm(satu.ikm, f.pengaturan), JENIS_LAYANAN)


def _per_layanan(f: FaktaOpp) -> Iterator[Bidang]:
    """The annual index of every layanan; names that fold alike are counted."""
    kali: dict[str, int] = {}
    for x in f.layanan.nilai:
        dasar = nama_bidang(f"layanan {x.upp} {x.nama}")
        kali[dasar] = kali.get(dasar, 0) + 1
        nama = f"ikm_{dasar}" if kali[dasar] == 1 else f"ikm_{dasar}_{kali[dasar]}"
        yield Bidang(nama, f"IKM {x.nama}, {x.upp}", sebut_ikm(x.ikm, f.pengaturan), x.upp)
