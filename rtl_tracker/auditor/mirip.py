"""Hints of copied, exchanged or improbable data: DATA-02, DATA-04 and DATA-05."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from rtl_tracker.auditor.angka_cetak import ribuan
from rtl_tracker.auditor.fakta import BarisTerukur, Fakta, RingkasanJawaban
from rtl_tracker.auditor.sebutan import bulat, deret, koma, nama_periode
from rtl_tracker.auditor.selang import dibulatkan
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import akar, bulatkan, rerata
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.periode import Periode, semester_dari
from rtl_tracker.domain.rekap import KunciHasil
from rtl_tracker.domain.sampel import N_CATATAN_KAKI, margin_ikm
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur

SEDIKIT = 5
LOMPATAN = Fraction(5)
SELISIH_TUKAR = Fraction(4)
SISA_TUKAR = Fraction(2, 5)
UNSUR_LAIN = tuple(u for u in Unsur if u not in (Unsur.PENGADUAN, Unsur.SARPRAS))
MILIK_UNIT = None


def _nrr(t: BarisTerukur) -> Mapping[Unsur, Fraction]:
    """The unsur of a row on the scale 1-4: as printed, else of its answers."""
    if t.baris.nilai:
        return t.baris.nrr()
    return {} if t.tabulasi is None else t.tabulasi.nrr()


def _n(t: BarisTerukur) -> int | None:
    return t.baris.jumlah_responden if t.tabulasi is None else t.tabulasi.n


def data_02(fakta: Fakta) -> Iterator[Temuan]:
    """Rows that carry the same nine values; each of them gets a finding that names the others.

    Rows of a few respondents, or of few with only two different values, may be the same by chance.
    """
    kelompok: dict[tuple[Decimal, ...], list[BarisTerukur]] = {}
    for t in fakta.terukur:
        nrr, n = _nrr(t), _n(t)
        ragam = len(set(nrr.values()))
        if len(nrr) == len(Unsur) and ragam > 1 and (ragam > 2 or (n or 0) >= N_CATATAN_KAKI) and (n is None or n >= SEDIKIT):
            kelompok.setdefault(tuple(bulatkan(nrr[u], 2) for u in Unsur), []).append(t)
    for isi in kelompok.values():
        for t in isi:
            lain = [x for x in isi if x is not t and _sama(t, x) and not _memang_sama(fakta, t.baris, x.baris)]
            if lain:
                yield _salinan(fakta, t, lain)


def _sama(satu: BarisTerukur, dua: BarisTerukur) -> bool:
    """Exactly the same on one scale; on two scales the same after rounding, which the caller has seen to."""
    return satu.baris.skala is not dua.baris.skala or _nrr(satu) == _nrr(dua)


def _memang_sama(fakta: Fakta, a: BarisHasil, b: BarisHasil) -> bool:
    """Whether one row may rightly repeat the other: a unit its only layanan or child, a semester its only triwulan."""
    if a.upp_id == b.upp_id:
        if a.periode is b.periode:
            return MILIK_UNIT in (a.layanan, b.layanan)
        return a.layanan == b.layanan and (semester_dari(a.periode) is b.periode or semester_dari(b.periode) is a.periode)
    unit = {x: fakta.unit[x].upp for x in (a.upp_id, b.upp_id)}
    return a.periode is b.periode and (unit[a.upp_id].induk_id == b.upp_id or unit[b.upp_id].induk_id == a.upp_id)


def _salinan(fakta: Fakta, t: BarisTerukur, lain: Sequence[BarisTerukur]) -> Temuan:
    b = t.baris
    sebutan = [_sebut(fakta, t, x, x.upp_id != b.upp_id) for x in lain]
    tanpa_nama = [_sebut(fakta, t, x, False) for x in lain]
    n_sama = all(_n(x) == _n(t) for x in lain) and _n(t) is not None
    tambahan = f" dan jumlah responden ({ribuan(_n(t) or 0)})" if n_sama else ""
    akhir = (
        "Dua survei yang berbeda hampir tidak mungkin memberi hasil yang persis sama; pastikan baris ini bukan salinan, "
        "lalu isi dengan hasil yang sebenarnya."
    )
    kalimat, kalimat_unit = (
        f"Kesembilan nilai unsur{tambahan} {nama_periode(b.periode)} persis sama dengan {deret(daftar)}. {akhir}"
        for daftar in (sebutan, list(dict.fromkeys(tanpa_nama)))
    )
    tercetak = "; ".join(str(_nilai_tampil(t, u)) for u in Unsur)
    return Temuan("DATA-02", Tingkat.PERINGATAN, kalimat, b.upp_id, b.periode, b.layanan, "", tercetak, None,
                  kalimat_unit=kalimat_unit if kalimat_unit != kalimat else "")  # fmt: skip


def _nilai_tampil(t: BarisTerukur, unsur: Unsur) -> Decimal:
    return t.baris.nilai[unsur] if t.baris.nilai else bulatkan(_nrr(t)[unsur], 2)


def _sebut(fakta: Fakta, t: BarisTerukur, lain: BarisTerukur, bernama: bool) -> str:
    """How the other row is called: its layanan where it has one, its unit unless it is the same or must stay unnamed."""
    b = lain.baris
    layanan = f"layanan {b.layanan} " if b.layanan is not None and (bernama or lain.upp_id == t.upp_id) else ""
    if lain.upp_id == t.upp_id:
        return f"{layanan}{nama_periode(b.periode)}"
    return f"{layanan}{fakta.nama(b.upp_id) if bernama else 'unit lain'} {nama_periode(b.periode)}"


def _menurut_baris(fakta: Fakta) -> dict[tuple[int, str | None], list[BarisTerukur]]:
    """The measured rows with data of each unit or layanan, in the order of the year."""
    hasil: dict[tuple[int, str | None], list[BarisTerukur]] = {}
    for t in fakta.terukur:
        if t.tabulasi is not None or not t.baris.kosong:
            hasil.setdefault((t.upp_id, t.baris.layanan), []).append(t)
    for isi in hasil.values():
        isi.sort(key=lambda t: list(Periode).index(t.baris.periode))
    return hasil


def data_04(fakta: Fakta) -> Iterator[Temuan]:
    """Rows in which pengaduan and sarpras stand the other way round than in the unit's other periods, all else being stable."""
    for isi in _menurut_baris(fakta).values():
        konversi = [{u: 25 * x for u, x in _nrr(t).items()} for t in isi]
        if len(isi) < 2 or any(len(k) < len(Unsur) for k in konversi):
            continue
        beda = [k[Unsur.PENGADUAN] - k[Unsur.SARPRAS] for k in konversi]
        if any(abs(d) < SELISIH_TUKAR for d in beda):
            continue
        naik = sum(d > 0 for d in beda)
        arah = beda[0] > 0 if 2 * naik == len(beda) else 2 * naik > len(beda)
        acuan = [k for k, d in zip(konversi, beda, strict=True) if (d > 0) is arah]
        for t, k, d in zip(isi, konversi, beda, strict=True):
            if (d > 0) is not arah and _tertukar(k, acuan):
                asal = [x for x, e in zip(isi, beda, strict=True) if (e > 0) is arah]
                yield _temuan_tukar(t, asal)


