"""The zip of a workbook, opened as if its sender were hostile: nothing is unpacked beyond a budget, nothing is taken on trust."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from rtl_tracker.spreadsheets.masalah import BerkasDitolak

RASIO_MAKS = 100
BENTANG_MAKS = 600 * 1024 * 1024
ANGGOTA_MAKS = 5000
UTUH_MAKS = 16 << 20
POTONGAN = 1 << 20
MASUKAN = 1 << 16
KALIMAT_RUSAK = "Berkas ini rusak atau bukan buku kerja Excel (.xlsx). Buka dan simpan kembali dengan Excel atau LibreOffice."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TERENKRIPSI = "EncryptedPackage".encode("utf-16-le")
_AKHIR_ZIP = b"PK\x05\x06"
_PANJANG_AKHIR = 22
_KEPALA_ANGGOTA = struct.Struct("<4s5H3I2H")


class Arsip:
    """The members of a zip by name (case does not count), unpacked piecewise within one common budget."""

    def __init__(self, isi: bytes) -> None:
        self._isi = isi
        self._anggaran = min(RASIO_MAKS * len(isi), BENTANG_MAKS)
        self.anggota = _daftar_anggota(isi)
        if sum(info.file_size for info in self.anggota.values()) > self._anggaran:
            raise BerkasDitolak(_kalimat_bom())

    def potongan(self, nama: str) -> Iterator[bytes]:
        """The unpacked content of a member in pieces. Raises BerkasDitolak when it is broken or larger than declared."""
        info = self.anggota[nama.casefold()]
        nyata = 0
        for bagian in _buka(self._isi, info):
            nyata += len(bagian)
            if nyata > info.file_size:
                raise BerkasDitolak(_kalimat_bom())
            yield bagian
        if nyata != info.file_size:
            raise BerkasDitolak(KALIMAT_RUSAK)

    def utuh(self, nama: str) -> bytes:
        """The whole content of a small member; b"" when there is none of that name."""
        info = self.anggota.get(nama.casefold())
        if info is None:
            return b""
        if info.file_size > UTUH_MAKS:
            raise BerkasDitolak(KALIMAT_RUSAK)
        return b"".join(self.potongan(nama))


def tolak_bukan_zip(isi: bytes) -> None:
    """Say what the file is when it is not a zip: encrypted, an old .xls, or something else."""
    if isi.startswith(_OLE):
        if _TERENKRIPSI in isi:
            raise BerkasDitolak("Buku kerja ini dikunci dengan sandi. Buka, hapus sandinya, lalu simpan kembali sebagai .xlsx.")
        raise BerkasDitolak("Berkas ini berformat Excel lama (.xls). Simpan kembali sebagai .xlsx, lalu unggah ulang.")
    if not isi.startswith(b"PK\x03\x04"):
        raise BerkasDitolak(KALIMAT_RUSAK)


def _kalimat_bom() -> str:
    return (
        f"Berkas ini mengembang menjadi lebih dari {RASIO_MAKS} kali ukurannya (atau lebih dari "
        f"{BENTANG_MAKS // 1024**2} MB) bila dibuka, sehingga ditolak demi keamanan."
    )


def _daftar_anggota(isi: bytes) -> dict[str, ZipInfo]:
    """The directory of the zip. A zip that two programs could read differently (comment, duplicate names) is refused."""
    if isi.rfind(_AKHIR_ZIP) != len(isi) - _PANJANG_AKHIR:
        raise BerkasDitolak(KALIMAT_RUSAK)
    try:
        with ZipFile(BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as salah:
        raise BerkasDitolak(KALIMAT_RUSAK) from salah
    if len(daftar) > ANGGOTA_MAKS:
        raise BerkasDitolak(f"Berkas ini berisi {len(daftar)} bagian; buku kerja yang wajar berisi kurang dari {ANGGOTA_MAKS}.")
    anggota = {info.filename.replace("\\", "/").casefold(): info for info in daftar}
    if len(anggota) != len(daftar):
        raise BerkasDitolak(KALIMAT_RUSAK)
    if any(info.flag_bits & 1 for info in daftar):
        raise BerkasDitolak("Buku kerja ini dikunci dengan sandi. Simpan kembali tanpa sandi.")
    return anggota


def _buka(isi: bytes, info: ZipInfo) -> Iterator[bytes]:
    """Unpack by hand: the library believes the declared size, and a program that does not would unpack more."""
    awal = info.header_offset
    if not 0 <= awal <= len(isi) - _KEPALA_ANGGOTA.size:
        raise BerkasDitolak(KALIMAT_RUSAK)
    tanda, *_, panjang_nama, panjang_lain = _KEPALA_ANGGOTA.unpack_from(isi, awal)
    mulai = awal + _KEPALA_ANGGOTA.size + panjang_nama + panjang_lain
    mentah = memoryview(isi)[mulai : mulai + info.compress_size]
    if tanda != b"PK\x03\x04" or len(mentah) != info.compress_size:
        raise BerkasDitolak(KALIMAT_RUSAK)
    if info.compress_type == ZIP_STORED:
        yield bytes(mentah)
    elif info.compress_type == ZIP_DEFLATED:
        yield from _kembangkan(mentah)
    else:
        raise BerkasDitolak(KALIMAT_RUSAK)


def _kembangkan(mentah: memoryview) -> Iterator[bytes]:
    pembuka = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for awal in range(0, len(mentah), MASUKAN):
            sisa: bytes | memoryview = mentah[awal : awal + MASUKAN]
            while len(sisa) and not pembuka.eof:
                yield pembuka.decompress(sisa, POTONGAN)
                sisa = pembuka.unconsumed_tail
        while not pembuka.eof and (bagian := pembuka.decompress(b"", POTONGAN)):
            yield bagian
    except zlib.error as salah:
        raise BerkasDitolak(KALIMAT_RUSAK) from salah
    if not pembuka.eof:
        raise BerkasDitolak(KALIMAT_RUSAK)
