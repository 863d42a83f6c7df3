"""Rules of single rows: index, weight, class, scale (IKM-01 to -05, -08). They speak only where no true value explains the print."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.cetak_baris import CetakBaris, cetak_baris, hitung_selang
from rtl_tracker.auditor.fakta import BarisTerukur, Fakta
from rtl_tracker.auditor.nama_upp import nama_ditolak
from rtl_tracker.auditor.sebutan import bulat, deret, deret_unsur, kelas, koma
from rtl_tracker.auditor.selang import Selang, dibulatkan, tepat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.mutu import Mutu, baca_mutu, mutu
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur

IKM_TERENDAH = Fraction(99, 4)
BERKALI, PER_BARIS = 3, 50
NAMA_BOBOT = {Bobot.SEPERSEMBILAN: "1/9", Bobot.NOL_111: "0,111", Bobot.NOL_11: "0,11"}


@dataclass(frozen=True, slots=True)
class Asal:
    """Which bobot explain a printed index; `potongan` says what must have been cut off instead of rounded for that, if anything.

    `pasti`: the printed unsur as they stand give the printed index to its last digit; else only values that may stand behind them.
    """

    bobot: tuple[Bobot, ...]
    pasti: bool = False
    potongan: str = ""


def asal_ikm(cetak: CetakBaris, pengaturan: Pengaturan) -> Asal:
    """The bobot under which the printed unsur can give the printed index, by interval arithmetic."""
    tengah = {u: tepat(selang.tengah) for u, selang in cetak.nrr.items()}
    for nrr, ikm, pasti, potongan in (
        (tengah, cetak.ikm, True, ""),
        (cetak.nrr, cetak.ikm, False, ""),
        (cetak.nrr_lebar, cetak.ikm, False, ""),
        (cetak.nrr, cetak.ikm_potong, False, "IKM"),
        (cetak.nrr_longgar, cetak.ikm, False, "nilai unsur"),
        (cetak.nrr_longgar, cetak.ikm_potong, False, "nilai unsur dan IKM"),
    ):
        cocok = _bobot_cocok(nrr, ikm, pengaturan)
        if cocok:
            return Asal(cocok, pasti, potongan)
    return Asal(())


def _bobot_cocok(nrr: Mapping[Unsur, Selang], ikm: Selang | None, pengaturan: Pengaturan) -> tuple[Bobot, ...]:
    if ikm is None:
        return ()
    return tuple(b for b in Bobot if hitung_selang(nrr, b, pengaturan.pembulatan_tertimbang).beririsan(ikm))


def ikm_01(fakta: Fakta) -> Iterator[Temuan]:
    """Printed IKM that the unsur give under none of the three bobot; one that was cut off is told as info."""
    for t, cetak in _berindeks(fakta):
        asal = asal_ikm(cetak, fakta.pengaturan)
        if asal.bobot and not asal.potongan:
            continue
        tercetak = str(t.baris.ikm_tercetak)
        hitung = {b: hitung_selang(cetak.nrr, b).tengah for b in Bobot}
        if asal.bobot:
            pilih = _pilih_bobot(asal.bobot, fakta.pengaturan.bobot)
            benar = bulatkan(hitung[pilih], _desimal(t.baris))
            kalimat = (
                f"IKM tercetak {koma(tercetak)} hanya cocok bila angka {asal.potongan} dipotong, bukan dibulatkan: dengan bobot "
                f"{NAMA_BOBOT[pilih]} nilai unsurnya memberi {bulat(hitung[pilih], _desimal(t.baris) + 2)}, dibulatkan {koma(benar)}."
            )
            yield _temuan("IKM-01", Tingkat.INFO, t, "ikm_tercetak", tercetak, str(benar), kalimat)
            continue
        terdekat = min(Bobot, key=lambda b: abs(hitung[b] - Fraction(t.baris.ikm_tercetak or 0)))
        daftar = deret((f"{bulat(hitung[b])} (bobot {NAMA_BOBOT[b]})" for b in Bobot), "atau")
        benar = bulatkan(hitung[fakta.pengaturan.bobot], _desimal(t.baris))
        kalimat = (
            f"IKM tercetak {koma(tercetak)} tidak dapat berasal dari kesembilan nilai unsurnya, yang memberi {daftar}; yang terdekat "
            f"{bulat(hitung[terdekat])}. Periksa nilai unsur dan IKM pada baris ini."
        )
        yield _temuan("IKM-01", Tingkat.GALAT, t, "ikm_tercetak", tercetak, str(benar), kalimat)


def ikm_02(fakta: Fakta) -> Iterator[Temuan]:
    """The bobot behind a printed IKM is not the instansi's; peringatan when the class changes with it.

    Where the instansi's own might explain it too by digits that are not printed, the other one must be seen in several rows: a single
    index may hit it by chance.
    """
    resmi = fakta.pengaturan.bobot
    semua = [(t, cetak, asal_ikm(cetak, fakta.pengaturan)) for t, cetak in _berindeks(fakta)]
    kali = Counter(b for _, _, asal in semua if asal.pasti and resmi not in asal.bobot for b in asal.bobot)
    cukup = max(BERKALI, len(semua) // PER_BARIS)
    for t, cetak, asal in semua:
        if not asal.bobot or resmi in asal.bobot or t.baris.ikm_tercetak is None:
            continue
        if asal.pasti and max(kali[b] for b in asal.bobot) < cukup and _mungkin(cetak, resmi, fakta.pengaturan):
            continue
        benar = bulatkan(hitung_selang(cetak.nrr, resmi, fakta.pengaturan.pembulatan_tertimbang).tengah, _desimal(t.baris))
        lama, baru = mutu(t.baris.ikm_tercetak), mutu(benar)
        akibat = (
            f"mutunya berubah dari {kelas(lama)} menjadi {kelas(baru)}" if lama is not baru else f"mutunya tetap {kelas(baru)}"
        )
        kalimat = (
            f"IKM tercetak {koma(t.baris.ikm_tercetak)} dihitung dengan bobot {deret((NAMA_BOBOT[b] for b in asal.bobot), 'atau')}, "
            f"sedangkan instansi memakai bobot {NAMA_BOBOT[resmi]}. Dengan bobot instansi nilainya {koma(benar)} dan {akibat}."
        )
        tingkat = Tingkat.INFO if lama is baru else Tingkat.PERINGATAN
        yield _temuan("IKM-02", tingkat, t, "ikm_tercetak", str(t.baris.ikm_tercetak), str(benar), kalimat)


def _mungkin(cetak: CetakBaris, bobot: Bobot, pengaturan: Pengaturan) -> bool:
    """Whether the bobot may explain the index by digits that are not printed."""
    return any(bobot in _bobot_cocok(nrr, cetak.ikm, pengaturan) for nrr in (cetak.nrr, cetak.nrr_lebar))


def kelas_mungkin(ikm: Decimal, desimal: int | None = None) -> tuple[Mutu, ...]:
    """The classes that a printed index may have, the lowest first: one, unless its digits leave the border open."""
    selang = dibulatkan(ikm, desimal)
    return tuple(dict.fromkeys((mutu(selang.bawah), mutu(ikm), mutu(selang.atas - Fraction(1, 10**9)))))


def salah_kelas(tercetak: str, ikm: Decimal) -> str | None:
    """What is wrong with a printed class beside a printed index; None when it may stand."""
    benar = kelas_mungkin(ikm)
    terbaca = baca_mutu(tercetak)
    if terbaca in benar:
        return None
    if terbaca is None:
        sebab = "bukan sebutan mutu menurut PermenPANRB 14/2017, atau huruf dan katanya berlainan"
    else:
        sebab = f"bukan mutu dari IKM {koma(ikm)}"
    return f"Kategori tercetak '{tercetak}' {sebab}; seharusnya {deret((kelas(m) for m in benar), 'atau')}."


def ikm_03(fakta: Fakta) -> Iterator[Temuan]:
    """A printed class that is not the class of the printed IKM, in a row, of the instansi, or in the history."""
    for b in fakta.baris:
        if b.kategori_tercetak and b.ikm_tercetak and not b.kosong:
            kalimat = salah_kelas(b.kategori_tercetak, b.ikm_tercetak)
            if kalimat:
                benar = kelas(kelas_mungkin(b.ikm_tercetak)[0])
                yield Temuan("IKM-03", Tingkat.GALAT, kalimat, b.upp_id, b.periode, b.layanan, "kategori_tercetak",
                             b.kategori_tercetak, benar)  # fmt: skip
    for (periode, kunci), teks in fakta.tercetak.items():
        ikm = fakta.tercetak.get((periode, "ikm"))
        if kunci == "kategori" and ikm:
            kalimat = salah_kelas(teks, Decimal(ikm))
            if kalimat:
                benar = kelas(kelas_mungkin(Decimal(ikm))[0])
                yield Temuan("IKM-03", Tingkat.GALAT, kalimat, None, periode, None, "kategori_tercetak", teks, benar)
    for (upp_id, tahun), riwayat in fakta.riwayat.items():
        if riwayat.mutu_tercetak:
            kalimat = salah_kelas(riwayat.mutu_tercetak, riwayat.ikm)
            if kalimat:
                benar = kelas(kelas_mungkin(riwayat.ikm)[0])
                yield Temuan("IKM-03", Tingkat.GALAT, f"Riwayat {tahun}: {kalimat}", upp_id, None, None, f"riwayat:{tahun}",
                             riwayat.mutu_tercetak, benar)  # fmt: skip


def ikm_04(fakta: Fakta) -> Iterator[Temuan]:
    """A printed konversi that is not 25 x the printed NRR of the same unsur."""
    for b in fakta.baris:
        if not b.konversi_tercetak:
            continue
        cetak = cetak_baris(b)
        for unsur, konversi in cetak.konversi.items():
            if unsur not in cetak.nrr or cetak.nrr[unsur].kali(25).beririsan(konversi):
                continue
            terpotong = cetak.nrr_longgar[unsur].kali(25).beririsan(cetak.konversi_longgar[unsur])
            tercetak, nrr = b.konversi_tercetak[unsur], b.nilai[unsur]
            benar = bulatkan(25 * Fraction(nrr), desimal_tercetak(tercetak))
            akhir = "tampak dipotong, bukan dibulatkan" if terpotong else f"bukan 25 x NRR {koma(nrr)}"
            kalimat = f"Konversi {NAMA_UNSUR[unsur]} tercetak {koma(tercetak)} {akhir}; seharusnya {koma(benar)}."
            tingkat = Tingkat.INFO if terpotong else Tingkat.GALAT
            yield Temuan("IKM-04", tingkat, kalimat, b.upp_id, b.periode, b.layanan, unsur.value, str(tercetak), str(benar))


def ikm_05(fakta: Fakta) -> Iterator[Temuan]:
    """Printed unsur values that no whole sum of n answers gives; one finding per row, naming them."""
    for t in fakta.terukur:
        b = t.baris
        if t.tabulasi is not None or b.kosong or not b.jumlah_responden:
            continue
        cetak, n = t.cetak, b.jumlah_responden
        mustahil = [u for u in cetak.nrr if not any(_ada_jumlah(s[u], n) for s in (cetak.nrr_lebar, cetak.nrr_longgar))]
        if not mustahil:
            continue
        contoh = mustahil[0]
        terdekat = _nilai_terdekat(b, contoh, n)
        kalimat = (
            f"Nilai {deret_unsur(mustahil)} tidak mungkin berasal dari {n} jawaban 1 sampai 4: misalnya {NAMA_UNSUR[contoh]} tercetak "
            f"{koma(b.nilai[contoh])}, padahal yang terdekat {koma(terdekat)}. Periksa jumlah respondennya, atau nilai ini "
            "rata-rata dari beberapa hasil."
        )
        yield _temuan("IKM-05", Tingkat.PERINGATAN, t, contoh.value, str(b.nilai[contoh]), str(terdekat), kalimat)


def _ada_jumlah(nrr: Selang, n: int) -> bool:
    """Whether some whole sum of n answers has its mean in the interval."""
    atas = nrr.atas * n
    return atas.numerator // atas.denominator >= nrr.bawah * n


def _nilai_terdekat(b: BarisHasil, unsur: Unsur, n: int) -> Decimal:
    skala = 25 if b.skala is Skala.KONVERSI else 1
    banyak = bulatkan(Fraction(b.nilai[unsur]) / skala * n, 0)
    return bulatkan(Fraction(banyak) / n * skala, max(2, desimal_tercetak(b.nilai[unsur])))


def ikm_08(fakta: Fakta) -> Iterator[Temuan]:
    """0,00 printed where there are no data, an index that no answers can give, and cells that hold no number."""
    for b in fakta.baris:
        ikm = b.ikm_tercetak
        if ikm is None:
            continue
        if ikm == 0 or b.kosong:
            kalimat = (
                f'IKM tercetak {koma(ikm)} padahal tidak ada data (tidak ada responden). Tulis "belum ada data"; indeks tidak pernah 0 '
                "dan tidak bermutu D."
            )
            yield Temuan(
                "IKM-08", Tingkat.GALAT, kalimat, b.upp_id, b.periode, b.layanan, "ikm_tercetak", str(ikm), "belum ada data"
            )
        elif Fraction(ikm) < IKM_TERENDAH:
            kalimat = f"IKM tercetak {koma(ikm)} di luar rentang 25 sampai 100. Periksa letak koma, atau nilainya masih berskala 1 sampai 4."
            yield Temuan("IKM-08", Tingkat.GALAT, kalimat, b.upp_id, b.periode, b.layanan, "ikm_tercetak", str(ikm), None)
    for tolakan in fakta.tolakan:
        if nama_ditolak(tolakan):
            continue
        tempat = f"Lembar {tolakan.lembar}" + (f", baris {tolakan.baris}" if tolakan.baris else "")
        yield Temuan(
            "IKM-08", Tingkat.GALAT, f"{tempat}: {tolakan.kalimat}", bidang=tolakan.kolom or "", tercetak=tolakan.nilai
        )


def _berindeks(fakta: Fakta) -> Iterator[tuple[BarisTerukur, CetakBaris]]:
    """Measured rows with all nine unsur and a printed index."""
    for t in fakta.terukur:
        if t.cetak.lengkap and t.cetak.ikm is not None:
            yield t, t.cetak


def _pilih_bobot(cocok: tuple[Bobot, ...], resmi: Bobot) -> Bobot:
    return resmi if resmi in cocok else cocok[0]


def _desimal(b: BarisHasil) -> int:
    return max(2, desimal_tercetak(b.ikm_tercetak)) if b.ikm_tercetak is not None else 2


def _temuan(
    aturan: str, tingkat: Tingkat, t: BarisTerukur, bidang: str, tercetak: str, seharusnya: str, kalimat: str
) -> Temuan:
    b = t.baris
    return Temuan(aturan, tingkat, kalimat, b.upp_id, b.periode, b.layanan, bidang, tercetak, seharusnya)
