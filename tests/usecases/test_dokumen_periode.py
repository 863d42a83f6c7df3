"""The publication sheet and the recap of a period as files: both published data sets and a nasty generated instansi."""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from bench.pembangkit import Ukuran, nama_upp, tulis_folder
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.reports.fakta_json import fakta_sebagai_json
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.respons_repository import hitung_profil, profil_per_periode
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.usecases import dokumen_lembar_ikm, dokumen_triwulan
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, Pelengkap, susun_dokumen
from tests.conftest import DATA
from tests.reports.word.contoh import png
from tests.reports.word.paket import periksa_paket

NOW = datetime(2025, 1, 10, tzinfo=UTC)
BUATAN = Ukuran(upp=12, respons=120)
MESIN = r"\b(?:None|nan|Fraction|Decimal)\b|\{\{|\}\}|\[\[|⟦|\*\*|Error!"


@dataclass(frozen=True)
class Gudang:
    """Databases of three instansi."""

    engine: dict[str, object]
    lingkungan: LingkunganDokumen

    def rancang(self, nama, jenis, tahun, periode, upp_id=None, semua=False):
        """The plan of a document."""
        modul = dokumen_triwulan if jenis is JenisDokumen.TRIWULAN else dokumen_lembar_ikm
        buat = modul.rancang_semua if semua else modul.rancang
        with pabrik_session(self.engine[nama])() as session:
            return buat(session, PermintaanDokumen(jenis, tahun, periode, upp_id), self.lingkungan)


@pytest.fixture(scope="module")
def gudang(tmp_path_factory):
    folder = tmp_path_factory.mktemp("periode")
    sumber = {
        "bengkayang": [(DATA / "bengkayang_2021", 2021)],
        "pontianak": [(DATA / "pontianak_2023", 2023)],
        "buatan": [(tulis_folder(folder / f"{x}", BUATAN, tahun_lalu=x), BUATAN.tahun - x) for x in (False, True)],
    }
    engine = {}
    for nama, buku in sumber.items():
        engine[nama] = buat_engine(f"sqlite:///{folder / nama}.db")
        migrasikan(engine[nama])
        for satu, tahun in buku:
            with session_tulis(engine[nama]) as session:
                assert impor_buku_kerja(session, satu, tahun, now=NOW).galat == []
    return Gudang(engine, LingkunganDokumen("https://skm.kabupatencontoh.go.id", GudangBukti(folder, folder)))


@pytest.fixture(scope="module")
def susun(tmp_path_factory, soffice):
    folder = tmp_path_factory.mktemp("grafik")

    def buat(rancangan):
        """The Word file and the text of the pages of its PDF."""
        bengkel = Bengkel(soffice, folder, lambda _langkah, _persen: None)
        jadi = susun_dokumen(rancangan, Pelengkap(logo=png(60, 80)), bengkel, tuple(BentukBerkas)[:2])
        halaman = PdfReader(io.BytesIO(jadi.berkas[BentukBerkas.PDF])).pages
        return jadi.berkas[BentukBerkas.DOCX], [h.extract_text() for h in halaman]

    return buat


def rata(teks):
    return re.sub(r"\s+", "", teks)


def test_the_sheets_of_all_units_are_one_page_each_whatever_the_names_and_profiles(gudang, susun):
    rancangan = gudang.rancang("buatan", JenisDokumen.LEMBAR_IKM, BUATAN.tahun, Periode.S1, semua=True)
    docx, halaman = susun(rancangan)
    assert periksa_paket(docx) == []
    assert len(halaman) == len(rancangan.fakta) == BUATAN.upp - 2
    for isi, f in zip(halaman, rancangan.fakta, strict=True):
        assert rata(f.unit) in rata(isi)
        assert f.alamat in rata(isi)
        assert re.findall(MESIN, isi) == []
    assert max(len(f.unit) for f in rancangan.fakta) == 80
    assert all(nama_upp(i) in rancangan.peringatan[0] for i in (7, 8))


def test_the_recap_begins_with_the_sheet_and_its_contents_name_the_right_pages(gudang, susun):
    rancangan = gudang.rancang("buatan", JenisDokumen.TRIWULAN, BUATAN.tahun, Periode.TW2)
    docx, halaman = susun(rancangan)
    assert periksa_paket(docx) == []
    assert rata(f"Triwulan II {BUATAN.tahun}") in rata(halaman[0])
    assert "Kata Pengantar" in halaman[1]
    awal = next(i for i, h in enumerate(halaman) if "BABIPENDAHULUAN" in rata(h) and "....." not in h)
    isi = "".join(h for h in halaman[:awal] if "....." in h)
    entri = re.findall(r"^([\d.]+|BAB \w+|LAMPIRAN \w|Tabel \S+|Gambar \S+)\s*(.+?)\.{3,}\s*(\d+)$", isi, re.MULTILINE)
    assert len(entri) > 25
    salah = [judul for nomor, judul, hal in entri if rata(nomor + judul) not in rata(halaman[awal + int(hal) - 1])]
    assert salah == []
    assert [h for h in halaman if re.findall(MESIN, h)] == []
    assert [i for i, h in enumerate(halaman) if len(h.strip()) < 40] == []


