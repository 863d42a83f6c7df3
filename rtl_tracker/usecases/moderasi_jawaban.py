"""Moderation: questionnaires looked at, set aside with a reason and taken back. Nothing is removed; every step is an event."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import dapat_diisi_petugas, periksa_petugas
from rtl_tracker.domain.jawaban import jumlahkan_cacah, pindah_sah
from rtl_tracker.domain.jejak import Catatan, JenisJejak, Objek
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir, Kuesioner
from rtl_tracker.domain.moderasi import JawabanSudahBerubah, Petunjuk, SaringanJawaban, cacah_sesudah, susun_alasan
from rtl_tracker.domain.pantauan import Gambaran, gambaran
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage import moderasi_repository as repo
from rtl_tracker.storage.jawaban_repository import survei_menurut_id, ubah_cacah
from rtl_tracker.storage.jejak_repository import catat_jejak, jejak_objek, perubahan_terakhir
from rtl_tracker.storage.kuesioner_repository import kuesioner_menurut_id
from rtl_tracker.storage.moderasi_repository import BarisJawaban, JawabanTersimpan
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.pantau_survei import cacah_survei
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

PER_HALAMAN = 50


@dataclass(frozen=True, slots=True)
class ButirModerasi:
    """One questionnaire in the list. `sama`: how many other valid ones say exactly the same."""

    baris: BarisJawaban
    layanan: str
    sama: int
    petunjuk: tuple[Petunjuk, ...]


@dataclass(frozen=True, slots=True)
class HalamanModerasi:
    """A page of the list, newest first. `cocok` pass the filter; `gambaran` of all; `dapat_diubah`: whether moderation is still open."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    saringan: SaringanJawaban
    butir: tuple[ButirModerasi, ...]
    cocok: int
    halaman: int
    banyak_halaman: int
    gambaran: Gambaran
    layanan: dict[int, str]
    dapat_diubah: bool


@dataclass(frozen=True, slots=True)
class RencanaModerasi:
    """What setting aside (or taking back) would change: number, index and share removed, before and after."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    jawaban: tuple[BarisJawaban, ...]
    sebelum: Gambaran
    sesudah: Gambaran


@dataclass(frozen=True, slots=True)
class HalamanJawaban:
    """One questionnaire in the words of its version: (question, answer as given or None)."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    butir: ButirModerasi
    tersimpan: JawabanTersimpan
    kuesioner: Kuesioner
    isi: tuple[tuple[Butir, Nilai | None], ...]
    riwayat: tuple[Catatan, ...]
    dapat_diubah: bool


