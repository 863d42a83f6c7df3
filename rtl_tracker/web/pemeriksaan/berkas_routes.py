"""An older report examined: a workbook in, its findings on screen, as Excel or as a Word list; nothing is stored."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, send_file
from werkzeug.wrappers import Response

from rtl_tracker.web.pemeriksaan.forms import EXCEL, LAYAR, WORD, FormBerkas
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini
from rtl_tracker.web.shared.salah import tandai_salah

if TYPE_CHECKING:
    from rtl_tracker.usecases.pemeriksaan import HasilPeriksa

bp = Blueprint("periksa_berkas", __name__)
JENIS = {
    EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PANJANG_NAMA = 100


@bp.get("/periksa-berkas")
@akses(Cakupan.MASUK)
def pilih() -> str:
    """The form."""
    return _halaman(FormBerkas(formdata=None))


@bp.post("/periksa-berkas")
@akses(Cakupan.MASUK)
def periksa() -> Response | str | tuple[str, int]:
    """Examine the workbook and answer with its findings; what cannot be read is said in a sentence beside the form."""
    from rtl_tracker.usecases.fakta_pemeriksaan import BerkasTidakTerbaca

    form = FormBerkas()
    if not form.validate():
        return _halaman(form), 422
    try:
        hasil = _periksa(form)
    except BerkasTidakTerbaca as galat:
        tandai_salah(form, {"berkas": str(galat)})
        return _halaman(form), 422
    if form.bentuk.data == LAYAR:
        return _halaman(form, hasil)
    return _unduh(form, hasil)


def _periksa(form: FormBerkas) -> HasilPeriksa:
    """The upload lies in a folder of its own only while it is read."""
    from rtl_tracker.usecases.pemeriksaan import periksa_berkas

    with TemporaryDirectory() as folder:
        berkas = Path(folder) / "kiriman.xlsx"
        form.berkas.data.save(berkas)
        batas_mb = konteks().settings.max_upload_mb
        return periksa_berkas(berkas, form.tahun_dipilih, hari_ini(), form.urutan_dipilih, batas_mb)


def _halaman(form: FormBerkas, hasil: HasilPeriksa | None = None) -> str:
    """The form, below it the findings unit by unit."""
    if hasil is None:
        return render_template("pemeriksaan/berkas.html", form=form, hasil=None, batas_mb=konteks().settings.max_upload_mb)
    from rtl_tracker.usecases.saringan_temuan import Kelompok, kelompokkan
    from rtl_tracker.usecases.unduh_pemeriksaan import butir_berkas

    return render_template(
        "pemeriksaan/berkas.html",
        form=form,
        hasil=hasil,
        nama=_nama(form),
        kelompok=kelompokkan(butir_berkas(hasil), Kelompok.UPP),
        batas_mb=konteks().settings.max_upload_mb,
    )


def _unduh(form: FormBerkas, hasil: HasilPeriksa) -> Response:
    from rtl_tracker.usecases.unduh_pemeriksaan import excel_berkas, word_berkas

    buat = excel_berkas if form.bentuk.data == EXCEL else word_berkas
    berkas = buat(hasil, _nama(form), hari_ini())
    jawaban = send_file(BytesIO(berkas.isi), mimetype=JENIS[form.bentuk.data], as_attachment=True, download_name=berkas.nama)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _nama(form: FormBerkas) -> str:
    """The name of the workbook as its owner knows it."""
    return Path((form.berkas.data.filename or "").replace("\\", "/")).name[:PANJANG_NAMA] or "buku kerja"
