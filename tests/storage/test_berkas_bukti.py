"""The store of bukti: written once under the hash, found damaged when it is, and pictures shown without their metadata."""

import errno
import os
import random
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from rtl_tracker.domain.bukti import BuktiDitolak
from rtl_tracker.storage.berkas_bukti import BuktiRusak, GudangBukti
from rtl_tracker.storage.pemeriksaan_berkas import periksa_berkas
from tests.storage import contoh_berkas as contoh

ISI = b"isi bukti"
HASH = sha256(ISI).hexdigest()


@pytest.fixture
def gudang(tmp_path):
    return GudangBukti(tmp_path / "bukti", tmp_path / "tampil")


def tampil(gudang, isi, lebar=320):
    """The shown copy of a picture, opened."""
    return Image.open(gudang.gambar_tampil(gudang.simpan(isi), lebar))


def mirip(titik, warna):
    return all(abs(a - b) < 40 for a, b in zip(titik, warna, strict=True))


def test_a_file_lies_under_its_hash_and_comes_back_as_it_was(gudang):
    assert gudang.simpan(ISI) == HASH
    assert gudang.jalur(HASH) == gudang.folder / HASH[:2] / HASH
    assert gudang.baca(HASH) == ISI


@pytest.mark.skipif(sys.platform == "win32", reason="no modes on Windows")
def test_only_the_program_may_read_it(gudang):
    jalur = gudang.jalur(gudang.simpan(ISI))
    assert stat.S_IMODE(jalur.stat().st_mode) == 0o600
    assert stat.S_IMODE(jalur.parent.stat().st_mode) == 0o700


def test_the_same_content_again_leaves_the_file_alone(gudang):
    jalur = gudang.jalur(gudang.simpan(ISI))
    os.utime(jalur, (1, 1))
    gudang.simpan(ISI)
    assert jalur.stat().st_mtime == 1
    assert [b.name for b in jalur.parent.iterdir()] == [HASH]


def test_a_damaged_file_is_found_and_replaced_by_the_next_upload_of_it(gudang):
    gudang.simpan(ISI)
    gudang.jalur(HASH).write_bytes(b"isi lain!")
    with pytest.raises(BuktiRusak, match="berubah sejak diunggah"):
        gudang.baca(HASH)
    gudang.simpan(ISI)
    assert gudang.baca(HASH) == ISI


def test_a_missing_or_unreadable_file_is_said_so(gudang):
    with pytest.raises(BuktiRusak, match="tidak ditemukan"):
        gudang.baca(HASH)
    gudang.jalur(HASH).mkdir(parents=True)
    with pytest.raises(BuktiRusak, match="tidak dapat dibaca"):
        gudang.baca(HASH)


def test_a_check_of_all_names_the_missing_the_damaged_and_the_nonsense(gudang):
    lain = gudang.simpan(b"lain")
    gudang.simpan(ISI)
    gudang.jalur(lain).write_bytes(b"")
    assert gudang.periksa_semua([HASH, lain, "0" * 64, "bukan hash"]) == [lain, "0" * 64, "bukan hash"]


@pytest.mark.parametrize("teks", ["", "../../etc/passwd", HASH.upper(), HASH[:-1], HASH + "\n", "/" + HASH[1:]])
def test_what_is_no_hash_is_no_path(gudang, teks):
    with pytest.raises(ValueError, match="SHA-256"):
        gudang.jalur(teks)
    with pytest.raises(ValueError, match="SHA-256"):
        gudang.gambar_tampil(teks, 320)


