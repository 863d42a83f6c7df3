"""Findings as they are read: in words, filtered as an address asks, grouped by unit or by rule. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rtl_tracker.auditor.daftar import DAFTAR_ATURAN, Aturan, hitung_tingkat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, lipat
from rtl_tracker.formats import huruf_kapital_awal
from rtl_tracker.storage.penjelasan_repository import Penjelasan

ATURAN: Mapping[str, Aturan] = {a.id: a for a in DAFTAR_ATURAN}
INSTANSI = "Instansi"
_ANGKA = re.compile(r"-?[0-9]+\.[0-9]+")
_UNSUR = {u.value: NAMA_UNSUR[u] for u in Unsur}
_BIDANG = {"ikm_tercetak": "IKM", "ikm": "IKM", "rtl": "RTL", "upp": "UPP", "n": "jumlah responden"}


class Kelompok(StrEnum):
    """What findings are grouped by."""

    UPP = "upp"
    ATURAN = "aturan"


class Keadaan(StrEnum):
    """Whether findings are shown that were explained."""

    SEMUA = "semua"
    BELUM = "belum"
    SUDAH = "sudah"


@dataclass(frozen=True, slots=True)
class SaringanTemuan:
    """What is asked for; empty values filter nothing. `cari`: words of the name of the unit."""

    cari: str = ""
    tingkat: Tingkat | None = None
    aturan: str = ""
    periode: Periode | None = None
    keadaan: Keadaan = Keadaan.SEMUA
    kelompok: Kelompok = Kelompok.UPP

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address; what is as always is left out."""
        semua = {"cari": self.cari, "tingkat": self.tingkat, "aturan": self.aturan, "periode": self.periode}
        isi = {nama: str(nilai) for nama, nilai in semua.items() if nilai}
        if self.keadaan is not Keadaan.SEMUA:
            isi["keadaan"] = self.keadaan.value
        return isi | ({} if self.kelompok is Kelompok.UPP else {"kelompok": self.kelompok.value})

    @property
    def menyaring(self) -> bool:
        """Whether any finding may be left out."""
        return bool(self.argumen.keys() - {"kelompok"})


@dataclass(frozen=True, slots=True)
class ButirTemuan:
    """One finding in words. `unit` is "Instansi" for one of the instansi; figures carry a decimal comma."""

    temuan: Temuan
    aturan: str
    judul: str
    uraian: str
    unit: str
    kalimat: str
    bidang: str
    tercetak: str
    seharusnya: str
    penjelasan: Penjelasan | None = None


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """Findings of one unit or of one rule. `jumlah` and `seluruhnya` also count those that are on another page."""

    kunci: str
    judul: str
    uraian: str
    jumlah: Mapping[Tingkat, int]
    butir: tuple[ButirTemuan, ...]

    @property
    def seluruhnya(self) -> int:
        """How many findings belong to the group."""
        return sum(self.jumlah.values())


def baca_saringan(cari: str, tingkat: str, aturan: str, periode: str, keadaan: str, kelompok: str) -> SaringanTemuan:
    """The filter that an address asks for; what is not known there asks for nothing."""
    return SaringanTemuan(
        cari=cari.strip(),
        tingkat=Tingkat(tingkat) if tingkat in list(Tingkat) else None,
        aturan=aturan if aturan in ATURAN else "",
        periode=Periode(periode) if periode in list(Periode) else None,
        keadaan=Keadaan(keadaan) if keadaan in list(Keadaan) else Keadaan.SEMUA,
        kelompok=Kelompok(kelompok) if kelompok in list(Kelompok) else Kelompok.UPP,
    )


def susun_butir(
    temuan: Iterable[Temuan], nama: Mapping[int, str], penjelasan: Mapping[str, Penjelasan], untuk_unit: bool = False
) -> list[ButirTemuan]:
    """Findings in words. `nama` of units by id; with `untuk_unit` no sentence names another unit."""
    return [_butir(t, nama, penjelasan.get(t.kunci), untuk_unit) for t in temuan]


