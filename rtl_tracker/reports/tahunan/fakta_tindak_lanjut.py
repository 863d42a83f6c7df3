"""Facts of chapter IV: priorities, RTL, realisasi of the previous period, what was not done, and its effect."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import prioritas
from rtl_tracker.domain.pekppp import skor_realisasi
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.realisasi import Realisasi, RealisasiInstansi
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.unsur import Unsur, kenali_unsur
from rtl_tracker.reports.tahunan.bahan import BahanLaporan


@dataclass(frozen=True, slots=True)
class BarisRealisasi:
    """Follow-up of one UPP in the year: items, percentages (2 decimals, None = not reported), printed figure per semester."""

    nama: str
    kelompok: str
    rtl: int
    selesai: int
    terverifikasi: int
    dilaporkan: Decimal | None
    persen_terverifikasi: Decimal | None
    per_semester: tuple[Decimal | None, Decimal | None]
    skor: int


@dataclass(frozen=True, slots=True)
class BarisDampak:
    """One unsur with RTL in an earlier period: how many UPP rose, stayed and fell at the next measurement."""

    unsur: Unsur
    naik: int
    tetap: int
    turun: int


@dataclass(frozen=True, slots=True)
class FaktaRealisasi:
    """Realisasi of the previous period for the instansi and per UPP."""

    dilaporkan: Decimal | None
    terverifikasi: Decimal | None
    gabungan_dilaporkan: Decimal | None
    gabungan_terverifikasi: Decimal | None
    resmi: Decimal | None
    rtl: int
    selesai: int
    jumlah_terverifikasi: int
    upp_dihitung: int
    belum_dilaporkan: tuple[str, ...]
    baris: tuple[BarisRealisasi, ...]
    per_semester: tuple[tuple[Periode, Decimal, int], ...]
    seratus_tanpa_verifikasi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaktaTindakLanjut:
    """Chapter IV. `wajib`/`terisi`: RTL owed by the UPP and those of them that exist; `tanpa_rtl`: UPP that owe and have none."""

    prioritas: tuple[Unsur, ...]
    kali_prioritas: tuple[tuple[Unsur, int], ...]
    upp_berprioritas: int
    rtl_instansi: tuple[Rtl, ...]
    rtl_upp: tuple[tuple[str, tuple[Rtl, ...]], ...]
    wajib: int
    terisi: int
    tanpa_rtl: tuple[str, ...]
    per_unsur: tuple[tuple[Unsur, int], ...]
    tanpa_unsur: int
    tanpa_tenggat: int
    tanpa_penanggung_jawab: int
    realisasi: FaktaRealisasi
    belum: tuple[tuple[str, Rtl], ...]
    hasil_tindak_lanjut: tuple[tuple[str, tuple[Rtl, ...]], ...]
    lewat_tenggat: int
    dampak: tuple[BarisDampak, ...]
    data_contoh: bool


def susun_fakta_tindak_lanjut(bahan: BahanLaporan) -> FaktaTindakLanjut:
    """All facts of chapter IV."""
    rekap = bahan.rekap
    jumlah = rekap.pengaturan.jumlah_prioritas
    nama = {r.upp.id: r.upp.nama for r in rekap.upp}
    rtl_upp = [r for r in bahan.rtl if r.upp_id is not None]
    lalu = _rtl_terlaksana(bahan)
    wajib, terisi, tanpa = _kewajiban(bahan, jumlah)
    return FaktaTindakLanjut(
        prioritas=prioritas(rekap.tahunan.nrr, jumlah) if rekap.tahunan.nrr else (),
        kali_prioritas=_kali_prioritas(rekap.upp, jumlah),
        upp_berprioritas=sum(bool(r.terukur) for r in rekap.upp),
        rtl_instansi=tuple(r for r in bahan.rtl if r.upp_id is None),
        rtl_upp=_per_upp(rtl_upp, nama),
        wajib=wajib,
        terisi=terisi,
        tanpa_rtl=tanpa,
        per_unsur=_per_unsur(rtl_upp),
        tanpa_unsur=sum(r.unsur is None for r in rtl_upp),
        tanpa_tenggat=sum(r.tenggat is None and not r.waktu for r in rtl_upp),
        tanpa_penanggung_jawab=sum(not r.penanggung_jawab for r in rtl_upp),
        realisasi=_realisasi(bahan),
        belum=tuple((nama[r.upp_id], r) for r in lalu if r.upp_id is not None and _tidak_selesai(r)),
        hasil_tindak_lanjut=_per_upp([r for r in lalu if r.upp_id is not None], nama),
        lewat_tenggat=sum(terlambat(r, bahan.tanggal) > 0 for r in lalu),
        dampak=_dampak(bahan),
        data_contoh=bahan.data_contoh,
    )


def _rtl_terlaksana(bahan: BahanLaporan) -> list[Rtl]:
    """RTL whose outcome belongs to this report: last year's, and this year's that already carry a final status."""
    akhir = {StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.DIKEMBALIKAN, StatusRtl.TIDAK_DILAKSANAKAN}
    return [r for r in bahan.rtl_lalu if r.status is not None] + [r for r in bahan.rtl if r.status in akhir]


def _tidak_selesai(rtl: Rtl) -> bool:
    return rtl.status is not None and not rtl.selesai


def _per_upp(rtl: Sequence[Rtl], nama: Mapping[int, str]) -> tuple[tuple[str, tuple[Rtl, ...]], ...]:
    kelompok: dict[int, list[Rtl]] = {}
    for r in rtl:
        if r.upp_id is not None:
            kelompok.setdefault(r.upp_id, []).append(r)
    return tuple((nama[upp_id], tuple(kelompok[upp_id])) for upp_id in nama if upp_id in kelompok)


def _kewajiban(bahan: BahanLaporan, jumlah: int) -> tuple[int, int, tuple[str, ...]]:
    """(owed, owed and present, names of UPP that owe RTL and have none) over all measured results."""
    ada: dict[int | None, set[Unsur | None]] = {}
    for rtl in bahan.rtl:
        ada.setdefault(rtl.upp_id, set()).add(rtl.unsur)
    wajib = terisi = 0
    tanpa = []
    for r in bahan.rekap.upp:
        tahunan = r.tahunan
        if not r.dihitung or tahunan is None or not tahunan.nrr:
            continue
        harus = unsur_wajib_rtl(tahunan.nrr, jumlah)
        punya = ada.get(r.upp.id, set())
        wajib, terisi = wajib + len(harus), terisi + sum(u in punya for u in harus)
        if not punya:
            tanpa.append(r.upp.nama)
    return wajib, terisi, tuple(tanpa)


def _kali_prioritas(upp: Sequence[RekapUpp], jumlah: int) -> tuple[tuple[Unsur, int], ...]:
    """In how many UPP each unsur was a priority of some measured period: as printed, else the computed lowest."""
    hitung: Counter[Unsur] = Counter()
    for r in upp:
        hitung.update({u for h in r.terukur for u in _prioritas_hasil(h, jumlah)})
    return tuple(sorted(hitung.items(), key=lambda x: (-x[1], list(Unsur).index(x[0]))))


def _prioritas_hasil(h: Hasil, jumlah: int) -> set[Unsur]:
    tercetak = {u for bagian in h.unsur_prioritas.split(";") if (u := kenali_unsur(bagian)) is not None}
    return tercetak or set(prioritas(h.nrr, jumlah) if h.nrr else ())


def _per_unsur(rtl: Sequence[Rtl]) -> tuple[tuple[Unsur, int], ...]:
    hitung = Counter(r.unsur for r in rtl if r.unsur is not None)
    return tuple((u, hitung[u]) for u in Unsur if hitung[u])


def _realisasi(bahan: BahanLaporan) -> FaktaRealisasi:
    rekap, pengaturan = bahan.rekap, bahan.rekap.pengaturan
    i: RealisasiInstansi = rekap.realisasi[Periode.TAHUNAN]
    nama = {r.upp.id: r.upp.nama for r in rekap.upp}
    baris = tuple(_baris_realisasi(r) for r in rekap.upp if r.dihitung)
    return FaktaRealisasi(
        dilaporkan=bulatkan_bila_ada(i.dilaporkan),
        terverifikasi=bulatkan_bila_ada(i.terverifikasi),
        gabungan_dilaporkan=bulatkan_bila_ada(i.gabungan_dilaporkan),
        gabungan_terverifikasi=bulatkan_bila_ada(i.gabungan_terverifikasi),
        resmi=bulatkan_bila_ada(i.resmi(pengaturan.dasar_realisasi, pengaturan.agregasi_realisasi)),
        rtl=i.rtl,
        selesai=i.selesai,
        jumlah_terverifikasi=i.jumlah_terverifikasi,
        upp_dihitung=i.upp_dihitung,
        belum_dilaporkan=tuple(nama[upp_id] for upp_id in i.belum_dilaporkan),
        baris=baris,
        per_semester=tuple(
            (p, bulatkan(x.dilaporkan, 2), x.upp_dihitung)
            for p, x in rekap.realisasi.items()
            if p in (Periode.S1, Periode.S2) and x.dilaporkan is not None
        ),
        seratus_tanpa_verifikasi=tuple(b.nama for b in baris if b.dilaporkan == 100 and b.rtl and not b.terverifikasi),
    )


def _baris_realisasi(r: RekapUpp) -> BarisRealisasi:
    tahun = r.realisasi.get(Periode.TAHUNAN, Realisasi())
    dilaporkan = tahun.dilaporkan if tahun.dilaporkan is not None else tahun.tercetak
    semester = [r.realisasi.get(p, Realisasi()) for p in (Periode.S1, Periode.S2)]
    nilai = [bulatkan_bila_ada(s.dilaporkan if s.dilaporkan is not None else s.tercetak) for s in semester]
    return BarisRealisasi(
        nama=r.upp.nama,
        kelompok=r.upp.kelompok_cetak,
        rtl=tahun.rtl,
        selesai=tahun.selesai,
        terverifikasi=tahun.terverifikasi,
        dilaporkan=bulatkan_bila_ada(dilaporkan),
        persen_terverifikasi=bulatkan_bila_ada(tahun.persen_terverifikasi),
        per_semester=(nilai[0], nilai[1]),
        skor=skor_realisasi(dilaporkan),
    )


def _dampak(bahan: BahanLaporan) -> tuple[BarisDampak, ...]:
    """Each (UPP, unsur) with an RTL born in a period, compared with the unit's next measured period (konversi, 2 decimals)."""
    ber_rtl: dict[tuple[int, int, Periode], set[Unsur]] = {}
    for rtl in (*bahan.rtl_lalu, *bahan.rtl):
        if rtl.upp_id is not None and rtl.unsur is not None:
            ber_rtl.setdefault((rtl.upp_id, rtl.tahun, rtl.periode), set()).add(rtl.unsur)
    arah: dict[Unsur, list[int]] = {}
    for upp_id, urutan in _hasil_berurut(bahan).items():
        for (tahun, sebelum), (_, sesudah) in pairwise(urutan):
            for unsur in ber_rtl.get((upp_id, tahun, sebelum.periode), ()):
                if unsur in sebelum.nrr and unsur in sesudah.nrr:
                    arah.setdefault(unsur, [0, 0, 0])[_arah(sebelum.nrr[unsur], sesudah.nrr[unsur])] += 1
    return tuple(BarisDampak(u, *arah[u]) for u in Unsur if u in arah)


def _hasil_berurut(bahan: BahanLaporan) -> dict[int, list[tuple[int, Hasil]]]:
    """(tahun, result) of every UPP's measured periods, last year's first."""
    hasil: dict[int, list[tuple[int, Hasil]]] = {}
    for rekap in (bahan.rekap_lalu, bahan.rekap):
        if rekap is not None:
            for r in rekap.upp:
                hasil.setdefault(r.upp.id, []).extend((rekap.tahun, h) for h in r.terukur)
    return hasil


def _arah(sebelum: Fraction, sesudah: Fraction) -> int:
    """0 up, 1 equal, 2 down, as printed with 2 decimals on 25-100."""
    beda = bulatkan(25 * sesudah, 2) - bulatkan(25 * sebelum, 2)
    return 0 if beda > 0 else 1 if beda == 0 else 2


def sebutan_periode(rtl: Rtl) -> str:
    """ "Semester I 2023"; "2020" for a whole year."""
    return str(rtl.tahun) if rtl.periode is Periode.TAHUNAN else f"{NAMA_PERIODE[rtl.periode]} {rtl.tahun}"
