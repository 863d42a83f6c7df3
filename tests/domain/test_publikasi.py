"""Frozen figures: their JSON gives back the same, their hash does not depend on a database, and what differs is named."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rtl_tracker.domain.beda_publikasi import JenisBeda, bandingkan_publikasi, judul_berubah
from rtl_tracker.domain.media import CatatanMedia, Media, media_berbeda
from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.pekppp import TABEL_MEDIA, skor_media
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Bobot
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.publikasi import (
    AngkaTerbit,
    IsiPublikasi,
    ProfilTerbit,
    Sebab,
    UnitTanpa,
    UnsurTerbit,
    isi_dari_json,
    isi_sebagai_json,
    panjang_batang,
    sidik_isi,
)
from rtl_tracker.domain.unsur import Unsur

UNIT = AngkaTerbit(
    7, 'Dinas "Kelautan" & <Perikanan>', "Dinas & Badan", Decimal("86.03"), Mutu.B, 30, None, (Periode.S1, Periode.S2),
    {Unsur.WAKTU: UnsurTerbit(Decimal("75.00"), Mutu.C)}, (ProfilTerbit("Usia", (("19-25", 12),), 6),),
)  # fmt: skip
ISI = IsiPublikasi(
    "Pemerintah Kabupaten Uji", "UPP", 2022, Periode.TAHUNAN, date(2022, 1, 1), date(2022, 12, 31), Bobot.SEPERSEMBILAN,
    AgregasiInstansi.RERATA_UPP, 2, AngkaTerbit(None, "Pemerintah Kabupaten Uji", "", Decimal("83.38"), Mutu.B, None, 17),
    (UNIT,), (UnitTanpa(9, "Badan Arsip", Sebab.NIHIL),),
)  # fmt: skip


def test_the_json_gives_back_exactly_what_was_frozen():
    assert isi_dari_json(json.loads(json.dumps(isi_sebagai_json(ISI)))) == ISI


def test_a_period_without_an_index_of_the_instansi_is_frozen_too():
    isi = replace(ISI, indeks=None)
    assert isi_dari_json(isi_sebagai_json(isi)) == isi
    assert isi.ringkas == {"7": "86.03"}
    assert ISI.ringkas == {"instansi": "83.38", "7": "86.03"}


def test_the_hash_does_not_depend_on_the_order_of_keys_and_changes_with_any_figure():
    isi = isi_sebagai_json(ISI)
    assert sidik_isi(dict(reversed(isi.items()))) == sidik_isi(isi)
    for unit in (replace(UNIT, n=31), replace(UNIT, ikm=Decimal("86.04")), replace(UNIT, unsur={})):
        assert sidik_isi(isi_sebagai_json(replace(ISI, unit=(unit,)))) != sidik_isi(isi)


@pytest.mark.parametrize(("nilai", "panjang"), [("25.00", 0), ("100.00", 1000), ("62.50", 500), ("24.90", 0)])
def test_a_bar_is_as_long_as_the_index_on_its_own_scale(nilai: str, panjang: int):
    assert panjang_batang(Decimal(nilai)) == panjang


def test_every_kind_of_difference_is_named_in_the_order_of_the_newer_one():
    baru, pindah = replace(UNIT, upp_id=8, nama="Baru"), replace(UNIT, upp_id=3, nama="Pindah")
    dahulu = replace(ISI, unit=(UNIT, pindah))
    kini = replace(ISI, unit=(baru, replace(UNIT, n=31, ikm=Decimal("88.31"), mutu=Mutu.A)), indeks=None)
    beda = bandingkan_publikasi(dahulu, kini)
    assert [(b.jenis, b.nama, b.bagian) for b in beda] == [
        (JenisBeda.MASUK, "Baru", ()),
        (JenisBeda.BERUBAH, UNIT.nama, ("IKM", "jumlah responden")),
        (JenisBeda.KELUAR, "Pemerintah Kabupaten Uji", ()),
        (JenisBeda.KELUAR, "Pindah", ()),
    ]
    assert bandingkan_publikasi(ISI, ISI) == ()


def test_what_changed_in_the_frame_of_the_page_is_named():
    kini = replace(ISI, desimal=3, selesai=date(2022, 11, 30), tanpa=())
    assert judul_berubah(ISI, kini) == ("tanggal survei", "cara menghitung", "daftar unit yang belum termasuk")
    assert judul_berubah(ISI, ISI) == ()


@pytest.mark.parametrize(("banyak", "skor"), [(0, 0), (1, 1), (4, 4), (5, 5), (9, 5)])
def test_the_score_of_media_follows_the_table(banyak: int, skor: int):
    assert skor_media(banyak) == skor
    assert [s.skor for s in TABEL_MEDIA] == [0, 1, 2, 3, 4, 5]


def test_a_medium_counts_once_and_not_when_it_was_called_off():
    satu = CatatanMedia(1, 7, 2022, Periode.TAHUNAN, date(2023, 1, 2), Media.SITUS_WEB)
    batal = replace(satu, media=Media.MEDIA_MASSA, dibatalkan=True)
    assert media_berbeda([satu, satu, batal, replace(satu, media=Media.PAPAN_PENGUMUMAN)]) == (
        Media.PAPAN_PENGUMUMAN,
        Media.SITUS_WEB,
    )
