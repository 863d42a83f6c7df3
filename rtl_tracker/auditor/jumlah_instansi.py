"""Printed totals of the instansi against its units (DATA-01): respondents, units, and the sum of the column of indexes."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rtl_tracker.auditor.angka_cetak import baca_angka, ribuan
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import koma, nama_periode
from rtl_tracker.auditor.selang import Selang, dibulatkan, dipotong, jumlah, tepat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.tingkat import Tingkat

KUNCI = ("n", "jumlah_upp", "jumlah_ikm")
SEBUTAN = {"n": "Jumlah responden", "jumlah_upp": "Jumlah unit", "jumlah_ikm": "Jumlah nilai IKM"}
BIDANG = {"n": "jumlah_responden", "jumlah_upp": "jumlah_upp", "jumlah_ikm": "ikm_tercetak"}


def data_01_instansi(fakta: Fakta) -> Iterator[Temuan]:
    """A printed total of the instansi that its units do not give; info when only the sum of unrounded indexes does."""
    cetakan: list[tuple[str | None, Periode, str, str]] = [
        (None, periode, kunci, teks) for (periode, kunci), teks in fakta.tercetak.items() if kunci in KUNCI
    ]
    cetakan += [(a.bagian, a.periode, a.kunci, a.nilai) for a in fakta.angka if a.upp_id is None and a.kunci in KUNCI]
    for bagian, periode, kunci, teks in cetakan:
        nilai = baca_angka(teks, cacah=kunci != "jumlah_ikm")
        if nilai is None:
            continue
        putusan = _jumlah_ikm(fakta, periode, nilai) if kunci == "jumlah_ikm" else _cacah(fakta, periode, kunci, int(nilai))
        if putusan is None:
            continue
        tingkat, benar, uraian = putusan
        tempat = f" pada bagian '{bagian}'" if bagian else ""
        kalimat = f"{SEBUTAN[kunci]} {nama_periode(periode)}{tempat} tercetak {koma(teks)}, padahal {uraian}."
        bidang = f"{bagian}:{kunci}" if bagian else BIDANG[kunci]
        yield Temuan("DATA-01", tingkat, kalimat, None, periode, None, bidang, teks, benar)


def _berhasil(fakta: Fakta, periode: Periode) -> list[tuple[RekapUpp, Hasil]]:
    """Units with a result of their own in the period, those that do not count in the index included."""
    ada = [(r, r.hasil[periode]) for r in fakta.rekap.upp if periode in r.hasil]
    return [(r, h) for r, h in ada if h.ikm is not None and h.jenis_baris is not JenisBaris.RERATA_ANAK]


def _cacah(fakta: Fakta, periode: Periode, kunci: str, nilai: int) -> tuple[Tingkat, str, str] | None:
    unit = _berhasil(fakta, periode)
    dihitung = [(r, h) for r, h in unit if r.upp.ikut_rerata]
    if not unit:
        return None
    if kunci == "jumlah_upp":
        ikut = sum(r.upp.ikut_rerata for r in fakta.rekap.upp)
        if nilai in (len(dihitung), len(unit), ikut, len(fakta.rekap.upp)):
            return None
        return Tingkat.GALAT, str(len(dihitung)), f"unit yang mempunyai hasil {len(dihitung)} dari {len(fakta.rekap.upp)} unit"
    boleh = [x for daftar in (dihitung, unit) for x in (_n(h for _, h in daftar), _n_cetak(daftar, periode)) if x is not None]
    if not boleh or nilai in boleh:
        return None
    return Tingkat.GALAT, str(boleh[0]), f"jumlah responden {len(dihitung)} unitnya {ribuan(boleh[0])}"


def _n(hasil: Iterable[Hasil]) -> int | None:
    """Sum of the respondents; None when those of one unit are not known."""
    daftar = [h.n for h in hasil]
    ada = [n for n in daftar if n is not None]
    return sum(ada) if len(ada) == len(daftar) else None


def _n_cetak(daftar: Sequence[tuple[RekapUpp, Hasil]], periode: Periode) -> int | None:
    """The same, of the printed mean rows where there are any."""
    jumlah_n = 0
    for r, h in daftar:
        cetak = r.cetak_rata.get(periode)
        n = h.n if cetak is None or cetak.jumlah_responden is None else cetak.jumlah_responden
        if n is None:
            return None
        jumlah_n += n
    return jumlah_n


def _jumlah_ikm(fakta: Fakta, periode: Periode, nilai: Decimal) -> tuple[Tingkat, str, str] | None:
    """The column as printed, else the indexes behind it: exact where answers give what is printed."""
    unit = _berhasil(fakta, periode)
    if not unit:
        return None
    putusan: list[tuple[Tingkat, str, str]] = []
    for daftar in ([(r, h) for r, h in unit if r.upp.ikut_rerata], unit):
        cetak = [_tercetak(r, h, periode) for r, h in daftar]
        benar = sum(cetak, Decimal(0))
        if dibulatkan(nilai).memuat(benar):
            return None
        tersembunyi = jumlah(_di_balik(h, x) for (_, h), x in zip(daftar, cetak, strict=True))
        wajar = dibulatkan(nilai).beririsan(tersembunyi) or dipotong(nilai).beririsan(tersembunyi)
        akhir = "; angka itu jumlah IKM yang belum dibulatkan" if wajar else ""
        uraian = f"jumlah {len(cetak)} IKM tercetak {koma(benar)}{akhir}"
        putusan.append((Tingkat.INFO if wajar else Tingkat.GALAT, str(benar), uraian))
    return next((p for p in putusan if p[0] is Tingkat.INFO), putusan[0])


def _tercetak(r: RekapUpp, h: Hasil, periode: Periode) -> Decimal:
    cetak = r.cetak_rata.get(periode)
    nilai = h.ikm_tercetak if cetak is None else cetak.ikm_tercetak
    return nilai if nilai is not None else bulatkan(h.ikm or 0, 2)


def _di_balik(h: Hasil, tercetak: Decimal) -> Selang:
    selang = dibulatkan(tercetak, max(2, desimal_tercetak(tercetak)))
    hitung = h.ikm_hitung if h.tabulasi is not None else None
    return tepat(hitung) if hitung is not None and selang.memuat(hitung) else selang
