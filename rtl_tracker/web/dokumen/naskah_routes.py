"""The texts of a document: all blocks, and one block in a form with its preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.web.dokumen.forms import FormTeks
from rtl_tracker.web.dokumen.ruang import alamat, alamat_daftar, baca_naskah_permintaan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan

if TYPE_CHECKING:
    from rtl_tracker.usecases.naskah_laporan import NaskahLaporan, Pratinjau

PRATINJAU = "pratinjau"


def muat_naskah(permintaan: PermintaanDokumen) -> NaskahLaporan:
    """The texts of a document, kept while the data stay the same. Raises DokumenDitolak."""
    from rtl_tracker.usecases.naskah_laporan import susun_naskah

    return dari_simpanan(("naskah", permintaan.kunci), lambda session: susun_naskah(session, konteks().settings, permintaan))


def semua(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> str:
    """All blocks with the text in force."""
    permintaan = baca_naskah_permintaan(tahun, jenis, periode, upp_id)
    return render_template(
        "dokumen/naskah.html", n=muat_naskah(permintaan), p=permintaan, alamat=alamat, kembali=alamat_daftar(tahun, upp_id)
    )


def sunting(tahun: int, jenis: JenisDokumen, periode: Periode, blok: str, upp_id: int | None = None) -> str:
    """One block in a form."""
    naskah = muat_naskah(baca_naskah_permintaan(tahun, jenis, periode, upp_id))
    bagian = naskah.cari(blok)
    return _halaman(naskah, blok, FormTeks(formdata=None, teks=bagian.naskah, versi=str(bagian.versi)))


def simpan(
    tahun: int, jenis: JenisDokumen, periode: Periode, blok: str, upp_id: int | None = None
) -> Response | str | tuple[str, int]:
    """Show the text as it would be printed, or store it. On a refusal it stays in the form."""
    from rtl_tracker.usecases.naskah_laporan import NaskahKeliru, pratinjau, simpan_naskah

    naskah = muat_naskah(baca_naskah_permintaan(tahun, jenis, periode, upp_id))
    form = FormTeks()
    if not form.validate():
        return _halaman(naskah, blok, form), 422
    teks = form.teks.data or ""
    try:
        if PRATINJAU in request.form:
            return _halaman(naskah, blok, form, pratinjau(request_session(), naskah, teks, hari_ini()))
        simpan_naskah(request_session(), pelaku_kini(), sekarang(), naskah, blok, teks, form.versi_dikirim)
    except NaskahKeliru as galat:
        form.teks.errors = list(galat.daftar)
        return _halaman(naskah, blok, form), 422
    except BerubahLebihDahulu as galat:
        form.versi.data = str(galat.versi)
        return _halaman(naskah, blok, form, bentrok=galat), 409
    beri_pesan(f"Teks “{naskah.cari(blok).blok.judul}” disimpan.")
    return redirect(alamat("naskah", naskah.permintaan, _anchor=blok), code=303)


def otomatis(tahun: int, jenis: JenisDokumen, periode: Periode, blok: str, upp_id: int | None = None) -> Response:
    """Put the automatic text back in force."""
    from rtl_tracker.usecases.naskah_laporan import kembalikan_otomatis

    naskah = muat_naskah(baca_naskah_permintaan(tahun, jenis, periode, upp_id))
    versi = FormTeks().versi_dikirim
    return laksanakan(
        lambda: kembalikan_otomatis(request_session(), pelaku_kini(), sekarang(), naskah, blok, versi),
        f"Teks “{naskah.cari(blok).blok.judul}” kembali otomatis.",
        alamat("naskah", naskah.permintaan, _anchor=blok),
    )


def _halaman(
    naskah: NaskahLaporan, blok: str, form: FormTeks, hasil: Pratinjau | None = None, bentrok: BerubahLebihDahulu | None = None
) -> str:
    if hasil is not None or bentrok is not None:
        batalkan_perubahan()
    return render_template(
        "dokumen/sunting.html", n=naskah, b=naskah.cari(blok), p=naskah.permintaan, form=form, hasil=hasil, bentrok=bentrok,
        alamat=alamat,
    )  # fmt: skip
