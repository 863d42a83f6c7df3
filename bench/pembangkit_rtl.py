"""A generated instansi at work, stored through the repositories: dossiers, results, RTL, bukti and the trail of several years.

The same parameters give the same rows, but for the salt of the passwords. States are mixed as in life: accepted years behind, a
newest year half way, some units late, some nihil; what was planned in a dossier that nobody accepted is not reported on. The
trail tells all of it in one chain.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bench.pembangkit import KATA, PERIODE, Ukuran, lembar_upp
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.jejak import Catatan, JenisJejak, Kepala, Objek, hash_catatan
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Horizon, Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.storage.hasil_repository import isi_hasil, tambah_hasil
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.pengguna_repository import tambah_pengguna, ubah_pengguna
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import session_tulis, sisipkan_cepat
from rtl_tracker.storage.tables import KepalaJejakTabel
from rtl_tracker.storage.upp_repository import list_upp, setel_induk, simpan_upp
from rtl_tracker.usecases.hash_sandi import hash_sandi

SANDI = "sandi-instansi-buatan-7"
UNIT_OPERATOR = 5
"""Place of the operator's unit: the first one with UPT below it once there are more units than this."""
KOLOM_JEJAK = (
    "nomor", "waktu", "pelaku_id", "pelaku", "peran", "jenis", "objek", "objek_id", "upp_id", "dari", "ke", "catatan",
    "rincian", "sebelum", "hash",
)  # fmt: skip
S, P = StatusRtl, StatusPenyampaian
BERKAS = (P.DITERIMA, P.DIKIRIM, P.DIKEMBALIKAN, P.DRAF)
BOBOT_LAMA, BOBOT_BARU = (85, 5, 5, 5), (55, 20, 10, 15)
PELUANG_NIHIL, PELUANG_TERLAMBAT = 0.04, 0.15
BERBUKTI = (S.SELESAI, S.TERVERIFIKASI, S.DIKEMBALIKAN)


@dataclass(frozen=True)
class UkuranRtl:
    """Size of the instansi. `rtl` per unit and triwulan; `jejak` records at least: log-ins fill up what the work leaves."""

    upp: int = 100
    tahun: tuple[int, ...] = (2022, 2023, 2024)
    rtl: int = 9
    jejak: int = 30_000
    benih: int = 7


@dataclass(frozen=True)
class Peristiwa:
    """One record of the trail before it has its place in the chain."""

    waktu: datetime
    pelaku: Pelaku
    jenis: JenisJejak
    objek: Objek
    objek_id: int
    upp_id: int | None = None
    dari: str = ""
    ke: str = ""
    rincian: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Orang:
    """The accounts as actors, and whoever works in a unit without an account."""

    akun: dict[Peran, Pelaku]

    def unit(self, upp_id: int) -> Pelaku:
        """The operator of a unit."""
        operator = self.akun[Peran.OPERATOR_UPP]
        return operator if operator.upp_id == upp_id else Pelaku(None, f"Operator unit {upp_id}", Peran.OPERATOR_UPP, upp_id)


def isi_instansi_rtl(engine: Engine, ukuran: UkuranRtl) -> Orang:
    """Fill an empty, migrated database; returns the accounts, all with the password SANDI."""
    acak = random.Random(f"rtl-{ukuran.benih}")
    peristiwa: list[Peristiwa] = []
    with session_tulis(engine) as session:
        unit = _unit(session, ukuran)
        orang = _akun(session, unit, datetime(ukuran.tahun[0], 1, 1, tzinfo=UTC))
    for tahun in ukuran.tahun:
        with session_tulis(engine) as session:
            simpan_pengaturan(session, tahun, {"nama": "Pemerintah Kabupaten Contoh"})
            for upp_id in unit:
                for periode in map(Periode, PERIODE):
                    peristiwa += _periode(session, orang, upp_id, tahun, periode, ukuran, acak)
    peristiwa += _masuk(orang, ukuran, ukuran.jejak - len(peristiwa))
    with session_tulis(engine) as session:
        tulis_rantai(session, sorted(peristiwa, key=lambda p: p.waktu))
    return orang


