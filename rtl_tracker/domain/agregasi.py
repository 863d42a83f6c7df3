"""The index of the instansi under its three aggregations (spec 1.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtl_tracker.domain.angka import rerata, rerata_berbobot
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan
from rtl_tracker.domain.rerata_hasil import jumlah_responden
from rtl_tracker.domain.unsur import Unsur


@dataclass(frozen=True, slots=True)
class IkmInstansi:
    """The index of the instansi in one period: the declared one, all three, its unsur (exact NRR) and who counts."""

    ikm: Fraction | None
    agregasi: AgregasiInstansi
    alternatif: Mapping[AgregasiInstansi, Fraction | None]
    nrr: Mapping[Unsur, Fraction]
    jumlah_responden: int | None
    upp_dihitung: int


def nrr_rerata_upp(hasil: Sequence[Hasil]) -> dict[Unsur, Fraction]:
    """Mean over UPP of each unsur; a result without the unsur is absent from its mean."""
    nilai = {u: rerata(h.nrr[u] for h in hasil if u in h.nrr) for u in Unsur}
    return {u: x for u, x in nilai.items() if x is not None}


def nrr_gabungan(terukur: Sequence[Hasil]) -> dict[Unsur, Fraction] | None:
    """NRR of all answers pooled: by counts where answers exist, else NRR weighted by respondents.

    None when a result has unsur but an unknown number of respondents, or an IKM without unsur: it cannot be pooled.
    """
    if any(h.ikm is not None and (not h.nrr or not h.n) for h in terukur):
        return None
    nrr: dict[Unsur, Fraction] = {}
    for unsur in Unsur:
        nilai = rerata_berbobot((h.nrr[unsur], _bobot_pool(h, unsur)) for h in terukur if unsur in h.nrr)
        if nilai is not None:
            nrr[unsur] = nilai
    return nrr


def _bobot_pool(hasil: Hasil, unsur: Unsur) -> int:
    return hasil.tabulasi.n_unsur(unsur) if hasil.tabulasi is not None else hasil.n or 0


def ikm_instansi(hasil: Sequence[Hasil], terukur: Sequence[Hasil], pengaturan: Pengaturan) -> IkmInstansi:
    """Index of the instansi from the results of the UPP that count.

    `hasil`: one result per counting UPP for the period; `terukur`: the measured results behind them, for pooling.
    """
    ada = [h for h in hasil if h.ikm is not None]
    unsur = nrr_rerata_upp(ada)
    gabungan = nrr_gabungan(terukur)
    pembulatan = pengaturan.pembulatan_tertimbang
    alternatif = {
        AgregasiInstansi.RERATA_UPP: rerata(h.ikm for h in ada if h.ikm is not None),
        AgregasiInstansi.GABUNGAN_RESPONDEN: ikm_dari_unsur(gabungan, pengaturan.bobot, pembulatan) if gabungan else None,
        AgregasiInstansi.RERATA_UNSUR: ikm_dari_unsur(unsur, pengaturan.bobot, pembulatan),
    }
    pakai_gabungan = pengaturan.agregasi is AgregasiInstansi.GABUNGAN_RESPONDEN and gabungan
    return IkmInstansi(
        ikm=alternatif[pengaturan.agregasi],
        agregasi=pengaturan.agregasi,
        alternatif=alternatif,
        nrr=gabungan if pakai_gabungan and gabungan else unsur,
        jumlah_responden=jumlah_responden(ada),
        upp_dihitung=len(ada),
    )