def saring(butir: Iterable[ButirTemuan], s: SaringanTemuan) -> list[ButirTemuan]:
    """Those that match, whether explained or not."""
    kata = lipat(s.cari).split()
    return [b for b in butir if _cocok(b, s) and (not kata or _bernama(b, kata))]


def urutkan(butir: Sequence[ButirTemuan], kelompok: Kelompok) -> list[ButirTemuan]:
    """The order of the groups: units as they are stored, or rules as they are registered."""
    if kelompok is Kelompok.UPP:
        return list(butir)
    urutan = {id_: i for i, id_ in enumerate(ATURAN)}
    return sorted(butir, key=lambda b: urutan[b.aturan])


def kelompokkan(
    butir: Sequence[ButirTemuan], kelompok: Kelompok, semua: Sequence[ButirTemuan] | None = None
) -> tuple[KelompokTemuan, ...]:
    """The findings in their groups. `semua`: the findings that are counted, where `butir` is only a part of them."""
    milik, dihitung = _kumpulkan(butir, kelompok), _kumpulkan(butir if semua is None else semua, kelompok)
    return tuple(
        KelompokTemuan(
            kunci=kunci,
            judul=isi[0].unit if kelompok is Kelompok.UPP else isi[0].judul,
            uraian="" if kelompok is Kelompok.UPP else isi[0].uraian,
            jumlah=hitung_tingkat(b.temuan for b in dihitung[kunci]),
            butir=tuple(isi),
        )
        for kunci, isi in milik.items()
    )


def sebutan_bidang(bidang: str) -> str:
    """The field as people say it: "Jumlah responden", "Waktu penyelesaian", "Riwayat 2020"."""
    return huruf_kapital_awal(" ".join(_sebutan_bagian(bagian) for bagian in bidang.split(":")))


def dengan_koma(teks: str | None) -> str:
    """A printed figure with a decimal comma; any other text as it is."""
    teks = teks or ""
    return teks.replace(".", ",") if _ANGKA.fullmatch(teks) else teks


def _sebutan_bagian(kode: str) -> str:
    kata = _UNSUR.get(kode) or _BIDANG.get(kode)
    return kata or " ".join(_BIDANG.get(satu, satu) for satu in kode.split("_"))


def _butir(t: Temuan, nama: Mapping[int, str], penjelasan: Penjelasan | None, untuk_unit: bool) -> ButirTemuan:
    aturan = ATURAN[t.aturan]
    return ButirTemuan(
        temuan=t,
        aturan=t.aturan,
        judul=aturan.judul,
        uraian=aturan.penjelasan,
        unit=INSTANSI if t.upp_id is None else nama[t.upp_id],
        kalimat=t.untuk_unit if untuk_unit else t.kalimat,
        bidang=sebutan_bidang(t.bidang),
        tercetak=dengan_koma(t.tercetak),
        seharusnya=dengan_koma(t.seharusnya),
        penjelasan=penjelasan,
    )


def _cocok(b: ButirTemuan, s: SaringanTemuan) -> bool:
    return (
        s.tingkat in (None, b.temuan.tingkat)
        and s.aturan in ("", b.aturan)
        and s.periode in (None, b.temuan.periode)
        and (s.keadaan is Keadaan.SEMUA or (b.penjelasan is not None) is (s.keadaan is Keadaan.SUDAH))
    )


def _bernama(b: ButirTemuan, kata: Sequence[str]) -> bool:
    nama = lipat(b.unit)
    return all(satu in nama for satu in kata)


def _kumpulkan(butir: Iterable[ButirTemuan], kelompok: Kelompok) -> dict[str, list[ButirTemuan]]:
    hasil: dict[str, list[ButirTemuan]] = {}
    for b in butir:
        hasil.setdefault(str(b.temuan.upp_id) if kelompok is Kelompok.UPP else b.aturan, []).append(b)
    return hasil
