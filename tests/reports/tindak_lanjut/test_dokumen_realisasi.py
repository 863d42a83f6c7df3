"""The follow-up document of the instansi: the declared figure first, no blank as zero, lists for the Inspektorat."""

from datetime import UTC, date, datetime

from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tindak_lanjut import susun_tindak_lanjut
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.dokumen_realisasi.fakta import BahanDokumenRealisasi
from rtl_tracker.reports.dokumen_realisasi.rancang import rancang_realisasi
from rtl_tracker.reports.word.elemen import BarisAngka, Tabel
from tests.reports.tindak_lanjut.bahan import LAPOR, SULIT, TAHUN, TENGGAT, S, elemen, rtl, tabel, teks

UNIT = (
    Upp(1, SULIT, kelompok="Dinas"), Upp(2, "UPT Satu", kelompok="Dinas", induk_id=1), Upp(3, "Kecamatan Dua", kelompok="Kecamatan"),
    Upp(4, "Badan Tiga", kelompok="Badan"), Upp(5, "Kantor Luar", kelompok="Badan", ikut_rerata=False),
)  # fmt: skip
AKHIR_TAHUN = date(TAHUN, 12, 31)
DAFTAR = (
    rtl(1, status=S.TERVERIFIKASI), rtl(2, status=S.TERVERIFIKASI), rtl(3, status=S.SELESAI, dilapor_pada=LAPOR),
    rtl(4, status=S.BERJALAN, tenggat=date(TAHUN, 12, 1)),
    rtl(5, status=S.SELESAI, upp_id=2, dilapor_pada=datetime(TAHUN, 8, 1, 3, tzinfo=UTC)),
    rtl(6, status=S.TIDAK_DILAKSANAKAN, upp_id=2, alasan="Anggaran", strategi="Diusulkan", tenggat=date(TAHUN, 6, 1)),
    rtl(7, upp_id=3, periode=Periode.S1), rtl(8, status=S.SELESAI, upp_id=5), rtl(9, status=S.SELESAI, upp_id=None),
)  # fmt: skip
LANJUTAN = {6: rtl(20, upp_id=2, asal_id=6, tenggat=TENGGAT, penanggung_jawab="Kepala UPT")}


def dokumen(daftar=DAFTAR, **pengaturan):
    p = Pengaturan(nama="Pemerintah Kabupaten Uji & Coba", **pengaturan)
    gambaran = susun_tindak_lanjut(TAHUN, UNIT, daftar, {}, AKHIR_TAHUN)
    return rancang_realisasi(BahanDokumenRealisasi(p, gambaran, tuple(daftar), LANJUTAN))


def angka(rancangan) -> tuple[tuple[str, str], ...]:
    (satu,) = [e for e in elemen(rancangan, "instansi") if isinstance(e, BarisAngka)]
    return satu.butir


def test_the_declared_figure_comes_first_and_the_other_one_beside_it():
    """Dinas 3 of 4, UPT 1 of 2: reported mean 62,50, pooled 4 of 6; verified mean 25,00, pooled 2 of 6."""
    assert angka(dokumen())[:2] == (
        ("62,50\N{NO-BREAK SPACE}%", "dilaporkan (angka resmi)"),
        ("25,00\N{NO-BREAK SPACE}%", "terverifikasi"),
    )
    sah = dokumen(dasar_realisasi=DasarRealisasi.TERVERIFIKASI, agregasi_realisasi=AgregasiRealisasi.GABUNGAN)
    assert [x for x, _ in angka(sah)[:2]] == ["33,33\N{NO-BREAK SPACE}%", "66,67\N{NO-BREAK SPACE}%"]
    assert tabel(sah, "instansi")[0][0] == "Gabungan seluruh RTL (resmi)"
    assert tabel(sah, "unit")[-1][6:8] == ("66,67", "33,33")


def test_a_unit_that_said_nothing_is_named_and_shown_without_a_zero():
    baris = {b[1]: b for b in tabel(dokumen(), "unit")}
    assert baris["Kecamatan Dua"][2:8] == ("1", "-", "-", "-", "belum", "belum")
    assert baris["Badan Tiga"][2:8] == ("0", "-", "-", "-", "-", "-")
    assert "UPP yang belum melaporkan realisasi: Kecamatan Dua." in teks(dokumen(), "instansi")
    assert "UPP yang belum memiliki RTL: Badan Tiga." in teks(dokumen(), "instansi")


def test_units_stand_under_their_induk_with_what_is_overdue_on_the_last_day_of_the_year():
    baris = tabel(dokumen(), "unit")
    assert [b[1] for b in baris[:2]] == [SULIT, "– UPT Satu"]
    assert baris[0][8:12] == ("1", "0", "0", "0")
    assert [b[1] for b in baris if b[1].endswith("*")] == ["Kantor Luar *"]
    assert "melewati tenggat pada 31 Desember 2021" in teks(dokumen(), "instansi")
    assert [b[12] for b in baris[:2]] == ["3", "3"]


def test_what_was_not_done_has_reason_strategy_and_the_target_of_its_successor():
    assert tabel(dokumen(), "tidak") == [
        ("1", "UPT Satu", "Kegiatan 6", "Anggaran", "Diusulkan", "30 Juni 2022", "Kepala UPT"),
    ]  # fmt: skip


def test_what_waits_longest_is_named_first_and_the_rtl_of_the_instansi_do_not_wait_with_the_units():
    assert [b[1] for b in tabel(dokumen(), "menunggu")] == ["UPT Satu", SULIT, "Kantor Luar"]
    assert "RTL milik instansi sendiri berjumlah 1" in teks(dokumen(), "instansi")


def test_a_very_long_list_is_cut_and_says_where_the_rest_is():
    banyak = [rtl(i, status=S.SELESAI, dilapor_pada=LAPOR) for i in range(1, 131)]
    assert len(tabel(dokumen(banyak), "menunggu")) == 100
    assert "30 lainnya terdapat pada berkas Excel" in teks(dokumen(banyak), "menunggu")


def test_without_any_report_there_is_no_percentage_and_no_chart():
    diam = dokumen([rtl(1), rtl(2, upp_id=3)])
    assert diam.grafik == ()
    assert angka(diam)[1] == ("2", "UPP belum melaporkan realisasi")
    assert "belum dapat dihitung" in teks(diam, "instansi")
    assert elemen(diam, "tidak") == elemen(diam, "menunggu") == []


def test_tables_of_kelompok_and_periods_come_where_there_are_several():
    def tabel_bagian(*daftar):
        return [t.judul for t in elemen(dokumen(daftar), "bagian") if isinstance(t, Tabel)]

    assert tabel_bagian(*DAFTAR) == ["Realisasi menurut kelompok, RTL tahun 2021", "Realisasi menurut periode, RTL tahun 2021"]
    assert dokumen().bidang_templat["judul_bagian"] == "Realisasi per Kelompok dan Periode"
    assert tabel_bagian(rtl(1, status=S.SELESAI)) == ["Realisasi menurut kelompok, RTL tahun 2021"]
