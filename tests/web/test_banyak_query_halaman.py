"""Every page of every area asks the database as many questions for much as for little: units, RTL, records, accounts, bukti."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bench.pembangkit_rtl import UkuranRtl, isi_instansi_rtl
from rtl_tracker.app import create_app
from rtl_tracker.config import read_settings
from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.jawaban import Jawaban, Saluran
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import TABEL_PERAN, Pelaku, Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.jobs import buat_antrean
from rtl_tracker.storage import (
    bukti_repository,
    jawaban_repository,
    penyampaian_repository,
    rtl_repository,
    templat_repository,
    upp_repository,
    versi_repository,
)
from rtl_tracker.storage.hasil_repository import tambah_hasil
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pekerjaan_repository import buat_pekerjaan
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.penjelasan_repository import Penjelasan, tambah_penjelasan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.tables import JawabanTabel, SurveiTabel
from rtl_tracker.storage.versi_repository import IsiBeku, VersiLaporan
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.usecases.verifikasi_jejak import verifikasi_jejak
from rtl_tracker.web.shared.akses import Cakupan
from tests.usecases.isi_publikasi import terbitkan
from tests.web.akun import buat_akun, masuk
from tests.web.daftar_endpoint import DAFTAR_ENDPOINT
from tests.web.hitung_query import hitung_query

TAHUN, KINI = 2024, datetime(2025, 2, 3, tzinfo=UTC)
PALING_BANYAK = 80
PERAN = (Peran.OPERATOR_UPP, Peran.ORGANISASI, Peran.INSPEKTUR)
DAFTAR_NILAI = re.compile(r"\?(, \?)+")
# Files and charts: they ask for the object, and then read or draw one file.
BUKAN_HALAMAN = frozenset(
    {
        "static", "bootstrap.static", "bukti.unduh", "bukti.gambar", "grafik.instansi", "grafik.upp", "kerja.unduh",
        "pengaturan.logo", "templat.unduh", "templat.unduh_bawaan", "versi.unduh",
        "isi_survei.data", "kirim_survei.saran", "isi_survei.tanya",
        "media.gambar", "media.unduh", "publikasi_bawaan.lembar_instansi", "publikasi_bawaan.lembar_unit",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Banyaknya:
    """How much there is of everything. `satuan`: RTL of one dossier, bukti, accounts, UPT of the unit, layanan."""

    upp: int
    satuan: int
    jejak: int


@dataclass(frozen=True)
class Kantor:
    """The application on an instansi of one size: an object of every kind, and somebody of every role."""

    app: Flask
    db: Engine
    isi: dict[str, object]
    klien: dict[Peran, FlaskClient]

    def ubah(self, nomor: int) -> None:
        """Something changes, so that nothing is kept any more."""
        with session_tulis(self.db) as session:
            simpan_pengaturan(session, TAHUN, {"tempat": f"Kota {nomor}"})

    def tanya(self, endpoint: str, peran: Peran) -> list[str]:
        """The questions of one look at the page."""
        with self.app.test_request_context():
            nama = next(r for r in self.app.url_map.iter_rules(endpoint)).arguments
            alamat = url_for(endpoint, **{n: (self.isi | _dokumen(endpoint))[n] for n in nama})
        with hitung_query() as query:
            jawaban = self.klien[peran].get(alamat)
        assert jawaban.status_code in (200, 303), alamat
        return [DAFTAR_NILAI.sub("?", satu) for satu in query]


def _dokumen(endpoint: str) -> dict[str, object]:
    """What the address of a document names besides its owner."""
    if endpoint.partition(".")[0] not in ("dokumen", "dokumen_unit"):
        return {}
    jenis = JenisDokumen.UPP if endpoint.startswith("dokumen_unit") else JenisDokumen.TAHUNAN
    return {"jenis": jenis, "periode": Periode.TAHUNAN}


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Kantor, Kantor]]:
    semua = []
    for banyaknya in (Banyaknya(upp=8, satuan=3, jejak=5), Banyaknya(upp=40, satuan=30, jejak=60)):
        folder = tmp_path_factory.mktemp("kantor")
        settings = read_settings({"RTL_DATA_DIR": str(folder), "RTL_SECRET_KEY": "uji", "RTL_SOFFICE": "/bin/false"})
        db = buat_engine(settings.database_url)
        migrasikan(db)
        orang = isi_instansi_rtl(db, UkuranRtl(upp=banyaknya.upp, tahun=(TAHUN - 1, TAHUN), rtl=2, jejak=0))
        app = create_app(settings, buat_antrean(settings))
        isi = _objek(db, orang.akun[Peran.OPERATOR_UPP], banyaknya)
        terbitkan(db, TAHUN, Periode.TW1)
        semua.append(Kantor(app, db, isi, {p: masuk(app, db, satu.id or 0).mentah for p, satu in orang.akun.items()}))
    yield semua[0], semua[1]
    for satu in semua:
        satu.db.dispose()


def _objek(db: Engine, operator: Pelaku, banyaknya: Banyaknya) -> dict[str, object]:
    """Objects of the operator's unit that hold as much as they can: what the addresses name."""
    upp_id, n = operator.upp_id or 0, banyaknya.satuan
    permintaan = PermintaanDokumen(JenisDokumen.UPP, TAHUN, upp_id=upp_id)
    with session_tulis(db) as session:
        for i in range(n):
            upp_repository.tambah_upp(session, {"nama": f"UPT Nomor {i}", "induk_id": upp_id})
            buat_pekerjaan(session, f"kerja{i}", Pesanan(JenisKerja.DOKUMEN, permintaan), KINI)
            beku = VersiLaporan(0, f"kode{i}", permintaan, 0, "Laporan", "", "x/y.docx", {}, "Sari", KINI)
            versi = versi_repository.tambah_versi(session, beku, IsiBeku({}, [], {}, []), None)
            templat = templat_repository.tambah_templat(session, JenisDokumen.TAHUNAN, f"Kop {i}.docx", b"PK", [], "Sari", KINI)
        _layanan(session, upp_id, n)
        jawaban_id = _survei(session, upp_id, n)
        berkas = Penyampaian(upp_id, TAHUN, Periode.S1, status=StatusPenyampaian.DRAF)
        draf = penyampaian_repository.simpan_penyampaian(session, berkas)
        asal, *_ = rtl_repository.tambah_rtl(session, [_rtl(upp_id, TAHUN - 1, StatusRtl.TIDAK_DILAKSANAKAN)])
        rencana = [_rtl(upp_id, TAHUN, StatusRtl.DIRENCANAKAN, asal_id=asal) for _ in range(n)]
        rtl_id, *_ = rtl_repository.tambah_rtl(session, rencana)
        rtl_repository.tambah_rtl(session, [_rtl(upp_id, TAHUN, StatusRtl.BERJALAN, asal_id=rtl_id) for _ in range(n)])
        rtl_repository.tambah_rtl(session, [_rtl(upp_id + 1, TAHUN, StatusRtl.SELESAI, bukti=("https://contoh.example/0",))])
        for i in range(n):
            tautan = Bukti(0, rtl_id, JenisBukti.TAUTAN, tautan=f"https://contoh.example/{i}", pengunggah=operator.nama)
            bukti = bukti_repository.tambah_bukti(session, tautan, operator.id, KINI)
        for _, (jenis, objek, id_) in product(range(banyaknya.jejak), _peristiwa(draf.id or 0, rtl_id, upp_id)):
            catat_jejak(session, operator, KINI, jenis, objek, id_, upp_id=upp_id)
    akun = [buat_akun(db, Peran.PIMPINAN, upp_id) for _ in range(n)]
    with session_tulis(db) as session:
        layanan_id = next(iter(upp_repository.layanan_unit(session, upp_id)))
    return {
        "layanan_id": layanan_id, "nomor": 1, "poster": "a4", "berkas": "docx",
        "jawaban_id": jawaban_id, "upp_id": upp_id, "rtl_id": rtl_id, "bukti_id": bukti.id, "penyampaian_id": draf.id, "tahun": TAHUN,
        "periode": Periode.S1, "pekerjaan_id": "kerja0", "versi_id": versi.id, "templat_id": templat.id, "jenis": JenisDokumen.TAHUNAN, "kode": "kode0", "blok": "kata_pengantar", "pengguna_id": akun[0], "kunci": _kunci(db, upp_id),
    }  # fmt: skip


