"""A small instansi as the rows of a workbook, stored by the real import."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from tests.cetakan import tuang

UNSUR = [u.value for u in Unsur]
NAMA_SULIT = 'Dinas "Kelautan" & <Perikanan>'
NAMA_PANJANG = "Unit Pelaksana Teknis Daerah Pengelolaan Prasarana Perhubungan Wilayah Timur Dua"
TulisCsv = Callable[..., Path]


def isi_instansi(engine: Engine, folder: Path, tahun: int) -> None:
    """Store a folder of CSV."""
    with session_tulis(engine) as session:
        laporan = impor_buku_kerja(session, folder, tahun, now=datetime(tahun, 12, 31, tzinfo=UTC))
    assert laporan.disimpan, [m.kalimat for m in laporan.masalah]


def instansi_kecil(engine: Engine, tulis_csv: TulisCsv, tahun: int = 2022) -> None:
    """Five units of all kinds: ties, semesters with a differing printed IKM, an UPT, a parent without survey, one without result."""
    tuang(engine, f"instansi-kecil-{tahun}", lambda kosong: _impor_kecil(kosong, tulis_csv, tahun))


def _impor_kecil(engine: Engine, tulis_csv: TulisCsv, tahun: int) -> None:
    hasil = [
        ["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden", "realisasi_tercetak", "metode"],
        ["Kecamatan Satu", "S1", *_nilai(3.20), "80.00", 40, "50", "tatap muka"],
        ["Kecamatan Satu", "S2", *_nilai(3.40, waktu=2.00), "90.12", 60, "100", "daring"],
        [NAMA_SULIT, "TAHUNAN", *_nilai(3.60, waktu=3.00, biaya=3.00), "", 30, "0", ""],
        [NAMA_PANJANG, "TAHUNAN", *_nilai(2.50), "", 12, "", ""],
    ]
    upp = [
        ["nama", "jenis", "kelompok", "induk", "alamat"],
        ["Kecamatan Satu", "Kecamatan", "Kecamatan", "", "Jalan Merdeka 1"],
        [NAMA_SULIT, "Dinas", "Dinas & Badan", "", ""],
        ["Dinas Perhubungan", "Dinas", "Dinas & Badan", "", ""],
        [NAMA_PANJANG, "UPT", "UPT", "Dinas Perhubungan", ""],
        ["Badan Arsip", "Badan", "Dinas & Badan", "", ""],
    ]
    rtl = [
        ["upp", "periode", "unsur", "kegiatan", "waktu", "status"],
        ["Kecamatan Satu", "S1", "waktu", "Menambah loket <cepat>", "TW III", "selesai"],
        ["", "TAHUNAN", "waktu", "Pembinaan seluruh unit", "TW IV", ""],
    ]
    instansi = [["kunci", "nilai"], ["nama", "Pemerintah Kabupaten Uji & Coba"], ["bobot", "1/9"], ["ikm_tercetak", "81,23"]]
    riwayat = [["upp", "tahun", "ikm"], ["", tahun - 1, "79.50"], ["Kecamatan Satu", tahun - 1, "78.00"]]
    folder = tulis_csv(f"kecil-{tahun}", upp=upp, hasil=hasil, rtl=rtl, instansi=instansi, riwayat=riwayat)
    isi_instansi(engine, folder, tahun)


def instansi_besar(engine: Engine, tulis_csv: TulisCsv, banyak: int, tahun: int = 2022) -> None:
    """`banyak` units with a result and an RTL each."""
    nama = [f"Kecamatan Nomor {i}" for i in range(1, banyak + 1)]
    upp = [["nama", "jenis"], *[[n, "Kecamatan"] for n in nama]]
    hasil = [
        ["upp", "periode", *UNSUR, "jumlah_responden"],
        *[[n, "TAHUNAN", *_nilai(3 + i / 100), 25] for i, n in enumerate(nama)],
    ]
    rtl = [["upp", "periode", "unsur", "kegiatan"], *[[n, "TAHUNAN", "waktu", "Menambah loket"] for n in nama]]
    isi_instansi(engine, tulis_csv(f"besar-{banyak}", upp=upp, hasil=hasil, rtl=rtl), tahun)


def _nilai(dasar: float, **lain: float) -> list[str]:
    return [f"{lain.get(u, dasar):.2f}" for u in UNSUR]
