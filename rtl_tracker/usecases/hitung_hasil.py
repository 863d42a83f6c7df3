"""Computed results of a year, and their JSON (spec 5.3)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil, Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi, terendah, tertinggi
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp, susun_rekap
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.storage.data_tahun import muat_data_tahun


def rekap_tahun(session: Session, tahun: int) -> RekapTahun:
    """Load and compute the year."""
    return susun_rekap(muat_data_tahun(session, tahun))


def rekap_bila_ada(session: Session, tahun: int, rtl: tuple[Rtl, ...]) -> RekapTahun | None:
    """The computed year with its RTL, or None when it has no index (the year before the first one)."""
    rekap = susun_rekap(muat_data_tahun(session, tahun, rtl))
    return rekap if rekap.tahunan.ikm is not None else None


def teks_angka(nilai: Fraction | Decimal | None, desimal: int = 2) -> str | None:
    """A figure as a JSON string with a decimal point, rounded as printed; None stays None."""
    return None if nilai is None else str(bulatkan(nilai, desimal))


def json_ikm(rekap: RekapTahun, periode: Periode | None = None, upp: str | None = None) -> dict[str, Any]:
    """The document of `rtl-tracker ikm --json`; `periode` and `upp` narrow the list of results."""
    desimal = rekap.pengaturan.desimal_ikm
    dipilih = [r for r in rekap.upp if upp is None or lipat(r.upp.nama) == lipat(upp)]
    instansi = _json_instansi(rekap.instansi.get(periode or Periode.TAHUNAN, rekap.tahunan), desimal)
    instansi["periode"] = {p.value: _json_instansi(i, desimal) for p, i in rekap.instansi.items()}
    nama = {r.upp.id: r.upp.nama for r in rekap.upp}
    return {
        "tahun": rekap.tahun,
        "bobot": rekap.pengaturan.bobot.value,
        "instansi": instansi,
        "hasil": [baris for r in dipilih for baris in _json_upp(r, nama, periode, rekap)],
    }


def _json_instansi(instansi: IkmInstansi, desimal: int) -> dict[str, Any]:
    return {
        "ikm": teks_angka(instansi.ikm, desimal),
        "kategori": None if instansi.ikm is None else mutu(instansi.ikm).value,
        "agregasi": instansi.agregasi.value,
        "alternatif": {aturan.value: teks_angka(nilai, desimal) for aturan, nilai in instansi.alternatif.items()},
        "unsur": _json_unsur(instansi.nrr),
        "jumlah_responden": instansi.jumlah_responden,
        "upp_dihitung": instansi.upp_dihitung,
    }


def _json_unsur(nrr: Any) -> dict[str, dict[str, str | None]]:
    return {
        u.value: {
            "nrr": teks_angka(nrr[u]),
            "konversi": teks_angka(konversi(nrr[u])),
            "kategori": mutu(konversi(nrr[u])).value,
        }
        for u in Unsur
        if u in nrr
    }


def _json_upp(r: RekapUpp, nama: dict[int, str], periode: Periode | None, rekap: RekapTahun) -> list[dict[str, Any]]:
    induk = nama.get(r.upp.induk_id) if r.upp.induk_id is not None else None
    semua: list[Hasil] = [h for per in r.layanan.values() for h in per.values()] + list(r.hasil.values()) + list(r.kosong)
    urut = sorted(semua, key=lambda h: (h.layanan is None, h.layanan or "", list(Periode).index(h.periode)))
    return [_json_hasil(h, r, induk, rekap) for h in urut if periode is None or h.periode is periode]


def _json_hasil(h: Hasil, r: RekapUpp, induk: str | None, rekap: RekapTahun) -> dict[str, Any]:
    cetak: BarisHasil | None = r.cetak_rata.get(h.periode) if h.layanan is None else None
    ikm_tercetak = h.ikm_tercetak if h.ikm_tercetak is not None else cetak.ikm_tercetak if cetak else None
    realisasi = r.realisasi.get(h.periode) if h.layanan is None else None
    return {
        "upp": r.upp.nama,
        "induk": induk,
        "layanan": h.layanan,
        "periode": h.periode.value,
        "jenis_baris": (JenisBaris.TERUKUR if h.jenis_baris is JenisBaris.TERUKUR else JenisBaris.RERATA).value,
        "rerata_anak": h.jenis_baris is JenisBaris.RERATA_ANAK,
        "n": h.n,
        "unsur": _json_unsur(h.nrr),
        "ikm": teks_angka(h.ikm, rekap.pengaturan.desimal_ikm),
        "ikm_tercetak": None if ikm_tercetak is None else teks_angka(ikm_tercetak, max(2, desimal_tercetak(ikm_tercetak))),
        "kategori": None if h.ikm is None else mutu(h.ikm).value,
        "kategori_tercetak": h.kategori_tercetak or (cetak.kategori_tercetak if cetak else None),
        "terendah": [u.value for u in terendah(h.nrr)] if h.nrr else [],
        "tertinggi": [u.value for u in tertinggi(h.nrr)] if h.nrr else [],
        "metode": h.metode or None,
        "realisasi": teks_angka(realisasi.resmi(rekap.pengaturan.dasar_realisasi)) if realisasi else None,
    }
