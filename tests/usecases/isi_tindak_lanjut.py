"""A small instansi with RTL in every state, stored through the program's own rooms."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, simpan_upp
from tests.cetakan import tuang

TAHUN, HARI_INI = 2022, date(2023, 6, 9)
SATU, SULIT, PANJANG, ARSIP, LUAR = (
    "Kecamatan Satu", 'Dinas "Kelautan" & <Perikanan>',
    "Unit Pelaksana Teknis Daerah Pengelolaan Prasarana Perhubungan Wilayah Timur Dua", "Badan Arsip", "Kantor Luar Rerata",
)  # fmt: skip
RUMUS = '=HYPERLINK("http://jahat.example","klik")'
S = StatusRtl


def isi_tindak_lanjut(engine: Engine, **pengaturan: str) -> dict[str, int]:
    """Store the instansi with its RTL of 2022; returns the id of every unit by name."""
    return tuang(engine, f"tindak-lanjut-{sorted(pengaturan.items())}", lambda kosong: _simpan(kosong, pengaturan))


def _simpan(engine: Engine, pengaturan: dict[str, str]) -> dict[str, int]:
    with session_tulis(engine) as session:
        simpan_pengaturan(session, TAHUN, {"nama": "Pemerintah Kabupaten Uji & Coba", **pengaturan})
        for nama, kelompok, ikut in ((SATU, "Kecamatan", True), (SULIT, "Dinas & Badan", True), (PANJANG, "UPT", True),
                                     (ARSIP, "Dinas & Badan", True), (LUAR, "UPT", False)):  # fmt: skip
            simpan_upp(session, nama, {"kelompok": kelompok, "ikut_rerata": ikut})
        session.flush()
        per_lipat = id_menurut_nama(session)
        id_ = dict(zip((SATU, SULIT, PANJANG, ARSIP, LUAR), sorted(per_lipat.values()), strict=True))
        tambah_rtl(session, _rtl(id_))
        kirim = datetime(2022, 7, 5, 3, tzinfo=UTC)
        simpan_penyampaian(
            session, Penyampaian(id_[SATU], TAHUN, Periode.S1, status=StatusPenyampaian.DITERIMA, pertama_dikirim=kirim)
        )
    return id_


def _rtl(id_: dict[str, int]) -> list[Rtl]:
    satu, lapor = id_[SATU], datetime(2022, 9, 1, 3, tzinfo=UTC)
    bukti = ("https://contoh.go.id/foto",)
    sah = {"dilapor_pada": lapor, "diverifikasi_pada": lapor, "pemverifikasi": "Inspektur Uji", "bukti": bukti}
    return [
        _satu(satu, Periode.S1, S.TERVERIFIKASI, kegiatan="Menambah loket <cepat>", **sah),
        _satu(satu, Periode.S1, S.TERVERIFIKASI, **sah),
        _satu(satu, Periode.S1, S.SELESAI, dilapor_pada=lapor, bukti=bukti),
        _satu(satu, Periode.S1, S.DIKEMBALIKAN, tenggat=date(2023, 1, 1), catatan_pengembalian="Foto tidak bertanggal"),
        _satu(satu, Periode.S2, S.SELESAI, dilapor_pada=lapor, uraian=RUMUS, data_contoh=True),
        _satu(satu, Periode.S2, S.TIDAK_DILAKSANAKAN, tenggat=date(2022, 11, 1), alasan="Anggaran", dilapor_pada=lapor),
        _satu(satu, Periode.S2, S.BERJALAN, tenggat=date(2022, 12, 1)),
        _satu(id_[SULIT], Periode.TAHUNAN, None, tenggat=date(2023, 5, 20)),
        _satu(id_[SULIT], Periode.TAHUNAN, None),
        _satu(id_[PANJANG], Periode.TAHUNAN, S.SELESAI, dilapor_pada=lapor, bukti=bukti),
        _satu(id_[LUAR], Periode.TAHUNAN, S.DIRENCANAKAN, tenggat=date(2023, 4, 1)),
        _satu(None, Periode.TAHUNAN, S.SELESAI, kegiatan="Pembinaan seluruh unit"),
    ]


def _satu(upp_id: int | None, periode: Periode, status: S | None, kegiatan: str = "Melatih petugas", **lain) -> Rtl:
    return Rtl(0, upp_id, TAHUN, periode, Unsur.WAKTU, "", kegiatan, status=status, **lain)
