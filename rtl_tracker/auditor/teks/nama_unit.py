"""Which unit a text names: full names, their usual abbreviations, the instansi itself, and units the facts do not know."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp

_JENIS_UNIT = (
    r"Dinas|Badan|Kecamatan|Kec\.|Kelurahan|Kel\.|Desa|UPTD?|UPTB|Puskesmas|RSUD|Rumah Sakit|Bagian|Biro|"
    r"Inspektorat|Satuan|Kantor|Sekretariat|"
    r"Kabupaten|Kota|Provinsi|Pemkab|Pemkot|Disdukcapil|Dinkes|Satpol|BKD|BKPSDM|DPMPTSP|Dispendukcapil|Bappeda|Bapenda|Balai"
)
_ASING = re.compile(
    rf"\b(?:{_JENIS_UNIT})\b(?:[ -]+(?!(?:{_JENIS_UNIT})\b)[A-Z][\w.]*| (?:dan|serta) (?=[A-Z])|, (?=[A-Z][a-z]+ dan [A-Z]))*"
)
_PERAN_LAIN = re.compile(
    r"\W*(?:telah|sudah|akan|wajib|perlu|harus|selaku|sebagai|bersama)?\W*(?:me(?:mverifikasi|ndampingi|"
    r"meriksa|nggabungkan|mbina|ngoordinasi\w*|mantau|nyusun laporan|"
    r"mfasilitasi|ngevaluasi|rekapitulasi)|pembina|penyusun|koordinator)\b",
    re.IGNORECASE,
)
_TEMPAT = re.compile(
    r"(?:\b(?:di|se|masyarakat|warga|penduduk|lingkungan|wilayah|Bupati|Wali ?kota|Gubernur|lingkup|ibu ?kota|"
    r"Daerah|Setda|pada|seluruh|UPP|unit)\W+|-)"
    r"(?:lingkungan|lingkup|wilayah)?\s*$",
    re.IGNORECASE,
)
_KATA_TINGKAT = (
    r"(?:(?:IKM|NRR|indeks|nilai|rata-rata|tingkat|unsur|prioritas|SKM|konversi|capaian)\s+)"
    r"(?P<k>instansi|kabupaten|kota|provinsi|nasional|pemerintah daerah|pemda)\b(?-i:(?!\s+[A-Z]))"
)
_TAK_DISINGKAT = {"dan", "serta", "di", "pada", "untuk"}


@dataclass(frozen=True, slots=True)
class SebutUnit:
    """A unit named in a text; `upp_id` None = the instansi. `dikenal` False = a unit of which the facts know nothing."""

    awal: int
    akhir: int
    upp_id: int | None
    dikenal: bool = True


@dataclass(frozen=True)
class DaftarNama:
    """Names of all units and of the instansi, ready to be looked for.

    `instansi_dikenal` False = facts of one unit alone: of the instansi nothing is known.
    """

    upp: tuple[Upp, ...]
    instansi: str
    instansi_dikenal: bool = True
    _pola: re.Pattern[str] = field(init=False, repr=False)
    _singkatan: re.Pattern[str] | None = field(init=False, repr=False)
    _milik: dict[str, int | None] = field(init=False, repr=False)
    _milik_singkatan: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        milik: dict[str, int | None] = {}
        for unit in self.upp:
            for nama in _sebutan(unit.nama):
                milik.setdefault(lipat(nama), unit.id)
        milik |= {lipat(nama): None for nama in _sebutan_instansi(self.instansi)}
        singkatan = _singkatan(self.upp)
        susun = "|".join(sorted((_pola_nama(kunci) for kunci in milik if kunci), key=len, reverse=True))
        object.__setattr__(self, "_milik", milik)
        object.__setattr__(self, "_milik_singkatan", singkatan)
        object.__setattr__(self, "_pola", re.compile(rf"(?<!\w)(?:{susun or '(?!)'}|{_KATA_TINGKAT})(?!\w)", re.IGNORECASE))
        pendek = "|".join(sorted(map(re.escape, singkatan), key=len, reverse=True))
        object.__setattr__(self, "_singkatan", re.compile(rf"(?<!\w)(?:{pendek})(?!\w)") if pendek else None)

    def cari(self, teks: str) -> list[SebutUnit]:
        """The units that a sentence speaks of, in order; who only checks others is none, nor is a place ("di Kabupaten X")."""
        temu = list(self._tersimpan(teks))
        isi = [False] * (len(teks) + 1)
        for satu in temu:
            isi[satu.awal : satu.akhir] = [True] * (satu.akhir - satu.awal)
        for cocok in _ASING.finditer(teks):
            if not any(isi[cocok.start() : cocok.end()]) and " " in cocok.group():
                temu.append(SebutUnit(cocok.start(), cocok.end(), None, False))
        urut = sorted(temu, key=lambda s: s.awal)
        return [s for i, s in enumerate(urut) if not _bukan_pelaku(teks, s, urut[i - 1] if i else None)]

    def _tersimpan(self, teks: str) -> Iterator[SebutUnit]:
        for cocok in self._pola.finditer(teks):
            awal = cocok.start("k") if cocok["k"] else cocok.start()
            if cocok["k"]:
                yield SebutUnit(awal, cocok.end(), None, self._setingkat(cocok["k"].casefold()))
            elif teks[awal].isupper():
                upp_id = self._milik[lipat(cocok.group())]
                yield SebutUnit(awal, cocok.end(), upp_id, upp_id is not None or self.instansi_dikenal)
        if self._singkatan is not None:
            for cocok in self._singkatan.finditer(teks):
                yield SebutUnit(cocok.start(), cocok.end(), self._milik_singkatan[cocok.group()])

    def _setingkat(self, kata: str) -> bool:
        """Whether "rata-rata provinsi" is the instansi's own: only of a provinsi."""
        sendiri = kata in self.instansi.casefold() if kata in ("kabupaten", "kota", "provinsi") else kata != "nasional"
        return sendiri and self.instansi_dikenal


