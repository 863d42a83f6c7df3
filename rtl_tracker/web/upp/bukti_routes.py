"""Bukti: originals as downloads, pictures as copies without metadata, and a newer one in the place of an older."""

from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as Jawaban

from rtl_tracker.domain.bukti import BuktiDitolak, peringatan_tautan
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases import kelola_bukti as kelola
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.kiriman_berkas import baca_unggahan, kirim_gambar, kirim_unduhan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.tindakan import GALAT, INGAT, beri_pesan
from rtl_tracker.web.upp.rtl_forms import FormGanti

bp = Blueprint("bukti", __name__)


@bp.get("/bukti/<int:bukti_id>/berkas")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def unduh(bukti_id: int) -> Response:
    """The original, always as a download: nothing that somebody uploaded is opened on this address."""
    return kirim_unduhan(kelola.berkas_unduhan(request_session(), pelaku_kini(), konteks().gudang, bukti_id))


@bp.get("/bukti/<int:bukti_id>/gambar/<int:lebar>")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def gambar(bukti_id: int, lebar: int) -> Response:
    """The picture as a copy made by this program: no position, no other metadata."""
    return kirim_gambar(kelola.gambar_tampil(request_session(), pelaku_kini(), konteks().gudang, bukti_id, lebar))


@bp.post("/bukti/<int:bukti_id>/ganti")
@akses(Cakupan.UNIT, Izin.LAPOR_REALISASI)
def ganti(bukti_id: int) -> Jawaban:
    """Put a newer bukti in the place of one."""
    form, kini = FormGanti(), konteks()
    session, pelaku = request_session(), pelaku_kini()
    rtl_id = kelola.ambil_bukti(session, pelaku, bukti_id).rtl_id
    kembali = redirect(url_for("rtl.satu", rtl_id=rtl_id, _anchor="bukti"), code=303)
    if not form.validate():
        beri_pesan(" ".join(kalimat for salah in form.errors.values() for kalimat in salah), GALAT)
        return kembali
    nama, isi = baca_unggahan(form.berkas.data)
    kiriman = kelola.Kiriman(nama, isi, form.tautan.data or "", form.keterangan.data or "", form.berlaku.data)
    try:
        kelola.ganti_bukti(session, pelaku, sekarang(), kini.gudang, bukti_id, kiriman, kini.settings.max_upload_mb)
    except BuktiDitolak as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
        return kembali
    beri_pesan("Bukti diganti; bukti lama tetap tersimpan.")
    if peringatan := peringatan_tautan(kiriman.tautan):
        beri_pesan(peringatan, INGAT)
    return kembali
