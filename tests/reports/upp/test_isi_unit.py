"""The report of one unit as texts, fields and elements: sensible for every kind of data, without a reference that leads nowhere."""

import re
from decimal import Decimal

import pytest

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.penyampaian import Penyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.rancangan import susun_teks
from rtl_tracker.reports.rujukan_suntingan import RUJUKAN, kunci_tersedia
from rtl_tracker.reports.upp.bahan import LayananUpp
from rtl_tracker.reports.upp.rancang import TEMPAT_NAMA, rancang_upp
from rtl_tracker.reports.word.elemen import Tabel
from tests.reports.tahunan.conftest import baris_rekap
from tests.reports.upp.conftest import TAHUN

S1, S2, TAHUNAN = Periode.S1, Periode.S2, Periode.TAHUNAN
TIMPANG = {**dict.fromkeys(Unsur, "90.00"), Unsur.WAKTU: "70.00"}
INDUK = (Upp(1, "Dinas Satu"), Upp(2, "UPT A & <B>", induk_id=1), Upp(3, "UPT C", induk_id=1))


def rtl(id_, tahun, periode, unsur, status=None, **isi):
    return Rtl(id_, 1, tahun, periode, unsur, "", f"kegiatan {id_}", status=status, **isi)


KASUS = {
    "luar": {"hasil": [BarisHasil(1, TAHUNAN, ikm_tercetak=Decimal("81.25"), jumlah_responden=40)]},
    "tanpa_n": {"hasil": [BarisHasil(1, TAHUNAN, ikm_tercetak=Decimal("81.25"))]},
    "sebagian_unsur": {"hasil": [BarisHasil(1, TAHUNAN, nilai={Unsur.WAKTU: Decimal("3.1")}, jumlah_responden=12)]},
    "seorang": {"lembar": {(1, None, TAHUNAN): [[4, 3, 2, 4, 3, 4, 3, 4, 3]]}, "profil_responden": {"usia": {"26-35": 1}}},
    "layanan": {"hasil": [baris_rekap(1, "80.00", layanan="KTP"), BarisHasil(1, TAHUNAN, layanan="Akta", jumlah_responden=0)]},
    "induk": {"hasil": [baris_rekap(2, TIMPANG), baris_rekap(3, "80.00")], "upp": INDUK},
    "rekap": {"hasil": [baris_rekap(1, TIMPANG, unsur_prioritas="waktu")], "riwayat": {(1, TAHUN - 1): Decimal("80.00")}},
    "lengkap": {
        "hasil": [baris_rekap(1, TIMPANG, periode=S2)],
        "lembar": {(1, None, S1): [[4, 3, 2, 4, 3, 4, 3, 4, 3], [3] * 9, [4] * 9] * 12},
        "hasil_lalu": [baris_rekap(1, "70.00")],
        "saran": [(1, "antrean terlalu lama", (4,) * 9)],
        "rtl": [rtl(1, TAHUN, S1, Unsur.WAKTU), rtl(2, TAHUN, S1, Unsur.WAKTU), rtl(3, TAHUN, S2, None, StatusRtl.TIDAK_DILAKSANAKAN)],
        "rtl_lalu": [rtl(4, TAHUN - 1, TAHUNAN, Unsur.WAKTU, StatusRtl.TERVERIFIKASI, data_contoh=True)],
        "profil": [("pegawai S1", "3"), ("alamat surel", "a@b.id"), ("tim ketua", "Sekretaris"), ("kode pos", "79000")],
        "layanan": [LayananUpp("KTP", "gratis", "1 hari")],
        "profil_responden": {"jenis_kelamin": {"Laki-laki": 20, "Perempuan": 16}},
    },
}  # fmt: skip


@pytest.fixture(params=list(KASUS))
def rancangan(request, buat_fakta):
    return rancang_upp(buat_fakta(**KASUS[request.param]))


def isi(rancangan, suntingan=None):
    png = {g.sidik(): b"gambar" for g in rancangan.grafik}
    return rancangan.isi(susun_teks(rancangan.blok, suntingan or {}), png)


def teks(rancangan):
    return "\n".join(satu for b in rancangan.blok for satu in b.teks)


