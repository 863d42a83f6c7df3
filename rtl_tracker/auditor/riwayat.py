"""The table of several years: cells that were left out (DATA-06)."""

from collections.abc import Iterator

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import kelas, koma
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.tercetak import RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat


def data_06_mutu_kosong(fakta: Fakta) -> Iterator[Temuan]:
    """A unit whose class of a year is not printed although most units of that year have theirs."""
    menurut_tahun: dict[int, dict[int, RiwayatTercetak]] = {}
    for (upp_id, tahun), satu in fakta.riwayat.items():
        if upp_id is not None and upp_id in fakta.unit:
            menurut_tahun.setdefault(tahun, {})[upp_id] = satu
    for tahun, baris in menurut_tahun.items():
        kosong = {upp_id: b for upp_id, b in baris.items() if not b.mutu_tercetak}
        if not kosong or 2 * len(kosong) >= len(baris):
            continue
        for upp_id, b in kosong.items():
            benar = kelas(mutu(b.ikm))
            kalimat = (
                f"Riwayat {tahun}: mutu tidak dicetak, padahal unit lain mencantumkannya; IKM {koma(b.ikm)} bermutu {benar}."
            )
            yield Temuan("DATA-06", Tingkat.PERINGATAN, kalimat, upp_id, None, None, f"riwayat:{tahun}:mutu", "-", benar)