def muat_moderasi(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date, saringan: SaringanJawaban,
    halaman: int = 1,
) -> HalamanModerasi:  # fmt: skip
    """A page of the questionnaires of a survey; one beyond the last is the last. Raises TidakTerjangkau, AksesDitolak."""
    tempat, p = _tempat(session, pelaku, upp_id, tahun, periode, hari)
    id_, layanan = tempat.survei.id or 0, layanan_unit(session, upp_id)
    cocok = repo.hitung_jawaban(session, id_, saringan)
    banyak = max(-(-cocok // PER_HALAMAN), 1)
    halaman = min(max(halaman, 1), banyak)
    baris = repo.list_jawaban(session, id_, saringan, (halaman - 1) * PER_HALAMAN, PER_HALAMAN)
    return HalamanModerasi(
        tempat, p, saringan, _butir(session, id_, baris, layanan), cocok, halaman, banyak, _gambaran(session, tempat, p), layanan,
        dapat_diisi_petugas(tempat.keadaan),
    )  # fmt: skip


def muat_satu_jawaban(session: Session, pelaku: Pelaku, jawaban_id: int, hari: date) -> HalamanJawaban:
    """One questionnaire with what it says. Raises TidakTerjangkau, AksesDitolak."""
    tersimpan = next(iter(repo.muat_jawaban(session, [jawaban_id])), None)
    survei = None if tersimpan is None else survei_menurut_id(session, tersimpan.survei_id)
    if tersimpan is None or survei is None:
        raise TidakTerjangkau("Jawaban ini tidak ada.")
    tempat, p = _tempat(session, pelaku, survei.upp_id, survei.tahun, survei.periode, hari)
    (butir,) = _butir(session, tersimpan.survei_id, [tersimpan.baris], layanan_unit(session, survei.upp_id))
    kuesioner = KUESIONER_BAWAAN
    if tersimpan.kuesioner_id is not None:
        kuesioner = kuesioner_menurut_id(session, tersimpan.kuesioner_id) or KUESIONER_BAWAAN
    riwayat = tuple(jejak_objek(session, Objek.JAWABAN, jawaban_id))
    return HalamanJawaban(
        tempat, p, butir, tersimpan, kuesioner, _isi(kuesioner, tersimpan), riwayat, dapat_diisi_petugas(tempat.keadaan)
    )


def rencana_moderasi(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date, jawaban_id: Collection[int], sah: bool
) -> RencanaModerasi:  # fmt: skip
    """What the act would change, computed from the counts. Raises SurveiTertutup, JawabanSudahBerubah, TidakTerjangkau, AksesDitolak."""
    tempat, p = _tempat(session, pelaku, upp_id, tahun, periode, hari)
    periksa_petugas(tempat.keadaan)
    daftar = _pilihan(session, tempat, jawaban_id, sah)
    cacah = jumlahkan_cacah(list(cacah_survei(session, tempat).values()))
    sesudah = cacah_sesudah(cacah, (j.isi for j in daftar), sah)
    populasi = tempat.survei.populasi
    baris = tuple(j.baris for j in daftar)
    return RencanaModerasi(tempat, p, baris, gambaran(cacah, p, populasi), gambaran(sesudah, p, populasi))


def sisihkan_jawaban(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, jawaban_id: Collection[int],
    siap: str, teks: str,
) -> int:  # fmt: skip
    """Set questionnaires aside; returns how many. Raises AlasanKurang, SurveiTertutup, JawabanSudahBerubah, TidakTerjangkau, AksesDitolak."""
    return _ubah(session, pelaku, now, (upp_id, tahun, periode), jawaban_id, False, susun_alasan(siap, teks))


def pulihkan_jawaban(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, jawaban_id: Collection[int],
    teks: str,
) -> int:  # fmt: skip
    """Take questionnaires back; returns how many. Raises as `sisihkan_jawaban`."""
    return _ubah(session, pelaku, now, (upp_id, tahun, periode), jawaban_id, True, susun_alasan("", teks))


def _ubah(
    session: Session, pelaku: Pelaku, now: datetime, tempat_: tuple[int, int, Periode], jawaban_id: Collection[int], sah: bool,
    alasan: str,
) -> int:  # fmt: skip
    tempat, _ = _tempat(session, pelaku, *tempat_, now.astimezone().date())
    periksa_petugas(tempat.keadaan)
    daftar = _pilihan(session, tempat, jawaban_id, sah)
    repo.tandai(session, [j.baris.id for j in daftar], sah, "" if sah else alasan)
    for layanan in {j.baris.layanan_id for j in daftar}:
        delta = [pindah_sah(j.isi, sah) for j in daftar if j.baris.layanan_id == layanan]
        ubah_cacah(session, daftar[0].survei_id, layanan, jumlahkan_cacah(delta))
    jenis = JenisJejak.JAWABAN_DIPULIHKAN if sah else JenisJejak.JAWABAN_DISISIHKAN
    rincian = {"survei": f"{NAMA_PERIODE[tempat.periode]} {tempat.tahun}"}
    for j in daftar:
        catat_jejak(
            session, pelaku, now, jenis, Objek.JAWABAN, j.baris.id, upp_id=tempat.upp.id, catatan=alasan, rincian=rincian
        )
    return len(daftar)


def _tempat(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date
) -> tuple[TempatSurvei, Pengaturan]:
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    return tempat, muat_pengaturan(session, tahun)


def _gambaran(session: Session, tempat: TempatSurvei, p: Pengaturan) -> Gambaran:
    return gambaran(jumlahkan_cacah(list(cacah_survei(session, tempat).values())), p, tempat.survei.populasi)


def _pilihan(session: Session, tempat: TempatSurvei, jawaban_id: Collection[int], sah: bool) -> list[JawabanTersimpan]:
    """The chosen questionnaires, all of this survey and none of them moved already."""
    daftar = repo.muat_jawaban(session, jawaban_id)
    if not daftar or len(daftar) < len(set(jawaban_id)) or any(j.survei_id != tempat.survei.id for j in daftar):
        raise TidakTerjangkau("Jawaban yang dipilih tidak ada pada survei ini.")
    sudah = next((j for j in daftar if j.baris.sah is sah), None)
    if sudah is not None:
        c = perubahan_terakhir(session, Objek.JAWABAN, sudah.baris.id)
        oleh = "" if c is None else f" oleh {c.pelaku} pada {tanggal_waktu(datetime.fromisoformat(c.waktu).astimezone())}"
        raise JawabanSudahBerubah(
            f"Jawaban nomor {sudah.baris.id} sudah {'dipulihkan' if sah else 'disisihkan'}{oleh}. Belum ada yang diubah; "
            "muat ulang daftar, lalu pilih lagi."
        )
    return daftar


def _butir(
    session: Session, survei_id: int, baris: Sequence[BarisJawaban], layanan: dict[int, str]
) -> tuple[ButirModerasi, ...]:
    sidik = sorted({b.sidik for b in baris if b.sah})
    sama = repo.banyak_sama(session, survei_id, sidik)
    dekat = repo.beruntun(session, survei_id, sidik)
    return tuple(
        ButirModerasi(
            b, layanan.get(b.layanan_id or 0, ""), sama.get(b.sidik, 1) - 1 if b.sah else 0, tuple(_petunjuk(b, sama, dekat))
        )
        for b in baris
    )


def _petunjuk(b: BarisJawaban, sama: dict[str, int], dekat: frozenset[int]) -> list[Petunjuk]:
    if not b.sah:
        return []
    ada = {Petunjuk.LURUS: b.lurus, Petunjuk.ISI_SAMA: sama.get(b.sidik, 0) > 1, Petunjuk.BERUNTUN: b.id in dekat}
    return [petunjuk for petunjuk, benar in ada.items() if benar]


def _isi(kuesioner: Kuesioner, j: JawabanTersimpan) -> tuple[tuple[Butir, Nilai | None], ...]:
    """Every question with its answer; where only the mean of an unsur is known, that stands beside each of its questions."""
    per_unsur = dict(zip(Unsur, j.isi.nilai, strict=True))
    butir = kuesioner.butir
    if j.isi.butir is not None and len(j.isi.butir) == len(butir):
        return tuple(zip(butir, j.isi.butir, strict=True))
    return tuple((b, None if b.unsur is None else per_unsur[b.unsur]) for b in butir)