def test_every_reference_leads_to_a_table_or_figure_and_every_table_has_rows(rancangan):
    elemen = isi(rancangan)
    dirujuk = set(RUJUKAN.findall(teks(rancangan)))
    assert dirujuk <= kunci_tersedia(elemen)
    tabel = [e for satu in elemen.values() for e in satu if isinstance(e, Tabel)]
    assert all(len(list(t.baris)) > 0 for t in tabel)
    assert all(re.fullmatch(r"[A-Z0-9_]+", t.kunci) for t in tabel if t.kunci)


def test_no_sentence_shows_a_blank_figure_or_speaks_of_the_instansi_as_the_unit(rancangan):
    semua = teks(rancangan)
    assert not re.search(r"None|\bnan\b|  |: \.|sebesar -|\( ", semua)
    assert "semua UPP yang mengukur" not in semua


def test_texts_that_are_taken_away_leave_the_tables_alone(rancangan):
    tanpa = isi(rancangan, {b.nama: () for b in rancangan.blok})
    assert kunci_tersedia(tanpa) == kunci_tersedia(isi(rancangan))


def test_fields_are_named_once_and_print_what_the_report_prints(rancangan):
    nama = [b.nama for b in rancangan.bidang]
    assert len(nama) == len(set(nama))
    assert [b for b in rancangan.bidang if not re.fullmatch(r"[a-z0-9_]+", b.nama) or not b.nilai] == []
    ikm = next((b.nilai for b in rancangan.bidang if b.nama == "ikm_unit"), None)
    assert ikm is None or f"sebesar **{ikm}**" in teks(rancangan)


def test_blocks_are_named_in_the_order_of_the_report(buat_fakta):
    nama = [b.nama for b in rancang_upp(buat_fakta(**KASUS["lengkap"])).blok]
    assert nama == [
        "kata_pengantar", "latar_belakang", "maksud", "tujuan", "profil", "metode", "tim_jadwal", "profil_responden", "kuesioner", "indeks",
        "unsur", "periode", "saran", "univariat", "bivariat", "kekuatan", "perbandingan", "prioritas", "realisasi", "dampak", "rtl",
        "hasil_tindak_lanjut", "rtl_belum", "kesimpulan", "rekomendasi",
    ]  # fmt: skip


def test_an_index_without_unsur_says_so_and_brings_no_section_on_unsur(buat_fakta):
    r = rancang_upp(buat_fakta(**KASUS["luar"]))
    assert not {"unsur", "kekuatan", "univariat", "prioritas"} & {b.nama for b in r.blok}
    assert "tanpa nilai per unsur" in teks(r)
    assert "menyampaikan nilai kesembilan unsur paling lambat 31 Januari 2024" in teks(r)


def test_a_nihil_period_is_told_with_its_reason_beside_the_measured_ones(buat_fakta):
    berkas = Penyampaian(1, TAHUN, S2, nihil=True, alasan_nihil="Kantor direnovasi.")
    r = rancang_upp(
        buat_fakta(hasil=[baris_rekap(1, "80.00", periode=S1), BarisHasil(1, S2, jumlah_responden=0)], penyampaian=[berkas])
    )
    assert "Pada Semester II tidak ada layanan yang dapat dinilai (nihil). Alasan yang disampaikan: Kantor direnovasi." in teks(
        r
    )


def test_a_long_plan_stands_on_a_landscape_page_and_a_short_one_does_not(buat_fakta):
    for panjang, penanda in ((20, "rtl"), (400, "rtl_lanskap")):
        satu = rtl(1, TAHUN, TAHUNAN, Unsur.WAKTU, keluhan="x" * panjang)
        elemen = isi(rancang_upp(buat_fakta(hasil=[baris_rekap(1, TIMPANG)], rtl=[satu])))
        assert [n for n in ("rtl", "rtl_lanskap") if elemen.get(n)] == [penanda]


def test_the_unit_signs_and_what_is_missing_is_said(buat_fakta):
    r = rancang_upp(
        buat_fakta(hasil=[baris_rekap(1, "80.00")], profil=[("penandatangan", "Budi"), ("jabatan penandatangan", "Camat")])
    )
    assert (r.bidang_templat["penandatangan"], r.bidang_templat["jabatan_penandatangan"]) == ("Budi", "Camat")
    kosong = rancang_upp(buat_fakta(hasil=[baris_rekap(1, "80.00")]))
    assert kosong.bidang_templat["penandatangan"] == TEMPAT_NAMA
    assert any("lembar profil" in kalimat for kalimat in kosong.peringatan)
