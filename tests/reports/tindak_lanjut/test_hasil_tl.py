"""The Laporan Hasil Tindak Lanjut: numbers by unsur, what counts as done, pictures of the bukti, what is not done and until when."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from rtl_tracker.domain.bukti import TipeBerkas
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.hasil_tl.fakta import BahanHasilTl
from rtl_tracker.reports.hasil_tl.rancang import rancang_hasil_tl
from rtl_tracker.reports.hasil_tl.tabel_hasil import FOTO_DI_TABEL
from rtl_tracker.reports.word.elemen import Baris, BarisAngka, Tabel
from tests.reports.tindak_lanjut.bahan import PENGATURAN, TAHUN, TENGGAT, UPP, S, elemen, foto, hasil, rtl, tabel, tautan, teks


def laporan(*daftar, bukti=None, lanjutan=None, rusak=(), terukur=()):
    milik = bukti or {}
    bahan = BahanHasilTl(
        PENGATURAN, UPP, TAHUN, Periode.TAHUNAN, daftar, milik, lanjutan or {}, tuple(terukur), frozenset(rusak)
    )  # fmt: skip
    return rancang_hasil_tl(
        bahan, {b.sha256: b.sha256.encode() for isi in milik.values() for b in isi if b.sha256 not in rusak}
    )


def tabel_utuh(rancangan, penanda) -> Tabel:
    (satu,) = [e for e in elemen(rancangan, penanda) if isinstance(e, Tabel)]
    return satu


def test_rtl_are_numbered_by_unsur_in_the_order_of_the_nine_and_unnamed_ones_come_last():
    rancangan = laporan(rtl(1, None), rtl(2, Unsur.WAKTU), rtl(3, Unsur.PERSYARATAN), rtl(4, Unsur.WAKTU))
    assert [b[:2] for b in tabel(rancangan, "hasil")] == [
        ("1", "Persyaratan"), ("1.1", "Kegiatan 3"), ("2", "Waktu penyelesaian"), ("2.1", "Kegiatan 2"), ("2.2", "Kegiatan 4"),
        ("3", "Unsur belum ditentukan"), ("3.1", "Kegiatan 1"),
    ]  # fmt: skip
    assert "untuk 2 (dua) unsur" in teks(rancangan, "pelaksanaan")


@pytest.mark.parametrize(
    ("status", "keadaan"),
    [
        (S.TERVERIFIKASI, "**Sudah**\nterverifikasi"),
        (S.SELESAI, "**Sudah**\ndilaporkan, belum diverifikasi"),
        (S.BERJALAN, "**Belum**\nberjalan"),
        (S.DIKEMBALIKAN, "**Belum**\ndikembalikan"),
        (S.TIDAK_DILAKSANAKAN, "**Belum**\ntidak dilaksanakan"),
        (None, "Belum dilaporkan"),
    ],
)
def test_done_is_what_the_unit_reported_and_silence_is_not_a_no(status, keadaan):
    rancangan = laporan(rtl(1, status=status))
    assert tabel(rancangan, "hasil")[1][2] == keadaan
    assert bool(elemen(rancangan, "belum")) is keadaan.startswith("**Belum")


def test_both_percentages_stand_in_the_text_the_figures_and_the_table():
    rancangan = laporan(rtl(1, status=S.TERVERIFIKASI), rtl(2, status=S.SELESAI), rtl(3, status=S.BERJALAN))
    assert "2 dilaporkan selesai (66,67\N{NO-BREAK SPACE}%) dan 1 terverifikasi (33,33\N{NO-BREAK SPACE}%)" in teks(
        rancangan, "pelaksanaan"
    )
    assert tabel(rancangan, "pelaksanaan")[-1][3:5] == ("66,67\N{NO-BREAK SPACE}%", "33,33\N{NO-BREAK SPACE}%")


def test_a_plan_of_which_nothing_was_said_has_no_percentage_and_no_zero():
    rancangan = laporan(rtl(1), rtl(2))
    assert "belum dapat dihitung" in teks(rancangan, "pelaksanaan")
    assert tabel(rancangan, "pelaksanaan")[0][2:5] == ("2", "-", "-")
    (angka,) = [e for e in elemen(rancangan, "pelaksanaan") if isinstance(e, BarisAngka)]
    assert angka.butir == (("2", "RTL direncanakan"), ("2", "belum dilaporkan"))
    assert "2 (dua) RTL belum dilaporkan" in rancangan.peringatan[-1]


def test_pictures_stand_in_their_row_with_captions_and_dates_and_other_proof_is_named():
    bukti = {1: [
        foto(1, 1, keterangan="Loket <baru> & ramah", berlaku=date(2021, 9, 1)), foto(2, 1, diganti_oleh=3), foto(3, 1),
        tautan(4, 1, keterangan="Daftar hadir"), replace(foto(5, 1), tipe=TipeBerkas.PDF, nama_berkas="notulen.pdf"),
    ]}  # fmt: skip
    satu = tabel_utuh(laporan(rtl(1, status=S.SELESAI), bukti=bukti), "hasil")
    baris = [b for b in satu.baris if isinstance(b, Baris) and b.gambar]
    assert [satu.gambar[n].isi for n in baris[0].gambar[4]] == [f"{i:064x}".encode() for i in (1, 3)]
    assert satu.gambar[0].alt == "Foto 1 RTL 1.1: Loket <baru> & ramah"
    assert baris[0].sel[4].split("\n") == [
        "Foto 1: Loket <baru> & ramah, 1 September 2021", "Foto 2: foto-3.jpg", "Tautan: Daftar hadir – https://contoh.go.id/4",
        "Berkas: notulen.pdf",
    ]  # fmt: skip


def test_every_picture_stands_once_however_many_there_are():
    bukti = {1: [foto(i, 1) for i in range(1, 19)], 2: [foto(i, 2) for i in range(30, 32)]}
    rancangan = laporan(rtl(1, status=S.SELESAI), rtl(2, Unsur.BIAYA, S.SELESAI), bukti=bukti)
    dipakai = Counter(
        t.gambar[n].isi
        for t in (tabel_utuh(rancangan, "hasil"), tabel_utuh(rancangan, "foto"))
        for b in t.baris
        if isinstance(b, Baris)
        for letak in b.gambar.values()
        for n in letak
    )
    assert dipakai == Counter({b.sha256.encode(): 1 for daftar in bukti.values() for b in daftar})
    (sel,) = [b[4] for b in tabel(rancangan, "hasil") if "lainnya" in b[4]]
    assert f"{18 - FOTO_DI_TABEL} foto lainnya pada ⟦FOTO⟧" in sel
    assert elemen(laporan(rtl(1, status=S.SELESAI), bukti={1: bukti[2]}), "foto") == []


def test_a_picture_that_cannot_be_shown_is_named_at_its_place_and_in_a_warning():
    rancangan = laporan(rtl(1, status=S.SELESAI), bukti={1: [foto(1, 1), foto(2, 1)]}, rusak=[f"{2:064x}"])
    assert tabel(rancangan, "hasil")[1][4] == "Foto: foto-1.jpg\nGambar tidak dapat ditampilkan: foto-2.jpg"
    assert rancangan.peringatan == (
        "Gambar bukti RTL 1.1 tidak dapat ditampilkan: 'foto-2.jpg'. Unggah kembali berkasnya, atau pulihkan dari cadangan.",
    )


def test_what_was_not_done_shows_its_reason_and_the_new_target_of_its_successor():
    lama = rtl(
        1,
        status=S.TIDAK_DILAKSANAKAN,
        alasan="Anggaran",
        strategi="Menunggu APBD",
        tenggat=date(2021, 12, 1),
        stakeholder="Bappeda",
    )
    baru = rtl(9, tenggat=TENGGAT, penanggung_jawab="Sekretaris", asal_id=1, tahun=TAHUN + 1)
    rancangan = laporan(lama, rtl(2, status=S.DIKEMBALIKAN, catatan_pengembalian="Foto buram"), lanjutan={1: baru})
    assert tabel(rancangan, "belum")[0] == (
        "1.1", "Kegiatan 1\n(tidak dilaksanakan)", "Menunggu APBD", "30 Juni 2022", "Sekretaris", "Bappeda",
    )  # fmt: skip
    assert [b[5] for b in tabel(rancangan, "hasil")[1:]] == ["Alasan: Anggaran", "Dikembalikan: Foto buram"]
    assert "Sebanyak 2 (dua) RTL belum selesai; 1 di antaranya dinyatakan tidak dilaksanakan." in teks(rancangan, "belum")


def test_the_value_of_an_unsur_is_set_beside_the_next_measured_one():
    ukur = [(TAHUN, hasil({Unsur.WAKTU: Fraction(3)})), (TAHUN + 1, hasil({Unsur.WAKTU: Fraction("3.25")}))]
    assert tabel(laporan(rtl(1), terukur=ukur), "pelaksanaan")[0][5] == "75,00 → 81,25\n(+6,25)"
    assert len(tabel(laporan(rtl(1), terukur=ukur[:1]), "pelaksanaan")[0]) == 5
