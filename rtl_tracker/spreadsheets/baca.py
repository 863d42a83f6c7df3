"""Read a workbook or a folder of CSV files into typed rows and problems (spec 5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.spreadsheets.baris import Konteks, Tabel, susun_tabel
from rtl_tracker.spreadsheets.buku_kerja import BukuKerja
from rtl_tracker.spreadsheets.kepala import baca_kepala
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.lembar_hasil import baca_hasil
from rtl_tracker.spreadsheets.lembar_instansi import IsiInstansi, baca_instansi, urutan_di_lembar
from rtl_tracker.spreadsheets.lembar_naskah import baca_naskah
from rtl_tracker.spreadsheets.lembar_respons import baca_respons
from rtl_tracker.spreadsheets.lembar_rincian import baca_rincian
from rtl_tracker.spreadsheets.lembar_riwayat import baca_riwayat
from rtl_tracker.spreadsheets.lembar_rtl import baca_rtl
from rtl_tracker.spreadsheets.lembar_tercetak import baca_tercetak
from rtl_tracker.spreadsheets.lembar_upp import baca_layanan, baca_profil, baca_upp
from rtl_tracker.spreadsheets.masalah import LEMBAR_BERKAS, BerkasDitolak, Catatan, Masalah
from rtl_tracker.spreadsheets.rujukan import UppDikenal
from rtl_tracker.spreadsheets.skema import SKEMA
from rtl_tracker.spreadsheets.sumber import Sumber, buka_sumber

__all__ = ["HasilBaca", "UppDikenal", "baca_buku_kerja"]


@dataclass(frozen=True)
class HasilBaca:
    """What came of it: `buku` is None when there is any galat; `sha256` of the content, "" for a file that was not opened.

    `terbaca`: the rows that could be read, also when others were refused; only for whoever examines without storing.
    """

    buku: BukuKerja | None
    masalah: tuple[Masalah, ...]
    sha256: str
    terbaca: BukuKerja | None = None


def baca_buku_kerja(
    sumber: Path,
    tahun: int,
    urutan: UrutanUnsur | None,
    upp_dikenal: Sequence[UppDikenal],
    batas_mb: int = 10,
) -> HasilBaca:
    """Read a workbook (.xlsx) or a folder of CSV files named after the sheets, for the year `tahun`.

    `urutan`: the declared order of U8 and U9, which beats the one in the sheet `instansi`. `upp_dikenal`: the stored UPP,
    whose spelling is the canonical one. `batas_mb`: size limit. Bad input never raises: everything becomes a Masalah.
    """
    catatan = Catatan()
    try:
        terbuka = buka_sumber(sumber, batas_mb, catatan)
    except BerkasDitolak as salah:
        catatan.galat(LEMBAR_BERKAS, None, None, sumber.name, str(salah))
        return HasilBaca(None, catatan.daftar(), "")
    konteks = Konteks(tahun, catatan, urutan)
    for unit in upp_dikenal:
        konteks.upp.tambah(unit.nama, unit.kode, unit.singkatan)
    buku = _baca_semua(terbuka, konteks)
    return HasilBaca(None if catatan.ada_galat else buku, catatan.daftar(), terbuka.sha256, buku)


def _baca_semua(sumber: Sumber, konteks: Konteks) -> BukuKerja:
    """The sheets in the order in which one needs the other: the order of unsur, the units, their layanan, the rest."""
    tabel: dict[str, Tabel] = {}
    instansi = IsiInstansi()
    for nama, kisi in sumber.kisi.items():
        terbaca = _susun(nama, kisi, konteks)
        if terbaca is not None:
            tabel[nama] = terbaca
            if nama == "instansi":
                instansi = _terapkan_instansi(terbaca, konteks)
    buku = BukuKerja(
        lembar=tuple(tabel),
        instansi=instansi.pengaturan,
        tercetak=instansi.tercetak,
        tercetak_teks=instansi.tercetak_teks,
    )
    return _isi_baris(buku, tabel)


def _susun(nama: str, kisi: Kisi, konteks: Konteks) -> Tabel | None:
    """The data rows of a sheet; None when it has none, or when its header is refused."""
    if not kisi.baris:
        konteks.catatan.info(nama, None, None, None, f"Lembar '{nama}' kosong.")
        return None
    kepala = baca_kepala(SKEMA[nama], kisi, konteks.urutan, konteks.catatan)
    if kepala is None:
        return None
    tabel = susun_tabel(SKEMA[nama], kepala, kisi, konteks)
    return tabel if tabel.baris else None


def _terapkan_instansi(tabel: Tabel, konteks: Konteks) -> IsiInstansi:
    """Read the sheet; the order it declares holds for the sheets after it, unless another one was asked for."""
    di_lembar = urutan_di_lembar(tabel)
    diminta = konteks.urutan
    konteks.urutan = diminta or di_lembar
    isi = baca_instansi(tabel)
    if diminta is not None and di_lembar is not None and diminta is not di_lembar:
        kalimat = (
            f"Lembar instansi menyatakan urutan_unsur {di_lembar.value}, sedangkan yang diminta saat mengimpor adalah "
            f"{diminta.value}. Yang dipakai: {diminta.value}."
        )
        konteks.catatan.peringatan("instansi", None, "urutan_unsur", di_lembar.value, kalimat)
        isi.pengaturan["urutan_unsur"] = diminta.value
    return isi


def _isi_baris(buku: BukuKerja, tabel: dict[str, Tabel]) -> BukuKerja:
    """Read in the order of the contract: `upp` makes names known, `layanan` lists them, the others refer to both."""
    upp = baca_upp(tabel["upp"]) if "upp" in tabel else []
    layanan = baca_layanan(tabel["layanan"]) if "layanan" in tabel else []
    respons = baca_respons(tabel["respons"]) if "respons" in tabel else []
    berjawaban = {(str(b[0]), str(b[2])) for b in respons}
    return replace(
        buku,
        upp=upp,
        layanan=layanan,
        hasil=baca_hasil(tabel["hasil"], berjawaban) if "hasil" in tabel else [],
        respons=respons,
        rtl=baca_rtl(tabel["rtl"]) if "rtl" in tabel else [],
        riwayat=baca_riwayat(tabel["riwayat"]) if "riwayat" in tabel else [],
        profil=baca_profil(tabel["profil"]) if "profil" in tabel else [],
        angka=baca_tercetak(tabel["tercetak"]) if "tercetak" in tabel else [],
        rincian=baca_rincian(tabel["rincian"]) if "rincian" in tabel else [],
        naskah=baca_naskah(tabel["naskah"]) if "naskah" in tabel else [],
    )