def _tertukar(k: Mapping[Unsur, Fraction], acuan: Sequence[Mapping[Unsur, Fraction]]) -> bool:
    """Whether exchanging the two brings both close to the other periods, and the other seven moved far less than they did."""
    rata = {u: rerata(a[u] for a in acuan) or Fraction(0) for u in Unsur}
    p, s = Unsur.PENGADUAN, Unsur.SARPRAS
    sebelum = (abs(k[p] - rata[p]), abs(k[s] - rata[s]))
    sesudah = (abs(k[p] - rata[s]), abs(k[s] - rata[p]))
    lain = max(abs(k[u] - rata[u]) for u in UNSUR_LAIN)
    return max(sesudah) <= SISA_TUKAR * min(sebelum) and 2 * lain <= min(sebelum)


def _temuan_tukar(t: BarisTerukur, acuan: Sequence[BarisTerukur]) -> Temuan:
    b, contoh = t.baris, acuan[-1]
    p, s = Unsur.PENGADUAN, Unsur.SARPRAS
    mana = "salah satu periode" if len(acuan) == 1 else "periode ini"
    kalimat = (
        f"Nilai penanganan pengaduan dan sarana prasarana {nama_periode(b.periode)} tampak tertukar: tercetak "
        f"{koma(_nilai_tampil(t, p))} dan {koma(_nilai_tampil(t, s))}, sedangkan {nama_periode(contoh.baris.periode)} "
        f"{koma(_nilai_tampil(contoh, p))} dan {koma(_nilai_tampil(contoh, s))}. Periksa urutan U8 dan U9 pada {mana}."
    )
    return Temuan("DATA-04", Tingkat.PERINGATAN, kalimat, b.upp_id, b.periode, b.layanan, p.value,
                  str(_nilai_tampil(t, p)), str(_nilai_tampil(t, s)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Indeks:
    """An index with its place in the series; `margin` in points where answers give one."""

    nilai: Decimal
    sebutan: str
    margin: Decimal | None = None


def data_05(fakta: Fakta) -> Iterator[Temuan]:
    """Improbable data: a jump of more than 5 points and beyond the margin, all answers equal, most of them straight-lined."""
    for isi in _menurut_baris(fakta).values():
        deret_ = [(t.baris, x) for t in isi if (x := _indeks(fakta, t)) is not None]
        for (_, lama), (b, baru) in pairwise(deret_):
            kalimat = _lompat(lama, baru)
            if kalimat:
                yield Temuan(
                    "DATA-05", Tingkat.PERINGATAN, kalimat, b.upp_id, b.periode, b.layanan, "ikm_tercetak", str(baru.nilai)
                )
    yield from _dari_tahun_lalu(fakta)
    for kunci, ringkas in fakta.jawaban.items():
        yield from _seragam(kunci, ringkas)
    for t in fakta.terukur:
        nilai, n = set(_nrr(t).values()), _n(t)
        if t.tabulasi is None and len(nilai) == 1 and len(_nrr(t)) == len(Unsur) and (n is None or n >= SEDIKIT):
            yield _nilai_seragam(t)


def _indeks(fakta: Fakta, t: BarisTerukur) -> _Indeks | None:
    """The printed index of a row, else the computed one."""
    atur, b = fakta.pengaturan, t.baris
    nilai = b.ikm_tercetak
    if nilai is None:
        hitung = ikm_dari_unsur(_nrr(t), atur.bobot, atur.pembulatan_tertimbang)
        nilai = None if hitung is None else bulatkan(hitung, 2)
    margin = None if t.tabulasi is None else margin_ikm(t.tabulasi, atur.bobot, b.populasi)
    return None if not nilai else _Indeks(nilai, nama_periode(b.periode), margin)


def _lompat(lama: _Indeks, baru: _Indeks) -> str:
    """The sentence of a jump; "" when the digits leave it at 5 points, or the margin of the answers covers it."""
    jarak = dibulatkan(lama.nilai).jarak(dibulatkan(baru.nilai))
    margin = _margin_selisih(lama.margin, baru.margin)
    if jarak <= LOMPATAN or (margin is not None and jarak <= Fraction(margin)):
        return ""
    arah = "naik" if baru.nilai > lama.nilai else "turun"
    batas = f" dan melebihi batas galat survei ({bulat(margin)})" if margin is not None else ""
    return (
        f"IKM {arah} {koma(abs(baru.nilai - lama.nilai))} poin, dari {koma(lama.nilai)} ({lama.sebutan}) menjadi "
        f"{koma(baru.nilai)} ({baru.sebutan}); ini lebih dari {LOMPATAN} poin{batas}. "
        "Periksa datanya, atau jelaskan sebabnya dalam laporan."
    )


def _margin_selisih(lama: Decimal | None, baru: Decimal | None) -> Decimal | None:
    """The margin of a difference of two surveys; of one where only that is known."""
    ada = [Fraction(m) ** 2 for m in (lama, baru) if m is not None]
    return akar(sum(ada, Fraction(0))) if ada else None


def _dari_tahun_lalu(fakta: Fakta) -> Iterator[Temuan]:
    for r in fakta.rekap.upp:
        lalu, kini = fakta.riwayat.get((r.upp.id, fakta.tahun - 1)), r.tahunan
        if lalu is None or kini is None or kini.ikm is None or not r.dihitung:
            continue
        cetak = r.cetak_rata.get(Periode.TAHUNAN)
        tercetak = kini.ikm_tercetak if cetak is None else cetak.ikm_tercetak
        margin = None if kini.tabulasi is None else margin_ikm(kini.tabulasi, fakta.pengaturan.bobot, kini.populasi)
        baru = _Indeks(tercetak or bulatkan(kini.ikm, 2), f"tahun {fakta.tahun}", margin)
        kalimat = _lompat(_Indeks(lalu.ikm, f"tahun {fakta.tahun - 1}"), baru)
        if kalimat:
            bidang = f"riwayat:{fakta.tahun - 1}"
            yield Temuan("DATA-05", Tingkat.PERINGATAN, kalimat, r.upp.id, Periode.TAHUNAN, None, bidang, str(baru.nilai))


def _seragam(kunci: KunciHasil, ringkas: RingkasanJawaban) -> Iterator[Temuan]:
    upp_id, layanan, periode = kunci
    if ringkas.n < SEDIKIT:
        return
    if ringkas.semua_sama:
        kalimat = (
            f"Semua jawaban pada {ribuan(ringkas.n)} kuesioner {nama_periode(periode)} sama. Pastikan kuesioner benar-benar "
            "diisi oleh pengguna layanan."
        )
        yield Temuan("DATA-05", Tingkat.PERINGATAN, kalimat, upp_id, periode, layanan, "", str(ringkas.n))
    elif ringkas.lengkap >= SEDIKIT and 2 * ringkas.lurus > ringkas.lengkap:
        kalimat = (
            f"{ribuan(ringkas.lurus)} dari {ribuan(ringkas.lengkap)} kuesioner lengkap {nama_periode(periode)} berisi "
            "sembilan jawaban yang sama. Pastikan responden membaca tiap pertanyaan dan kuesioner tidak diisi oleh petugas."
        )
        yield Temuan("DATA-05", Tingkat.PERINGATAN, kalimat, upp_id, periode, layanan, "", f"{ringkas.lurus}/{ringkas.lengkap}")


def _nilai_seragam(t: BarisTerukur) -> Temuan:
    b, nilai = t.baris, _nilai_tampil(t, Unsur.PERSYARATAN)
    kalimat = (
        f"Kesembilan unsur {nama_periode(b.periode)} bernilai sama, {koma(nilai)}; hal yang jarang terjadi. Periksa apakah "
        "nilai ini benar hasil survei."
    )
    return Temuan("DATA-05", Tingkat.PERINGATAN, kalimat, b.upp_id, b.periode, b.layanan, "", str(nilai))
