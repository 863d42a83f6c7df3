"""Find the header row of a sheet and what each of its columns is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rtl_tracker.domain.unsur import Unsur, UrutanUnsur, kenali_unsur, lipat, unsur_dari_nama, urutan_unsur
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.masalah import Catatan
from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, satu_baris
from rtl_tracker.spreadsheets.skema import Skema, lipat_judul

BARIS_DICARI = 20
KALIMAT_URUTAN = (
    "'{judul}' tidak menyebut nama unsur, sedangkan urutan U8 dan U9 belum dinyatakan. Nyatakan urutan_unsur pada lembar "
    "instansi atau saat mengimpor: permenpan (U8 pengaduan, U9 sarana prasarana) atau kuesioner (U8 sarana prasarana, "
    "U9 pengaduan). Kepala kolom boleh juga diganti dengan nama unsurnya."
)
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
_KODE = re.compile(r"(?:u|unsur) ?([1-9])\b")
_MIRIP_KODE = re.compile(r"(?:u|unsur) ?[0-9]+\b")
_KONVERSI = re.compile(r"(?i)konversi")
_KATA_NILAI = frozenset({"nrr", "nilai", "rata", "rerata", "per"})
KATA_PRIBADI = frozenset({
    "nama", "nik", "ktp", "npwp", "nip", "hp", "handphone", "ponsel", "telepon", "telp", "tlp", "whatsapp", "wa", "email", "mail",
    "surel", "alamat", "lahir", "ttd", "paraf", "facebook", "instagram", "ip",
})  # fmt: skip

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Kepala:
    """What the columns of a sheet are: position by name, by unsur (NRR or plain) and by unsur headed `konversi`."""

    indeks: int
    nomor: int
    kolom: dict[str, int] = field(default_factory=dict)
    unsur: dict[Unsur, int] = field(default_factory=dict)
    konversi: dict[Unsur, int] = field(default_factory=dict)
    judul: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KodeUnsur:
    """An unsur named by its number only (U8), which needs a declared order for 8 and 9."""

    nomor: int

    def unsur(self, urutan: UrutanUnsur | None) -> Unsur | None:
        """The unsur; None when its place depends on an order that nobody has declared."""
        if urutan is None and self.nomor >= 8:
            return None
        return urutan_unsur(urutan or UrutanUnsur.PERMENPAN)[self.nomor - 1]


def uraikan_unsur(label: str) -> Unsur | KodeUnsur | None:
    """The unsur a label names ("Persyaratan", "U8 (Sarpras)", "NRR prosedur"), or its bare number; a name beats a number."""
    calon = [_urai(lipat(teks)) for teks in (label, _DALAM_KURUNG.sub(" ", label))]
    bernama = next((c for c in calon if isinstance(c, Unsur)), None)
    return bernama or next((c for c in calon if c is not None), None)


def _urai(terlipat: str) -> Unsur | KodeUnsur | None:
    langsung = unsur_dari_nama(terlipat)
    if langsung is not None:
        return langsung
    inti = " ".join(kata for kata in terlipat.split() if kata not in _KATA_NILAI)
    kode = _KODE.match(inti)
    if kode is None:
        return unsur_dari_nama(inti.removeprefix("unsur "))
    sisa = inti[kode.end() :].strip()
    return kenali_unsur(sisa) if sisa else KodeUnsur(int(kode[1]))


def cari_kepala(skema: Skema, kisi: Kisi) -> int:
    """Index of the header row: the first of the upper rows that holds all required columns, else the one that holds most."""
    terbaik, indeks = 0, 0
    for i, (nomor, baris) in enumerate(zip(kisi.nomor, kisi.baris, strict=True)):
        if nomor > max(BARIS_DICARI, kisi.nomor[0]):
            break
        dikenal = {skema.dikenal[kunci] for judul in _judul_baris(baris) if (kunci := _kunci(skema, judul))}
        unsur = sum(uraikan_unsur(judul) is not None for judul in _judul_baris(baris)) if skema.unsur != "tidak" else 0
        if dikenal.issuperset(skema.wajib) and (skema.unsur != "wajib" or unsur >= len(Unsur)):
            return i
        if len(dikenal) + unsur > terbaik:
            terbaik, indeks = len(dikenal) + unsur, i
    return indeks


def baca_kepala(skema: Skema, kisi: Kisi, urutan: UrutanUnsur | None, catatan: Catatan) -> Kepala | None:
    """The columns of the sheet; None (with galat) when required ones are missing or one stands twice."""
    indeks = cari_kepala(skema, kisi)
    kepala = Kepala(indeks, kisi.nomor[indeks])
    pembaca = _PembacaKepala(skema, kepala, urutan, catatan)
    for posisi, judul in enumerate(_judul_baris(kisi.baris[indeks])):
        if judul:
            pembaca.tambah(posisi, judul)
    return kepala if pembaca.selesai() else None


class _PembacaKepala:
    """Puts the headers of one row into a Kepala and notes what is wrong with them."""

    def __init__(self, skema: Skema, kepala: Kepala, urutan: UrutanUnsur | None, catatan: Catatan) -> None:
        self.skema, self.kepala, self.urutan, self.catatan = skema, kepala, urutan, catatan
        self.asing: list[str] = []
        self.pribadi: list[str] = []
        self.sah = True

    def tambah(self, posisi: int, judul: str) -> None:
        self.kepala.judul[posisi] = judul
        kunci = _kunci(self.skema, judul)
        if kunci:
            self._taruh(self.kepala.kolom, self.skema.dikenal[kunci], posisi, judul)
        elif not self._tambah_unsur(posisi, judul):
            if self.skema.buang_pribadi and KATA_PRIBADI.intersection(lipat(judul).split()):
                self.pribadi.append(judul)
            elif lipat_judul(judul) not in ("no", "nomor"):
                self.asing.append(judul)

    def selesai(self) -> bool:
        hilang = [nama for nama in self.skema.wajib if nama not in self.kepala.kolom]
        for nama in hilang:
            self._tolak(nama, f"Kolom wajib '{nama}' tidak ada pada lembar '{self.skema.nama}'. Tambahkan kolom itu.")
        if self.skema.unsur == "wajib" and not hilang:
            self._periksa_unsur_lengkap()
        self._beri_tahu()
        return self.sah

    def _tambah_unsur(self, posisi: int, judul: str) -> bool:
        if self.skema.unsur == "tidak":
            return False
        konversi = "konversi" in lipat(judul).split()
        sebutan = _KONVERSI.sub(" ", judul) if konversi else judul
        dikenali = uraikan_unsur(sebutan)
        unsur = dikenali.unsur(self.urutan) if isinstance(dikenali, KodeUnsur) else dikenali
        if unsur is not None:
            self._taruh(self.kepala.konversi if konversi else self.kepala.unsur, unsur, posisi, judul)
        elif dikenali is not None:
            self._tolak(judul, "Kolom " + KALIMAT_URUTAN.format(judul=judul))
        elif _MIRIP_KODE.match(lipat(sebutan)) or (konversi and not _KATA_NILAI.issuperset(lipat(sebutan).split())):
            nama = ", ".join(u.value for u in Unsur)
            self._tolak(
                judul, f"Kolom '{judul}' menyebut unsur yang tidak dikenal. Unsur yang dikenal: {nama}, atau U1 sampai U9."
            )
        else:
            return False
        return True

    def _taruh(self, tujuan: dict[K, int], kunci: K, posisi: int, judul: str) -> None:
        if kunci in tujuan:
            lain = self.kepala.judul[tujuan[kunci]]
            self._tolak(judul, f"Kolom '{kunci}' ada dua kali: '{lain}' dan '{judul}'. Sisakan satu.")
        else:
            tujuan[kunci] = posisi

    def _periksa_unsur_lengkap(self) -> None:
        hilang = [unsur.value for unsur in Unsur if unsur not in self.kepala.unsur]
        if hilang and self.sah:
            self._tolak(None, f"Kolom unsur berikut tidak ada: {', '.join(hilang)}. Kesembilan unsur wajib mempunyai kolom.")

    def _beri_tahu(self) -> None:
        if self.asing:
            daftar = ", ".join(f"'{judul}'" for judul in self.asing)
            self.catatan.peringatan(
                self.skema.nama, self.kepala.nomor, None, None, f"Kolom berikut tidak dikenal dan tidak dibaca: {daftar}."
            )
        if self.pribadi:
            daftar = ", ".join(f"'{judul}'" for judul in self.pribadi)
            kalimat = f"Kolom data pribadi responden dibuang dan tidak disimpan: {daftar}."
            self.catatan.info(self.skema.nama, self.kepala.nomor, None, None, kalimat)

    def _tolak(self, kolom: str | None, kalimat: str) -> None:
        self.sah = False
        self.catatan.galat(self.skema.nama, self.kepala.nomor, kolom, None, kalimat)


def _judul_baris(baris: Sequence[Sel]) -> list[str]:
    return [_judul(sel) for sel in baris]


def _judul(sel: Sel) -> str:
    try:
        return satu_baris(sel)
    except NilaiSalah:
        return ""


def _kunci(skema: Skema, judul: str) -> str | None:
    """The folded header if the sheet knows it, with or without what stands in brackets ("jumlah responden (orang)")."""
    for calon in (judul, _DALAM_KURUNG.sub(" ", judul)):
        kunci = lipat_judul(calon)
        if kunci in skema.dikenal:
            return kunci
    return None
