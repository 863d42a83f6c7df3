"""A small instansi with its people, on whose stage the acts of the follow-up are played; what is stored can be read back whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import Catatan, periksa_rantai
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku, Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import penyampaian_repository, rtl_repository
from rtl_tracker.storage.bukti_repository import tambah_bukti
from rtl_tracker.storage.jejak_repository import muat_kepala, telusuri_rantai
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import Base
from rtl_tracker.usecases.isi_hasil import IsianHasil, simpan_hasil
from rtl_tracker.usecases.kelola_penyampaian import terima_langsung
from rtl_tracker.usecases.kelola_rtl import IsianRtl, tambah_rtl
from rtl_tracker.usecases.lapor_realisasi import IsianKemajuan, selesaikan
from tests.cetakan import tuang
from tests.web.akun import buat_akun, id_upp
from tests.web.instansi import TulisCsv, instansi_kecil

KINI = datetime(2022, 7, 4, 3, 0, tzinfo=UTC)
TAHUN, TAHUNAN = 2022, Periode.TAHUNAN
Tindakan = Callable[..., Any]


class Terputus(Exception):
    """The power went out after the act and before the commit."""


class Panggung:
    """The instansi of tests.web.instansi with three operators, Bagian Organisasi and an inspector."""

    def __init__(self, engine: Engine, tulis_csv: TulisCsv) -> None:
        self.engine = engine
        (self.arsip, self.satu), orang = tuang(engine, "panggung", lambda kosong: self._bangun(kosong, tulis_csv))
        self.operator, self.rekan, self.tetangga, self.organisasi, self.inspektur = orang

    def _bangun(self, engine: Engine, tulis_csv: TulisCsv) -> tuple[tuple[int, int], tuple[Pelaku, ...]]:
        instansi_kecil(engine, tulis_csv, TAHUN)
        arsip, satu = id_upp(engine, "Badan Arsip"), id_upp(engine, "Kecamatan Satu")
        return (arsip, satu), (
            self.akun("Operator Arsip", Peran.OPERATOR_UPP, arsip),
            self.akun("Rekan <Arsip> & Co", Peran.OPERATOR_UPP, arsip),
            self.akun("Operator Kecamatan", Peran.OPERATOR_UPP, satu),
            self.akun("Bagian Organisasi", Peran.ORGANISASI),
            self.akun("Inspektur", Peran.INSPEKTUR),
        )

    def akun(self, nama: str, peran: Peran, upp_id: int | None = None) -> Pelaku:
        """A new account as an actor."""
        id_ = buat_akun(self.engine, peran, upp_id, nama)
        return Pelaku(id_, nama, peran, upp_id, None if upp_id is None else frozenset({upp_id}))

    def main(self, tindakan: Tindakan, *isian: Any, oleh: Pelaku | None = None, now: datetime = KINI, **pilihan: Any) -> Any:
        """One act in one transaction of its own."""
        with session_tulis(self.engine) as session:
            return tindakan(session, oleh or self.operator, now, *isian, **pilihan)

    def main_lalu_putus(self, tindakan: Tindakan, *isian: Any, oleh: Pelaku | None = None) -> None:
        """The act changes something, then the transaction is killed; nothing of it may remain."""
        sebelum = self.isi()

        def putus(session: Session, pelaku: Pelaku, now: datetime, *isian: Any) -> None:
            tindakan(session, pelaku, now, *isian)
            assert isi_semua(session) != sebelum
            raise Terputus

        with pytest.raises(Terputus):
            self.main(putus, *isian, oleh=oleh)
        assert self.isi() == sebelum

    def ditolak_bagi_semua_selain(self, izin: Izin, tindakan: Tindakan, *isian: Any, **pilihan: Any) -> None:
        """Every role that lacks the permission, and every account that does not reach the unit, is refused; nothing is stored."""
        sebelum = self.isi()
        for peran in Peran:
            for jangkauan in (None, frozenset({self.arsip}), frozenset({self.satu}), frozenset[int]()):
                di_luar = jangkauan is not None and self.arsip not in jangkauan
                if di_luar or izin not in TABEL_PERAN[peran].izin:
                    with pytest.raises(TidakTerjangkau if di_luar else AksesDitolak):
                        self.main(tindakan, *isian, oleh=Pelaku(None, "Penguji", peran, None, jangkauan), **pilihan)
        assert self.isi() == sebelum

    def berdua(self, satu: Callable[[Any], Any], dua: Callable[[Any], Any]) -> list[Any]:
        """Two people act at the same moment, each in a session of their own; what each got (or what was raised)."""
        mulai = Barrier(2)

        def jalan(kerja: Callable[[Any], Any]) -> Any:
            mulai.wait()
            try:
                with session_tulis(self.engine) as session:
                    return kerja(session)
            except Exception as galat:
                return galat

        with ThreadPoolExecutor(2) as kolam:
            return list(kolam.map(jalan, (satu, dua)))

    def isi(self) -> dict[str, list[tuple[str, ...]]]:
        """Everything that is stored, table by table."""
        with session_tulis(self.engine) as session:
            return isi_semua(session)

    def jejak(self) -> list[Catatan]:
        """The whole trail, which must hold."""
        with session_tulis(self.engine) as session:
            semua = list(telusuri_rantai(session))
            assert periksa_rantai(semua, muat_kepala(session)) == []
        return semua

    def sql(self, perintah: str) -> Any:
        """Run one statement; the first value of what it gives, if it gives any."""
        with self.engine.begin() as koneksi:
            hasil = koneksi.execute(text(perintah))
            return hasil.scalar() if hasil.returns_rows else None

    def berkas(self, upp_id: int | None = None, tahun: int = TAHUN, periode: Periode = TAHUNAN) -> Penyampaian:
        """The dossier as stored."""
        with session_tulis(self.engine) as session:
            return penyampaian_repository.muat_penyampaian(session, upp_id or self.arsip, tahun, periode)

    def rtl(self, rtl_id: int) -> Rtl:
        """The RTL as stored."""
        with session_tulis(self.engine) as session:
            hasil = rtl_repository.rtl_menurut_id(session, rtl_id)
        assert hasil is not None
        return hasil

    def buka_tahun(self, *tahun: int) -> None:
        """Bagian Organisasi opens years."""
        with session_tulis(self.engine) as session:
            for satu in tahun:
                simpan_pengaturan(session, satu, {})

    def frekuensi(self, frekuensi: Frekuensi | None, upp_id: int | None = None) -> None:
        """How often the unit measures."""
        nilai = "NULL" if frekuensi is None else f"'{frekuensi.value}'"
        self.sql(f"UPDATE upp SET frekuensi = {nilai} WHERE id = {upp_id or self.arsip}")

    def setel_status(self, status: StatusPenyampaian, tahun: int = TAHUN, periode: Periode = TAHUNAN) -> Penyampaian:
        """Put the dossier of Badan Arsip into a state without playing the way there."""
        with session_tulis(self.engine) as session:
            lama = penyampaian_repository.muat_penyampaian(session, self.arsip, tahun, periode)
            return penyampaian_repository.simpan_penyampaian(session, replace(lama, status=status))

    def isi_hasil(self, tahun: int = TAHUN, periode: Periode = TAHUNAN, **lain: str) -> None:
        """A result typed by the operator."""
        self.main(simpan_hasil, self.arsip, tahun, periode, isian_hasil(**lain))

    def tulis(self, tahun: int = TAHUN, periode: Periode = TAHUNAN, unsur: Unsur = Unsur.WAKTU, **lain: Any) -> int:
        """A plan written by the operator; returns its id."""
        return int(self.main(tambah_rtl, self.arsip, tahun, periode, isian_rtl(unsur=unsur, **lain)))

    def diterima(self, tahun: int = TAHUN, periode: Periode = TAHUNAN) -> None:
        """Bagian Organisasi accepts the dossier of Badan Arsip; a result is entered where there is none."""
        self.buka_tahun(tahun)
        if not self.sql(
            f"SELECT count(*) FROM hasil WHERE upp_id={self.arsip} AND tahun={tahun} AND periode='{periode.value}'"
        ):
            self.isi_hasil(tahun, periode)
        self.main(terima_langsung, self.arsip, tahun, periode, oleh=self.organisasi)

    def rencana_diterima(self, tahun: int = TAHUN, periode: Periode = TAHUNAN, **lain: Any) -> int:
        """A plan whose dossier is accepted; returns its id."""
        rtl_id = self.tulis(tahun, periode, **lain)
        self.diterima(tahun, periode)
        return rtl_id

    def beri_bukti(self, rtl_id: int, tautan: str = "https://contoh.go.id/foto") -> None:
        """One link as bukti."""
        with session_tulis(self.engine) as session:
            isi = Bukti(0, rtl_id, JenisBukti.TAUTAN, tautan=tautan, pengunggah=self.operator.nama)
            tambah_bukti(session, isi, self.operator.id, KINI)

    def selesai(self, rtl_id: int, oleh: Pelaku | None = None) -> Rtl:
        """The plan is reported as done, with words and bukti."""
        self.beri_bukti(rtl_id, f"https://contoh.go.id/{rtl_id}")
        isian = IsianKemajuan("Dua loket dibuka pada 4 Juli.", "", self.rtl(rtl_id).versi)
        return self.main(selesaikan, rtl_id, isian, oleh=oleh)  # type: ignore[no-any-return]


def isian_hasil(dasar: str = "3,20", *, versi: int = 0, layanan_id: int | None = None, **lain: str) -> IsianHasil:
    """A full result as typed; single unsur and other fields by name."""
    nilai = {u.value: lain.pop(u.value, dasar) for u in Unsur}
    return IsianHasil(nilai=nilai, versi=versi, layanan_id=layanan_id, **{"jumlah_responden": "40", **lain})  # type: ignore[arg-type]


def isian_rtl(kegiatan: str = "Menambah loket pelayanan", *, unsur: Unsur = Unsur.WAKTU, **lain: Any) -> IsianRtl:
    """A full plan as typed."""
    return IsianRtl(unsur, kegiatan, **{"tenggat": date(2022, 12, 31), "penanggung_jawab": "Sekretaris", **lain})


def isi_semua(session: Session) -> dict[str, list[tuple[str, ...]]]:
    """Every row of every table as texts, alike on every database."""
    session.flush()
    return {
        t.name: sorted(tuple(map(_teks, baris)) for baris in session.connection().execute(t.select()))
        for t in Base.metadata.sorted_tables
    }


def _teks(nilai: Any) -> str:
    """SQLite gives moments without their zone, which is always UTC."""
    if isinstance(nilai, datetime):
        return (nilai.replace(tzinfo=UTC) if nilai.tzinfo is None else nilai.astimezone(UTC)).isoformat()
    return str(nilai)
