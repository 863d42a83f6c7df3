"""The questionnaire on paper: every question with its number and keys, its version on every page, one sheet with two sides."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir, Kuesioner
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.kuesioner_kertas.buat import buat_kuesioner_kertas
from rtl_tracker.reports.kuesioner_kertas.isi import PERSETUJUAN, TANPA_PENGENAL
from rtl_tracker.reports.kuesioner_kertas.model import KATA_PROFIL, NAMA_PROFIL, KuesionerKertas
from rtl_tracker.reports.word.soffice import ke_pdf
from tests.reports.word.paket import periksa_paket

UNIT = "Unit Pelaksana Teknis Daerah Pengelolaan Prasarana Perhubungan Wilayah & <Timur>"
LAYANAN = 'Pelayanan surat "keterangan" pindah datang antarkabupaten bagi penduduk <baru> &'
VERSI = Kuesioner(
    3,
    KUESIONER_BAWAAN.umum,
    (
        *KUESIONER_BAWAAN.butir[:3],
        Butir(Unsur.WAKTU, "Apakah waktunya ditepati?", ("a", "b", "c", "d")),
        *KUESIONER_BAWAAN.butir[3:],
    ),
    12,
)
SATU = KuesionerKertas("Pemerintah Kabupaten Uji & Coba", "UPP", UNIT, (LAYANAN,), "Triwulan IV 2026", VERSI, date(2026, 10, 1))


def blok(k: KuesionerKertas) -> list[Paragraph | Table]:
    return list(docx.Document(BytesIO(buat_kuesioner_kertas(k))).iter_inner_content())


def semua_teks(k: KuesionerKertas) -> str:
    teks = [b.text if isinstance(b, Paragraph) else " ".join(s.text for r in b.rows for s in r.cells) for b in blok(k)]
    return " ".join(" ".join(teks).split())


def tanya(k: KuesionerKertas) -> list[tuple[str, list[str]]]:
    """Every question and the cells of the table below it."""
    isi = blok(k)
    return [
        (b.text, [s.text for s in isi[i + 1].rows[0].cells])
        for i, b in enumerate(isi)
        if isinstance(b, Paragraph) and b.style.name == "Kertas Tanya"
    ]


def pdf(soffice: Path, folder: Path, k: KuesionerKertas) -> list[str]:
    """The text of every page as LibreOffice lays it out."""
    sumber = folder / "kuesioner.docx"
    sumber.write_bytes(buat_kuesioner_kertas(k))
    hasil = ke_pdf(soffice, [sumber], folder, 60)[sumber]
    return [" ".join(h.extract_text().split()) for h in PdfReader(hasil).pages]


def test_the_questions_are_numbered_in_the_order_of_the_version_with_keys_and_words():
    umum, *butir = tanya(SATU)
    assert umum[0] == VERSI.umum.tanya
    assert [t for t, _ in butir] == [f"{n}.  {b.tanya}" for n, b in enumerate(VERSI.butir, start=1)]
    for (_, sel), b in zip([umum, *butir], [VERSI.umum, *VERSI.butir], strict=True):
        assert sel == [teks for kunci, kata in enumerate(b.pilihan, start=1) for teks in (str(kunci), kata)]


def test_names_period_consent_and_every_offered_band_are_on_it():
    teks = semua_teks(SATU)
    for satu in (SATU.instansi, UNIT, LAYANAN, "Triwulan IV 2026", PERSETUJUAN, TANPA_PENGENAL, "Tanggal diisi"):
        assert satu in teks
    for kolom, nilai in PILIHAN_PROFIL.items():
        assert NAMA_PROFIL[kolom] in teks
        polos = teks.replace("\N{NO-BREAK SPACE}", " ").casefold()
        assert [n for n in nilai if KATA_PROFIL.get(n, n).casefold() not in polos] == []


def test_version_and_serial_number_are_at_the_head_and_the_version_at_the_foot():
    bagian = docx.Document(BytesIO(buat_kuesioner_kertas(SATU))).sections[0]
    (kepala,) = bagian.header.tables
    assert [s.text for s in kepala.rows[0].cells] == ["No.", "", "Versi kuesioner L12-V3"]
    assert bagian.footer.paragraphs[0].text.endswith("L12-V3, halaman 1 dari 2")


@pytest.mark.parametrize("layanan", [(), (LAYANAN,), ("KTP", "Akta")])
def test_word_opens_it_without_a_repair(layanan: tuple[str, ...]):
    assert periksa_paket(buat_kuesioner_kertas(replace(SATU, layanan=layanan))) == []


def test_the_same_questionnaire_gives_the_same_file():
    assert buat_kuesioner_kertas(SATU) == buat_kuesioner_kertas(SATU)
    assert buat_kuesioner_kertas(SATU) != buat_kuesioner_kertas(replace(SATU, unit="Lain"))


@pytest.mark.parametrize(
    ("layanan", "ada", "tanpa"),
    [
        ((), [], ["Layanan"]),
        (("KTP", "Akta"), ["Layanan yang diterima", "KTP", "Akta"], ["........"]),
        (tuple(f"Izin {i}" for i in range(20)), ["Layanan yang diterima", "........"], ["Izin 3"]),
    ],
)
def test_a_unit_with_layanan_lets_one_be_chosen(layanan: tuple[str, ...], ada: list[str], tanpa: list[str]):
    teks = semua_teks(replace(SATU, layanan=layanan, kuesioner=KUESIONER_BAWAAN))
    assert [satu for satu in ada if satu not in teks] == []
    assert [satu for satu in tanpa if satu in teks] == []


@pytest.mark.parametrize(
    "k", [SATU, replace(SATU, unit="Camat", layanan=(), kuesioner=KUESIONER_BAWAAN)], ids=["panjang", "pendek"]
)
def test_the_nine_unsur_fit_on_both_sides_of_one_sheet(soffice: Path, tmp_path: Path, k: KuesionerKertas):
    halaman = pdf(soffice, tmp_path, k)
    assert len(halaman) == 2
    assert [h.count(k.kuesioner.kode) for h in halaman] == [2, 2]
    assert "Saran, masukan, atau keluhan" in halaman[1]
    assert "Terima kasih" in halaman[1]


def test_no_question_is_parted_from_its_answers_however_long_they_are(soffice: Path, tmp_path: Path):
    butir = tuple(
        Butir(
            u,
            f"Pertanyaan panjang nomor {u.value} {i}, {'kata ' * 30}?",
            tuple(f"{h}{u.value}{i} {'kata ' * 8}"[:60] for h in "wxyz"),
        )
        for u in Unsur
        for i in range(6)
    )
    k = replace(SATU, kuesioner=Kuesioner(9, VERSI.umum, butir, 12))
    halaman = pdf(soffice, tmp_path, k)
    assert all(h.count("L12-V9") == 2 for h in halaman)
    for u in Unsur:
        for i in range(6):
            tempat = {
                tanda: next(n for n, h in enumerate(halaman) if tanda in h)
                for tanda in (f"nomor {u.value} {i},", f"w{u.value}{i}", f"z{u.value}{i}")
            }
            assert len(set(tempat.values())) == 1, tempat
