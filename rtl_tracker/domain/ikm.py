"""The index and its parts (spec 1.3, 1.7). Everything is exact; rounding happens once, when a figure is printed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan, rerata, simpangan_baku
from rtl_tracker.domain.errors import NilaiDiLuarRentang
from rtl_tracker.domain.mutu import Mutu, batas_bawah
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.unsur import Unsur


def konversi(nrr: Fraction) -> Fraction:
    """NRR (1-4) on the scale 25-100."""
    return 25 * nrr


def hitung_ikm(nrr: Sequence[Fraction], bobot: Bobot, pembulatan_tertimbang: int | None = None) -> Fraction:
    """IKM (25-100) of the NRR of all unsur: 25 x sum of NRR x bobot (PermenPANRB 14/2017).

    `pembulatan_tertimbang` rounds each NRR x bobot first, as the SEKAMPADI platform does (4 decimals).
    Raises PengaturanTidakDikenal when a rounded bobot meets a number of unsur other than nine, NilaiDiLuarRentang
    when an NRR is not within 1-4.
    """
    if any(not 1 <= nilai <= 4 for nilai in nrr):
        raise NilaiDiLuarRentang("NRR harus antara 1,00 dan 4,00.")
    berat = bobot.nilai(len(nrr))
    tertimbang = [nilai * berat for nilai in nrr]
    if pembulatan_tertimbang is not None:
        tertimbang = [Fraction(bulatkan(nilai, pembulatan_tertimbang)) for nilai in tertimbang]
    return 25 * sum(tertimbang, Fraction(0))


def ikm_dari_unsur(nrr: Mapping[Unsur, Fraction], bobot: Bobot, pembulatan_tertimbang: int | None = None) -> Fraction | None:
    """IKM of a result; None unless all nine unsur have a value (a missing unsur is not a zero)."""
    if any(unsur not in nrr for unsur in Unsur):
        return None
    return hitung_ikm([nrr[unsur] for unsur in Unsur], bobot, pembulatan_tertimbang)


def peringkat(nilai: Mapping[Unsur, Fraction]) -> list[tuple[int, Unsur]]:
    """(rank, unsur) from the lowest value up; ties share the rank, exact values decide."""
    urut = sorted((u for u in Unsur if u in nilai), key=nilai.__getitem__)
    rank: dict[Fraction, int] = {}
    for i, unsur in enumerate(urut, start=1):
        rank.setdefault(nilai[unsur], i)
    return [(rank[nilai[unsur]], unsur) for unsur in urut]


def terendah(nilai: Mapping[Unsur, Fraction]) -> tuple[Unsur, ...]:
    """All unsur that share the lowest value, in the order of the regulation."""
    batas = min(nilai.values(), default=None)
    return tuple(u for u in Unsur if u in nilai and nilai[u] == batas)


def tertinggi(nilai: Mapping[Unsur, Fraction]) -> tuple[Unsur, ...]:
    """All unsur that share the highest value, in the order of the regulation."""
    batas = max(nilai.values(), default=None)
    return tuple(u for u in Unsur if u in nilai and nilai[u] == batas)


def prioritas(nilai: Mapping[Unsur, Fraction], jumlah: int = 3) -> tuple[Unsur, ...]:
    """The `jumlah` lowest unsur ascending; a tie at the edge takes all of the tie."""
    return tuple(unsur for rank, unsur in peringkat(nilai) if rank <= jumlah)


def batas_rendah_tinggi(nilai: Mapping[Unsur, Fraction]) -> tuple[Fraction, Decimal, Decimal, Decimal] | None:
    """(mean, SD, mean - SD, mean + SD) of the NRR, sample SD (n - 1): below is low, above is high; None for under 2 values."""
    tengah, simpangan = rerata(nilai.values()), simpangan_baku(nilai.values())
    if tengah is None or simpangan is None:
        return None
    pusat = Decimal(tengah.numerator) / Decimal(tengah.denominator)
    return tengah, simpangan, pusat - simpangan, pusat + simpangan


def golongan(nrr: Mapping[Unsur, Fraction]) -> dict[Unsur, str]:
    """ "rendah" below mean - 1 SD, "tinggi" above mean + 1 SD, "" between (spec 1.7), decided by exact squares."""
    tengah = rerata(nrr.values())
    if tengah is None or len(nrr) < 2:
        return dict.fromkeys(nrr, "")
    ragam = sum(((x - tengah) ** 2 for x in nrr.values()), Fraction(0)) / (len(nrr) - 1)
    jauh = {u: (x - tengah) ** 2 > ragam for u, x in nrr.items()}
    return {u: ("rendah" if x < tengah else "tinggi") if jauh[u] else "" for u, x in nrr.items()}


def ikm_jika_unsur_naik(nrr: Mapping[Unsur, Fraction], unsur: Unsur, menjadi: Fraction, bobot: Bobot) -> Fraction | None:
    """IKM if one unsur rose to `menjadi` and the others stayed (spec 1.7)."""
    return ikm_dari_unsur({**nrr, unsur: menjadi}, bobot)


def kelas_terjangkau(nrr: Mapping[Unsur, Fraction], unsur: Unsur, sasaran: Mutu, bobot: Bobot) -> bool:
    """Whether raising this unsur alone to 4,00 reaches the class; a promise is only written when this is True."""
    terbaik = ikm_jika_unsur_naik(nrr, unsur, Fraction(4), bobot)
    return terbaik is not None and bulatkan(terbaik, 2) >= batas_bawah(sasaran)
