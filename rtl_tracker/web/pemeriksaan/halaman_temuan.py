"""What the pages of findings share: the kept findings of a year, the filter of the address, and links to where a finding is mended.

The auditor and the reader of workbooks are loaded by the first page that needs them, not with the application.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import request, url_for

from rtl_tracker.domain.izin import menjangkau
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE

if TYPE_CHECKING:
    from rtl_tracker.usecases.saringan_temuan import ButirTemuan, SaringanTemuan
    from rtl_tracker.usecases.temuan_tahun import TemuanTahun
    from rtl_tracker.usecases.tujuan_temuan import Tujuan

ASAL = "asal"
CATATAN_INSTANSI = "Yang tercetak untuk instansi diperbaiki pada buku kerja, lalu diimpor kembali."


@dataclass(frozen=True, slots=True)
class TautanTemuan:
    """A way to mend a finding: a link, or without an address a sentence."""

    judul: str
    alamat: str | None = None


def baca_saringan_temuan() -> SaringanTemuan:
    """The filter of the address."""
    from rtl_tracker.usecases.saringan_temuan import baca_saringan

    return baca_saringan(
        *(request.args.get(nama, "") for nama in ("cari", "tingkat", "aturan", "periode", "keadaan", "kelompok"))
    )


def asal_unit(pelaku: Pelaku) -> int | None:
    """The unit whose page somebody came from; None = the page of the whole instansi."""
    upp_id = request.args.get(ASAL, type=int)
    if upp_id is not None and menjangkau(pelaku, upp_id):
        return upp_id
    return pelaku.upp_id


def argumen_kembali(pelaku: Pelaku) -> dict[str, Any]:
    """What leads back to the list as it was: its filter, and the unit whose page it was on."""
    upp_id = asal_unit(pelaku)
    return {**baca_saringan_temuan().argumen, **({} if upp_id is None else {ASAL: upp_id})}


def alamat_daftar(tahun: int, pelaku: Pelaku) -> str:
    """Back to the list, with its filter."""
    argumen: dict[str, Any] = {"tahun": tahun, **baca_saringan_temuan().argumen}
    upp_id = asal_unit(pelaku)
    if upp_id is None:
        return url_for("pemeriksaan.tahunan", **argumen)
    return url_for("pemeriksaan.unit", upp_id=upp_id, **argumen)


def alamat_penjelasan(butir: ButirTemuan, tahun: int, argumen: dict[str, Any], tindakan: str = "tulis") -> str:
    """The page on which a finding is explained (`tulis`), or the button that takes the reason back (`cabut`)."""
    isi = {"tahun": tahun, "kunci": butir.temuan.kunci, **argumen}
    if butir.temuan.upp_id is None:
        return url_for(f"penjelasan.{tindakan}", **isi)
    return url_for(f"penjelasan.{tindakan}_unit", upp_id=butir.temuan.upp_id, **isi)


def tautan_temuan(butir: ButirTemuan, tahun: TemuanTahun, pelaku: Pelaku) -> list[TautanTemuan]:
    """The ways to mend a finding that this account may go."""
    from rtl_tracker.usecases.tujuan_temuan import tujuan_temuan

    return [_tautan(t, tahun.tahun) for t in tujuan_temuan(butir.temuan, tahun, pelaku)]


def _tautan(t: Tujuan, tahun: int) -> TautanTemuan:
    """The words and the address of a place."""
    from rtl_tracker.usecases.tujuan_temuan import JenisTujuan as J

    if t.jenis is J.TANPA_HALAMAN:
        return TautanTemuan(CATATAN_INSTANSI)
    if t.jenis is J.DATA_UNIT and t.upp_id is None:
        return TautanTemuan("Buka data unit", url_for("induk.daftar"))
    periode = "" if t.periode is None else NAMA_PERIODE[t.periode]
    berkas: dict[str, Any] = {"upp_id": t.upp_id, "tahun": tahun, "periode": t.periode}
    pilihan: dict[J, tuple[str, str, dict[str, Any]]] = {
        J.RTL: ("Buka RTL ini", "rtl.satu", {"rtl_id": t.rtl_id}),
        J.HASIL: (f"Ubah hasil {periode}", "hasil.isi", berkas),
        J.BERKAS: (f"Buka berkas {periode}", "hasil.periode", berkas),
        J.HALAMAN_UPP: ("Lihat hasil unit", "upp.satu", {"tahun": tahun, "upp_id": t.upp_id}),
        J.UNIT: ("Buka halaman unit", "unit.beranda", {"upp_id": t.upp_id, "tahun": tahun}),
        J.DATA_UNIT: ("Ubah data unit", "induk.ubah", {"upp_id": t.upp_id}),
        J.BOBOT: ("Bandingkan menurut tiga bobot", "bobot.satu", {"tahun": tahun}),
        J.KALENDER: ("Ubah kalender", "kalender.ubah", {"tahun": tahun}),
        J.TINDAK_LANJUT: ("Buka tindak lanjut", "persentase.satu", {"tahun": tahun}),
        J.IKM: ("Buka IKM instansi", "beranda.tahunan", {"tahun": tahun}),
    }
    judul, endpoint, isi = pilihan[t.jenis]
    return TautanTemuan(judul, url_for(endpoint, **isi))
