"""The register of media of a unit and of the instansi: seen, added to, called off; its files."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Jawaban

from rtl_tracker.domain.bukti import peringatan_tautan
from rtl_tracker.domain.media import NAMA_MEDIA, CatatanMedia, Media
from rtl_tracker.domain.pekppp import TABEL_MEDIA, skor_media
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases import media_publikasi as kelola
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.kiriman_berkas import baca_unggahan, kirim_gambar, kirim_unduhan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import INGAT, beri_pesan, laksanakan
from rtl_tracker.web.upp.media_forms import FormMedia

bp = Blueprint("media", __name__)


@bp.get("/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/publikasi")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unit(upp_id: int, tahun: int, periode: Periode) -> str:
    """The register of a unit."""
    return _halaman(upp_id, tahun, periode, FormMedia(formdata=None, tanggal=hari_ini()))


@bp.post("/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/publikasi")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def catat(upp_id: int, tahun: int, periode: Periode) -> Jawaban | tuple[str, int]:
    """Add an entry of a unit."""
    return _catat(upp_id, tahun, periode)


@bp.get("/tahun/<tahun:tahun>/publikasi/<periode:periode>/media")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def instansi(tahun: int, periode: Periode) -> str:
    """The register of the instansi."""
    return _halaman(None, tahun, periode, FormMedia(formdata=None, tanggal=hari_ini()))


@bp.post("/tahun/<tahun:tahun>/publikasi/<periode:periode>/media")
@akses(Cakupan.INSTANSI, Izin.KELOLA_SURVEI)
def catat_instansi(tahun: int, periode: Periode) -> Jawaban | tuple[str, int]:
    """Add an entry of the instansi."""
    return _catat(None, tahun, periode)


@bp.post("/media/<int:media_id>/batal")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def batal(media_id: int) -> Jawaban:
    """Call an entry off with a reason."""
    session, pelaku, alasan = request_session(), pelaku_kini(), request.form.get("alasan", "")
    catatan = kelola.ambil_media(session, pelaku, media_id)
    return laksanakan(
        lambda: kelola.batalkan_media(session, pelaku, sekarang(), media_id, alasan),
        "Catatan dibatalkan; isinya tetap tersimpan.",
        _alamat(catatan),
    )


@bp.get("/media/<int:media_id>/berkas")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unduh(media_id: int) -> Response:
    """The original, always as a download."""
    return kirim_unduhan(kelola.berkas_media(request_session(), pelaku_kini(), konteks().gudang, media_id))


@bp.get("/media/<int:media_id>/gambar/<int:lebar>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def gambar(media_id: int, lebar: int) -> Response:
    """The picture as a copy made by this program."""
    return kirim_gambar(kelola.gambar_media(request_session(), pelaku_kini(), konteks().gudang, media_id, lebar))


def _catat(upp_id: int | None, tahun: int, periode: Periode) -> Jawaban | tuple[str, int]:
    form, kini = FormMedia(), konteks()
    if not form.validate():
        return _halaman(upp_id, tahun, periode, form), 422
    nama, isi = baca_unggahan(form.berkas.data)
    kiriman = kelola.KirimanMedia(
        form.tanggal.data, Media(form.media.data), form.keterangan.data or "", nama, isi, form.tautan.data or ""
    )
    try:
        catatan, peringatan = kelola.catat_media(
            request_session(),
            pelaku_kini(),
            sekarang(),
            kini.gudang,
            upp_id,
            tahun,
            periode,
            kiriman,
            kini.settings.max_upload_mb,
        )
    except kelola.MediaDitolak as galat:
        batalkan_perubahan()
        tandai_salah(form, {galat.bidang: str(galat)})
        return _halaman(upp_id, tahun, periode, form), 422
    beri_pesan(f"Publikasi pada {NAMA_MEDIA[catatan.media].lower()} tercatat.")
    for kalimat in (peringatan, peringatan_tautan(catatan.tautan)):
        if kalimat:
            beri_pesan(kalimat, INGAT)
    return redirect(_alamat(catatan), code=303)


def _halaman(upp_id: int | None, tahun: int, periode: Periode, form: FormMedia) -> str:
    h = kelola.muat_halaman_media(request_session(), pelaku_kini(), upp_id, tahun, periode)
    skor = skor_media(len(h.berbeda))
    return render_template("upp/media.html", h=h, form=form, nama_media=NAMA_MEDIA, skor=skor, tabel_media=TABEL_MEDIA)


def _alamat(c: CatatanMedia) -> str:
    if c.upp_id is None:
        return url_for("media.instansi", tahun=c.tahun, periode=c.periode)
    return url_for("media.unit", upp_id=c.upp_id, tahun=c.tahun, periode=c.periode)
