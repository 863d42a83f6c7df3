"""Settings of a year: what changed is one event, figures are told before they move, the second of two is told; the logo."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from sqlalchemy import Engine

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.pengaturan import DASAR_HUKUM, Bobot, Pengaturan, SumberNilai
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.storage.logo_repository import keterangan_logo, muat_logo
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_logo
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.kelola_logo import LogoDitolak
from rtl_tracker.usecases.kelola_pengaturan import (
    PengaturanTahun,
    PerluDitegaskan,
    muat_pengaturan_tahun,
    periksa_isian,
    simpan_isian_pengaturan,
)
from tests.usecases.panggung import KINI, TAHUN, Panggung
from tests.web.instansi import TulisCsv, instansi_kecil


@pytest.fixture
def p(engine: Engine, tulis_csv: TulisCsv) -> Panggung:
    """The small instansi, on both databases."""
    return Panggung(engine, tulis_csv)


def kini(p: Panggung, tahun: int = TAHUN) -> PengaturanTahun:
    """What the page would show."""
    with session_tulis(p.engine) as session:
        return muat_pengaturan_tahun(session, p.organisasi, tahun)


def simpan(p: Panggung, isian: dict[str, str], **lain: Any) -> int:
    """Save from the newest page unless `versi` says otherwise."""
    pilihan = {"tahun": TAHUN, "versi": kini(p).versi, "ditegaskan": ""} | lain
    return int(p.main(simpan_isian_pengaturan, pilihan.pop("tahun"), isian, oleh=p.organisasi, **pilihan))


def test_a_change_of_words_is_stored_with_one_event_of_before_and_after(p: Panggung):
    banyak = len(p.jejak())
    assert simpan(p, {"penandatangan": " Dra.  Sri  Wahyuni ", "tim": "Ketua\r\n\r\n Anggota <satu> ", "bobot": "1/9"}) == 2
    baru = p.jejak()[banyak:]
    assert [(c.jenis, c.objek_id, dict(c.rincian)) for c in baru] == [
        ("pengaturan_diubah", TAHUN, {"penandatangan": ["", "Dra. Sri Wahyuni"], "tim": ["", "Ketua\nAnggota <satu>"]})
    ]
    assert kini(p).pengaturan.tim == "Ketua\nAnggota <satu>"
    assert simpan(p, {"penandatangan": "Dra. Sri Wahyuni", "dasar_hukum": ""}) == 0
    assert len(p.jejak()) == banyak + 1


def test_a_change_that_moves_figures_tells_them_first_and_stores_nothing(p: Panggung):
    """Printed: (85,06 + 86,67 + 62,50) / 3 = 78,08; recomputed Kecamatan Satu has 80,56, so 76,57 and class C.

    Of the nine unsur of the Dinas two are lowest and seven tie behind them: with two priorities the seven owe nothing more.
    """
    sebelum = p.isi()
    with pytest.raises(PerluDitegaskan) as galat:
        simpan(p, {"sumber_nilai": "hitung", "jumlah_prioritas": "2"})
    assert p.isi() == sebelum
    baris = {b.nama: (b.kini, b.nanti) for b in galat.value.dampak.baris}
    assert baris["IKM instansi, setahun"] == ("78,08 (B)", "76,57 (C)")
    assert baris["UPP dengan IKM tahunan yang berubah"][1] == "1 dari 5"
    assert baris["Unsur yang wajib ber-RTL, semua hasil"] == ("36", "29")
    assert galat.value.perubahan == {"sumber_nilai": "hitung", "jumlah_prioritas": "2"}


def test_a_confirmation_holds_for_its_own_change_only(p: Panggung):
    with pytest.raises(PerluDitegaskan) as galat:
        simpan(p, {"sumber_nilai": "hitung"})
    tanda = galat.value.tanda
    with pytest.raises(PerluDitegaskan):
        simpan(p, {"sumber_nilai": "hitung", "bobot": "0.111"}, ditegaskan=tanda)
    assert simpan(p, {"sumber_nilai": "hitung", "tempat": "Bengkayang"}, ditegaskan=tanda) == 2
    assert kini(p).pengaturan.sumber_nilai is SumberNilai.HITUNG
    with pytest.raises(PerluDitegaskan):
        simpan(p, {"sumber_nilai": "tercetak"}, ditegaskan=tanda)


def test_a_year_without_any_result_needs_no_confirmation(p: Panggung):
    p.buka_tahun(TAHUN + 5)
    assert simpan(p, {"bobot": "0.111"}, tahun=TAHUN + 5, versi=0) == 1
    assert kini(p, TAHUN + 5).pengaturan.bobot is Bobot.NOL_111
    assert kini(p).pengaturan.bobot is Bobot.SEPERSEMBILAN


def test_the_second_of_two_is_told_who_was_first_also_when_that_was_a_workbook(p: Panggung, tulis_csv: TulisCsv):
    versi = kini(p).versi
    simpan(p, {"tempat": "Bengkayang"})
    with pytest.raises(BerubahLebihDahulu, match="Bagian Organisasi") as galat:
        simpan(p, {"tempat": "Pontianak"}, versi=versi)
    assert kini(p).pengaturan.tempat == "Bengkayang"
    assert simpan(p, {"tempat": "Pontianak"}, versi=galat.value.versi) == 1
    p.sql("DELETE FROM rtl")
    p.sql("DELETE FROM hasil")
    versi = kini(p).versi
    instansi_kecil(p.engine, lambda nama, **lembar: tulis_csv(f"lagi-{nama}", **lembar), TAHUN)
    with pytest.raises(BerubahLebihDahulu):
        simpan(p, {"tempat": "Singkawang"}, versi=versi)


@pytest.mark.parametrize(
    ("kunci", "teks", "kalimat"),
    [
        ("nama", "  ", "wajib diisi"),
        ("istilah_unit", "", "wajib diisi"),
        ("istilah_unit", "x" * 21, "20 huruf"),
        ("jenis", "kerajaan", "Pilih salah satu"),
        ("bobot", "0.5", "Pilih salah satu"),
        ("desimal_ikm", "9", "Pilih salah satu"),
        ("nip_penandatangan", "19700101 199003", "18 angka"),
        ("nip_penandatangan", "1970010119900310٠١", "18 angka"),
        ("tanggal_laporan", "31 Februari 2027", "tidak terbaca"),
        ("tim", "a" * 201, "Setiap baris"),
        ("dasar_hukum", "\n".join("abc" for _ in range(61)), "60 baris"),
    ],
)
def test_what_cannot_be_stored_is_told_at_its_field(kunci: str, teks: str, kalimat: str):
    with pytest.raises(IsianSalah) as galat:
        periksa_isian(Pengaturan(nama="Pemkab"), {kunci: teks, "tempat": "Bengkayang"})
    assert list(galat.value.salah) == [kunci]
    assert kalimat in galat.value.salah[kunci]


def test_what_was_left_as_it_stands_is_never_refused():
    lama = Pengaturan(jenis="Kementerian", nip_penandatangan="NIP. lama", tanggal_laporan="akhir tahun", tim="satu; dua")
    sama = {
        "jenis": "Kementerian",
        "nip_penandatangan": "NIP. lama",
        "tanggal_laporan": "akhir tahun",
        "nama": "",
        "tim": "satu; dua",
    }
    assert periksa_isian(lama, sama | {"dasar_hukum": "\n".join(DASAR_HUKUM)}) == {}


@pytest.mark.parametrize(
    ("teks", "hasil"), [("2027-1-10", "10 Januari 2027"), ("10 januari 2027", "10 Januari 2027"), ("Januari 2027", "Januari 2027"), ("", "")]
)  # fmt: skip
def test_a_date_is_stored_as_it_is_printed(teks: str, hasil: str):
    assert periksa_isian(Pengaturan(tanggal_laporan="lama"), {"tanggal_laporan": teks}) == {"tanggal_laporan": hasil}


def test_only_who_keeps_the_master_data_may_and_only_in_an_opened_year(p: Panggung):
    sebelum = p.isi()
    for peran in (Peran.OPERATOR_UPP, Peran.INSPEKTUR, Peran.PIMPINAN):
        with pytest.raises(AksesDitolak):
            p.main(simpan_isian_pengaturan, TAHUN, {"tempat": "x"}, 0, oleh=Pelaku(None, "Penguji", peran))
        with pytest.raises(AksesDitolak):
            kelola_logo.periksa_logo(Pelaku(None, "Penguji", peran), "logo.png", gambar())
    with pytest.raises(TahunTidakAda):
        p.main(simpan_isian_pengaturan, 1999, {"tempat": "x"}, 0, oleh=p.organisasi)
    assert p.isi() == sebelum


def test_a_change_and_its_event_are_one_transaction(p: Panggung):
    p.main_lalu_putus(simpan_isian_pengaturan, TAHUN, {"tempat": "Bengkayang"}, kini(p).versi, oleh=p.organisasi)


def gambar(lebar: int = 400, tinggi: int = 300, bentuk: str = "PNG") -> bytes:
    """A picture with something to hide in it."""
    keluaran, titipan = BytesIO(), PngInfo()
    titipan.add_text("Author", "rahasia-pemilik")
    pilihan: dict[str, Any] = {"pnginfo": titipan} if bentuk == "PNG" else {"comment": b"rahasia-pemilik"}
    Image.new("RGB", (lebar, tinggi), "navy").save(keluaran, bentuk, **pilihan)
    return keluaran.getvalue()


def unggah(p: Panggung, isi: bytes, versi: str, now: datetime = KINI) -> bool:
    """Upload a logo."""
    siap = kelola_logo.periksa_logo(p.organisasi, "Logo.png", isi)
    return bool(p.main(kelola_logo.simpan_logo, siap, versi, oleh=p.organisasi, now=now))


@pytest.mark.parametrize("bentuk", ["PNG", "JPEG"])
def test_a_logo_is_drawn_anew_stored_once_shown_and_removed_each_with_an_event(p: Panggung, bentuk: str):
    banyak = len(p.jejak())
    isi = gambar(bentuk=bentuk)
    assert b"rahasia-pemilik" in isi
    assert unggah(p, isi, "")
    with session_tulis(p.engine) as session:
        tersimpan, logo = muat_logo(session), keterangan_logo(session)
        assert tersimpan == kelola_logo.gambar_logo(session, p.organisasi)
    assert tersimpan is not None
    assert logo is not None
    assert b"rahasia-pemilik" not in tersimpan
    assert Image.open(BytesIO(tersimpan)).size == (400, 300)
    assert (logo.ukuran, logo.oleh, logo.pada) == (len(tersimpan), "Bagian Organisasi", KINI)
    assert not unggah(p, isi, logo.sha256)
    p.main(kelola_logo.hapus_logo, logo.sha256, oleh=p.organisasi)
    with session_tulis(p.engine) as session:
        assert muat_logo(session) is None
        with pytest.raises(TidakTerjangkau):
            kelola_logo.gambar_logo(session, p.organisasi)
    assert [c.catatan for c in p.jejak()[banyak:]] == ["Logo instansi diunggah", "Logo instansi dihapus"]


def test_the_second_of_two_who_change_the_logo_is_told(p: Panggung):
    unggah(p, gambar(), "")
    with pytest.raises(LogoDitolak, match="sudah diganti Bagian Organisasi"):
        unggah(p, gambar(500, 500), "")
    with pytest.raises(LogoDitolak, match="sudah diganti"):
        p.main(kelola_logo.hapus_logo, "lama", oleh=p.organisasi)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"", "kosong"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan gambar PNG atau JPG"),
        (b"%PDF-1.7 palsu", "bukan gambar PNG atau JPG"),
        (gambar(199, 400), "terlalu kecil"),
        (gambar(1000, 220), "terlalu memanjang"),
        (gambar()[:-40], "rusak"),
        (gambar() + b"\0" * 1_000_000, "lebih besar dari 1 MB"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_sentence_that_says_what_to_do(isi: bytes, kalimat: str):
    with pytest.raises(LogoDitolak, match=kalimat):
        kelola_logo.periksa_logo(Pelaku(None, "Bagian Organisasi", Peran.ORGANISASI), "Logo.png", isi)
