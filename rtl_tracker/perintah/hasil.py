"""`ikm` and `realisasi`: computed figures as JSON, or as tables made from the same document."""

from argparse import Namespace
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from rtl_tracker.config import Settings
from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur
from rtl_tracker.formats import angka, bulat, kategori, persen
from rtl_tracker.perintah.keluaran import cetak, cetak_json, susun_tabel
from rtl_tracker.perintah.lingkungan import membaca
from rtl_tracker.perintah.tolakan import SELESAI
from rtl_tracker.usecases.hasil_tersimpan import cari_upp, pastikan_periode, realisasi_tercetak, rekap_berisi
from rtl_tracker.usecases.hitung_hasil import json_ikm
from rtl_tracker.usecases.pantau_realisasi import json_realisasi

JENIS_BARIS = {"terukur": "", "rerata": "rerata"}
RERATA_ANAK = "rerata unit di bawahnya"
KEPALA_IKM = ["UPP", "Periode", "n", "IKM", "Mutu", "Tercetak", "Realisasi", "Unsur terendah", "Keterangan"]
KEPALA_REALISASI = [
    "UPP", "Periode", "RTL", "Selesai", "Terverifikasi", "Dilaporkan (%)", "Terverifikasi (%)", "Tercetak (%)", "PEKPPP",
]  # fmt: skip


def ikm(argumen: Namespace, settings: Settings) -> int:
    """Results per UPP and period. Raises HasilTidakAda, UppTidakDikenal."""
    with membaca(settings) as session:
        rekap = rekap_berisi(session, argumen.tahun)
    pastikan_periode(rekap, argumen.periode)
    upp = None if argumen.upp is None else cari_upp([r.upp for r in rekap.upp], argumen.upp).nama
    isi = json_ikm(rekap, argumen.periode, upp)
    if argumen.json:
        cetak_json(isi)
    else:
        _cetak_ikm(rekap.pengaturan.nama, isi)
    return SELESAI


def realisasi(argumen: Namespace, settings: Settings) -> int:
    """Follow-up percentages. Raises HasilTidakAda."""
    with membaca(settings) as session:
        rekap = rekap_berisi(session, argumen.tahun)
        isi = json_realisasi(rekap, realisasi_tercetak(session, argumen.tahun))
    if argumen.json:
        cetak_json(isi)
    else:
        _cetak_realisasi(rekap.pengaturan.nama, isi)
    return SELESAI


def _angka(teks: str | None) -> str:
    """A figure of the JSON with a decimal comma and its own decimals; "-" when absent."""
    return "-" if teks is None else angka(Decimal(teks), desimal_tercetak(Decimal(teks)))


def _persen(teks: str | None) -> str:
    return "-" if teks is None else persen(Decimal(teks))


def _mutu(huruf: str | None) -> str:
    return "belum ada data" if huruf is None else kategori(huruf, kinerja(Mutu(huruf)))


def _nama_unsur(kunci: Sequence[str]) -> str:
    return ", ".join(NAMA_PENDEK[Unsur(k)] for k in kunci) or "-"


def _cetak_ikm(nama: str, isi: dict[str, Any]) -> None:
    instansi = isi["instansi"]
    cetak(f"IKM {nama or 'instansi'} tahun {isi['tahun']}: {_angka(instansi['ikm'])}, {_mutu(instansi['kategori'])}")
    upp, responden = bulat(instansi["upp_dihitung"]), bulat(instansi["jumlah_responden"])
    cetak(f"{upp} UPP dihitung, {responden} responden, bobot {isi['bobot']}")
    lain = "; ".join(f"{aturan} {_angka(nilai)}" for aturan, nilai in instansi["alternatif"].items())
    cetak(f"Agregasi {instansi['agregasi']} ({lain})")
    if instansi["unsur"]:
        _cetak_tabel(["Unsur", "NRR", "Konversi", "Mutu"], _baris_unsur(instansi["unsur"]), frozenset({1, 2}))
    _cetak_tabel(KEPALA_IKM, [_baris_ikm(h) for h in isi["hasil"]], frozenset({2, 3, 5, 6}))


def _baris_unsur(unsur: dict[str, dict[str, str]]) -> list[list[str]]:
    return [[NAMA_UNSUR[Unsur(u)], _angka(x["nrr"]), _angka(x["konversi"]), x["kategori"]] for u, x in unsur.items()]


def _baris_ikm(h: dict[str, Any]) -> list[str]:
    nama = h["upp"] if h["layanan"] is None else f"{h['upp']} / {h['layanan']}"
    jenis = RERATA_ANAK if h["rerata_anak"] else JENIS_BARIS[h["jenis_baris"]]
    keterangan = jenis if h["ikm"] is not None else "belum ada data"
    return [
        nama, h["periode"], bulat(h["n"]), _angka(h["ikm"]), h["kategori"] or "-", _angka(h["ikm_tercetak"]), _persen(h["realisasi"]),
        _nama_unsur(h["terendah"]), keterangan,
    ]  # fmt: skip


def _cetak_realisasi(nama: str, isi: dict[str, Any]) -> None:
    i = isi["instansi"]
    cetak(f"Realisasi RTL {nama or 'instansi'} tahun {isi['tahun']}: {_dua_persen(i)}")
    cetak(f"Gabungan butir RTL: {_dua_persen(i['gabungan'])}")
    cetak(f"Tercetak pada laporan: {_persen(i['tercetak'])}; UPP dihitung: {bulat(i['upp_dihitung'])}")
    if i["belum_dilaporkan"]:
        cetak(f"Belum melaporkan: {'; '.join(i['belum_dilaporkan'])}")
    _cetak_tabel(KEPALA_REALISASI, [_baris_realisasi(r) for r in isi["upp"]], frozenset(range(2, 9)))


def _dua_persen(figur: dict[str, str | None]) -> str:
    return f"dilaporkan {_persen(figur['dilaporkan'])}, terverifikasi {_persen(figur['terverifikasi'])}"


def _baris_realisasi(r: dict[str, Any]) -> list[str]:
    jumlah = [bulat(r[k]) for k in ("rtl", "selesai", "terverifikasi")]
    nilai = [_angka(r[k]) for k in ("dilaporkan", "terverifikasi_persen", "tercetak")]
    return [r["upp"], r["periode"], *jumlah, *nilai, bulat(r["pekppp"])]


def _cetak_tabel(kepala: list[str], baris: list[list[str]], kanan: frozenset[int]) -> None:
    """A table without the columns that hold nothing."""
    pakai = [i for i in range(len(kepala)) if any(b[i] not in ("", "-") for b in baris)]
    tabel = [[b[i] for i in pakai] for b in baris]
    cetak()
    for satu in susun_tabel([kepala[i] for i in pakai], tabel, frozenset(pakai.index(i) for i in kanan if i in pakai)):
        cetak(satu)
