"""The readiness meter of a document, its versions, and the button that freezes it."""

from flask import render_template, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.web.dokumen.forms import FormPengesahan
from rtl_tracker.web.dokumen.kerja_routes import pesan
from rtl_tracker.web.dokumen.naskah_routes import muat_naskah
from rtl_tracker.web.dokumen.ruang import alamat, alamat_daftar, baca_naskah_permintaan
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session, tutup_session
from rtl_tracker.web.shared.temuan_kini import muat_temuan


def kesiapan(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> str:
    """What is still missing, what was frozen, and the form that freezes."""
    return _halaman(baca_naskah_permintaan(tahun, jenis, periode, upp_id), FormPengesahan(formdata=None))


def sahkan(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> Response | tuple[str, int]:
    """Order a frozen version; refused at once while errors are open and no reason was given."""
    from rtl_tracker.usecases.kesiapan_laporan import PengesahanDitolak, pastikan_boleh, periksa_kesiapan

    permintaan = baca_naskah_permintaan(tahun, jenis, periode, upp_id)
    form = FormPengesahan()
    if not form.validate():
        return _halaman(permintaan, form), 422
    alasan = (form.alasan.data or "").strip()
    try:
        pastikan_boleh(
            periksa_kesiapan(request_session(), muat_naskah(permintaan), muat_temuan(permintaan.tahun), hari_ini()),
            alasan,
            pelaku_kini(),
        )
    except PengesahanDitolak as galat:
        form.alasan.errors = [str(galat)]
        return _halaman(permintaan, form), 422
    tutup_session()
    catatan = (form.catatan.data or "").strip()
    pesanan = Pesanan(JenisKerja.PENGESAHAN, permintaan, catatan=catatan, alasan=alasan)
    return pesan(pesanan, JenisJejak.LAPORAN_DISUSUN)


def _halaman(permintaan: PermintaanDokumen, form: FormPengesahan) -> str:
    from rtl_tracker.usecases.kesiapan_laporan import periksa_kesiapan
    from rtl_tracker.usecases.versi_laporan import list_versi

    naskah = muat_naskah(permintaan)
    session = request_session()
    return render_template(
        "dokumen/kesiapan.html", n=naskah, p=permintaan, k=periksa_kesiapan(session, naskah, muat_temuan(permintaan.tahun), hari_ini()), form=form,
        versi=list_versi(session, permintaan), alamat=alamat, tujuan=_tujuan(permintaan),
        kembali=alamat_daftar(permintaan.tahun, permintaan.upp_id),
    )  # fmt: skip


def _tujuan(p: PermintaanDokumen) -> dict[str, str]:
    """Addresses by TujuanButir; a place that this account cannot open is left out."""
    hasil = {"naskah": alamat("naskah", p)}
    if p.upp_id is not None:
        return hasil | {
            "papan": url_for("unit.beranda", upp_id=p.upp_id, tahun=p.tahun),
            "temuan": url_for("pemeriksaan.unit", upp_id=p.upp_id, tahun=p.tahun),
        }
    hasil["temuan"] = url_for("pemeriksaan.tahunan", tahun=p.tahun)
    pelaku = pelaku_kini()
    if boleh(pelaku, Izin.LIHAT_PAPAN):
        hasil["papan"] = url_for("papan.satu", tahun=p.tahun)
    if boleh(pelaku, Izin.KELOLA_DATA_INDUK):
        hasil["pengaturan"] = url_for("pengaturan.ubah", tahun=p.tahun)
    return hasil
