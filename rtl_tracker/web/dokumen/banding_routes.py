"""A report edited in Word comes back: what was changed by hand, and its texts to take over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.web.dokumen.forms import FormBanding
from rtl_tracker.web.dokumen.naskah_routes import muat_naskah
from rtl_tracker.web.dokumen.ruang import alamat, baca_naskah_permintaan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan

if TYPE_CHECKING:
    from rtl_tracker.usecases.banding_naskah import BandingNaskah

PANJANG_NAMA = 100


def pilih(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> str:
    """The form that takes the edited file."""
    return _halaman(baca_naskah_permintaan(tahun, jenis, periode, upp_id), FormBanding(formdata=None))


def bandingkan(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> str | tuple[str, int]:
    """Show what was changed in the file; nothing is stored."""
    from rtl_tracker.usecases.banding_naskah import BerkasBandingDitolak, bandingkan_berkas

    permintaan = baca_naskah_permintaan(tahun, jenis, periode, upp_id)
    batalkan_perubahan()
    form = FormBanding()
    if not form.validate():
        return _halaman(permintaan, form), 422
    nama = Path((form.berkas.data.filename or "").replace("\\", "/")).name[:PANJANG_NAMA]
    try:
        naskah = muat_naskah(permintaan)
        hasil = bandingkan_berkas(request_session(), konteks().settings, naskah, nama, form.berkas.data.read())
    except BerkasBandingDitolak as galat:
        tandai_salah(form, {"berkas": str(galat)})
        return _halaman(permintaan, form), 422
    return _halaman(permintaan, form, hasil)


def ambil(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> Response:
    """Store the chosen texts, all or none."""
    from rtl_tracker.usecases.naskah_laporan import NaskahKeliru, simpan_naskah

    permintaan = baca_naskah_permintaan(tahun, jenis, periode, upp_id)
    naskah = muat_naskah(permintaan)
    dipilih = [blok.blok.nama for blok in naskah.bagian if blok.blok.nama in request.form.getlist("blok")]
    try:
        for blok in dipilih:
            versi = request.form.get(f"versi-{blok}", "")
            nomor = int(versi) if versi.isascii() and versi.isdigit() and len(versi) < 9 else -1
            teks = request.form.get(f"teks-{blok}", "")
            simpan_naskah(request_session(), pelaku_kini(), sekarang(), naskah, blok, teks, nomor)
    except (NaskahKeliru, BerubahLebihDahulu) as galat:
        batalkan_perubahan()
        beri_pesan(f"Tidak ada teks yang diambil alih. {galat}", GALAT)
        return redirect(alamat("banding", permintaan), code=303)
    beri_pesan(f"{len(dipilih)} bagian naskah diambil alih." if dipilih else "Tidak ada bagian yang dipilih.")
    return redirect(alamat("naskah", permintaan), code=303)


def _halaman(permintaan: PermintaanDokumen, form: FormBanding, hasil: BandingNaskah | None = None) -> str:
    return render_template(
        "dokumen/banding.html", n=muat_naskah(permintaan), p=permintaan, form=form, h=hasil, alamat=alamat,
        batas_mb=konteks().settings.max_upload_mb,
    )  # fmt: skip