def _bukan_pelaku(teks: str, sebut: SebutUnit, sebelum: SebutUnit | None) -> bool:
    """Whether the name is only a place, part of the name before it, or somebody who checks others."""
    if sebut.upp_id is None and sebelum is not None and re.fullmatch(r"[\s,(]*", teks[sebelum.akhir : sebut.awal]):
        return True
    if _PERAN_LAIN.match(teks, sebut.akhir):
        return True
    return sebut.upp_id is None and sebut.dikenal and _TEMPAT.search(teks[: sebut.awal][-40:]) is not None


def _sebutan(nama: str) -> Iterable[str]:
    """The name, and how people also write it: "Kantor Camat Ledo", "Kec. Ledo", an UPTD without its prefix."""
    yield nama
    if nama.startswith("Kecamatan "):
        inti = nama.removeprefix("Kecamatan ")
        yield from (f"Kantor Camat {inti}", f"Kantor Kecamatan {inti}", f"Kec {inti}", f"Camat {inti}")
    if nama.startswith("Kelurahan "):
        inti = nama.removeprefix("Kelurahan ")
        yield from (f"Kantor Lurah {inti}", f"Kantor Kelurahan {inti}", f"Kel {inti}")
    tanpa = re.sub(r"^(?:UPTD?|UPTB)\W+", "", nama)
    if tanpa != nama and len(tanpa.split()) > 1:
        yield tanpa


def _sebutan_instansi(nama: str) -> Iterable[str]:
    if not nama:
        return
    yield nama
    inti = re.sub(r"^Pemerintah (?:Daerah )?", "", nama)
    yield from (inti, f"Pemerintah {inti}", f"Pemerintah Daerah {inti}", f"Pemda {inti}")
    for panjang, pendek in (("Kabupaten ", "Pemkab "), ("Kota ", "Pemkot "), ("Provinsi ", "Pemprov ")):
        if inti.startswith(panjang):
            yield f"{pendek}{inti.removeprefix(panjang)}"


def _pola_nama(kunci: str) -> str:
    return r"\W{1,6}".join(re.escape(kata) for kata in kunci.split())


def _singkatan(upp: Iterable[Upp]) -> dict[str, int]:
    """Abbreviations as stored, and initials of names of four words or more where only one unit has them."""
    calon: dict[str, set[int]] = {}
    for unit in upp:
        if len(unit.singkatan) > 2:
            calon.setdefault(unit.singkatan, set()).add(unit.id)
        for nama in _sebutan(unit.nama):
            huruf = "".join(kata[0].upper() for kata in re.findall(r"\w+", nama) if kata.casefold() not in _TAK_DISINGKAT)
            if len(huruf) > 3:
                calon.setdefault(huruf, set()).add(unit.id)
    return {singkatan: next(iter(milik)) for singkatan, milik in calon.items() if len(milik) == 1}
