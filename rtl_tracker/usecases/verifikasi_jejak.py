"""Is the audit trail whole, and do the data still stand as it last recorded them (spec 2.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.jejak import AWAL_RANTAI, Catatan, JenisJejak, Kepala, Objek, Putus, periksa_rantai
from rtl_tracker.storage import jejak_repository as repo
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.bukti_repository import berkas_menurut_hash
from rtl_tracker.storage.jejak_repository import SaringanJejak, Tercatat, Tersimpan, ambil_jejak
from rtl_tracker.storage.versi_repository import list_semua_versi
from rtl_tracker.usecases.berkas_pekerjaan import berkas_utuh

SEBUTAN_OBJEK: dict[Objek, str] = {Objek.RTL: "RTL", Objek.PENYAMPAIAN: "Berkas penyampaian"}


@dataclass(frozen=True, slots=True)
class HasilVerifikasi:
    """Where the trail ends and every place where it, or the data beside it, does not hold.

    `kepala_ditemukan`: number of the record whose hash was noted elsewhere; 0 = the beginning; None = none was given or found.
    """

    kepala: Kepala
    putus: tuple[Putus, ...]
    kepala_ditemukan: int | None = None

    @property
    def utuh(self) -> bool:
        """Whether everything holds."""
        return not self.putus


def verifikasi_jejak(session: Session, kepala_tercatat: str | None = None) -> HasilVerifikasi:
    """Walk the whole chain in constant memory, then compare the states. `session` must be fresh: all is read at one moment.

    `kepala_tercatat`: hash of a head noted earlier (64 hexadecimal digits), which must still be part of the chain.
    """
    repo.mulai_potret(session)
    kepala = repo.muat_kepala(session)
    pencari = _Pencari(repo.telusuri_rantai(session), kepala_tercatat)
    putus = periksa_rantai(pencari, kepala)
    if kepala_tercatat is not None and pencari.ditemukan is None:
        putus.append(
            Putus(
                kepala.banyak,
                "Kepala yang Anda catat bukan lagi bagian dari rantai: catatan sampai saat itu sudah diganti atau dihapus.",
            )
        )
    for objek in SEBUTAN_OBJEK:
        putus += _menyimpang(session, objek)
    return HasilVerifikasi(kepala, tuple(putus), pencari.ditemukan)


def bukti_rusak(session: Session, gudang: GudangBukti) -> tuple[str, ...]:
    """A sentence for every file of bukti that is missing, or no longer what was uploaded."""
    berkas = berkas_menurut_hash(session)
    return tuple(
        f"Berkas bukti RTL nomor {', '.join(map(str, sorted(berkas[satu])))} hilang atau berubah (SHA-256 {satu})."
        for satu in gudang.periksa_semua(berkas)
    )


def versi_rusak(session: Session, folder: Path) -> tuple[str, ...]:
    """A sentence for every frozen version that was removed, that is not what its event recorded, or whose file is not.

    `folder`: the folder of reports.
    """
    ada = {v.id: v for v in list_semua_versi(session)}
    rusak = []
    for c in ambil_jejak(session, SaringanJejak(objek=Objek.LAPORAN, jenis=(JenisJejak.LAPORAN_DISAHKAN,))):
        versi = ada.get(c.objek_id or 0)
        if versi is None or dict(versi.sidik) != c.rincian.get("sidik"):
            rusak.append(f"{c.catatan} dihapus atau diubah sejak disahkan (catatan {c.nomor}).")
        elif not berkas_utuh(folder, versi.berkas, versi.sidik):
            rusak.append(f"Berkas {c.catatan} hilang atau berubah.")
    return tuple(reversed(rusak))


class _Pencari:
    """Hands records on and remembers which one carries the hash that is looked for."""

    def __init__(self, catatan: Iterable[Catatan], dicari: str | None) -> None:
        self._catatan, self._dicari = catatan, dicari
        self.ditemukan: int | None = 0 if dicari == AWAL_RANTAI else None

    def __iter__(self) -> Iterator[Catatan]:
        for c in self._catatan:
            if c.hash == self._dicari:
                self.ditemukan = c.nomor
            yield c


def _menyimpang(session: Session, objek: Objek) -> Iterator[Putus]:
    """Objects whose state is not the one last recorded. Those without a recorded state were imported and are left alone."""
    tersimpan = repo.keadaan_tersimpan(session, objek)
    impor = repo.impor_terakhir(session) if objek is Objek.RTL else {}
    for id_, tercatat in repo.keadaan_tercatat(session, objek).items():
        kini = tersimpan.get(id_)
        if tercatat.jenis == JenisJejak.RTL_DIHAPUS or _mungkin_diganti(tercatat, kini, impor):
            continue
        nama = f"{SEBUTAN_OBJEK[objek]} nomor {id_}"
        if kini is None:
            yield Putus(tercatat.nomor, f"{nama} tidak ada lagi, padahal penghapusannya tidak tercatat.")
        elif kini.keadaan != tercatat.keadaan:
            yield Putus(
                tercatat.nomor,
                f"{nama} kini berstatus {_kata(kini.keadaan)}, padahal menurut catatan {tercatat.nomor} seharusnya "
                f"{_kata(tercatat.keadaan)}.",
            )


def _mungkin_diganti(tercatat: Tercatat, kini: Tersimpan | None, impor: dict[int, int]) -> bool:
    """Whether a later import may have replaced a plan on which nothing was done yet; its number may be another plan's now."""
    if tercatat.jenis != JenisJejak.RTL_DITAMBAH:
        return False
    sesudah = impor.values() if kini is None else [impor.get(kini.tahun, 0)]
    return any(nomor > tercatat.nomor for nomor in sesudah)


def _kata(keadaan: str) -> str:
    return keadaan.replace("_", " ") or "belum berstatus"
