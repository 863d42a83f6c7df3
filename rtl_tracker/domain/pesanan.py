"""What somebody asked the queue to make: one document, a package of all units, a frozen version, or a publication (spec 2.2, 2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rtl_tracker.domain.jenis_dokumen import (
    TABEL_JENIS,
    BentukBerkas,
    JenisDokumen,
    Lingkup,
    PermintaanDokumen,
    PermintaanKeliru,
    periksa_permintaan,
)
from rtl_tracker.domain.periode import Periode


class JenisKerja(StrEnum):
    """Kind of long work."""

    DOKUMEN = "dokumen"
    PAKET = "paket"
    PENGESAHAN = "pengesahan"
    PUBLIKASI = "publikasi"


@dataclass(frozen=True, slots=True)
class Pesanan:
    """An order for the queue.

    `excel`: the workbook instead of Word and PDF. `pemeriksaan`: with the appendix of open findings (audit edition). `catatan` and
    `alasan` belong to a frozen version: why there is a new one, why it may pass although errors are open. `sidik` belongs to a
    publication: hash of the figures that were looked at.
    """

    kerja: JenisKerja
    permintaan: PermintaanDokumen
    excel: bool = False
    pemeriksaan: bool = False
    catatan: str = ""
    alasan: str = ""
    sidik: str = ""

    @property
    def kunci(self) -> str:
        """Equal orders have equal keys: while one is being worked on, the other joins it."""
        tanda = f"{'x' if self.excel else 'w'}{'p' if self.pemeriksaan else ''}"
        return f"{self.kerja.value}:{tanda}:{self.permintaan.kunci}"

    @property
    def bentuk(self) -> tuple[BentukBerkas, ...]:
        """Formats to make: the workbook, or Word and PDF."""
        semua = TABEL_JENIS[self.permintaan.jenis].bentuk
        return tuple(b for b in semua if (b is BentukBerkas.XLSX) is self.excel)

    def sebagai_json(self) -> dict[str, Any]:
        """Plain values to be stored."""
        p = self.permintaan
        return {
            "kerja": self.kerja.value,
            "jenis": p.jenis.value,
            "tahun": p.tahun,
            "periode": p.periode.value,
            "upp_id": p.upp_id,
            "excel": self.excel,
            "pemeriksaan": self.pemeriksaan,
            "catatan": self.catatan,
            "alasan": self.alasan,
            "sidik": self.sidik,
        }


def pesanan_dari_json(isi: Mapping[str, Any]) -> Pesanan:
    """The order that `sebagai_json` gave."""
    permintaan = PermintaanDokumen(JenisDokumen(isi["jenis"]), isi["tahun"], Periode(isi["periode"]), isi["upp_id"])
    return Pesanan(
        JenisKerja(isi["kerja"]), permintaan, isi["excel"], isi["pemeriksaan"],
        *(isi.get(nama, "") for nama in ("catatan", "alasan", "sidik")),
    )  # fmt: skip


def periksa_pesanan(pesanan: Pesanan) -> None:
    """Raises PermintaanKeliru when the order does not fit the kind of document."""
    jenis = TABEL_JENIS[pesanan.permintaan.jenis]
    if not pesanan.bentuk:
        raise PermintaanKeliru(f"{jenis.nama} tidak dibuat dalam bentuk {'Excel' if pesanan.excel else 'Word'}.")
    if pesanan.kerja is JenisKerja.PENGESAHAN and not jenis.naskah:
        raise PermintaanKeliru(f"{jenis.nama} tidak memerlukan pengesahan.")
    if pesanan.kerja is JenisKerja.PAKET:
        if jenis.lingkup is Lingkup.INSTANSI:
            raise PermintaanKeliru(f"{jenis.nama} tidak dibuat per unit.")
        return
    if pesanan.kerja is JenisKerja.PUBLIKASI and (
        pesanan.permintaan.jenis is not JenisDokumen.LEMBAR_IKM or pesanan.permintaan.upp_id is not None
    ):
        raise PermintaanKeliru("Publikasi memuat lembar IKM seluruh instansi.")
    periksa_permintaan(pesanan.permintaan)
