"""Every page that an account may open, with addresses of objects in every state: made from the inventory of endpoints."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import unit_terjangkau
from rtl_tracker.domain.jawaban import Saluran
from rtl_tracker.domain.penyampaian import Penyampaian, terbuka
from rtl_tracker.domain.peran import TABEL_PERAN
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.pengguna_repository import Pengguna, induk_menurut_upp, list_pengguna
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.storage.rtl_repository import list_rtl
from rtl_tracker.storage.session import buat_engine
from rtl_tracker.storage.tables import JawabanTabel, SurveiTabel
from rtl_tracker.storage.templat_repository import list_templat
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.web.shared.akses import Cakupan, Syarat
from tests.web.daftar_endpoint import DAFTAR_ENDPOINT

BUKAN_HALAMAN = frozenset(
    {
        "bootstrap.static", "static", "bukti.gambar", "bukti.unduh", "cetak_survei.kuesioner", "cetak_survei.poster",
        "grafik.instansi", "grafik.upp", "jejak.unduh",
        "kerja.kemajuan_json", "kerja.unduh", "media.gambar", "media.unduh", "pantau.unduh", "pantau.unduh_saran",
        "pantau.unduh_terbaru", "papan.surat", "papan.unduh", "pemeriksaan.unduh",
        "pemeriksaan.unduh_unit", "pengaturan.logo", "persentase.unduh",
        "publikasi_bawaan.data_csv_tahun", "publikasi_bawaan.data_json_tahun", "publikasi_bawaan.lembar_instansi",
        "publikasi_bawaan.lembar_unit", "templat.unduh", "templat.unduh_bawaan", "versi.unduh",
    }
)  # fmt: skip
DIJALANI_SENDIRI = frozenset(
    {
        "isi_survei.data", "kirim_survei.saran", "isi_survei.tanya", "survei.depan", "survei.kios", "survei.kios_layanan", "survei.layanan",
        "survei.terima_kasih", "survei.unit",
        "publikasi.depan", "publikasi.tahun", "publikasi.unit", "publikasi_bawaan.sematan_instansi", "publikasi_bawaan.sematan_unit",
    }
)  # fmt: skip
"""Pages of citizens, which need no account but a questionnaire under way: tests/e2e/test_survei_warga_layar.py and
test_publikasi_layar.py look at each."""
MENERUSKAN = frozenset(
    {
        "antrean.berikut", "beranda.depan", "kerja.terbaru", "moderasi.pulihkan", "moderasi.sisihkan", "pantau.milik_saya",
        "terbit.terbaru", "unit.pilih",
    }
)  # fmt: skip
HALAMAN = {
    endpoint: (alamat, syarat)
    for endpoint, (metode, alamat, syarat) in DAFTAR_ENDPOINT.items()
    if metode == "GET" and endpoint not in BUKAN_HALAMAN | MENERUSKAN | DIJALANI_SENDIRI
}
MASIH_TERBUKA = frozenset({"hasil.impor", "hasil.isi", "hasil.nihil", "rtl.tambah", "rtl.ubah"})
TAHUN, TAHUN_DEPAN = 2021, 2022
PUBLIK_BERISI = "sahih.satu"
TAHUNAN = {"tahun": TAHUN, "jenis": "tahunan", "periode": "TAHUNAN"}
LAPORAN_UNIT = {"tahun": TAHUN, "jenis": "upp", "periode": "TAHUNAN"}
NAMA_BAGIAN = re.compile(r"<(?:\w+:)?(\w+)>")
Isian = dict[str, Any]


@dataclass(frozen=True)
class Alamat:
    """A page to visit."""

    endpoint: str
    jalur: str


class Demo:
    """What an account of the demo reaches: one example of every state."""

    def __init__(self, session: Session, akun: Pengguna, pekerjaan: str) -> None:
        """`pekerjaan`: the id of a report that was asked for."""
        semua = [u.id for u in list_upp(session)]
        jangkauan = semua if akun.upp_id is None else sorted(unit_terjangkau(akun.upp_id, induk_menurut_upp(session)))
        self.akun, self.pekerjaan, self.upp = akun, pekerjaan, jangkauan
        self.berkas = _satu_tiap([*list_penyampaian(session, upp_id=jangkauan), *self._belum(session)], _keadaan_berkas)
        semua_rtl = list_rtl(session, upp_id=jangkauan)
        self.rtl = _satu_tiap(semua_rtl, lambda r: r.status)
        buka = {(b.upp_id, b.tahun, b.periode) for b in list_penyampaian(session, upp_id=jangkauan) if terbuka(b)}
        self.rtl_terbuka = [r for r in semua_rtl if (r.upp_id, r.tahun, r.periode) in buka]
        self.temuan = muat_temuan_tahun(session, TAHUN, date.today()).temuan
        self.templat = [t.id for t in list_templat(session)]
        self.jawaban = _jawaban_pertama(session, jangkauan)
        self.lembar = session.execute(
            select(JawabanTabel.id, SurveiTabel.upp_id, SurveiTabel.tahun, SurveiTabel.periode)
            .join(SurveiTabel)
            .where(JawabanTabel.saluran == Saluran.KERTAS)
        ).all()
        self.pengguna = [p.id for p in list_pengguna(session) if p.id != akun.id]

    def isian(self, endpoint: str, nama: Sequence[str]) -> list[Isian]:
        """Values for the parts of an address. Raises KeyError for parts that nobody has thought of yet."""
        sumber: dict[tuple[str, ...], Callable[[], list[Isian]]] = {
            (): lambda: [{}],
            ("tahun",): lambda: [{"tahun": TAHUN}],
            ("upp_id",): lambda: [{"upp_id": self.upp[0]}],
            ("tahun", "upp_id"): lambda: [{"tahun": TAHUN, "upp_id": self.upp[0]}],
            ("upp_id", "tahun", "periode"): lambda: self._tempat(endpoint),
            ("tahun", "periode"): lambda: [{"tahun": TAHUN, "periode": "TAHUNAN"}],
            ("tahun", "kunci"): lambda: self._temuan(None),
            ("upp_id", "tahun", "kunci"): lambda: self._temuan(*self.upp),
            ("rtl_id",): lambda: self._rtl(endpoint),
            ("pengguna_id",): lambda: [{"pengguna_id": self.pengguna[0]}],
            ("kode",): lambda: [{"kode": "kode-versi-contoh"}],
            ("versi_id",): lambda: [{"versi_id": 1}] if self.akun.upp_id is None else [],
            ("nomor",): lambda: [{"nomor": 1}],
            ("jenis",): lambda: [{"jenis": "tahunan"}],
            ("templat_id",): lambda: [{"templat_id": id_} for id_ in self.templat],
            ("tahun", "jenis", "periode"): lambda: [TAHUNAN],
            ("tahun", "jenis", "periode", "blok"): lambda: [{**TAHUNAN, "blok": "indeks"}],
            ("upp_id", "tahun"): lambda: [{"upp_id": self.upp[0], "tahun": TAHUN}],
            ("upp_id", "tahun", "jenis", "periode"): lambda: [{**LAPORAN_UNIT, "upp_id": self.upp[0]}],
            ("upp_id", "tahun", "jenis", "periode", "blok"): lambda: [
                {**LAPORAN_UNIT, "upp_id": self.upp[0], "blok": "kata_pengantar"}
            ],
            ("upp_id", "tahun", "periode", "kode"): lambda: [{**satu, "kode": "0" * 64} for satu in self._tempat(endpoint)[:1]],
            ("upp_id", "tahun", "periode", "jawaban_id"): lambda: self._lembar(),
            ("jawaban_id",): lambda: [{"jawaban_id": id_} for id_ in self.jawaban],
            ("pekerjaan_id",): lambda: [{"pekerjaan_id": self.pekerjaan}] if self.akun.upp_id is None else [],
        }
        return sumber[tuple(nama)]()

    def _tempat(self, endpoint: str) -> list[Isian]:
        tempat = [b for b in self.berkas if endpoint not in MASIH_TERBUKA or terbuka(b)]
        if endpoint in ("hasil.isi", "hasil.nihil"):
            tempat = [b for b in tempat if b.id is None]
        hasil = [{"upp_id": b.upp_id, "tahun": b.tahun, "periode": b.periode.value} for b in tempat]
        return hasil[:1] if endpoint in MASIH_TERBUKA else hasil

    def _temuan(self, *upp_id: int | None) -> list[Isian]:
        """The first finding of these units (None: of the instansi); an address without one leads back to the list."""
        ada = [t for t in self.temuan if t.upp_id in upp_id]
        return [{"upp_id": ada[0].upp_id if ada else upp_id[0], "tahun": TAHUN, "kunci": ada[0].kunci if ada else "tidak-ada"}]

    def _rtl(self, endpoint: str) -> list[Isian]:
        if endpoint in MASIH_TERBUKA:
            return [{"rtl_id": r.id} for r in self.rtl_terbuka[:1]]
        pilihan = [r for r in self.rtl if endpoint == "rtl.satu" or r.status is StatusRtl.SELESAI]
        return [{"rtl_id": r.id} for r in pilihan]

    def _lembar(self) -> list[Isian]:
        """A sheet of paper of a unit within reach."""
        return [
            {"upp_id": upp, "tahun": tahun, "periode": periode.value, "jawaban_id": id_}
            for id_, upp, tahun, periode in self.lembar
            if upp in self.upp
        ][:1]

    def _belum(self, session: Session) -> list[Penyampaian]:
        """Where nothing was begun: the year after."""
        ada = {b.upp_id for b in list_penyampaian(session, TAHUN_DEPAN)}
        return [Penyampaian(u, TAHUN_DEPAN, Periode.TAHUNAN) for u in self.upp if u not in ada][-1:]


def daftar_alamat(basis_data: str, nama_masuk: str, pekerjaan: str, setiap_keadaan: bool) -> list[Alamat]:
    """Every page that this account may open; of objects in many states one page each, or only one of all."""
    engine = buat_engine(basis_data)
    with Session(engine) as session:
        akun = next(p for p in list_pengguna(session) if p.nama_masuk == nama_masuk)
        demo = Demo(session, akun, pekerjaan)
    engine.dispose()
    hasil = []
    for endpoint, (pola, syarat) in HALAMAN.items():
        if endpoint != PUBLIK_BERISI and not _boleh(akun, syarat):
            continue
        isian = demo.isian(endpoint, NAMA_BAGIAN.findall(pola))
        hasil += [Alamat(endpoint, _susun(pola, satu)) for satu in (isian if setiap_keadaan else isian[:1])]
    return hasil


def _boleh(akun: Pengguna, syarat: Syarat) -> bool:
    if syarat.cakupan is Cakupan.PUBLIK or (syarat.cakupan is Cakupan.INSTANSI and akun.upp_id is not None):
        return False
    return syarat.izin is None or syarat.izin in TABEL_PERAN[akun.peran].izin


def _jawaban_pertama(session: Session, jangkauan: Sequence[int]) -> list[int]:
    """A questionnaire of a survey within reach, where there is one."""
    pilih = select(JawabanTabel.id).join(SurveiTabel, SurveiTabel.id == JawabanTabel.survei_id)
    return list(session.scalars(pilih.where(SurveiTabel.upp_id.in_(jangkauan)).order_by(JawabanTabel.id).limit(1)))


def _susun(pola: str, isian: Isian) -> str:
    return NAMA_BAGIAN.sub(lambda bagian: str(isian[bagian[1]]), pola)


def _keadaan_berkas(b: Penyampaian) -> tuple[str, bool]:
    return b.status.value, b.nihil


def _satu_tiap(semua: Sequence[Any], kunci: Callable[[Any], Any]) -> list[Any]:
    """The first of every kind."""
    pertama: dict[Any, Any] = {}
    for satu in semua:
        pertama.setdefault(kunci(satu), satu)
    return list(pertama.values())
