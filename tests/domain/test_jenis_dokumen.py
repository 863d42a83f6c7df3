"""Which document of whom, of which period, in which format: what does not fit is refused in words."""

import pytest

from rtl_tracker.domain.jenis_dokumen import (
    TABEL_JENIS,
    BentukBerkas,
    JenisDokumen,
    Lingkup,
    PermintaanDokumen,
    PermintaanKeliru,
    periksa_permintaan,
)
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan, periksa_pesanan, pesanan_dari_json


def test_every_kind_is_described_and_has_a_format():
    assert set(TABEL_JENIS) == set(JenisDokumen)
    assert all(isi.nama and isi.uraian and isi.bentuk for isi in TABEL_JENIS.values())


@pytest.mark.parametrize(
    ("permintaan", "bentuk", "kalimat"),
    [
        (PermintaanDokumen(JenisDokumen.RTL, 2023), None, "memerlukan nama unit"),
        (PermintaanDokumen(JenisDokumen.TAHUNAN, 2023, upp_id=1), None, "seluruh instansi"),
        (PermintaanDokumen(JenisDokumen.UPP, 2023, Periode.S1, 1), None, "satu tahun penuh"),
        (PermintaanDokumen(JenisDokumen.REKAP, 2023), BentukBerkas.DOCX, "sebagai .xlsx, bukan .docx"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(permintaan, bentuk, kalimat):
    with pytest.raises(PermintaanKeliru, match=kalimat):
        periksa_permintaan(permintaan, bentuk)


def test_what_fits_passes_for_every_kind():
    for jenis, isi in TABEL_JENIS.items():
        upp_id = None if isi.lingkup is Lingkup.INSTANSI else 1
        for bentuk in isi.bentuk:
            periksa_permintaan(PermintaanDokumen(jenis, 2023, Periode.S1 if isi.periode else Periode.TAHUNAN, upp_id), bentuk)


def test_different_documents_have_different_keys_and_names():
    semua = [PermintaanDokumen(j, t, p, u) for j in JenisDokumen for t in (2022, 2023) for p in Periode for u in (None, 1, 2)]
    assert len({p.kunci for p in semua}) == len(semua)
    assert PermintaanDokumen(JenisDokumen.RTL, 2023, Periode.TW1, 4).nama == "Lembar RTL Triwulan I 2023"


def test_an_order_survives_being_stored():
    p = PermintaanDokumen(JenisDokumen.UPP, 2023, upp_id=7)
    pesanan = Pesanan(JenisKerja.PENGESAHAN, p, pemeriksaan=True, catatan="a", alasan="b")
    assert pesanan_dari_json(pesanan.sebagai_json()) == pesanan


def test_orders_that_make_no_sense_are_refused():
    for pesanan, kalimat in (
        (Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.REKAP, 2023)), "dalam bentuk Word"),
        (Pesanan(JenisKerja.PENGESAHAN, PermintaanDokumen(JenisDokumen.RTL, 2023, upp_id=1)), "tidak memerlukan pengesahan"),
        (Pesanan(JenisKerja.PAKET, PermintaanDokumen(JenisDokumen.TAHUNAN, 2023)), "tidak dibuat per unit"),
        (Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.RTL, 2023)), "memerlukan nama unit"),
    ):
        with pytest.raises(PermintaanKeliru, match=kalimat):
            periksa_pesanan(pesanan)
