"""A file or a link as proof of something: taken in, handed out as a download, shown as a picture drawn anew."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas, bergambar, nama_aman, nama_sebut, periksa_tautan
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.storage.berkas_bukti import LEBAR, GudangBukti
from rtl_tracker.storage.pemeriksaan_berkas import periksa_berkas


@dataclass(frozen=True, slots=True)
class BerkasMasuk:
    """What was taken in: a stored file (its hash, safe name, true type, size in bytes), or a link."""

    tautan: str = ""
    sha256: str = ""
    nama_berkas: str = ""
    tipe: TipeBerkas | None = None
    ukuran: int = 0


@dataclass(frozen=True, slots=True)
class BerkasUnduhan:
    """An original as a download: where it lies, its safe name and type."""

    jalur: Path
    nama: str
    tipe: TipeBerkas


def terima_berkas(
    gudang: GudangBukti,
    nama: str,
    isi: bytes,
    tautan: str,
    batas_mb: int,
    tipe_diterima: Collection[TipeBerkas] = tuple(TipeBerkas),
) -> BerkasMasuk:
    """Check and keep a file, or check a link. The file is stored before any row names it. Raises BuktiDitolak."""
    if nama and tautan.strip():
        raise BuktiDitolak("Kirim berkas atau tautan, satu per satu.")
    if not nama:
        return BerkasMasuk(tautan=periksa_tautan(tautan))
    tipe = periksa_berkas(nama, isi, batas_mb)
    if tipe not in tipe_diterima:
        boleh = ", ".join(t.value.upper() for t in tipe_diterima)
        raise BuktiDitolak(f"Berkas '{nama_sebut(nama)}' berjenis {tipe.value.upper()}; yang diterima di sini {boleh}.")
    return BerkasMasuk("", gudang.simpan(isi), nama_aman(nama, tipe), tipe, len(isi))


def siapkan_unduhan(gudang: GudangBukti, sha256: str, nama: str, tipe: TipeBerkas) -> BerkasUnduhan:
    """A kept original, its content checked against its hash. Raises BuktiRusak."""
    gudang.baca(sha256)
    return BerkasUnduhan(gudang.jalur(sha256), nama_aman(nama, tipe), tipe)


def siapkan_gambar(gudang: GudangBukti, sha256: str, tipe: TipeBerkas | None, lebar: int) -> Path:
    """A copy of a picture without its metadata, at most `lebar` pixels. Raises TidakTerjangkau for anything but a picture."""
    if tipe is None or not bergambar(tipe) or lebar not in LEBAR:
        raise TidakTerjangkau("Gambar ini tidak ada.")
    return gudang.gambar_tampil(sha256, lebar)