@pytest.mark.parametrize("nomor", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(gudang, monkeypatch, nomor):
    def penuh(_):
        raise OSError(nomor, "full")

    monkeypatch.setattr(os, "fsync", penuh)
    with pytest.raises(BuktiDitolak, match="Ruang penyimpanan server penuh"):
        gudang.simpan(ISI)
    assert list(gudang.jalur(HASH).parent.iterdir()) == []


def test_another_failure_of_the_disk_is_no_fault_of_the_upload(gudang, monkeypatch):
    def gagal(_):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", gagal)
    with pytest.raises(OSError, match="broken"):
        gudang.simpan(ISI)


def test_many_who_store_the_same_at_once_do_no_harm(gudang):
    with ThreadPoolExecutor(8) as kolam:
        assert set(kolam.map(gudang.simpan, [ISI] * 24)) == {HASH}
    assert [b.name for b in gudang.jalur(HASH).parent.iterdir()] == [HASH]


class TestShownCopies:
    def test_the_copy_carries_no_position_and_the_original_still_does(self, gudang):
        asli = contoh.foto_bergps()
        hash_ = gudang.simpan(asli)
        salinan = gudang.gambar_tampil(hash_, 1600).read_bytes()
        for tanda in (b"Exif", contoh.MEREK, contoh.JPEG_ALAMAT):
            assert tanda in gudang.baca(hash_)
            assert tanda not in salinan
        with Image.open(BytesIO(asli)) as gambar, Image.open(BytesIO(salinan)) as baru:
            assert gambar.getexif().get_ifd(0x8825)[1] == "N"
            assert dict(baru.getexif()) == {}
            assert set(baru.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}

    def test_what_stands_behind_the_end_of_a_photo_is_not_in_the_copy(self, gudang):
        hash_ = gudang.simpan(contoh.jpg() + contoh.HTML)
        assert b"<script>" not in gudang.gambar_tampil(hash_, 320).read_bytes()

    def test_a_photo_held_upright_is_shown_upright(self, gudang):
        gambar = tampil(gudang, contoh.foto_bergps((60, 40)))
        assert gambar.size == (40, 60)
        assert mirip(gambar.getpixel((20, 10)), (255, 0, 0))
        assert mirip(gambar.getpixel((20, 50)), (0, 0, 255))

    @pytest.mark.parametrize(
        ("ukuran", "lebar", "jadi"),
        [((2000, 1000), 320, (320, 160)), ((1000, 2000), 1600, (800, 1600)), ((50, 20), 1600, (50, 20))],
    )
    def test_the_longer_side_is_limited_and_nothing_is_enlarged(self, gudang, ukuran, lebar, jadi):
        assert tampil(gudang, contoh.ke_byte(lambda f: contoh.gambar(ukuran).save(f, "JPEG")), lebar).size == jadi

    @pytest.mark.parametrize("lebar", [0, 321, 30000])
    def test_there_is_no_other_width(self, gudang, lebar):
        with pytest.raises(ValueError, match="Width"):
            gudang.gambar_tampil(gudang.simpan(contoh.jpg()), lebar)

    def test_what_is_transparent_is_white(self, gudang):
        assert mirip(tampil(gudang, contoh.png_bening()).getpixel((5, 5)), (255, 255, 255))

    @pytest.mark.parametrize(
        ("mode", "pilihan"),
        [(mode, {}) for mode in ("RGB", "RGBA", "P", "L", "LA", "1")]
        + [
            ("RGB", {"transparency": (255, 0, 0)}),
            ("P", {"transparency": 0}),
            ("L", {"transparency": 0}),
            ("1", {"transparency": 0}),
        ],
    )
    def test_pictures_of_every_mode_are_shown(self, gudang, mode, pilihan):
        gambar = tampil(gudang, contoh.png(mode, **pilihan))
        assert (gambar.format, gambar.mode, gambar.size) == ("JPEG", "RGB", (60, 40))

    def test_cmyk_is_shown_in_its_colours(self, gudang):
        isi = contoh.ke_byte(lambda f: contoh.gambar().convert("CMYK").save(f, "JPEG", quality=95))
        assert mirip(tampil(gudang, isi).getpixel((10, 10)), (255, 0, 0))

    @pytest.mark.parametrize("terang", [0x2000, 0x8000, 0xE000])
    def test_16_bits_of_grey_are_not_cut_off_to_white(self, gudang, terang):
        assert mirip(tampil(gudang, contoh.png_16_bit(terang)).getpixel((5, 5)), (terang >> 8,) * 3)

    def test_a_colour_profile_is_applied_before_it_is_dropped(self, gudang):
        isi = contoh.jpg(icc_profile=contoh.profil_tertukar(), quality=95)
        assert mirip(tampil(gudang, isi).getpixel((10, 10)), (0, 255, 0))
        assert "icc_profile" not in tampil(gudang, isi).info

    @pytest.mark.parametrize("profil", [b"bukan profil", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
    def test_a_colour_profile_that_does_not_fit_is_left_aside(self, gudang, profil):
        assert mirip(tampil(gudang, contoh.jpg(icc_profile=profil, quality=95)).getpixel((10, 10)), (255, 0, 0))

    @pytest.mark.filterwarnings("ignore:Corrupt EXIF")
    def test_a_photo_whose_exif_nobody_can_read_is_shown_all_the_same(self, gudang):
        isi = contoh.jpg(exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12")
        assert tampil(gudang, isi).size == (60, 40)

    def test_the_copy_is_made_once_and_again_when_it_was_deleted(self, gudang):
        hash_ = gudang.simpan(contoh.jpg())
        jalur = gudang.gambar_tampil(hash_, 320)
        assert jalur == gudang.folder_tampil / f"{hash_}-320.jpg"
        os.utime(jalur, (1, 1))
        assert gudang.gambar_tampil(hash_, 320).stat().st_mtime == 1
        jalur.unlink()
        assert gudang.gambar_tampil(hash_, 320).is_file()

    def test_two_who_look_at_once_do_no_harm(self, gudang):
        hash_ = gudang.simpan(contoh.foto_bergps())
        with ThreadPoolExecutor(8) as kolam:
            assert len(set(kolam.map(lambda _: gudang.gambar_tampil(hash_, 320), range(16)))) == 1
        assert len(list(gudang.folder_tampil.iterdir())) == 1

    def test_a_missing_original_has_no_copy(self, gudang):
        with pytest.raises(BuktiRusak):
            gudang.gambar_tampil("0" * 64, 320)

    @pytest.mark.parametrize("buat", [contoh.foto_bergps, contoh.mpo])
    @pytest.mark.filterwarnings("ignore::UserWarning")
    def test_every_damaged_picture_that_was_taken_can_be_shown(self, gudang, buat):
        acak, asli, jadi = random.Random(3), buat(), 0
        for _ in range(80):
            isi = bytearray(asli)
            isi[acak.randrange(4, len(isi))] = acak.randrange(256)
            try:
                periksa_berkas("foto", bytes(isi), 10)
            except BuktiDitolak:
                continue
            assert Path(gudang.gambar_tampil(gudang.simpan(bytes(isi)), 320)).is_file()
            jadi += 1
        assert jadi > 0