def test_the_printed_index_of_a_semester_is_that_of_the_published_report(gudang):
    for periode, ikm in ((Periode.S1, "89,642"), (Periode.S2, "90,053")):
        r = gudang.rancang("pontianak", JenisDokumen.TRIWULAN, 2023, periode)
        (indeks,) = (b.nilai for b in r.bidang if b.nama == "ikm_instansi")
        assert indeks == ikm
        assert str(gudang.rancang("pontianak", JenisDokumen.LEMBAR_IKM, 2023, periode).fakta.ikm) == ikm.replace(",", ".")
    assert r.fakta.banding.acuan.selisih == r.fakta.dasar.hasil.indeks.ikm - r.fakta.banding.acuan.ikm
    assert any("naik 0,411 poin dari 89,642 pada Semester I 2023" in t for b in r.blok for t in b.teks)


def test_the_same_data_give_the_same_sheet_and_facts_that_can_be_frozen(gudang):
    for jenis, nama in ((JenisDokumen.LEMBAR_IKM, "buatan"), (JenisDokumen.TRIWULAN, "pontianak")):
        tahun = BUATAN.tahun if nama == "buatan" else 2023
        satu, dua = (gudang.rancang(nama, jenis, tahun, Periode.S1) for _ in range(2))
        png_kosong = {g.sidik(): b"" for g in satu.grafik}
        assert satu.isi({}, png_kosong) == dua.isi({}, png_kosong)
        assert fakta_sebagai_json(satu.fakta) == fakta_sebagai_json(dua.fakta)


def test_the_sheet_of_a_year_is_made_for_the_instansi_and_for_a_unit(gudang):
    instansi = gudang.rancang("bengkayang", JenisDokumen.LEMBAR_IKM, 2021, Periode.TAHUNAN).fakta
    assert (str(instansi.ikm), instansi.mutu.value, instansi.n, instansi.banyak_unit) == ("83.38", "B", 425, 17)
    unit = gudang.rancang("bengkayang", JenisDokumen.LEMBAR_IKM, 2021, Periode.TAHUNAN, upp_id=1).fakta
    assert (unit.unit, str(unit.ikm), unit.n, unit.profil) == ("Kecamatan Bengkayang", "86.03", 25, ())
    assert unit.alamat == "https://skm.kabupatencontoh.go.id/publikasi/2021/1"


@pytest.mark.parametrize(
    ("jenis", "tahun", "periode", "upp_id", "kalimat"),
    [
        (JenisDokumen.TRIWULAN, 2021, Periode.TW1, None, "susun jenis dokumen tahunan"),
        (JenisDokumen.TRIWULAN, 2021, Periode.TAHUNAN, None, "susun jenis dokumen tahunan"),
        (JenisDokumen.TRIWULAN, 2019, Periode.S1, None, "Impor hasil"),
        (JenisDokumen.LEMBAR_IKM, 2021, Periode.TW1, None, "Pilih periode yang sudah ada hasilnya: Tahun 2021"),
        (JenisDokumen.LEMBAR_IKM, 2021, Periode.S2, 1, "Kecamatan Bengkayang untuk Semester II 2021"),
        (JenisDokumen.LEMBAR_IKM, 2021, Periode.TAHUNAN, 999, "tidak ditemukan"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_do_instead(gudang, jenis, tahun, periode, upp_id, kalimat):
    with pytest.raises(DokumenDitolak, match=re.escape(kalimat)):
        gudang.rancang("bengkayang", jenis, tahun, periode, upp_id)


def test_sheets_of_all_units_of_an_empty_period_are_refused(gudang):
    with pytest.raises(DokumenDitolak, match="unit mana pun"):
        gudang.rancang("bengkayang", JenisDokumen.LEMBAR_IKM, 2021, Periode.TW1, semua=True)


def test_profiles_by_period_add_up_to_those_of_the_year(gudang):
    with pabrik_session(gudang.engine["buatan"])() as session:
        for kolom in ("usia", "pekerjaan"):
            jumlah: dict[str, int] = {}
            for cacah in profil_per_periode(session, BUATAN.tahun, kolom).values():
                for nilai, n in cacah.items():
                    jumlah[nilai] = jumlah.get(nilai, 0) + n
            assert jumlah == hitung_profil(session, BUATAN.tahun, kolom)
