"""Make a backup of the database and its files while the program runs; restore one into an empty data folder (spec 5.3)."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.jejak import Kepala
from rtl_tracker.storage import manifes_cadangan as manifes
from rtl_tracker.storage import salinan_basis_data as salinan
from rtl_tracker.storage.arsip_cadangan import POTONGAN, PenulisArsip
from rtl_tracker.storage.bukti_repository import berkas_menurut_hash
from rtl_tracker.storage.jejak_repository import muat_kepala
from rtl_tracker.storage.manifes_cadangan import CadanganDitolak, Manifes
from rtl_tracker.storage.media_repository import berkas_media_menurut_hash
from rtl_tracker.storage.publikasi_repository import Publikasi, list_sidik_lembar
from rtl_tracker.storage.versi_repository import VersiLaporan, list_semua_versi
from rtl_tracker.usecases.terbitkan_hasil import sebut_publikasi

SKEMA_LAIN = (
    "Skema basis data ini ({}) bukan skema program ini ({}): cadangannya lengkap, tetapi berkas yang disebutnya tidak diperiksa dan "
    "pembuatannya tidak dicatat. Jalankan rtl-tracker migrate, lalu buat cadangan sekali lagi."
)
Lapor = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A finished archive: what it holds, its size in bytes, a sentence for everything that is not as it should be."""

    manifes: Manifes
    ukuran: int
    masalah: tuple[str, ...]

    @property
    def skema_sendiri(self) -> bool:
        """Whether the copied database has the schema of this program."""
        return self.manifes.kepala is not None


@dataclass(frozen=True, slots=True)
class _Acuan:
    """What the copied database says of itself and of its files; RTL by hash of bukti, entries by hash of the files of media."""

    skema: str
    rusak: bool
    kepala: Kepala | None
    bukti: dict[str, list[int]]
    versi: list[VersiLaporan]
    media: dict[str, list[int]]
    lembar: list[tuple[Publikasi, Mapping[str, str]]]


def buat_cadangan(settings: Settings, tujuan: Path, now: datetime, lapor: Lapor) -> HasilCadangan:
    """Write the archive to `tujuan`, whole or not at all: first a copy of the database, then every file that may be named in it.

    A file that is missing or damaged is told in `masalah`; the rest is saved all the same. Raises CadanganDitolak, OSError.
    """
    _periksa_tempat(settings, tujuan)
    with TemporaryDirectory(prefix=".cadangan-", dir=tujuan.parent) as nama:
        tempat = Path(nama)
        basis = tempat / manifes.BASIS_DATA
        lapor("menyalin basis data", 0)
        with salinan.salin_basis_data(settings.database_url, basis, lambda p: lapor("menyalin basis data", p)) as session:
            acuan = _baca_acuan(session)
        with PenulisArsip(tempat / "arsip") as arsip:
            masalah = _kemas(arsip, [(manifes.BASIS_DATA, basis), *_list_berkas(settings)], lapor)
            isi = Manifes(
                version("rtl-tracker"), acuan.skema, now, salinan.dialek(settings.database_url), acuan.kepala, tuple(arsip.isi)
            )
            arsip.tutup(isi)
        (tempat / "arsip").replace(tujuan)
    return HasilCadangan(isi, tujuan.stat().st_size, (*masalah, *_periksa_isi(isi, acuan)))


def _periksa_tempat(settings: Settings, tujuan: Path) -> None:
    """Raises CadanganDitolak for a place where the backup would be lost with what it saves, or would replace it."""
    tempat = tujuan.resolve()
    if tempat.is_relative_to(settings.data_dir.resolve()):
        raise CadanganDitolak(f"{tujuan} berada di dalam folder data; pilih tempat di luarnya, sebaiknya pada cakram lain.")
    basis = salinan.berkas_sqlite(settings.database_url)
    if basis is not None and tempat == basis.resolve():
        raise CadanganDitolak(f"{tujuan} adalah basis data yang hendak dicadangkan; pilih nama lain.")