def _kunci(db: Engine, upp_id: int) -> str:
    """A finding of the unit, every second one of which is explained."""
    with session_tulis(db) as session:
        temuan = muat_temuan_tahun(session, TAHUN, KINI.date())
        assert temuan.temuan
        for satu in {t.kunci: t for t in temuan.temuan[::2]}.values():
            penjelasan = Penjelasan(satu.kunci, satu.upp_id, satu.aturan, "Memang demikian.", "Penguji", KINI)
            tambah_penjelasan(session, TAHUN, penjelasan, None)
        return next(t.kunci for t in temuan.temuan if t.upp_id == upp_id)


def _layanan(session: Session, upp_id: int, banyak: int) -> None:
    """Layanan of the unit, each with a result of the open dossier."""
    layanan = upp_repository.id_layanan(session, {(upp_id, f"Layanan {i}") for i in range(banyak)})
    milik = [id_ for (unit, _), id_ in layanan.items() if unit == upp_id]
    nilai = {"nilai": {u.value: "3.10" for u in Unsur}, "konversi_tercetak": {}, "jumlah_responden": 30}
    tambah_hasil(session, TAHUN, [{"upp_id": upp_id, "layanan_id": id_, "periode": Periode.S1, **nilai} for id_ in milik])


def _survei(session: Session, upp_id: int, banyak: int) -> int:
    """A survey of every unit, with answers; of the operator's own unit more, some of them the same; returns the id of one."""
    for upp in upp_repository.list_upp(session):
        survei = jawaban_repository.id_survei(session, Survei(upp.id, TAHUN, Periode.S1))
        layanan: list[int | None] = [None, *upp_repository.layanan_unit(session, upp.id)]
        for i in range(banyak * 3 if upp.id == upp_id else 2):
            isi = Jawaban(
                (3,) * 8 + (4,),
                KINI.date() - timedelta(days=i % 9),
                usia="19-25",
                saran=f"Antrean {i % 4}",
                saluran=Saluran.KERTAS,
            )
            jawaban_repository.tambah_jawaban(session, survei, f"{upp.id}-{i}", isi, KINI, layanan_id=layanan[i % len(layanan)])
    satu = select(JawabanTabel.id).join(SurveiTabel, SurveiTabel.id == JawabanTabel.survei_id)
    return session.scalars(satu.where(SurveiTabel.upp_id == upp_id).limit(1)).one()


