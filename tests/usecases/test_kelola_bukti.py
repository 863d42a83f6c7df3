"""Bukti handed in: kept under the hash of their content, checked by it, superseded and never overwritten, and found again (spec 2.2)."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import Engine

from rtl_tracker.domain.alur_rtl import RtlTerkunci
from rtl_tracker.domain.bukti import Bukti, BuktiDitolak, JenisBukti, TipeBerkas
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.berkas_bukti import LEBAR, BuktiRusak, GudangBukti
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases import kelola_bukti as kasus
from rtl_tracker.usecases.halaman_rtl import HalamanRtl, muat_halaman_rtl
from rtl_tracker.usecases.kelola_bukti import Kiriman
from rtl_tracker.usecases.kelola_penyampaian import terima_langsung
from rtl_tracker.usecases.kelola_rtl import tambah_rtl
from rtl_tracker.usecases.lapor_dengan_bukti import HasilLapor, IsianLaporan, lapor
from tests.storage import contoh_berkas as contoh
from tests.usecases.panggung import KINI, TAHUN, Panggung, isian_rtl

BATAS_MB = 10
ISI_PDF, ISI_FOTO = contoh.pdf(), contoh.foto_bergps()
PDF, FOTO = Kiriman("Daftar hadir.pdf", ISI_PDF), Kiriman("loket.jpg", ISI_FOTO)
TAUTAN = Kiriman(tautan="https://drive.google.com/file/d/1aB?id=7")


class Kantor:
    """The stage with a plan that may be reported on, and a store of files."""

    def __init__(self, engine: Engine, tulis_csv: Any, folder: Path) -> None:
        self.p = Panggung(engine, tulis_csv)
        self.gudang = GudangBukti(folder / "bukti", folder / "tampil")
        self.rtl_id = self.p.rencana_diterima()

    def tambah(self, kiriman: Kiriman, rtl_id: int = 0, oleh: Pelaku | None = None) -> Bukti:
        """One bukti is added."""
        return self.p.main(kasus.tambah_bukti, self.gudang, rtl_id or self.rtl_id, kiriman, BATAS_MB, oleh=oleh)  # type: ignore[no-any-return]

    def ganti(self, bukti_id: int, kiriman: Kiriman) -> Bukti:
        """One bukti is superseded."""
        return self.p.main(kasus.ganti_bukti, self.gudang, bukti_id, kiriman, BATAS_MB)  # type: ignore[no-any-return]

    def lapor(self, *kiriman: Kiriman, uraian: str = "Dua loket dibuka.", selesai: bool = False) -> HasilLapor:
        """The whole form is sent."""
        isian = IsianLaporan(uraian, "", self.p.rtl(self.rtl_id).versi, selesai, kiriman)
        return self.p.main(lapor, self.gudang, self.rtl_id, isian, BATAS_MB)  # type: ignore[no-any-return]

    def unduh(self, bukti_id: int, oleh: Pelaku | None = None) -> kasus.BerkasUnduhan:
        """The original as a download."""
        return self.p.main(lambda s, o, _: kasus.berkas_unduhan(s, o, self.gudang, bukti_id), oleh=oleh)  # type: ignore[no-any-return]

    def tampil(self, bukti_id: int, lebar: int = 320, oleh: Pelaku | None = None) -> Path:
        """The shown copy of a picture."""
        return self.p.main(lambda s, o, _: kasus.gambar_tampil(s, o, self.gudang, bukti_id, lebar), oleh=oleh)  # type: ignore[no-any-return]

    def halaman(self, oleh: Pelaku | None = None) -> HalamanRtl:
        """The page of the plan."""
        return self.p.main(lambda s, o, now: muat_halaman_rtl(s, o, self.rtl_id, now.date()), oleh=oleh)  # type: ignore[no-any-return]

    def tersimpan(self) -> list[str]:
        """Names of all files in the store, half-written ones included."""
        return sorted(b.name for b in self.gudang.folder.rglob("*") if b.is_file())

    def rencana_tetangga(self) -> int:
        """A plan of another unit that may be reported on."""
        isian = isian_rtl("Melatih petugas loket")
        rtl_id: int = self.p.main(tambah_rtl, self.p.satu, TAHUN, Periode.S1, isian, oleh=self.p.tetangga)
        self.p.main(terima_langsung, self.p.satu, TAHUN, Periode.S1, oleh=self.p.organisasi)
        return rtl_id


@pytest.fixture
def k(engine_sqlite: Engine, tulis_csv: Any, tmp_path: Path) -> Kantor:
    return Kantor(engine_sqlite, tulis_csv, tmp_path)


@pytest.fixture
def k_dua(engine: Engine, tulis_csv: Any, tmp_path: Path) -> Kantor:
    """On SQLite and on PostgreSQL: for what leans on transactions."""
    return Kantor(engine, tulis_csv, tmp_path)


@contextmanager
def ruang_sempit(byte: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, keras))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))


def mati_di_tengah(database_url: str, pelaku: Pelaku, gudang: GudangBukti, rtl_id: int, kiriman: Kiriman) -> None:
    """Add a bukti and be killed before the commit."""
    with session_tulis(buat_engine(database_url)) as session:
        kasus.tambah_bukti(session, pelaku, KINI, gudang, rtl_id, kiriman, BATAS_MB)
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_file_is_called_by_the_hash_of_its_content_and_is_never_written_again(k: Kantor):
    satu = k.tambah(replace(PDF, keterangan="  Daftar\n hadir  rapat "))
    assert (satu.jenis, satu.tipe, satu.nama_berkas, satu.ukuran) == (
        JenisBukti.BERKAS, TipeBerkas.PDF, "Daftar hadir.pdf", len(ISI_PDF),
    )  # fmt: skip
    assert satu.keterangan == "Daftar hadir rapat"
    assert satu.sha256 == sha256(ISI_PDF).hexdigest()
    jalur = k.unduh(satu.id).jalur
    os.utime(jalur, (1, 1))
    dua = k.tambah(replace(PDF, nama_berkas="Nama lain.pdf"), k.rencana_tetangga(), k.p.tetangga)
    assert k.tersimpan() == [satu.sha256] == [dua.sha256]
    assert jalur.stat().st_mtime == 1
    assert k.unduh(dua.id, k.p.tetangga).nama == "Nama lain.pdf"


def test_the_same_file_or_link_again_on_one_plan_is_refused_by_its_name(k: Kantor):
    k.tambah(replace(PDF, keterangan="Daftar hadir"))
    k.tambah(TAUTAN)
    sebelum = k.p.isi()
    with pytest.raises(BuktiDitolak, match=r"^Berkas 'salinan\.pdf' tidak ditambahkan: .* RTL ini, yaitu Daftar hadir\.$"):
        k.tambah(replace(PDF, nama_berkas="salinan.pdf"))
    with pytest.raises(BuktiDitolak, match=r"^Tautan ini tidak ditambahkan: .* yaitu https://drive\.google\.com"):
        k.tambah(Kiriman(tautan="https://Drive.Google.com:443/file/d/1aB/?id=7&utm_source=wa#halaman-2"))
    assert k.p.isi() == sebelum


def test_a_link_or_file_that_another_unit_uses_is_pointed_out_to_those_who_reach_both(k: Kantor):
    lain = k.rencana_tetangga()
    for kiriman in (replace(TAUTAN, tautan=TAUTAN.tautan + "&usp=sharing"), PDF):
        k.tambah(kiriman, lain, k.p.tetangga)
    for kiriman in (TAUTAN, PDF, FOTO):
        k.tambah(kiriman)
    for pemeriksa in (k.p.inspektur, k.p.organisasi):
        assert [b.upp_lain for b in k.halaman(pemeriksa).bukti] == [("Kecamatan Satu",), ("Kecamatan Satu",), ()]
    assert [b.upp_lain for b in k.halaman().bukti] == [(), (), ()]


def test_what_was_superseded_stays_with_its_content_and_counts_no_more(k: Kantor):
    lama = k.tambah(PDF)
    baru = k.ganti(lama.id, FOTO)
    assert [(b.bukti.id, b.bukti.diganti_oleh) for b in k.halaman().bukti] == [(lama.id, baru.id), (baru.id, None)]
    assert k.unduh(lama.id).jalur.read_bytes() == ISI_PDF
    assert k.p.rtl(k.rtl_id).bukti == ("loket.jpg",)
    with pytest.raises(BuktiDitolak, match="sudah diganti"):
        k.ganti(lama.id, TAUTAN)
    with pytest.raises(BuktiDitolak, match="yang sama sudah ada"):
        k.ganti(baru.id, FOTO)
    kembali = k.ganti(baru.id, PDF)
    assert [b.bukti.diganti_oleh for b in k.halaman().bukti] == [baru.id, kembali.id, None]
    assert k.tersimpan() == sorted({lama.sha256, baru.sha256})


def test_adding_and_superseding_are_events_of_the_plan_in_the_chain(k: Kantor):
    awal, versi = len(k.p.jejak()), k.p.rtl(k.rtl_id).versi
    satu = k.tambah(PDF)
    dua = k.ganti(satu.id, TAUTAN)
    tambah, ganti = k.p.jejak()[awal:]
    assert (tambah.jenis, tambah.objek_id, tambah.upp_id, tambah.pelaku, tambah.catatan) == (
        JenisJejak.BUKTI_DITAMBAH, k.rtl_id, k.p.arsip, k.p.operator.nama, "Daftar hadir.pdf",
    )  # fmt: skip
    assert tambah.rincian == {"bukti_id": satu.id, "sha256": satu.sha256, "ukuran": len(ISI_PDF)}
    assert (ganti.jenis, ganti.objek_id, ganti.catatan) == (JenisJejak.BUKTI_DIGANTI, k.rtl_id, TAUTAN.tautan)
    assert ganti.rincian == {"bukti_id": dua.id, "sha256": "", "ukuran": 0, "menggantikan": satu.id}
    assert [c.jenis for c in k.halaman().riwayat][:2] == [JenisJejak.BUKTI_DIGANTI, JenisJejak.BUKTI_DITAMBAH]
    assert k.p.rtl(k.rtl_id).versi == versi + 2


def test_the_forty_first_bukti_is_refused_by_name_while_one_may_still_be_superseded(k: Kantor):
    for nomor in range(40):
        k.p.beri_bukti(k.rtl_id, f"https://contoh.go.id/{nomor}")
    sebelum = k.p.isi()
    with pytest.raises(
        BuktiDitolak, match=r"^Berkas 'Daftar hadir\.pdf' tidak ditambahkan: satu RTL paling banyak .* 40 bukti"
    ):
        k.tambah(PDF)
    assert (k.p.isi(), k.tersimpan()) == (sebelum, [])
    k.ganti(k.halaman().bukti[0].bukti.id, PDF)
    assert len(k.p.rtl(k.rtl_id).bukti) == 40
    with pytest.raises(BuktiDitolak, match="Tautan ini tidak ditambahkan: satu RTL"):
        k.tambah(TAUTAN)


def test_of_three_files_the_refused_one_is_named_and_the_others_and_the_words_are_kept(k: Kantor):
    hasil = k.lapor(FOTO, Kiriman("rapat.pdf", contoh.EXE), PDF, selesai=True)
    assert hasil.bukti == ("loket.jpg", "Daftar hadir.pdf")
    assert [
        kalimat.startswith("Isi berkas 'rapat.pdf' bukan PDF, JPG, PNG, DOCX, atau XLSX.") for kalimat in hasil.ditolak
    ] == [True]
    rtl = k.p.rtl(k.rtl_id)
    assert (hasil.selesai, rtl.status, rtl.uraian) == (False, StatusRtl.BERJALAN, "Dua loket dibuka.")
    assert k.tersimpan() == sorted(b.bukti.sha256 for b in k.halaman().bukti)
    assert len(k.tersimpan()) == 2


def test_a_file_is_taken_for_what_it_holds_and_not_for_what_it_is_called(k: Kantor):
    jadi = k.tambah(replace(PDF, nama_berkas="foto.jpg"))
    assert (jadi.tipe, jadi.nama_berkas) == (TipeBerkas.PDF, "foto.pdf")
    with pytest.raises(TidakTerjangkau):
        k.tampil(jadi.id)
    sebelum = k.p.isi(), k.tersimpan()
    makro, arsip = contoh.paket_word(jenis=contoh.JENIS_DOCM), contoh.paket({"a": "b"})
    for nama, isi in zip("abcdef", (contoh.EXE, contoh.HTML, contoh.SVG, makro, arsip, b""), strict=True):
        with pytest.raises(BuktiDitolak, match=f"'{nama}.pdf'"):
            k.tambah(Kiriman(f"{nama}.pdf", isi))
    assert (k.p.isi(), k.tersimpan()) == sebelum


def test_the_shown_copy_tells_no_position_and_the_original_keeps_it(k: Kantor):
    bukti = k.tambah(FOTO)
    asli = k.unduh(bukti.id).jalur.read_bytes()
    assert asli == ISI_FOTO
    for lebar in LEBAR:
        salinan = k.tampil(bukti.id, lebar).read_bytes()
        with Image.open(BytesIO(asli)) as dulu, Image.open(BytesIO(salinan)) as kini:
            assert dulu.getexif().get_ifd(0x8825)[1] == "N"
            assert dict(kini.getexif()) == {}
        assert contoh.MEREK in asli
        assert contoh.MEREK not in salinan
    with pytest.raises(TidakTerjangkau):
        k.tampil(bukti.id, 5000)


def test_a_link_that_cannot_be_followed_is_refused_with_a_sentence(k: Kantor):
    sebelum = k.p.isi()
    for kiriman, kata in (
        (Kiriman(tautan="javascript:alert(1)"), "diawali http:// atau https://"),
        (Kiriman(tautan="drive.google.com/foto"), "diawali http:// atau https://"),
        (Kiriman(tautan="https://a.go.id/" + "x" * 2000), "terlalu panjang"),
        (Kiriman(tautan="http://localhost/foto"), "alamat situs yang lengkap"),
        (Kiriman(), "Pilih berkas atau tuliskan tautan"),
        (replace(PDF, tautan=TAUTAN.tautan), "berkas atau tautan, satu per satu"),
    ):
        with pytest.raises(BuktiDitolak, match=kata):
            k.tambah(kiriman)
    assert (k.p.isi(), k.tersimpan()) == (sebelum, [])


def test_a_shortener_is_pointed_out_when_the_link_is_taken_and_not_when_it_is_refused(k: Kantor):
    pendek = Kiriman(tautan="https://bit.ly/loket")
    (peringatan,) = k.lapor(pendek).peringatan
    assert "pemendek bit.ly" in peringatan
    lagi = k.lapor(pendek)
    assert (lagi.bukti, len(lagi.ditolak), lagi.peringatan) == ((), 1, ())


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_an_upload_that_was_killed_before_its_commit_leaves_a_file_that_no_page_shows(k_dua: Kantor):
    k, url = k_dua, k_dua.p.engine.url.render_as_string(hide_password=False)
    sebelum = k.p.isi()
    anak = get_context("spawn").Process(target=mati_di_tengah, args=(url, k.p.operator, k.gudang, k.rtl_id, PDF))
    anak.start()
    anak.join(30)
    assert anak.exitcode == -signal.SIGKILL
    assert k.tersimpan() == [sha256(ISI_PDF).hexdigest()]
    assert k.p.isi() == sebelum
    assert (k.halaman().bukti, k.p.rtl(k.rtl_id).bukti) == ((), ())
    assert k.unduh(k.tambah(PDF).id).jalur.read_bytes() == ISI_PDF


def test_a_row_whose_file_is_gone_is_said_so_and_handing_the_file_in_again_brings_it_back(k: Kantor):
    pdf, foto = k.tambah(PDF), k.tambah(FOTO)
    k.gudang.jalur(pdf.sha256).unlink()
    k.gudang.jalur(foto.sha256).write_bytes(ISI_FOTO[:-1])
    assert [b.bukti.id for b in k.halaman().bukti] == [pdf.id, foto.id]
    with pytest.raises(BuktiRusak, match="tidak ditemukan"):
        k.unduh(pdf.id)
    for buka in (k.unduh, k.tampil):
        with pytest.raises(BuktiRusak, match="berubah sejak diunggah"):
            buka(foto.id)
    for kiriman in (PDF, FOTO):
        with pytest.raises(BuktiDitolak, match="yang sama sudah ada"):
            k.tambah(kiriman)
    assert [k.unduh(b.id).jalur.read_bytes() for b in (pdf, foto)] == [ISI_PDF, ISI_FOTO]


def test_a_full_disk_is_a_sentence_and_neither_a_row_nor_half_a_file(k: Kantor):
    besar = Kiriman("besar.jpg", contoh.jpg() + bytes(7_000_000))
    with ruang_sempit(6_000_000):
        hasil = k.lapor(FOTO, besar)
    assert hasil.bukti == ("loket.jpg",)
    (ditolak,) = hasil.ditolak
    assert ditolak.startswith("Ruang penyimpanan server penuh")
    assert k.tersimpan() == [b.bukti.sha256 for b in k.halaman().bukti] == [sha256(ISI_FOTO).hexdigest()]
    assert k.p.rtl(k.rtl_id).uraian == "Dua loket dibuka."
    assert k.lapor(besar).bukti == ("besar.jpg",)


def test_only_who_may_report_on_the_plan_hands_in_bukti_and_only_its_readers_open_them(k: Kantor):
    bukti = k.tambah(FOTO)
    k.p.ditolak_bagi_semua_selain(Izin.LAPOR_REALISASI, kasus.tambah_bukti, k.gudang, k.rtl_id, PDF, BATAS_MB)
    k.p.ditolak_bagi_semua_selain(Izin.LAPOR_REALISASI, kasus.ganti_bukti, k.gudang, bukti.id, PDF, BATAS_MB)
    assert k.tersimpan() == [bukti.sha256]
    for pembaca in (k.p.operator, k.p.inspektur, k.p.organisasi):
        assert k.unduh(bukti.id, pembaca).nama == "loket.jpg"
    for buka in (k.unduh, k.tampil):
        with pytest.raises(TidakTerjangkau) as asing:
            buka(bukti.id, oleh=k.p.tetangga)
        assert "loket" not in str(asing.value)
        with pytest.raises(TidakTerjangkau):
            buka(999)


def test_nothing_is_handed_in_before_the_dossier_is_accepted_or_after_the_plan_is_done(k: Kantor):
    bukti = k.tambah(TAUTAN)
    for kata, perintah in (
        ("setelah berkas periode ini diterima", f"UPDATE penyampaian SET status = '{StatusPenyampaian.DIKIRIM.value}'"),
        ("berstatus selesai", f"UPDATE rtl SET status = '{StatusRtl.SELESAI.value}' WHERE id = {k.rtl_id}"),
    ):
        k.p.sql(perintah)
        for tindakan, nomor in ((k.tambah, k.rtl_id), (k.ganti, bukti.id)):
            with pytest.raises(RtlTerkunci, match=kata):
                tindakan(PDF, nomor) if tindakan == k.tambah else tindakan(nomor, PDF)
    assert k.tersimpan() == []


def test_of_two_who_hand_in_one_file_or_supersede_one_bukti_at_once_exactly_one_does(k_dua: Kantor):
    k, dua = k_dua, (k_dua.p.operator, k_dua.p.rekan)

    def berdua(tindakan: Any, nomor: int, *kiriman: Kiriman) -> Bukti:
        satu, lain = kiriman
        hasil = k.p.berdua(
            lambda s: tindakan(s, dua[0], KINI, k.gudang, nomor, satu, BATAS_MB),
            lambda s: tindakan(s, dua[1], KINI, k.gudang, nomor, lain, BATAS_MB),
        )
        assert sorted(type(h).__name__ for h in hasil) == ["Bukti", "BuktiDitolak"], hasil
        return next(h for h in hasil if isinstance(h, Bukti))

    pertama = berdua(kasus.tambah_bukti, k.rtl_id, PDF, PDF)
    pengganti = berdua(kasus.ganti_bukti, pertama.id, FOTO, TAUTAN)
    assert [(b.bukti.id, b.bukti.diganti_oleh) for b in k.halaman().bukti] == [(pertama.id, pengganti.id), (pengganti.id, None)]
    assert k.p.jejak()[-1].rincian["menggantikan"] == pertama.id