def tulis_rantai(session: Session, peristiwa: Iterable[Peristiwa]) -> None:
    """Write a whole trail at once, chained from its beginning. There may be none yet."""
    kepala, baris = Kepala(), []
    for p in peristiwa:
        belum = Catatan(
            nomor=kepala.banyak + 1, waktu=p.waktu.isoformat(), pelaku_id=p.pelaku.id, pelaku=p.pelaku.nama,
            peran=p.pelaku.peran.value if p.pelaku.peran is not None else "", jenis=p.jenis.value, objek=p.objek.value,
            objek_id=p.objek_id, upp_id=p.upp_id, dari=p.dari, ke=p.ke, catatan="", rincian=p.rincian, sebelum=kepala.hash,
        )  # fmt: skip
        jadi = replace(belum, hash=hash_catatan(belum))
        isi = (getattr(jadi, k) for k in KOLOM_JEJAK)
        baris.append(tuple(json.dumps(nilai) if isinstance(nilai, dict) else nilai for nilai in isi))
        kepala = Kepala(jadi.nomor, jadi.hash)
    sisipkan_cepat(session, "jejak", KOLOM_JEJAK, baris)
    session.add(KepalaJejakTabel(id=1, banyak=kepala.banyak, hash=kepala.hash))


def _unit(session: Session, ukuran: UkuranRtl) -> list[int]:
    """The units of the generated Buku Kerja; every fifth one has three UPT below it."""
    kepala, *isi = lembar_upp(Ukuran(upp=ukuran.upp))
    semua = [dict(zip(map(str, kepala), map(str, satu), strict=True)) for satu in isi]
    for satu in semua:
        teks = {k: satu[k] for k in ("kode", "jenis", "kelompok", "pelaksana")}
        simpan_upp(session, satu["nama"], {**teks, "frekuensi": Frekuensi(satu["frekuensi"])})
    for satu in semua:
        if satu["induk"]:
            setel_induk(session, satu["nama"], satu["induk"])
    session.flush()
    return [u.id for u in list_upp(session)]


def _akun(session: Session, unit: Sequence[int], now: datetime) -> Orang:
    """One account per role; they owe no new password."""
    sandi, akun = hash_sandi(SANDI), {}
    for peran in Peran:
        upp_id = unit[min(UNIT_OPERATOR, len(unit)) - 1] if peran is Peran.OPERATOR_UPP else None
        nama = peran.value.replace("_", " ").capitalize()
        baru = tambah_pengguna(session, peran.value, nama, peran, upp_id, sandi, now)
        ubah_pengguna(session, baru.id, {"wajib_ganti": False})
        akun[peran] = Pelaku(baru.id, nama, peran, upp_id)
    return Orang(akun)


def _periode(
    session: Session, orang: Orang, upp_id: int, tahun: int, periode: Periode, ukuran: UkuranRtl, acak: random.Random
) -> Iterator[Peristiwa]:
    """One dossier with its result and its RTL, and the records of how it came about."""
    bobot = BOBOT_BARU if tahun == ukuran.tahun[-1] else BOBOT_LAMA
    (status,) = acak.choices(BERKAS, bobot)
    nihil = acak.random() < PELUANG_NIHIL
    berkas = simpan_penyampaian(session, _berkas(upp_id, tahun, periode, status, nihil, acak))
    mulai = datetime.combine(jadwal_bawaan(tahun)[periode].survei_selesai, datetime.min.time(), UTC)
    yield from _riwayat_berkas(orang, berkas, mulai)
    tambah_hasil(session, tahun, [isi_hasil(_hasil(upp_id, periode, nihil, acak), None)])
    if not nihil:
        rencana = [_rtl(berkas, nomor, mulai, orang, acak) for nomor in range(ukuran.rtl)]
        for id_, satu in zip(tambah_rtl(session, rencana), rencana, strict=True):
            yield from _riwayat_rtl(orang, replace(satu, id=id_), mulai)


