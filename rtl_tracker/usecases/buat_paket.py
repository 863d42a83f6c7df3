"""One document of every unit as a zip, made by several processes; the package appears whole or not at all (spec 3.1)."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.storage.session import buat_engine, pabrik_session
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.buat_dokumen import buat_buku, muat_pelengkap, rancang
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak
from rtl_tracker.usecases.susun_dokumen import Bengkel, DokumenJadi, DokumenSiap, Lapor, tata_banyak, tulis_dokumen

PALING_BANYAK_PROSES = 4
SEKALI_JALAN = 6
_WAKTU = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PaketJadi:
    """A finished package: name without its ending, number of documents in it, sentences for the user."""

    nama_berkas: str
    banyak: int
    peringatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SatuUnit:
    """What became of one unit: its document, or why there is none."""

    upp: str
    jadi: DokumenJadi | None
    sebab: str = ""


def buat_paket(session: Session, settings: Settings, pesanan: Pesanan, tujuan: Path, lapor: Lapor) -> PaketJadi:
    """Write the zip of all units' documents to `tujuan`, in the order of the units.

    Units without data are left out and named. Raises DokumenDitolak when no unit has any.
    """
    upp = [(u.id, u.nama) for u in list_upp(session)]
    session.rollback()
    tanpa: list[SatuUnit] = []
    catatan: set[str] = set()
    banyak = 0
    with ZipFile(tujuan, "w", ZIP_STORED) as arsip:
        for ke, satu in enumerate(susun_semua(settings, pesanan, upp), start=1):
            lapor(f"Menyusun dokumen {ke} dari {len(upp)}: {satu.upp}", 2 + 96 * ke // max(len(upp), 1))
            if satu.jadi is None:
                tanpa.append(satu)
                continue
            banyak += 1
            catatan.update(satu.jadi.peringatan)
            for bentuk, isi in satu.jadi.berkas.items():
                arsip.writestr(ZipInfo(f"{satu.jadi.nama_berkas}.{bentuk.value}", _WAKTU), isi)
    if not banyak:
        raise DokumenDitolak(tanpa[0].sebab if tanpa else "Belum ada unit yang tersimpan. Tambahkan unit lebih dahulu.")
    p = pesanan.permintaan
    return PaketJadi(
        f"{p.jenis.value}-semua-unit-{p.periode.value.lower()}-{p.tahun}", banyak, (*_sebut(tanpa), *sorted(catatan))
    )


def _sebut(tanpa: Sequence[SatuUnit]) -> tuple[str, ...]:
    return tuple(f"{satu.upp} tidak ada di dalam paket: {satu.sebab}" for satu in tanpa)


def susun_semua(
    settings: Settings, pesanan: Pesanan, upp: Sequence[tuple[int, str]], paling_banyak: int = PALING_BANYAK_PROSES
) -> Iterator[SatuUnit]:
    """The documents of (id, name) in their order, a few units a piece; few pieces ahead of the reader, so that memory stays small.

    `paling_banyak` processes at most, and not more than there are cores.
    """
    potongan = [upp[i : i + SEKALI_JALAN] for i in range(0, len(upp), SEKALI_JALAN)]
    with _kelompok(min(os.cpu_count() or 1, paling_banyak, max(len(potongan), 1))) as proses:
        antre: list[Future[list[SatuUnit]]] = []
        for satu in potongan:
            antre.append(proses.submit(_buat_sepotong, settings, pesanan, satu))
            if len(antre) > PALING_BANYAK_PROSES:
                yield from antre.pop(0).result()
        while antre:
            yield from antre.pop(0).result()


@contextmanager
def _kelompok(banyak: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the work: also when it was called off."""
    proses = ProcessPoolExecutor(banyak, mp_context=get_context("spawn"))
    try:
        yield proses
    finally:
        proses.shutdown(wait=True, cancel_futures=True)


def _buat_sepotong(settings: Settings, pesanan: Pesanan, upp: Sequence[tuple[int, str]]) -> list[SatuUnit]:
    """In a process of its own: the documents of a few units, laid out together."""
    bengkel = Bengkel(settings.soffice, settings.folder_grafik, _diam, proses=1)
    engine = buat_engine(settings.database_url)
    try:
        with pabrik_session(engine)() as session:
            isi = [_tulis_satu(session, settings, pesanan, bengkel, satu) for satu in upp]
    finally:
        engine.dispose()
    tertata = iter(tata_banyak([x for x in isi if isinstance(x, DokumenSiap)], bengkel, pesanan.bentuk))
    return [
        SatuUnit(nama, None, x) if isinstance(x, str) else SatuUnit(nama, next(tertata) if isinstance(x, DokumenSiap) else x)
        for (_, nama), x in zip(upp, isi, strict=True)
    ]


def _tulis_satu(
    session: Session, settings: Settings, pesanan: Pesanan, bengkel: Bengkel, upp: tuple[int, str]
) -> DokumenSiap | DokumenJadi | str:
    """A document that still has to be laid out, a workbook, or why there is none."""
    satu = replace(pesanan, kerja=JenisKerja.DOKUMEN, permintaan=replace(pesanan.permintaan, upp_id=upp[0]))
    try:
        if satu.excel:
            return buat_buku(session, settings, satu)
        return tulis_dokumen(rancang(session, settings, satu), muat_pelengkap(session, satu), bengkel)
    except DokumenDitolak as galat:
        return str(galat)


def _diam(_langkah: str, _persen: int) -> None:
    """The parent tells how far the package is."""
