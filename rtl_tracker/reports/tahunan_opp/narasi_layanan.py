"""Sentences before table T2: how to read it, and which layanan stand out."""

from collections.abc import Sequence

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, kelas_dalam_kurung, sebut_ikm, sebut_nama
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp
from rtl_tracker.reports.tahunan_opp.fakta_layanan import NilaiLayanan


def tabel_layanan(f: FaktaOpp) -> list[str]:
    """Section 3.3."""
    return [_cara_membaca(f), *(_rincian(f) if f.layanan.unit else [_tanpa_layanan(f)])]


def _cara_membaca(f: FaktaOpp) -> str:
    rerata = any(b.dasar.jenis in ("semester", "tahunan") for b in f.layanan.baris)
    diikuti = ", diikuti rata-rata semester dan tahunan" if rerata else " dan rata-rata instansi"
    return (
        f"⟦T2⟧ memuat setiap periode yang diukur{diikuti}. Setiap baris memuat dua nilai unsur: NRR (1–4) di atas dan nilai "
        "konversi (25–100) di bawahnya. Kode U1 sampai U9 mengikuti ⟦UNSUR⟧."
    )


def _tanpa_layanan(f: FaktaOpp) -> str:
    unit = f.pengaturan.istilah_unit
    return f"Tidak ada {unit} yang merinci hasilnya menurut jenis layanan, sehingga tabel memuat nilai {unit} saja."


def _rincian(f: FaktaOpp) -> list[str]:
    """Units that name their layanan, the best and the lowest layanan, those below B, the unit with the largest difference."""
    lay, unit = f.layanan, f.pengaturan.istilah_unit
    kalimat = [
        f"{awal_banyak(lay.unit, unit)} merinci hasilnya menurut jenis layanan, dengan {bulat(lay.jumlah)} jenis layanan."
    ]
    if lay.tertinggi != lay.terendah:
        kalimat.append(f"IKM layanan tertinggi: {_sebut(f, lay.tertinggi)}. IKM layanan terendah: {_sebut(f, lay.terendah)}.")
    rendah = [x for x in lay.nilai if x.mutu in (Mutu.C, Mutu.D)]
    if rendah:
        kalimat.append(f"Layanan dengan mutu di bawah B: {_sebut(f, sorted(rendah, key=lambda x: x.ikm))}.")
    else:
        kalimat.append("Tidak ada jenis layanan dengan mutu di bawah B.")
    if lay.beda is not None:
        b, p = lay.beda, f.pengaturan
        kalimat.append(
            f"Layanan dalam satu {unit} paling berbeda pada {b.tinggi.upp}: {b.tinggi.nama} ({sebut_ikm(b.tinggi.ikm, p)}) dan "
            f"{b.rendah.nama} ({sebut_ikm(b.rendah.ikm, p)}), berjarak {angka(b.selisih, p.desimal_ikm)}."
        )
    return kalimat


def _sebut(f: FaktaOpp, layanan: Sequence[NilaiLayanan]) -> str:
    return sebut_nama([f"{x.nama} pada {x.upp} ({_dalam_kurung(f, x)})" for x in layanan])


def _dalam_kurung(f: FaktaOpp, x: NilaiLayanan) -> str:
    """Figure, class, and respondents where they are known: the extremes of layanan often rest on a few."""
    responden = f"; {bulat(x.n)} responden" if x.n is not None else ""
    return f"{sebut_ikm(x.ikm, f.pengaturan)}; {kelas_dalam_kurung(x.mutu)}{responden}"