def _berkas(
    upp_id: int, tahun: int, periode: Periode, status: StatusPenyampaian, nihil: bool, acak: random.Random
) -> Penyampaian:
    """A dossier in its state; late ones came days after they were due."""
    hari = acak.randint(3, 40) if acak.random() < PELUANG_TERLAMBAT else -acak.randint(0, 5)
    batas = jadwal_bawaan(tahun)[periode].kirim_batas
    kirim = datetime.combine(batas, datetime.min.time(), UTC) + timedelta(days=hari, hours=3)
    return Penyampaian(
        upp_id, tahun, periode, status=status, nihil=nihil, alasan_nihil="Layanan tidak beroperasi." if nihil else "",
        alasan_kembali="Tenggat RTL belum diisi." if status is P.DIKEMBALIKAN else "",
        pertama_dikirim=None if status is P.DRAF else kirim, dikirim=None if status is P.DRAF else kirim,
        diterima=kirim + timedelta(days=5) if status is P.DITERIMA else None,
    )  # fmt: skip


def _hasil(upp_id: int, periode: Periode, nihil: bool, acak: random.Random) -> BarisHasil:
    if nihil:
        return BarisHasil(upp_id, periode, jumlah_responden=0)
    nilai = {u: Decimal(acak.randint(240, 395)) / 100 for u in Unsur}
    return BarisHasil(upp_id, periode, nilai=nilai, jumlah_responden=acak.randint(20, 400), metode="Daring")


def _rtl(berkas: Penyampaian, nomor: int, mulai: datetime, orang: Orang, acak: random.Random) -> Rtl:
    """A plan with what became of it; in a dossier that was not accepted it is only planned."""
    unsur = list(Unsur)[nomor % len(Unsur)]
    status = acak.choice(list(StatusRtl)) if berkas.status is P.DITERIMA else S.DIRENCANAKAN
    lapor = mulai + timedelta(days=acak.randint(40, 120))
    batal = status is S.TIDAK_DILAKSANAKAN
    dilapor = status in BERBUKTI or batal
    terakhir = status is S.TERVERIFIKASI
    bersama = acak.randint(1, 60) if acak.random() < 0.05 else None
    tautan = f"https://contoh.example/{berkas.upp_id}/{berkas.tahun}/{berkas.periode.value}/{nomor // 2}"
    return Rtl(
        id=0, upp_id=berkas.upp_id, tahun=berkas.tahun, periode=berkas.periode, unsur=unsur, unsur_teks=NAMA_UNSUR[unsur],
        kegiatan=_kalimat(acak, acak.choice((6, 12, 30))), keluhan=_kalimat(acak, 6), indikator=_kalimat(acak, 5),
        waktu="Triwulan berikutnya", tenggat=date(berkas.tahun + 1, acak.randint(1, 12), 28),
        penanggung_jawab="Kepala Seksi Pelayanan", horizon=Horizon.MENENGAH, stakeholder="Masyarakat", status=status,
        uraian=_kalimat(acak, 15) if status in BERBUKTI else "", hambatan=_kalimat(acak, 8) if status is S.BERJALAN else "",
        alasan=_kalimat(acak, 8) if batal else "", strategi=_kalimat(acak, 8) if batal else "",
        bukti=(f"https://contoh.example/bersama/{bersama}" if bersama else tautan,) if status in BERBUKTI else (),
        catatan_pengembalian="Foto tidak bertanggal." if status is S.DIKEMBALIKAN else "",
        dilapor_oleh=orang.unit(berkas.upp_id).id if dilapor else None, dilapor_pada=lapor if dilapor else None,
        diverifikasi_pada=lapor + timedelta(days=9) if terakhir else None,
        pemverifikasi=orang.akun[Peran.INSPEKTUR].nama if terakhir else "",
    )  # fmt: skip


