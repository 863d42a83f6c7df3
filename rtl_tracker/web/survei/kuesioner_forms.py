"""The form of a questionnaire: as many questions per unsur as there are fields of it, and buttons that add or remove one."""

from collections.abc import Mapping

from rtl_tracker.domain.kuesioner import BUTIR_PER_UNSUR, Butir
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from rtl_tracker.usecases.isian_kuesioner import IsianKuesioner, hapus_butir, tambah_butir

SIMPAN = "simpan"


def isian_terkirim(kiriman: Mapping[str, str]) -> IsianKuesioner:
    """What was typed; a field that was not sent is empty. Questions beyond the most that an unsur may have are not read."""
    butir = {
        unsur: tuple(
            _butir(kiriman, unsur, f"{unsur.value}-{ke}")
            for ke in range(BUTIR_PER_UNSUR)
            if f"{unsur.value}-{ke}-tanya" in kiriman
        )
        for unsur in Unsur
    }
    urutan = kiriman.get("urutan", "")
    return IsianKuesioner(
        _butir(kiriman, None, "umum"),
        butir,
        UrutanUnsur(urutan) if urutan in list(UrutanUnsur) else UrutanUnsur.PERMENPAN,
        versi_terkirim(kiriman),
    )


def versi_terkirim(kiriman: Mapping[str, str]) -> int:
    """The number the page was made from; -1 when it names none."""
    teks = kiriman.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else -1


def gambar_ulang(isian: IsianKuesioner, aksi: str) -> IsianKuesioner:
    """The form after the button "tambah:waktu" or "hapus:waktu:1"; as it was for anything else."""
    perbuatan, _, sisa = aksi.partition(":")
    nama, _, letak = sisa.partition(":")
    if nama not in list(Unsur):
        return isian
    if perbuatan == "tambah":
        return tambah_butir(isian, Unsur(nama))
    if perbuatan == "hapus" and letak.isascii() and letak.isdigit():
        return hapus_butir(isian, Unsur(nama), int(letak))
    return isian


def _butir(kiriman: Mapping[str, str], unsur: Unsur | None, nama: str) -> Butir:
    p1, p2, p3, p4 = (kiriman.get(f"{nama}-pilihan-{ke}", "") for ke in range(1, 5))
    return Butir(unsur, kiriman.get(f"{nama}-tanya", ""), (p1, p2, p3, p4))
