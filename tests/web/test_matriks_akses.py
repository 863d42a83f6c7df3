"""Every endpoint, called as every role and as a stranger to the unit: a page, a refusal, or "there is no such thing"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.routing import Rule

from rtl_tracker.app import create_app
from rtl_tracker.config import read_settings
from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.jawaban import Jawaban, Saluran
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.media import CatatanMedia, Media
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Izin, Pelaku, Peran, pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.jobs import buat_antrean
from rtl_tracker.storage import (
    bukti_repository,
    jawaban_repository,
    media_repository,
    penyampaian_repository,
    rtl_repository,
    templat_repository,
    upp_repository,
    versi_repository,
)
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.impor_jawaban_repository import catat_impor_jawaban
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pekerjaan_repository import buat_pekerjaan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.tables import JawabanTabel
from rtl_tracker.storage.versi_repository import IsiBeku, VersiLaporan
from rtl_tracker.usecases.calon_publikasi import susun_calon
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.usecases.terbitkan_hasil import simpan_publikasi
from rtl_tracker.web.shared.akses import Cakupan, syarat_endpoint
from tests.web.akun import buat_akun, id_upp, masuk
from tests.web.instansi import instansi_kecil

TAHUN = 2022
# What each role may do, written down a second time on purpose: a slip in the program's own table must show here.
BOLEH: dict[Peran, set[Izin]] = {
    Peran.OPERATOR_UPP: {
        Izin.LIHAT_HASIL, Izin.LIHAT_PENYAMPAIAN, Izin.ISI_HASIL, Izin.TULIS_RTL, Izin.LAPOR_REALISASI, Izin.KIRIM_PENYAMPAIAN,
        Izin.KELOLA_SURVEI, Izin.JELASKAN_TEMUAN, Izin.SUNTING_NASKAH,
    },
    Peran.ORGANISASI: set(Izin),
    Peran.INSPEKTUR: {
        Izin.LIHAT_HASIL, Izin.LIHAT_PENYAMPAIAN, Izin.LIHAT_PERSENTASE, Izin.VERIFIKASI_REALISASI, Izin.CATAT_PEMERIKSAAN,
        Izin.LIHAT_PAPAN, Izin.LIHAT_JEJAK,
    },
    Peran.PIMPINAN: {Izin.LIHAT_HASIL, Izin.LIHAT_PENYAMPAIAN, Izin.LIHAT_PERSENTASE},
}  # fmt: skip


# Making a report takes its time, and without one there is no file to fetch: for those who may, tests of their own.
DIUJI_SENDIRI = frozenset(
    {
        "dokumen.susun",
        "dokumen.paket",
        "dokumen.sahkan",
        "dokumen_unit.susun",
        "dokumen_unit.sahkan",
        "kerja.unduh",
        "pengaturan.logo",
        "publikasi_bawaan.lembar_instansi",
        "publikasi_bawaan.lembar_unit",
        "versi.unduh",
    }
)


@dataclass(frozen=True)
class Pemanggil:
    """Somebody who calls: his role, whether the unit of the objects is his, whether he reaches all units."""

    nama: str
    peran: Peran | None
    milik: bool
    semua: bool
    klien: FlaskClient


@dataclass(frozen=True)
class Panggung:
    """The application with one object of every kind, and everybody who may call."""

    app: Flask
    isi: dict[str, object]
    pemanggil: tuple[Pemanggil, ...]


@pytest.fixture(scope="module")
def panggung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panggung]:
    folder = tmp_path_factory.mktemp("matriks")
    settings = read_settings({"RTL_DATA_DIR": str(folder), "RTL_SECRET_KEY": "uji", "RTL_SOFFICE": "/bin/false"})
    engine = buat_engine(settings.database_url)
    migrasikan(engine)

    def tulis_csv(nama: str, **lembar: list[list[object]]) -> Path:
        tujuan = folder / nama
        tujuan.mkdir()
        for judul, baris in lembar.items():
            teks = "\n".join(",".join('"' + str(s).replace('"', '""') + '"' for s in satu) for satu in baris)
            (tujuan / f"{judul}.csv").write_text(teks + "\n", encoding="utf-8")
        return tujuan

    instansi_kecil(engine, tulis_csv, TAHUN)
    antrean = buat_antrean(settings)
    antrean.mulai_di_proses_ini()
    app = create_app(settings, antrean)
    app.config["WTF_CSRF_ENABLED"] = False
    upp_id, lain = id_upp(engine, "Kecamatan Satu"), id_upp(engine, "Badan Arsip")
    yield Panggung(app, _objek(engine, upp_id), tuple(_pemanggil(app, engine, upp_id, lain)))
    antrean.hentikan()
    engine.dispose()


def _objek(engine: Engine, upp_id: int) -> dict[str, object]:
    now = datetime.now(UTC)
    with session_tulis(engine) as session:
        rtl = Rtl(0, upp_id, TAHUN, Periode.S2, Unsur.WAKTU, "", "Menambah loket", status=StatusRtl.BERJALAN)
        (rtl_id,) = rtl_repository.tambah_rtl(session, [rtl])
        tautan = Bukti(0, rtl_id, JenisBukti.TAUTAN, tautan="https://contoh.go.id/foto")
        bukti = bukti_repository.tambah_bukti(session, tautan, None, now)
        berkas = Penyampaian(upp_id, TAHUN, Periode.S1, status=StatusPenyampaian.DRAF)
        penyampaian = penyampaian_repository.simpan_penyampaian(session, berkas)
        permintaan = PermintaanDokumen(JenisDokumen.UPP, TAHUN, upp_id=upp_id)
        buat_pekerjaan(session, "kerja", Pesanan(JenisKerja.DOKUMEN, permintaan), now)
        beku = VersiLaporan(0, "kode-publik", permintaan, 0, "Laporan", "", "x/y.docx", {}, "Sari", now)
        versi = versi_repository.tambah_versi(session, beku, IsiBeku({}, [], {}, []), None)
        survei = jawaban_repository.id_survei(session, Survei(upp_id, TAHUN, Periode.S1))
        jawaban_repository.tambah_jawaban(session, survei, "k", Jawaban((4,) * 9, date(TAHUN, 3, 1), Saluran.KERTAS), now)
        jawaban_id = session.query(JawabanTabel.id).scalar()
        impor_id = catat_impor_jawaban(session, now, TAHUN, survei, "jawaban.csv", "a" * 64, 0, "Sari")
        templat = templat_repository.tambah_templat(session, JenisDokumen.TAHUNAN, "Kop.docx", b"PK", [], "Sari", now)
        (layanan_id,) = upp_repository.id_layanan(session, {(upp_id, "Surat pengantar")}).values()
        media = media_repository.tambah_media(
            session,
            CatatanMedia(0, upp_id, TAHUN, Periode.S1, now.date(), Media.SITUS_WEB, tautan="https://contoh.go.id"),
            None,
            now,
        )
        lingkungan = LingkunganDokumen("http://127.0.0.1", GudangBukti(Path("bukti"), Path("tampil")))
        simpan_publikasi(
            session, pelaku_program(), now, susun_calon(session, TAHUN, Periode.TAHUNAN, lingkungan), "publikasi-contoh", {}
        )
        kunci = next(t.kunci for t in muat_temuan_tahun(session, TAHUN, now.date()).temuan if t.upp_id == upp_id)
    return {
        "upp_id": upp_id, "layanan_id": layanan_id, "nomor": 1, "rtl_id": rtl_id, "bukti_id": bukti.id, "media_id": media.id,
        "penyampaian_id": penyampaian.id, "jawaban_id": jawaban_id, "impor_id": impor_id, "tahun": TAHUN, "periode": Periode.S1,
        "lebar": 320, "nama": "tren", "poster": "a4", "berkas": "docx", "kunci": kunci, "bentuk": "docx", "pekerjaan_id": "kerja",
        "versi_id": versi.id, "templat_id": templat.id, "jenis": JenisDokumen.TAHUNAN, "kode": "kode-publik", "blok": "kata_pengantar",
        "filename": "css/bootstrap.min.css", "pengguna_id": buat_akun(engine, Peran.PIMPINAN, None, "Akun yang dikelola"),
    }  # fmt: skip


def _pemanggil(app: Flask, engine: Engine, upp_id: int, lain: int) -> Iterator[Pemanggil]:
    yield Pemanggil("tanpa akun", None, False, False, app.test_client())
    for nama, peran, unit in (
        ("operator unit ini", Peran.OPERATOR_UPP, upp_id),
        ("operator unit lain", Peran.OPERATOR_UPP, lain),
        ("organisasi", Peran.ORGANISASI, None),
        ("inspektur", Peran.INSPEKTUR, None),
        ("pimpinan unit ini", Peran.PIMPINAN, upp_id),
        ("pimpinan unit lain", Peran.PIMPINAN, lain),
        ("pimpinan instansi", Peran.PIMPINAN, None),
    ):
        klien = masuk(app, engine, buat_akun(engine, peran, unit, nama)).mentah
        yield Pemanggil(nama, peran, unit in (None, upp_id), unit is None, klien)


def _aturan(app: Flask) -> list[tuple[Rule, str]]:
    """(rule, method) of every endpoint; the log-out last, because it ends the log-in."""
    semua = [(r, m) for r in app.url_map.iter_rules() for m in sorted((r.methods or set()) - {"HEAD", "OPTIONS"})]
    return sorted(semua, key=lambda x: (x[0].endpoint == "auth.keluar", x[0].rule, x[1]))


def _diharap(app: Flask, aturan: Rule, p: Pemanggil) -> str:
    syarat = syarat_endpoint(app, aturan.endpoint)
    assert syarat is not None, aturan.endpoint
    if syarat.cakupan is Cakupan.PUBLIK:
        return "halaman"
    if aturan.endpoint == "auth.keluar":
        return "masuk"
    if p.peran is None:
        return "masuk"
    if syarat.cakupan is Cakupan.UNIT and not p.milik:
        return "tidak ada"
    if syarat.izin is not None and syarat.izin not in BOLEH[p.peran]:
        return "ditolak"
    return "ditolak" if syarat.cakupan is Cakupan.INSTANSI and not p.semua else "halaman"


def _alamat(panggung: Panggung) -> dict[str, str]:
    """An address of every rule that names the objects of the stage."""
    dokumen = {"periode": Periode.TAHUNAN, "blok": "kata_pengantar", "tahun": TAHUN, "upp_id": panggung.isi["upp_id"]}
    isi = {"static": {"filename": "gaya.css"}}
    with panggung.app.test_request_context():
        return {
            r.rule: panggung.app.url_for(r.endpoint, **isi.get(r.endpoint, _isian(panggung, r, dokumen)))
            for r, _ in _aturan(panggung.app)
        }


def _isian(panggung: Panggung, r: Rule, dokumen: dict[str, object]) -> dict[str, object]:
    """Values for the parts of an address; a document of the instansi is of another kind than one of a unit."""
    if r.endpoint.partition(".")[0] not in ("dokumen", "dokumen_unit"):
        return {k: panggung.isi[k] for k in r.arguments}
    jenis = JenisDokumen.UPP if r.endpoint.startswith("dokumen_unit") else JenisDokumen.TAHUNAN
    return {k: jenis if k == "jenis" else dokumen[k] for k in r.arguments}


def _nyata(p: Pemanggil, metode: str, alamat: str, teks_asing: str) -> str:
    jawaban = p.klien.open(alamat, method=metode)
    if jawaban.status_code == 303 and "/masuk" in jawaban.headers["Location"]:
        return "masuk"
    if jawaban.status_code == 403:
        return "ditolak"
    if jawaban.status_code == 404 and teks_asing in jawaban.get_data(as_text=True):
        return "tidak ada"
    assert jawaban.status_code < 500, (p.nama, metode, alamat, jawaban.status_code)
    return "halaman"


def test_every_endpoint_answers_every_role_as_declared_and_hides_units_from_strangers(panggung: Panggung):
    salah = []
    alamat = _alamat(panggung)
    for aturan, metode in _aturan(panggung.app):
        for p in panggung.pemanggil:
            diharap = _diharap(panggung.app, aturan, p)
            if aturan.endpoint in DIUJI_SENDIRI and diharap == "halaman":
                continue
            nyata = _nyata(p, metode, alamat[aturan.rule], "Alamat ini tidak ada")
            if nyata != diharap:
                salah.append((p.nama, metode, aturan.rule, diharap, nyata))
    assert salah == [], "\n".join(map(str, salah))


def test_no_permission_is_given_that_is_not_written_down_here():
    from rtl_tracker.domain.izin import boleh

    for peran in Peran:
        pelaku = Pelaku(1, "x", peran)
        assert {izin for izin in Izin if boleh(pelaku, izin)} == BOLEH[peran]
