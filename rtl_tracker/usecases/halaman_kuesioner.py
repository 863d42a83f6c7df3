"""The pages of the questionnaire: which scopes have their own, the version that holds, older ones, and how often each was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.storage import versi_kuesioner_repository as riwayat
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, kuesioner_versi
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.versi_kuesioner_repository import BanyakJawaban, LayananUnit, VersiTercatat
from rtl_tracker.usecases.kelola_kuesioner import muat_layanan, nomor_terbaru


@dataclass(frozen=True, slots=True)
class BarisVersi:
    """One line of the history. `kuesioner` None = the layanan went back to the instansi's; `oleh`, `pada` None = the default."""

    nomor: int
    kuesioner: Kuesioner | None
    oleh: str | None
    pada: datetime | None
    jawaban: BanyakJawaban


@dataclass(frozen=True, slots=True)
class RuangKuesioner:
    """One scope. `layanan` None = the instansi; `kuesioner`: what is asked now; `milik`: whether that is the scope's own.

    `terbaru`: the newest number stored; `terjawab`: questionnaires of surveys that are no result yet.
    """

    nama_instansi: str
    layanan: LayananUnit | None
    kuesioner: Kuesioner
    versi: tuple[BarisVersi, ...]
    terbaru: int
    terjawab: int

    @property
    def layanan_id(self) -> int | None:
        """The id in the address; None = the instansi."""
        return None if self.layanan is None else self.layanan.id

    @property
    def milik(self) -> bool:
        """Whether the scope asks words of its own."""
        return self.kuesioner.layanan_id == self.layanan_id


@dataclass(frozen=True, slots=True)
class DaftarKuesioner:
    """The page of all scopes: the instansi's questionnaire, the layanan with their own, every layanan by its unit."""

    nama_instansi: str
    instansi: Kuesioner
    tercatat: VersiTercatat | None
    sendiri: tuple[tuple[LayananUnit, VersiTercatat], ...]
    pilihan: Mapping[str, Sequence[LayananUnit]]


def muat_daftar(session: Session, pelaku: Pelaku) -> DaftarKuesioner:
    """All scopes. Raises AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.UBAH_KUESIONER, None)
    terbaru, layanan = riwayat.versi_terbaru(session), riwayat.list_layanan(session)
    pilihan: dict[str, list[LayananUnit]] = {}
    for satu in layanan:
        pilihan.setdefault(satu.upp, []).append(satu)
    sendiri = [(satu, v) for satu in layanan if (v := terbaru.get(satu.id)) is not None and v.kuesioner is not None]
    instansi = kuesioner_berlaku(session, None)
    return DaftarKuesioner(_nama_instansi(session), instansi, terbaru.get(None), tuple(sendiri), pilihan)


def muat_ruang(session: Session, pelaku: Pelaku, layanan_id: int | None) -> RuangKuesioner:
    """One scope with its history. Raises AksesDitolak, TidakTerjangkau."""
    periksa_kewenangan(pelaku, Izin.UBAH_KUESIONER, None)
    layanan = muat_layanan(session, layanan_id)
    berlaku = kuesioner_berlaku(session, layanan_id)
    tersimpan = riwayat.list_versi(session, layanan_id)
    jawaban = riwayat.hitung_jawaban(session, [v.id for v in tersimpan])
    baris = [BarisVersi(v.nomor, v.kuesioner, v.oleh, v.pada, jawaban.get(v.id, BanyakJawaban())) for v in tersimpan]
    if not baris and layanan_id is None:
        baris = [BarisVersi(KUESIONER_BAWAAN.nomor, KUESIONER_BAWAAN, None, None, BanyakJawaban())]
    terjawab = sum(b.jawaban.berjalan for b in baris) if layanan_id is None else riwayat.jawaban_berjalan(session, layanan_id)
    terbaru = nomor_terbaru(tersimpan, layanan_id)
    return RuangKuesioner(_nama_instansi(session), layanan, berlaku, tuple(baris), terbaru, terjawab)


def muat_versi(session: Session, pelaku: Pelaku, layanan_id: int | None, nomor: int) -> tuple[RuangKuesioner, Kuesioner]:
    """A version of a scope, whether it holds or not. Raises AksesDitolak, TidakTerjangkau."""
    ruang = muat_ruang(session, pelaku, layanan_id)
    kuesioner = kuesioner_versi(session, layanan_id, nomor)
    if kuesioner is None:
        raise TidakTerjangkau("Versi kuesioner ini tidak ada. Pilih versi dari daftar pada halaman kuesioner.")
    return ruang, kuesioner


def _nama_instansi(session: Session) -> str:
    tahun = tahun_tersedia(session)
    return muat_pengaturan(session, max(tahun)).nama if tahun else ""