def _rtl(upp_id: int, tahun: int, status: StatusRtl, **lain: object) -> Rtl:
    return Rtl(0, upp_id, tahun, Periode.S1, Unsur.WAKTU, "", "Menambah loket", status=status, **lain)


def _peristiwa(berkas_id: int, rtl_id: int, upp_id: int) -> list[tuple[JenisJejak, Objek, int]]:
    return [
        (JenisJejak.PENYAMPAIAN_BERUBAH, Objek.PENYAMPAIAN, berkas_id),
        (JenisJejak.RTL_DIUBAH, Objek.RTL, rtl_id),
        (JenisJejak.UPP_DIUBAH, Objek.UPP, upp_id),
        (JenisJejak.KALENDER_DIUBAH, Objek.TAHUN, TAHUN),
    ]


def _boleh(peran: Peran, endpoint: str) -> bool:
    """Whether the role opens this page; the operator has one unit, the others all of them and none of their own."""
    metode, _, syarat = DAFTAR_ENDPOINT[endpoint]
    operator = peran is Peran.OPERATOR_UPP
    if metode != "GET" or endpoint in BUKAN_HALAMAN:
        return False
    if (syarat.cakupan is Cakupan.INSTANSI and operator) or (endpoint in ("unit.pilih", "pantau.milik_saya") and not operator):
        return False
    return syarat.izin is None or syarat.izin in TABEL_PERAN[peran].izin


HALAMAN = [(endpoint, peran) for endpoint in DAFTAR_ENDPOINT for peran in PERAN if _boleh(peran, endpoint)]


@pytest.mark.parametrize(("endpoint", "peran"), HALAMAN, ids=lambda x: str(getattr(x, "value", x)))
def test_much_costs_as_many_queries_as_little(kantor: tuple[Kantor, Kantor], endpoint: str, peran: Peran):
    nomor = HALAMAN.index((endpoint, peran))
    for satu in kantor:
        satu.ubah(nomor)
    for _ in ("after a change", "kept"):
        sedikit, banyak = (satu.tanya(endpoint, peran) for satu in kantor)
        assert Counter(banyak) - Counter(sedikit) == Counter()
        assert len(banyak) == len(sedikit) <= PALING_BANYAK


def test_the_sizes_are_as_different_as_they_are_meant_to_be(kantor: tuple[Kantor, Kantor]):
    unit, rtl = [], []
    for satu in kantor:
        with pabrik_session(satu.db)() as session:
            unit.append(len(upp_repository.list_upp(session)))
            rtl.append(len(rtl_repository.list_rtl(session, tahun=TAHUN, periode=Periode.S1)))
    assert (unit, rtl) == ([11, 70], [7, 61])


def test_the_trail_of_a_generated_instansi_holds(engine_sqlite: Engine):
    isi_instansi_rtl(engine_sqlite, UkuranRtl(upp=6, tahun=(TAHUN,), jejak=600))
    with pabrik_session(engine_sqlite)() as session:
        hasil = verifikasi_jejak(session)
    assert (hasil.putus, hasil.kepala.banyak) == ((), 600)
