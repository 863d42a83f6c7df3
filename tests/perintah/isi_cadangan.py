"""An instance with something of everything that a backup saves, and archives that were tampered with."""

import json
import stat
from datetime import UTC, datetime
from hashlib import sha256
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from rtl_tracker.config import read_settings
from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.arsip_cadangan import KOSONG
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.bukti_repository import tambah_bukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.versi_repository import IsiBeku, VersiLaporan, tambah_versi
from tests.perintah.conftest import UNSUR

KINI = datetime(2023, 3, 1, 2, 0, tzinfo=UTC)
BUKTI, DOCX = b"surat tugas " * 40_000, b"laporan yang disahkan"
HASIL = [["Dinas A", "S1", *["80"] * 9, "80", "40"], ['Dinas <B> & "C"', "S1", *["90"] * 9, "90", "1"]]


def isi_instansi(folder, tulis_csv, jalankan):
    """Two results, a plan with a file of bukti, a frozen version, hidden leftovers; the settings must name `folder`."""
    buku = tulis_csv(
        upp=[["nama"], ["Dinas A"], ['Dinas <B> & "C"']],
        hasil=[["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden"], *HASIL],
    )
    assert jalankan("impor", buku, "--tahun", 2022)[0] == 0
    hash_ = GudangBukti(folder / "bukti", folder / "bukti-tampil").simpan(BUKTI)
    (folder / "laporan" / "versi-k").mkdir(parents=True)
    (folder / "laporan" / "versi-k" / "a.docx").write_bytes(DOCX)
    (folder / "laporan" / ".paket-x").mkdir()
    (folder / "laporan" / ".paket-x" / "paket.zip").write_bytes(b"setengah jadi")
    sidik = {"docx": sha256(DOCX).hexdigest()}
    permintaan = PermintaanDokumen(JenisDokumen.TAHUNAN, 2022)
    engine = buat_engine(read_settings().database_url)
    with session_tulis(engine) as session:
        (rtl_id,) = tambah_rtl(session, [Rtl(0, None, 2022, Periode.S1, Unsur.WAKTU, "", "Menambah loket")])
        tambah_bukti(session, Bukti(0, rtl_id, JenisBukti.BERKAS, sha256=hash_, nama_berkas="a.pdf"), None, KINI)
        versi = VersiLaporan(0, "k", permintaan, 0, "Laporan", "", "versi-k/a.docx", sidik, "Uji", KINI)
        versi = tambah_versi(session, versi, IsiBeku({}, [], {}, []), None)
        catat_jejak(
            session, pelaku_program(), KINI, JenisJejak.LAPORAN_DISAHKAN, Objek.LAPORAN, versi.id,
            catatan="Laporan versi 1", rincian={"sidik": sidik},
        )  # fmt: skip
    engine.dispose()


def tulis_ulang(arsip, tujuan, *tambahan, ubah=lambda manifes: None, tanpa=(), daftarkan=True):
    """The archive with further entries (ZipInfo, content, compression), sealed anew; `ubah` alters its manifest."""
    with ZipFile(arsip) as asal:
        isi = {n: asal.read(n) for n in asal.namelist() if n not in tanpa}
    manifes = json.loads(isi.pop("manifes.json"))
    semua = [*((ZipInfo(n), b, ZIP_STORED) for n, b in isi.items()), *tambahan]
    if daftarkan:
        baru = [{"nama": i.filename, "ukuran": len(b), "sha256": sha256(b).hexdigest()} for i, b, _ in tambahan]
        manifes["isi"] = [*manifes["isi"], *baru]
    ubah(manifes)
    with ZipFile(tujuan, "w") as zip_:
        for info, b, cara in [*semua, (ZipInfo("manifes.json"), json.dumps(manifes).encode(), ZIP_STORED)]:
            zip_.writestr(info, b, cara)
        zip_.comment = KOSONG
    segel = sha256(tujuan.read_bytes()).hexdigest().encode()
    tujuan.write_bytes(tujuan.read_bytes()[:-64] + segel)
    return tujuan


def tautan(nama):
    info = ZipInfo(nama)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info
