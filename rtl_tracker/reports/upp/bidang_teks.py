"""The named figures of the report of one unit: offered to edited texts, compared between versions; exactly as printed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rtl_tracker.formats import angka, bulat, persen
from rtl_tracker.reports.rancangan import Bidang, nama_bidang
from rtl_tracker.reports.tahunan import bidang_teks as bersama
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.upp.fakta import FaktaUpp

UNIT, PERIODE, LAYANAN = "Unit", "Periode", "Layanan"


def bidang_upp(f: FaktaUpp) -> tuple[Bidang, ...]:
    """Every named figure that the unit has; what is not known has no field."""
    return tuple(b for b in (*_unit(f), *_unsur(f), *_periode(f), *_layanan(f), *_tindak_lanjut(f)) if b.nilai)


def _ikm(f: FaktaUpp, nilai: Decimal | None) -> str:
    return "" if nilai is None else sebut_ikm(nilai, f.instansi)


def _unit(f: FaktaUpp) -> Iterator[Bidang]:
    i = f.setahun.hasil.indeks
    for nama, keterangan, nilai in (
        ("nama_unit", "Nama unit", f.nama),
        ("nama_instansi", "Nama instansi", f.instansi.nama),
        ("tahun", "Tahun laporan", str(f.tahun)),
        ("tahun_lalu", "Tahun sebelumnya", str(f.tahun - 1)),
        ("ikm_unit", "IKM unit", _ikm(f, i.ikm)),
        ("mutu_unit", "Mutu unit", sebut_mutu(i.mutu, f.instansi) if i.mutu else ""),
        ("ikm_tahun_lalu", "IKM unit tahun sebelumnya", _ikm(f, i.ikm_lalu)),
        (
            "selisih_ikm",
            "Selisih IKM dari tahun sebelumnya",
            "" if i.selisih is None else angka(abs(i.selisih), f.instansi.desimal_ikm),
        ),
        ("margin_ikm", "Batas galat IKM (95 persen)", angka(i.margin, kosong="")),
        ("jumlah_responden", "Jumlah responden", bulat(i.jumlah_responden, kosong="")),
        ("jumlah_pegawai", "Jumlah pegawai", bulat(f.profil.jumlah_pegawai) if f.profil.pegawai else ""),
    ):
        yield Bidang(nama, keterangan, nilai, UNIT)


def _unsur(f: FaktaUpp) -> Iterator[Bidang]:
    """NRR, konversi and class of each unsur, the lowest and the highest: the same names as in the report of the instansi."""
    for b in bersama.bidang_tahunan(f.setahun):
        if b.kelompok == bersama.UNSUR:
            yield replace(b, keterangan=b.keterangan.removesuffix(" instansi"))


def _periode(f: FaktaUpp) -> Iterator[Bidang]:
    for b in f.periode:
        akhir = nama_bidang(b.periode)
        yield Bidang(f"ikm_{akhir}", f"IKM {b.periode}", _ikm(f, b.ikm), PERIODE)
        yield Bidang(f"mutu_{akhir}", f"Mutu {b.periode}", sebut_mutu(b.mutu, f.instansi) if b.mutu else "", PERIODE)
        yield Bidang(f"responden_{akhir}", f"Responden {b.periode}", bulat(b.n, kosong=""), PERIODE)


def _layanan(f: FaktaUpp) -> Iterator[Bidang]:
    """Named by their number in the table: names of layanan may fold alike."""
    for no, b in enumerate(f.hasil.layanan, start=1):
        yield Bidang(f"nama_layanan_{no}", f"Nama layanan {no}", b.nama, LAYANAN)
        yield Bidang(f"ikm_layanan_{no}", f"IKM layanan {b.nama}", _ikm(f, b.ikm), LAYANAN)
        yield Bidang(f"mutu_layanan_{no}", f"Mutu layanan {b.nama}", sebut_mutu(b.mutu, f.instansi) if b.mutu else "", LAYANAN)
        yield Bidang(f"responden_layanan_{no}", f"Responden layanan {b.nama}", bulat(b.n, kosong=""), LAYANAN)


def _tindak_lanjut(f: FaktaUpp) -> Iterator[Bidang]:
    r, setahun = f.tindak_lanjut, f.setahun.tindak_lanjut
    t = r.tahunan
    punya = t is not None and t.rtl > 0
    for nama, keterangan, nilai in (
        ("realisasi_dilaporkan", "Realisasi RTL yang dilaporkan", persen(t.dilaporkan, kosong="") if t else ""),
        ("realisasi_terverifikasi", "Realisasi RTL yang terverifikasi", persen(t.persen_terverifikasi, kosong="") if t else ""),
        ("rtl_periode_lalu", "RTL periode sebelumnya", bulat(t.rtl) if t and punya else ""),
        ("rtl_selesai", "RTL periode sebelumnya yang selesai", bulat(t.selesai) if t and punya else ""),
        ("rtl_terverifikasi", "RTL periode sebelumnya yang terverifikasi", bulat(t.terverifikasi) if t and punya else ""),
        ("rtl_tahun_ini", "RTL tahun laporan", bulat(len(r.rencana)) if r.rencana else ""),
        ("rtl_wajib", "Unsur yang wajib ditindaklanjuti", bulat(len(r.wajib)) if r.wajib else ""),
        ("rtl_belum_selesai", "RTL yang belum selesai", bulat(len(setahun.belum)) if setahun.belum else ""),
    ):
        yield Bidang(nama, keterangan, nilai, bersama.TINDAK_LANJUT)
