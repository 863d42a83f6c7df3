"""What charts say: order, parts, scales, alternative texts."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.reports.grafik import (
    Grafik,
    korelasi,
    mutu_per_kelompok,
    nilai_unsur,
    peringkat_upp,
    peta_panas,
    profil,
    realisasi,
    sebaran_jawaban,
    tren,
    unsur_terendah,
)
from rtl_tracker.reports.grafik.cetak import gaya_berlaku, lukis
from rtl_tracker.reports.grafik.model import bagi_rata
from rtl_tracker.reports.grafik.peta_panas import rentang_warna
from rtl_tracker.reports.grafik.skala import rentang_dengan_ruang
from rtl_tracker.reports.grafik.teks import lipat_teks


def teks_dalam(grafik: Grafik) -> list[str]:
    with gaya_berlaku():
        figure = lukis(grafik)
        return [t.get_text() for t in (*figure.texts, *(t for axes in figure.axes for t in axes.texts))]


def test_alternative_text_of_a_trend_names_ends_and_extremes():
    grafik = tren("IKM", [("2019", Decimal("85.5")), ("2020", Decimal("81.98")), ("2021", Decimal("83.38"))])
    assert grafik.alt == (
        "Grafik garis IKM dari 2019 (85,50) sampai 2021 (83,38). Tertinggi 2019 (85,50); terendah 2020 (81,98)."
    )


def test_alternative_text_names_all_ties_and_says_when_all_are_equal():
    sama = peringkat_upp([("A", Decimal(80), "B"), ("B", Decimal(80), "B"), ("C", Decimal(70), "C")])[0]
    assert "Tertinggi A dan B (80,00); terendah C (70,00)." in sama.alt
    assert "Semua bernilai 80,00." in peringkat_upp([("A", Decimal(80), "B"), ("B", Decimal(80), "B")])[0].alt
    assert "Hanya A (80,00)." in peringkat_upp([("A", Decimal(80), "B")])[0].alt
    banyak = peringkat_upp([(huruf, Decimal(80), "B") for huruf in "ABCDE"] + [("Z", Decimal(90), "A")])[0]
    assert "terendah A, B, C, dan lainnya (80,00)." in banyak.alt


def test_alternative_texts_of_the_other_charts():
    assert "makin gelap makin rendah. Tertinggi Y, U1 (90,00); terendah X, U1 (70,00)." in peta_panas(
        ["U1"], [("X", [Decimal(70)]), ("Y", [Decimal(90)])])[0].alt  # fmt: skip
    assert "Tertinggi Waktu dengan Biaya (0,50); terendah Prosedur dengan Biaya (−0,10)." in korelasi(
        ["Biaya", "Waktu", "Prosedur"], [[1, 0, 0], [Decimal("0.5"), 1, 0], [Decimal("-0.1"), Decimal("0.2"), 1]]).alt  # fmt: skip
    assert mutu_per_kelompok([("Dinas", (1, 2, 0, 0))]).alt.endswith("Dinas: A 1, B 2, C 0, D 0.")
    assert unsur_terendah([("Biaya", 1), ("Waktu", 13)]).alt.endswith("Paling sering Waktu (13); paling jarang Biaya (1).")
    assert profil("Usia", [("19-25", 1200), ("26-35", 3)]).alt.endswith(
        "profil responden: Usia. Terbanyak 19-25 (1.200); paling sedikit 26-35 (3).")  # fmt: skip
    assert sebaran_jawaban([("Biaya", (0, 0, 1, 1)), ("Waktu", (0, 1, 2, 1))]).alt.endswith(
        "Bagian jawaban sangat baik: terbesar Biaya (50,00\u00a0%); terkecil Waktu (25,00\u00a0%).")  # fmt: skip


def test_what_was_not_reported_is_named_and_never_a_zero():
    grafik = realisasi([("Dinas", Decimal(50), None), ("Badan", None, None), ("UPTD", 0, 0)])[0]
    assert "Dilaporkan: tertinggi Dinas (50,00\u00a0%); terendah UPTD (0,00\u00a0%)." in grafik.alt
    assert grafik.alt.endswith("Belum dilaporkan: Badan.")
    isi = teks_dalam(grafik)
    assert isi.count("belum dilaporkan") == 1
    assert isi.count("belum diverifikasi") == 1
    assert isi.count("0,00") == 2


def test_hundred_upp_make_three_pictures_of_even_size_in_descending_order():
    baris = [(f"UPP {ke}", Decimal(6000 + 37 * ke % 4001) / 100, "B") for ke in range(100)]
    bagian = peringkat_upp(baris)
    assert [len(g.data[0]) for g in bagian] == [34, 33, 33]
    assert [g.nama for g in bagian] == ["peringkat-upp-1", "peringkat-upp-2", "peringkat-upp-3"]
    assert [nilai for g in bagian for _, nilai, _ in g.data[0]] == sorted((n for _, n, _ in baris), reverse=True)
    assert "(gambar 2 dari 3)" in bagian[1].alt
    assert peringkat_upp(baris[:34])[0].nama == "peringkat-upp"


def test_all_parts_of_a_heat_map_share_one_scale():
    bagian = peta_panas(["U1"], [(f"UPP {ke}", [Decimal(60 + ke % 40)]) for ke in range(70)])
    assert [len(g.data[1]) for g in bagian] == [24, 23, 23]
    assert {g.data[2] for g in bagian} == {(60, 100)}


@given(st.lists(st.integers(), max_size=200), st.integers(1, 40))
def test_parts_are_even_and_hold_every_row_once(baris, paling):
    bagian = bagi_rata(baris, paling)
    assert [satu for potong in bagian for satu in potong] == baris
    panjang = [len(potong) for potong in bagian]
    assert not panjang or (max(panjang) <= paling and max(panjang) - min(panjang) <= 1 and min(panjang) > 0)


def test_no_rows_give_no_picture_or_an_error():
    assert peringkat_upp([]) == []
    assert peta_panas(["U1"], [("X", [None])]) == []
    assert realisasi([]) == []
    for buat in (lambda: tren("IKM", []), lambda: tren("IKM", [("2021", None)]), lambda: nilai_unsur([]), lambda: profil("Usia", []),
                 lambda: unsur_terendah([]), lambda: sebaran_jawaban([]), lambda: mutu_per_kelompok([]), lambda: korelasi(["U1"], [[1]])):  # fmt: skip
        with pytest.raises(ValueError, match="memerlukan sedikitnya"):
            buat()


def test_every_value_is_printed_at_its_mark_with_a_comma():
    isi = teks_dalam(tren("IKM", [("2020", Decimal("78.975")), ("2021", Decimal("90.12"))]))
    assert {"78,975", "90,12", "A ≥ 88,31", "B ≥ 76,61"} <= set(isi)
    assert "C ≥ 65,00" not in isi
    assert {"13", "1"} <= set(teks_dalam(unsur_terendah([("Biaya", 1), ("Waktu", 13)])))
    assert {"1.200 (99,75\u00a0%)", "3 (0,25\u00a0%)"} <= set(teks_dalam(profil("Usia", [("19-25", 1200), ("26-35", 3)])))


def test_a_trend_of_many_periods_still_prints_its_ends_and_extremes():
    isi = teks_dalam(tren("IKM", [(f"TW {ke}", Decimal(70 + ke * 7 % 19)) for ke in range(20)], kecil=True))
    assert {"70,00", "88,00"} <= set(isi)


def test_the_start_of_a_shortened_scale_is_said():
    assert "IKM (sumbu tegak dimulai dari 75)" in teks_dalam(
        tren("IKM", [("2020", Decimal("81.98")), ("2021", Decimal("83.38"))])
    )
    assert "IKM (skala 25–100; batang dimulai dari 25)" in teks_dalam(peringkat_upp([("A", Decimal(80), "B")])[0])


nilai_ikm = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)


@given(nilai_ikm, nilai_ikm, st.fractions(0, Fraction(1, 5)))
def test_a_scale_holds_its_values_with_room_for_labels(satu, dua, ruang):
    terendah, tertinggi = sorted((satu, dua))
    bawah, atas = rentang_dengan_ruang(terendah, tertinggi, ruang)
    assert 0 <= bawah <= terendah <= tertinggi <= atas <= 100
    assert atas - bawah >= 10
    assert bawah == 0 or terendah - bawah >= ruang * (atas - bawah)
    assert atas == 100 or atas - tertinggi >= ruang * (atas - bawah)


@given(st.lists(nilai_ikm, min_size=1))
def test_the_colour_scale_holds_all_values_and_is_never_empty(nilai):
    bawah, atas = rentang_warna(nilai)
    assert bawah <= min(nilai) <= max(nilai) <= atas
    assert atas - bawah >= 5


@given(st.text(max_size=90), st.integers(1, 30), st.integers(1, 3))
def test_folded_text_fits_and_loses_nothing_without_an_ellipsis(teks, paling, baris):
    hasil = lipat_teks(teks, len, paling, baris)
    potong = hasil.split("\n")
    assert len(potong) <= baris
    assert max(map(len, potong)) <= paling
    tanpa_spasi = "".join(teks.split())
    if hasil.endswith("…") and not tanpa_spasi.endswith("…"):
        assert tanpa_spasi.startswith("".join(hasil[:-1].split()))
    else:
        assert "".join(hasil.split()) == tanpa_spasi


def test_two_lines_are_evenly_filled_and_words_stay_whole():
    assert lipat_teks("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", len, 40) == (
        "Dinas Penanaman Modal dan\nPelayanan Terpadu Satu Pintu")  # fmt: skip
    assert lipat_teks("Penanganan pengaduan, saran dan masukan", len, 16, 3) == "Penanganan\npengaduan, saran\ndan masukan"
    assert lipat_teks("Kecamatan\tSungai \n Raya", len, 30) == "Kecamatan Sungai Raya"


def test_a_chart_prints_the_decimals_its_values_came_with():
    assert "98,437" in peringkat_upp([("Sekretariat Daerah", Decimal("98.437"), "A"), ("Dinas", Decimal("83.825"), "B")])[0].alt
    assert "(81,98)" in tren("IKM", [("2020", Decimal("81.98")), ("2021", Decimal("83.4"))]).alt
    assert "(83,40)" in tren("IKM", [("2020", Decimal("81.98")), ("2021", Decimal("83.4"))]).alt
