"""Late, missing and nihil: three things, by the dossiers or, without any, by the recap."""

from datetime import date, datetime

import pytest

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.lapor import lapor_01
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import DUA, SATU, TAHUN, baris, fakta, unsur

AKHIR = date(TAHUN, 12, 31)
NILAI = unsur("3.20", "3.24", "3.08", "3.96", "3.56", "3.28", "3.16", "3.96", "3.84")
S1, S2, TW1, TW2, TW3, TW4 = (Periode[x] for x in ("S1", "S2", "TW1", "TW2", "TW3", "TW4"))


def ada(upp_id: int, *periode: Periode, n: int | None = 40):
    """Rows with a result in these periods."""
    return [baris(upp_id, p, nilai={} if n == 0 else NILAI, jumlah_responden=n) for p in periode]


def tempat(isi: Fakta) -> list[tuple[int | None, Periode | None]]:
    """Unit and period of each finding."""
    return [(t.upp_id, t.periode) for t in lapor_01(isi)]


def test_lapor_01_a_unit_of_the_recap_without_any_result_has_not_reported():
    (temuan,) = lapor_01(fakta(*ada(1, Periode.TAHUNAN), tanggal=AKHIR))
    assert (temuan.aturan, temuan.tingkat, temuan.upp_id, temuan.periode) == ("LAPOR-01", Tingkat.INFO, 2, None)
    assert f"belum melaporkan hasil SKM tahun {TAHUN}" in temuan.kalimat


def test_lapor_01_excluded_units_and_parents_that_only_show_their_children_are_not_missing():
    unit = [Upp(1, "Dinas Induk"), Upp(2, "UPT Anak", induk_id=1), Upp(3, "Dinas Lain", ikut_rerata=False)]
    assert tempat(fakta(*ada(2, Periode.TAHUNAN), upp=unit, tanggal=AKHIR)) == []
    assert tempat(fakta(upp=unit, tanggal=AKHIR)) == [(2, None)]


def test_lapor_01_nihil_throughout_is_told_once_and_one_nihil_period_at_its_place():
    (temuan,) = lapor_01(fakta(*ada(1, S1, S2, n=0), upp=[SATU], tanggal=AKHIR))
    assert "nihil (Semester I dan Semester II)" in temuan.kalimat
    assert tempat(fakta(*ada(1, S1), *ada(1, S2, n=0), upp=[SATU], tanggal=AKHIR)) == [(1, S2)]


@pytest.mark.parametrize(
    ("frekuensi", "periode", "celah"),
    [
        (None, (S1, S2), []),
        (None, (S1,), [S2]),
        (None, (TW1, TW2, TW3), [TW4]),
        (None, (S1, TW3, TW4), []),
        (None, (Periode.TAHUNAN,), []),
        (Frekuensi.TRIWULAN, (TW1, TW2, S2), []),
        (Frekuensi.TRIWULAN, (TW1, TW3), [TW2, TW4]),
        (Frekuensi.SEMESTER, (TW1, TW2), [S2]),
        (Frekuensi.TAHUNAN, (S1,), []),
        (Frekuensi.SEMESTER, (Periode.TAHUNAN,), []),
    ],
)
def test_lapor_01_gaps_in_the_year_of_a_unit_follow_from_its_frequency(
    frekuensi: Frekuensi | None, periode: tuple[Periode, ...], celah: list[Periode]
):
    unit = Upp(1, "Dinas Satu", frekuensi=frekuensi)
    assert tempat(fakta(*ada(1, *periode), upp=[unit], tanggal=AKHIR)) == [(1, p) for p in celah]


def test_lapor_01_what_has_not_ended_yet_is_not_missing():
    tengah = date(TAHUN, 8, 1)
    assert tempat(fakta(*ada(1, S1), tanggal=tengah)) == []
    semester = Upp(1, "Dinas Satu", frekuensi=Frekuensi.SEMESTER)
    (temuan,) = lapor_01(fakta(upp=[semester], tanggal=tengah))
    assert "(Semester I)" in temuan.kalimat


def berkas(upp_id: int, periode: Periode, status: str, kirim: date | None = None, **isi: object) -> Penyampaian:
    """A dossier."""
    dikirim = None if kirim is None else datetime(kirim.year, kirim.month, kirim.day, 9, 0)
    return Penyampaian(upp_id, TAHUN, periode, 1, StatusPenyampaian(status), pertama_dikirim=dikirim, **isi)


def dengan_berkas(*daftar: Penyampaian, tanggal: date = date(TAHUN, 7, 20)) -> list[str]:
    """Sentences about two units that owe semesters."""
    unit = [Upp(i, f"Dinas {i}", frekuensi=Frekuensi.SEMESTER) for i in (1, 2)]
    return [t.kalimat for t in lapor_01(fakta(upp=unit, penyampaian=daftar, tanggal=tanggal))]


def test_lapor_01_dossiers_sent_late_and_those_never_sent_are_told_with_the_days():
    terlambat, belum = dengan_berkas(berkas(1, S1, "diterima", date(TAHUN, 7, 10)))
    assert terlambat == f"Berkas Semester I dikirim terlambat 3 hari dari batas 7 Juli {TAHUN}."
    assert belum.startswith("Berkas Semester I belum dikirim, terlambat 13 hari")


def test_lapor_01_timely_dossiers_and_those_not_due_yet_are_left_alone():
    tepat = [berkas(i, S1, "dikirim", date(TAHUN, 7, 5)) for i in (1, 2)]
    assert dengan_berkas(*tepat) == []
    assert dengan_berkas(berkas(1, S1, "draf"), tanggal=date(TAHUN, 7, 6)) == []


@pytest.mark.parametrize(
    ("status", "kata"), [("draf", "masih berupa draf"), ("dikembalikan", "dikembalikan dan belum dikirim ulang")]
)
def test_lapor_01_a_dossier_that_waits_for_its_unit_says_how(status: str, kata: str):
    kirim = date(TAHUN, 7, 9) if status == "dikembalikan" else None
    lain = berkas(2, S1, "diterima", date(TAHUN, 7, 5))
    (kalimat,) = dengan_berkas(berkas(1, S1, status, kirim), lain)
    assert kata in kalimat


def test_lapor_01_a_nihil_dossier_says_why():
    nihil = berkas(1, S1, "diterima", date(TAHUN, 7, 5), nihil=True, alasan_nihil="Kantor direnovasi.")
    (kalimat,) = dengan_berkas(nihil, berkas(2, S1, "diterima", date(TAHUN, 7, 5)))
    assert "nihil" in kalimat
    assert "Alasan: Kantor direnovasi." in kalimat


def test_lapor_01_an_imported_result_beside_dossiers_of_others_is_not_missing():
    isi = fakta(*ada(2, S1), upp=[SATU, DUA], penyampaian=(berkas(1, Periode.TAHUNAN, "draf"),), tanggal=AKHIR)
    assert tempat(isi) == []