def _baca_acuan(session: Session) -> _Acuan:
    skema, rusak = salinan.skema(session), salinan.basis_data_rusak(session)
    if rusak or skema != salinan.revisi_dikenal()[0]:
        return _Acuan(skema, rusak, None, {}, [], {}, [])
    return _Acuan(
        skema, rusak, muat_kepala(session), berkas_menurut_hash(session), list_semua_versi(session),
        berkas_media_menurut_hash(session), list_sidik_lembar(session),
    )  # fmt: skip


def _list_berkas(settings: Settings) -> Iterator[tuple[str, Path]]:
    """(name in the archive, file), in a fixed order; hidden names are unfinished work."""
    yield manifes.KUNCI, settings.data_dir / manifes.KUNCI
    for awal, folder in ((manifes.BUKTI, settings.folder_bukti), (manifes.LAPORAN, settings.folder_laporan)):
        for tempat, anak, berkas in os.walk(folder):
            anak[:] = sorted(n for n in anak if not n.startswith("."))
            dalam = Path(tempat).relative_to(folder)
            yield from ((f"{awal}/{(dalam / n).as_posix()}", Path(tempat) / n) for n in sorted(berkas) if not n.startswith("."))


def _kemas(arsip: PenulisArsip, berkas: list[tuple[str, Path]], lapor: Lapor) -> list[str]:
    """Pack the files; a sentence for each that could not be read whole. One that was removed meanwhile is nobody's any more."""
    jumlah = sum(j.stat().st_size for _, j in berkas if j.is_file()) or 1
    masalah: list[str] = []
    selesai = 0
    for nama, jalur in berkas:
        if jalur.exists() and not (jalur.is_file() and manifes.nama_sah(nama)):
            masalah.append(
                f"{str(jalur)!a} tidak ikut dicadangkan: bukan berkas rtl-tracker, atau namanya tidak dapat dipakai."
            )
            continue
        try:
            sumber = jalur.open("rb")
        except FileNotFoundError:
            continue
        except OSError:
            masalah.append(f"{jalur} tidak dapat dibuka dan tidak ikut dicadangkan; periksa hak aksesnya.")
            continue
        with sumber:
            selesai += arsip.tambah(nama, _potongan(sumber.read, jalur, masalah)).ukuran
        lapor("mengemas berkas", min(100, 100 * selesai // jumlah))
    return masalah


def _potongan(baca: Callable[[int], bytes], jalur: Path, masalah: list[str]) -> Iterator[bytes]:
    """The pieces of a file; where the disk fails, what came before it."""
    while True:
        try:
            isi = baca(POTONGAN)
        except OSError:
            masalah.append(f"{jalur} hanya terbaca sebagian; periksa cakramnya.")
            return
        if not isi:
            return
        yield isi


def _periksa_isi(isi: Manifes, acuan: _Acuan) -> Iterator[str]:
    """A sentence for everything that the copied database names and the archive does not hold unaltered."""
    if acuan.rusak:
        yield "Basis data rusak menurut pemeriksaan SQLite; salinannya mungkin tidak dapat dipakai. Simpan juga cadangan yang lama."
    elif isi.kepala is None:
        yield SKEMA_LAIN.format(acuan.skema, salinan.revisi_dikenal()[0])
    ada = {e.nama: e.sha256 for e in isi.isi}
    for sebutan, berkas in (("bukti RTL", acuan.bukti), ("catatan media", acuan.media)):
        for sidik, id_ in sorted(berkas.items()):
            if ada.get(f"{manifes.BUKTI}/{sidik[:2]}/{sidik}") != sidik:
                yield f"Berkas {sebutan} nomor {', '.join(map(str, sorted(id_)))} hilang atau berubah (SHA-256 {sidik})."
    for v in acuan.versi:
        pokok = v.berkas.rpartition(".")[0]
        if any(ada.get(f"{manifes.LAPORAN}/{pokok}.{jenis}") != sidik for jenis, sidik in v.sidik.items()):
            yield f"Berkas {v.permintaan.nama} versi {v.nomor} hilang atau berubah."
    for p, sidik_lembar in acuan.lembar:
        if any(ada.get(f"{manifes.LAPORAN}/{p.berkas}/{nama}") != satu for nama, satu in sidik_lembar.items()):
            yield f"Lembar IKM {sebut_publikasi(p)} hilang atau berubah."
