"""A questionnaire while it is being typed: questions come and go, and every field that is wrong has its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rtl_tracker.domain.kuesioner import BUTIR_PER_UNSUR, Butir, Kuesioner, beda_kuesioner, keliru_butir
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, UrutanUnsur, urutan_unsur
from rtl_tracker.spreadsheets.sel import satu_baris

PILIHAN_KOSONG = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class IsianKuesioner:
    """What stands in the form. `versi`: the newest number of the scope when the form was opened (0 = it had none)."""

    umum: Butir
    butir: Mapping[Unsur, tuple[Butir, ...]]
    urutan: UrutanUnsur
    versi: int


def isian_dari(kuesioner: Kuesioner, versi: int) -> IsianKuesioner:
    """The form that shows this questionnaire."""
    butir = {unsur: tuple(kuesioner.butir[i] for i in kuesioner.letak(unsur)) for unsur in Unsur}
    return IsianKuesioner(kuesioner.umum, butir, kuesioner.urutan, versi)


def susun_kuesioner(isian: IsianKuesioner, nomor: int, layanan_id: int | None) -> Kuesioner:
    """The questionnaire that the form says, its texts on one line each."""
    butir = tuple(_rapi(satu) for unsur in urutan_unsur(isian.urutan) for satu in isian.butir.get(unsur, ()))
    return Kuesioner(nomor, _rapi(isian.umum), butir, layanan_id)


def keliru_isian(isian: IsianKuesioner) -> dict[str, str]:
    """What is wrong: a sentence by field ("umum-tanya", "waktu-1-pilihan", "waktu" for the number of its questions)."""
    keliru = {f"umum-{bagian}": kalimat for bagian, kalimat in keliru_butir(_rapi(isian.umum)).items()}
    for unsur in Unsur:
        semua = isian.butir.get(unsur, ())
        if not 1 <= len(semua) <= BUTIR_PER_UNSUR:
            keliru[unsur.value] = f"Unsur {NAMA_UNSUR[unsur]} harus mempunyai satu sampai {BUTIR_PER_UNSUR} pertanyaan."
        for ke, butir in enumerate(semua):
            keliru |= {f"{unsur.value}-{ke}-{bagian}": kalimat for bagian, kalimat in keliru_butir(_rapi(butir)).items()}
    return keliru


def bagian_berbeda(isian: IsianKuesioner, kuesioner: Kuesioner) -> list[str]:
    """The parts in which the form says something else than a questionnaire: "urutan", "umum" or the key of an unsur."""
    return list(beda_kuesioner(kuesioner, susun_kuesioner(isian, kuesioner.nomor, kuesioner.layanan_id)))


def tambah_butir(isian: IsianKuesioner, unsur: Unsur) -> IsianKuesioner:
    """One more question for an unsur, with the answer words of its last one; as it is when there are enough."""
    ada = isian.butir.get(unsur, ())
    if len(ada) >= BUTIR_PER_UNSUR:
        return isian
    pilihan = ada[-1].pilihan if ada else PILIHAN_KOSONG
    return replace(isian, butir={**isian.butir, unsur: (*ada, Butir(unsur, "", pilihan))})


def hapus_butir(isian: IsianKuesioner, unsur: Unsur, letak: int) -> IsianKuesioner:
    """Without one question of an unsur; the only one stays."""
    ada = isian.butir.get(unsur, ())
    if len(ada) <= 1 or not 0 <= letak < len(ada):
        return isian
    return replace(isian, butir={**isian.butir, unsur: (*ada[:letak], *ada[letak + 1 :])})


def _rapi(butir: Butir) -> Butir:
    p1, p2, p3, p4 = (satu_baris(p) for p in butir.pilihan)
    return Butir(butir.unsur, satu_baris(butir.tanya), (p1, p2, p3, p4))
