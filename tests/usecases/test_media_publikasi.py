"""The register of media: proof is required and checked, nothing is removed, every entry is told of in the trail."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.media import CatatanMedia, Media
from rtl_tracker.domain.peran import Izin, Pelaku, Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.usecases import media_publikasi as kasus
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.publikasi_unit import publikasi_per_unit
from rtl_tracker.usecases.verifikasi_publikasi import media_rusak
from tests.storage.contoh_berkas import jpg
from tests.usecases.isi_publikasi import terbitkan
from tests.usecases.panggung import KINI, TAHUN, TAHUNAN, Panggung

TAUTAN = "https://contoh.go.id/ikm"
WEB = kasus.KirimanMedia(date(2022, 7, 3), Media.SITUS_WEB, "Laman  resmi", tautan=TAUTAN)
ALASAN = "Tautannya sudah tidak ada."


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


@pytest.fixture
def gudang(tmp_path: Path) -> GudangBukti:
    return GudangBukti(tmp_path / "bukti", tmp_path / "tampil")


def catat(
    p: Panggung, gudang: GudangBukti, kiriman: kasus.KirimanMedia = WEB, upp_id: int | None = -1, **lain
) -> tuple[CatatanMedia, str]:
    tempat = (p.arsip if upp_id == -1 else upp_id, lain.pop("tahun", TAHUN), lain.pop("periode", TAHUNAN))
    return p.main(kasus.catat_media, gudang, *tempat, kiriman, 10, **lain)


def batal(p: Panggung, id_: int, alasan: str = ALASAN) -> None:
    p.main(kasus.batalkan_media, id_, alasan)


def test_an_entry_is_stored_with_its_proof_and_told_of_in_the_trail(p: Panggung, gudang: GudangBukti):
    catatan, _ = catat(p, gudang)
    assert (catatan.media, catatan.tautan, catatan.keterangan, catatan.oleh) == (
        Media.SITUS_WEB,
        TAUTAN,
        "Laman resmi",
        p.operator.nama,
    )
    jejak = p.jejak()[-1]
    assert (jejak.jenis, jejak.upp_id, jejak.catatan, jejak.rincian["media_id"]) == (
        JenisJejak.MEDIA_DICATAT,
        p.arsip,
        TAUTAN,
        catatan.id,
    )


def test_a_photograph_is_kept_under_its_hash_and_shown_as_a_copy_drawn_anew(p: Panggung, gudang: GudangBukti):
    isi = jpg()
    foto = replace(WEB, tautan="", nama_berkas="../papan <1>.jpeg", isi=isi, media=Media.PAPAN_PENGUMUMAN)
    catatan, _ = catat(p, gudang, foto)
    assert (gudang.baca(catatan.sha256), catatan.nama_berkas, catatan.ukuran) == (isi, "papan _1.jpg", len(isi))
    with pabrik_session(p.engine)() as session:
        unduhan = kasus.berkas_media(session, p.operator, gudang, catatan.id)
        salinan = kasus.gambar_media(session, p.operator, gudang, catatan.id, 320)
        assert unduhan.jalur.read_bytes() == isi
        assert salinan.read_bytes() != isi
        with pytest.raises(TidakTerjangkau):
            kasus.berkas_media(session, p.tetangga, gudang, catatan.id)


@pytest.mark.parametrize(
    ("ubah", "bidang", "kalimat"),
    [
        ({"tanggal": date(2022, 7, 5)}, "tanggal", "belum terjadi"),
        ({"tautan": ""}, "tautan", "tuliskan tautan"),
        ({"tautan": "javascript:alert(1)"}, "tautan", "http"),
        ({"tautan": "http://localhost/ikm"}, "tautan", "alamat situs"),
        ({"tautan": "", "nama_berkas": "a.pdf", "isi": b"<script>"}, "berkas", "a.pdf"),
        ({"nama_berkas": "a.jpg", "isi": b"x"}, "berkas", "satu per satu"),
    ],
)
def test_an_entry_without_a_sound_proof_or_of_a_coming_day_is_refused(
    p: Panggung, gudang: GudangBukti, ubah: dict[str, object], bidang: str, kalimat: str
):
    sebelum = p.isi()
    with pytest.raises(kasus.MediaDitolak, match=kalimat) as galat:
        catat(p, gudang, replace(WEB, **ubah))
    assert (galat.value.bidang, p.isi()) == (bidang, sebelum)


def test_the_same_proof_twice_for_a_medium_is_refused_until_the_first_is_called_off(p: Panggung, gudang: GudangBukti):
    pertama, _ = catat(p, gudang)
    with pytest.raises(kasus.MediaDitolak, match="sudah tercatat"):
        catat(p, gudang, replace(WEB, tautan=f"{TAUTAN}/?utm_source=a"))
    catat(p, gudang, replace(WEB, media=Media.MEDIA_SOSIAL))
    batal(p, pertama.id)
    catat(p, gudang)
    assert p.sql("SELECT count(*) FROM media_publikasi") == 3


def test_a_day_before_the_end_of_the_survey_is_taken_with_a_notice(p: Panggung, gudang: GudangBukti):
    assert "31 Desember 2022" in catat(p, gudang)[1]
    assert catat(p, gudang, replace(WEB, tanggal=date(2022, 7, 1)), periode=Periode.S1)[1] == ""


def test_an_entry_called_off_stays_with_its_reason_and_counts_no_more(p: Panggung, gudang: GudangBukti):
    catatan, _ = catat(p, gudang)
    with pytest.raises(kasus.MediaDitolak, match="Tulis alasan"):
        batal(p, catatan.id, "pendek")
    batal(p, catatan.id)
    with pytest.raises(kasus.MediaDitolak, match="sudah dibatalkan"):
        batal(p, catatan.id)
    with pabrik_session(p.engine)() as session:
        h = kasus.muat_halaman_media(session, p.operator, p.arsip, TAHUN, TAHUNAN)
    assert [(c.dibatalkan, c.alasan) for c in h.catatan] == [(True, ALASAN)]
    assert (h.berbeda, p.jejak()[-1].jenis) == ((), JenisJejak.MEDIA_DIBATALKAN)


def test_only_those_who_run_the_survey_of_a_unit_write_its_register(p: Panggung, gudang: GudangBukti):
    tempat = (gudang, p.arsip, TAHUN, TAHUNAN, WEB, 10)
    p.ditolak_bagi_semua_selain(Izin.KELOLA_SURVEI, kasus.catat_media, *tempat)
    catatan, _ = catat(p, gudang)
    p.ditolak_bagi_semua_selain(Izin.KELOLA_SURVEI, kasus.batalkan_media, catatan.id, ALASAN)
    with pytest.raises(TidakTerjangkau):
        catat(p, gudang, upp_id=None)
    catat(p, gudang, upp_id=None, oleh=p.organisasi)
    with pabrik_session(p.engine)() as session, pytest.raises(AksesDitolak):
        kasus.batalkan_media(session, Pelaku(None, "Penguji", Peran.PIMPINAN), KINI, catatan.id, ALASAN)


def test_years_without_data_have_no_register(p: Panggung, gudang: GudangBukti):
    with pytest.raises(TahunTidakAda):
        catat(p, gudang, tahun=2019)


def test_the_year_of_a_unit_counts_different_media_and_knows_whether_it_is_published(p: Panggung, gudang: GudangBukti):
    for media in (Media.SITUS_WEB, Media.MEDIA_SOSIAL, Media.LAINNYA):
        catat(p, gudang, replace(WEB, media=media))
    catat(p, gudang, replace(WEB, tautan=f"{TAUTAN}/dua"), periode=Periode.S1)
    terbitkan(p.engine)
    with pabrik_session(p.engine)() as session:
        hasil = publikasi_per_unit(session, TAHUN, [p.arsip, p.satu])
    assert (len(hasil[p.arsip].media), hasil[p.arsip].skor, hasil[p.arsip].terbit) == (3, 3, ())
    assert (hasil[p.satu].skor, hasil[p.satu].terbit) == (0, (TAHUNAN,))


def test_an_entry_or_file_that_was_altered_outside_the_program_is_found(p: Panggung, gudang: GudangBukti):
    foto, _ = catat(p, gudang, replace(WEB, tautan="", nama_berkas="a.jpg", isi=jpg()))
    catat(p, gudang)

    def rusak() -> tuple[str, ...]:
        with pabrik_session(p.engine)() as session:
            return media_rusak(session, gudang)

    assert rusak() == ()
    gudang.jalur(foto.sha256).write_bytes(b"lain")
    assert [k.startswith("Berkas catatan media") for k in rusak()] == [True]
    gudang.jalur(foto.sha256).write_bytes(jpg())
    p.sql("UPDATE media_publikasi SET tanggal = '2022-01-01' WHERE tautan != ''")
    assert ["diubah di luar program" in k for k in rusak()] == [True]
    p.sql("DELETE FROM media_publikasi WHERE tautan != ''")
    assert ["dihapus sejak dicatat" in k for k in rusak()] == [True]
