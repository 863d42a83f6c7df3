"""Follow-up percentages of a year, and their JSON (spec 1.9, 5.3)."""

from typing import Any

from rtl_tracker.domain.pekppp import skor_realisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi, RealisasiInstansi
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.usecases.hitung_hasil import teks_angka


def json_realisasi(rekap: RekapTahun, tercetak: str | None) -> dict[str, Any]:
    """The document of `rtl-tracker realisasi --json`; `tercetak` is the figure a published report printed for the instansi."""
    nama = {r.upp.id: r.upp.nama for r in rekap.upp}
    instansi = _json_instansi(rekap.realisasi[Periode.TAHUNAN], nama)
    instansi["tercetak"] = tercetak
    instansi["periode"] = {p.value: _json_instansi(i, nama) for p, i in rekap.realisasi.items()}
    baris = [
        _json_upp(r.upp.nama, periode, r.realisasi.get(periode, Realisasi()), rekap) for r in rekap.upp for periode in r.hasil
    ]
    return {"tahun": rekap.tahun, "instansi": instansi, "upp": baris}


def _json_instansi(instansi: RealisasiInstansi, nama: dict[int, str]) -> dict[str, Any]:
    return {
        "dilaporkan": teks_angka(instansi.dilaporkan),
        "terverifikasi": teks_angka(instansi.terverifikasi),
        "gabungan": {
            "dilaporkan": teks_angka(instansi.gabungan_dilaporkan),
            "terverifikasi": teks_angka(instansi.gabungan_terverifikasi),
        },
        "upp_dihitung": instansi.upp_dihitung,
        "belum_dilaporkan": [nama[upp_id] for upp_id in instansi.belum_dilaporkan],
    }


def _json_upp(nama: str, periode: Periode, r: Realisasi, rekap: RekapTahun) -> dict[str, Any]:
    return {
        "upp": nama,
        "periode": periode.value,
        "rtl": r.rtl,
        "selesai": r.selesai,
        "terverifikasi": r.terverifikasi,
        "dilaporkan": teks_angka(r.dilaporkan),
        "terverifikasi_persen": teks_angka(r.persen_terverifikasi),
        "tercetak": teks_angka(r.tercetak),
        "pekppp": skor_realisasi(r.resmi(rekap.pengaturan.dasar_realisasi)),
    }
