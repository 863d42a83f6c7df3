"""The named figures of the annual report: offered to edited texts, compared between versions. Printed exactly as the report prints them."""

from collections.abc import Iterator
from decimal import Decimal

from rtl_tracker.domain.unsur import NAMA_UNSUR, urutan_unsur
from rtl_tracker.formats import angka, bulat, persen
from rtl_tracker.reports.rancangan import Bidang, nama_bidang
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, sebut_ikm, sebut_mutu

INSTANSI, UNSUR, TINDAK_LANJUT = "Instansi", "Unsur", "Tindak lanjut"


def bidang_tahunan(f: FaktaTahunan) -> tuple[Bidang, ...]:
    """Every named figure that the year has; what is not known has no field."""
    return tuple(b for b in (*_instansi(f), *_unsur(f), *_tindak_lanjut(f), *_unit(f)) if b.nilai)


def _instansi(f: FaktaTahunan) -> Iterator[Bidang]:
    i, k, p = f.hasil.indeks, f.pengumpulan, f.pengaturan
    urut = f.hasil.peringkat_upp()
    for nama, keterangan, nilai in (
        ("nama_instansi", "Nama instansi", p.nama),
        ("tahun", "Tahun laporan", str(f.tahun)),
        ("tahun_lalu", "Tahun sebelumnya", str(f.tahun - 1)),
        ("ikm_instansi", "IKM instansi", _ikm(f, i.ikm)),
        ("mutu_instansi", "Mutu instansi", sebut_mutu(i.mutu, p) if i.mutu else ""),
        ("ikm_tahun_lalu", "IKM instansi tahun sebelumnya", _ikm(f, i.ikm_lalu)),
        ("selisih_ikm", "Selisih IKM dari tahun sebelumnya", "" if i.selisih is None else angka(abs(i.selisih), p.desimal_ikm)),
        ("margin_ikm", "Batas galat IKM (95 persen)", angka(i.margin, kosong="")),
        ("jumlah_responden", "Jumlah responden", bulat(k.jumlah_responden)),
        ("unit_wajib", f"{p.istilah_unit} yang wajib mengukur", bulat(k.wajib)),
        ("unit_menyampaikan", f"{p.istilah_unit} yang menyampaikan hasil", bulat(k.menyampaikan)),
        ("unit_dihitung", f"{p.istilah_unit} yang dihitung dalam indeks", bulat(i.upp_dihitung)),
        ("unit_di_bawah_b", f"{p.istilah_unit} bermutu di bawah B", bulat(len(f.simpulan.di_bawah_b))),
        ("unit_tertinggi", f"{p.istilah_unit} dengan IKM tertinggi", urut[0].nama if urut else ""),
        ("ikm_tertinggi", "IKM tertinggi", _ikm(f, urut[0].ikm) if urut else ""),
        ("unit_terendah", f"{p.istilah_unit} dengan IKM terendah", urut[-1].nama if urut else ""),
        ("ikm_terendah", "IKM terendah", _ikm(f, urut[-1].ikm) if urut else ""),
    ):
        yield Bidang(nama, keterangan, nilai, INSTANSI)


def _ikm(f: FaktaTahunan, nilai: Decimal | None) -> str:
    return "" if nilai is None else sebut_ikm(nilai, f.pengaturan)


def _unsur(f: FaktaTahunan) -> Iterator[Bidang]:
    h, p = f.hasil, f.pengaturan
    if h.unsur:
        yield Bidang("unsur_terendah", "Unsur terendah instansi", daftar_unsur(h.terendah), UNSUR)
        yield Bidang("unsur_tertinggi", "Unsur tertinggi instansi", daftar_unsur(h.tertinggi), UNSUR)
    per_unsur = {n.unsur: n for n in h.unsur}
    for unsur in urutan_unsur(p.urutan_unsur):
        n = per_unsur.get(unsur)
        if n is not None:
            nama = NAMA_UNSUR[unsur]
            yield Bidang(f"nrr_{unsur.value}", f"NRR {nama}", angka(n.nrr), UNSUR)
            yield Bidang(f"konversi_{unsur.value}", f"Nilai konversi {nama}", angka(n.konversi), UNSUR)
            yield Bidang(f"mutu_{unsur.value}", f"Mutu {nama}", sebut_mutu(n.mutu, p), UNSUR)


def _tindak_lanjut(f: FaktaTahunan) -> Iterator[Bidang]:
    t, r = f.tindak_lanjut, f.tindak_lanjut.realisasi
    for nama, keterangan, nilai in (
        ("realisasi_dilaporkan", "Realisasi RTL yang dilaporkan", persen(r.dilaporkan, kosong="")),
        ("realisasi_terverifikasi", "Realisasi RTL yang terverifikasi", persen(r.terverifikasi, kosong="")),
        ("rtl_periode_lalu", "RTL periode sebelumnya", bulat(r.rtl) if r.rtl else ""),
        ("rtl_selesai", "RTL periode sebelumnya yang selesai", bulat(r.selesai) if r.rtl else ""),
        ("rtl_terverifikasi", "RTL periode sebelumnya yang terverifikasi", bulat(r.jumlah_terverifikasi) if r.rtl else ""),
        ("rtl_wajib", "RTL yang wajib disusun", bulat(t.wajib) if t.wajib else ""),
        ("rtl_terisi", "RTL wajib yang sudah disusun", bulat(t.terisi) if t.wajib else ""),
        ("rtl_lewat_tenggat", "RTL yang melewati tenggat", bulat(t.lewat_tenggat) if r.rtl else ""),
    ):
        yield Bidang(nama, keterangan, nilai, TINDAK_LANJUT)


def _unit(f: FaktaTahunan) -> Iterator[Bidang]:
    """Figures of every unit; two units whose names fold alike are told apart by their number in the recap."""
    realisasi = {b.nama: b for b in f.tindak_lanjut.realisasi.baris}
    kali: dict[str, int] = {}
    for b in f.hasil.rekap:
        dasar = nama_bidang(b.nama)
        kali[dasar] = kali.get(dasar, 0) + 1
        akhir = dasar if kali[dasar] == 1 else f"{dasar}_{b.no}"
        yield from _satu_unit(f, b, akhir)
        if b.nama in realisasi:
            yield Bidang(
                f"realisasi_{akhir}", f"Realisasi RTL {b.nama}", persen(realisasi[b.nama].dilaporkan, kosong=""), b.nama
            )


def _satu_unit(f: FaktaTahunan, b: BarisRekap, akhir: str) -> Iterator[Bidang]:
    yield Bidang(f"ikm_{akhir}", f"IKM {b.nama}", _ikm(f, b.ikm), b.nama)
    yield Bidang(f"mutu_{akhir}", f"Mutu {b.nama}", sebut_mutu(b.mutu, f.pengaturan) if b.mutu else "", b.nama)
    yield Bidang(f"responden_{akhir}", f"Responden {b.nama}", bulat(b.n) if b.n is not None else "", b.nama)
    for unsur in urutan_unsur(f.pengaturan.urutan_unsur):
        nilai = angka(b.nilai[unsur]) if unsur in b.nilai else ""
        yield Bidang(f"{unsur.value}_{akhir}", f"{NAMA_UNSUR[unsur]} {b.nama}", nilai, b.nama)