def _riwayat_berkas(orang: Orang, b: Penyampaian, mulai: datetime) -> Iterator[Peristiwa]:
    """The way of a dossier to its state."""
    operator, tempat = orang.unit(b.upp_id), {"tahun": b.tahun, "periode": b.periode.value}
    langkah: list[tuple[datetime, Pelaku, StatusPenyampaian]] = [(mulai, operator, P.DRAF)]
    if b.dikirim is not None:
        langkah.append((b.dikirim, operator, P.DIKIRIM))
        if b.status is not P.DIKIRIM:
            langkah.append((b.dikirim + timedelta(days=5), orang.akun[Peran.ORGANISASI], b.status))
    dari, jenis = P.BELUM, JenisJejak.PENYAMPAIAN_BERUBAH
    for waktu, pelaku, ke in langkah:
        yield Peristiwa(waktu, pelaku, jenis, Objek.PENYAMPAIAN, b.id or 0, b.upp_id, dari.value, ke.value, tempat)
        dari = ke
    isi = mulai + timedelta(hours=1)
    yield Peristiwa(isi, operator, JenisJejak.HASIL_DIISI, Objek.HASIL, b.upp_id, b.upp_id, rincian=tempat)


def _riwayat_rtl(orang: Orang, r: Rtl, mulai: datetime) -> Iterator[Peristiwa]:
    """The way of a plan to its state."""
    operator = orang.unit(r.upp_id or 0)
    rencana = {k: [None, str(getattr(r, k))] for k in ("unsur", "kegiatan", "keluhan", "indikator", "tenggat")}
    awal, kini, berubah = S.DIRENCANAKAN.value, (r.status or S.DIRENCANAKAN).value, JenisJejak.RTL_BERUBAH_STATUS

    def satu(waktu: datetime, pelaku: Pelaku, jenis: JenisJejak, dari: str, ke: str, rincian: dict[str, Any]) -> Peristiwa:
        return Peristiwa(waktu, pelaku, jenis, Objek.RTL, r.id, r.upp_id, dari, ke, rincian)

    yield satu(mulai + timedelta(hours=2), operator, JenisJejak.RTL_DITAMBAH, "", awal, rencana)
    lapor = r.dilapor_pada or mulai + timedelta(days=60)
    if r.status is S.BERJALAN:
        yield satu(lapor, operator, JenisJejak.KEMAJUAN_DICATAT, awal, kini, {"hambatan": ["", r.hambatan]})
    elif r.status is S.TIDAK_DILAKSANAKAN:
        yield satu(lapor, operator, berubah, awal, kini, {"alasan": ["", r.alasan]})
    elif r.status in BERBUKTI:
        yield satu(lapor, operator, JenisJejak.BUKTI_DITAMBAH, "", "", {"tautan": r.bukti[0]})
        yield satu(lapor, operator, berubah, awal, S.SELESAI.value, {"uraian": ["", r.uraian]})
        if r.status is not S.SELESAI:
            yield satu(lapor + timedelta(days=9), orang.akun[Peran.INSPEKTUR], berubah, S.SELESAI.value, kini, {})


def _masuk(orang: Orang, ukuran: UkuranRtl, banyak: int) -> Iterator[Peristiwa]:
    """Log-ins of the accounts in turn, one every hour."""
    awal, semua = datetime(ukuran.tahun[0], 1, 2, 1, tzinfo=UTC), list(orang.akun.values())
    for i in range(banyak):
        pelaku = semua[i % len(semua)]
        yield Peristiwa(awal + timedelta(hours=i), pelaku, JenisJejak.MASUK, Objek.PENGGUNA, pelaku.id or 0)


def _kalimat(acak: random.Random, kata: int) -> str:
    return " ".join(acak.choices(KATA, k=kata)).capitalize()
