"""Which unsur or units a sentence names as the lowest, the highest, a priority, or at a rank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rtl_tracker.auditor.teks.ikatan import Bertempat, klausa
from rtl_tracker.auditor.teks.konteks import berandai
from rtl_tracker.auditor.teks.nama_unit import SebutUnit
from rtl_tracker.auditor.teks.pengenal import SebutUnsur, Uraian

_KATA = re.compile(
    r"\b(?:(?P<rendah>terendah(?:nya)?|paling rendah|terlemah|paling lemah|terburuk)|"
    r"(?P<tinggi>tertinggi(?:nya)?|paling tinggi|terkuat|paling kuat|terbaik)|"
    r"(?P<prioritas>prioritas))\b|\b(?:nilai|NRR|IKM|indeks|skor)\s+(?:(?P<kecil>terkecil)|(?P<besar>terbesar))\b",
    re.IGNORECASE,
)
_PERINGKAT = re.compile(
    r"\b(?:peringkat|urutan|posisi|ranking|rangking)\s+(?:ke-?\s*)?(?P<n>\d+|pertama|kedua|ketiga|keempat|"
    r"kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|terakhir)\b(?P<bawah>\s+terendah)?",
    re.IGNORECASE,
)
_URUTAN = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh")
_BILANGAN = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BENDA = r"(?:unsur(?:-unsur)?|aspek|indikator|UPP|OPD|OPP|unit|kecamatan|dinas|badan|kelurahan|puskesmas)"
_KATA_JUMLAH = "|".join(_BILANGAN)
_JUMLAH = re.compile(
    rf"(?:(?P<digit>\d)\s*(?:\([a-z]+\))?|\b(?:ke)?(?P<kata>{_KATA_JUMLAH}))\s+{_BENDA}\b[^.,;:]{{0,40}}$", re.IGNORECASE
)
_UMUM = re.compile(
    r"(?:\b(?:setiap|tiap|sebagian besar|beberapa|banyak|masing-masing|semua|seluruh)\s+|"
    r"\d[\d.]*(?:\s*\([a-z ]+\))?(?:\s+dari\s+\d+)?\s+)(?:UPP|OPD|OPP|unit|perangkat)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SERING = re.compile(r"\bpaling (?:sering|banyak|kerap)\b[^.;]{0,30}$|\bsering(?:kali)?\b[^.;]{0,20}$", re.IGNORECASE)
_BUKAN = re.compile(
    r"\b(?:dari(?:\s+(?:yang|nilai|IKM|urutan))?|diurutkan|urut|kenaikan|penurunan|peningkatan|selisih|"
    r"persentase|jumlah|responden|skala|pendidikan|saran|keluhan|pangkat|jabatan|"
    r"hubungan|korelasi|realisasi|perubahan|batas|bobot|nilai persepsi|tingkat|menjadi)\s*$",
    re.IGNORECASE,
)
_SAMBUNG = re.compile(
    r"(?:\s|\(|·|:|=|\"|“|\b(?:adalah|yaitu|yakni|ialah|pada|terdapat|berada|terletak|diperoleh|diraih|"
    r"dicapai|didapat(?:kan)?|dimiliki|ditempati|diberikan|ditunjukkan|terjadi|jatuh|oleh|unsur|"
    r"aspek|indikator|nilai|dengan|sebesar|NRR|konversi|IKM|indeks|rata-rata|pelayanan|layanan|instansi|"
    r"antara|lain|masing-masing|merupakan|secara|berturut-turut|di|untuk|nya|unit|UPP|OPD|"
    r"perbaikan|utama|tersebut|kinerja|mutu|skor|yang|se|tahun|ini|meliputi|mencakup|kategori|adapun|dan mutu|"
    r"dalam|survei|SKM|hasil)\b|,?\s*dari\s+(?:nilai\s+|yang\s+)?(?:terendah|tertinggi)(?:\s+(?:ke|hingga|"
    r"sampai)\s+\w+)?\s*,?|,\s*(?=\b(?:yaitu|yakni|adalah|ialah|masing-masing)\b))*",
    re.IGNORECASE,
)
_SEBELUM = re.compile(
    r"(?:\s|\(|\)|·|\b(?:memperoleh|mendapat(?:kan)?|memiliki|mempunyai|merupakan|menjadi|adalah|nilai|unsur|"
    r"aspek|indikator|dengan|yang|sebagai|NRR|IKM|indeks|rata-rata|sebesar|mencatat(?:kan)?|"
    r"meraih|mencapai|menempati|masih|posisi|UPP|unit|OPD|skor|konversi|kecamatan|dinas|badan|pelayanan|"
    r"kinerja|mutu|berada|pada|di|tahun|ini|juga|hasil|satu|dua|tiga|empat|lima|kedua|ketiga|"
    r"salah|termasuk|dalam|dari|sama-sama|urutan|peringkat|capaian|perbaikan)\b)*",
    re.IGNORECASE,
)
_DAFTAR = re.compile(
    r"(?:\s|,|;|/|·|&|:|\"|”|“|\b(?:dan|serta|kemudian|lalu|diikuti|disusul|oleh|unsur|aspek|dengan|nilai|"
    r"sebesar|NRR|konversi|IKM|masing-masing|mutu|kategori|atau)\b|\([^()]*\))*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Peran:
    """A claim: `sebut` are named as the lowest (`rendah`), the highest, or a priority.

    `jumlah` = "tiga unsur terendah"; `urutan` = a rank; `sebagian`: only some of them are named on purpose; `sering`: how often
    they are so in units. `benda` is the word before ("kecamatan dengan IKM tertinggi").
    """

    awal: int
    akhir: int
    rendah: bool
    prioritas: bool
    sebut: tuple[SebutUnsur, ...] | tuple[SebutUnit, ...]
    jumlah: int | None = None
    urutan: int | None = None
    sebagian: bool = False
    sering: bool = False
    benda: str = ""

    @property
    def tentang_unsur(self) -> bool:
        """Whether unsur are named, not units."""
        return isinstance(self.sebut[0], SebutUnsur)


def cari_peran(u: Uraian) -> Iterator[Peran]:
    """The claims of a sentence; suppositions and what is said of every unit are none."""
    tanpa_nama = _tutup(u, u.unit)
    for cocok in _KATA.finditer(u.teks):
        awal, akhir = cocok.span(cocok.lastgroup or 0)
        awal_klausa = klausa(u, awal)[0]
        depan = tanpa_nama[awal_klausa:awal]
        sering = _SERING.search(depan) is not None
        if (_BUKAN.search(depan) and not (sering or cocok["prioritas"])) or _UMUM.search(depan) or berandai(u, awal):
            continue
        if cocok["prioritas"] and not re.search(r"\bunsur\b", u.teks, re.IGNORECASE):
            continue
        sebut = _pilih(u, awal, akhir, depan)
        if not sebut:
            continue
        jumlah = _JUMLAH.search(depan)
        n = (
            None
            if jumlah is None
            else int(jumlah["digit"])
            if jumlah["digit"]
            else _BILANGAN.index(jumlah["kata"].casefold()) + 1
        )
        urutan = re.match(r"\s+(kedua|ketiga|keempat|kelima)\b", u.teks[akhir:], re.IGNORECASE)
        sebagian = re.search(
            r"\b(?:salah satu|termasuk|antara lain|di antaranya|di antara)\b",
            u.teks[awal_klausa : max(akhir, sebut[0].akhir)],
            re.IGNORECASE,
        )
        yield Peran(
            awal, akhir, cocok.lastgroup in ("rendah", "prioritas", "kecil"), cocok.lastgroup == "prioritas", sebut, n,
            None if urutan is None else _URUTAN.index(urutan.group(1).casefold()) + 1, sebagian is not None, sering, depan,
        )  # fmt: skip
    yield from _peringkat(u)


def _peringkat(u: Uraian) -> Iterator[Peran]:
    for cocok in _PERINGKAT.finditer(u.teks):
        depan = _tutup(u, u.unit)[klausa(u, cocok.start())[0] : cocok.start()]
        sebut = _pilih(u, cocok.start(), cocok.end(), depan)
        if sebut and not berandai(u, cocok.start()) and cocok["n"].casefold() != "terakhir":
            n = int(cocok["n"]) if cocok["n"].isdigit() else _URUTAN.index(cocok["n"].casefold()) + 1
            if sebut[0].awal > cocok.start():
                sebut = sebut[:1]
            yield Peran(*cocok.span(), bool(cocok["bawah"]), False, sebut, urutan=n, benda=depan)


def _pilih(u: Uraian, awal: int, akhir: int, depan: str) -> tuple[SebutUnsur, ...] | tuple[SebutUnit, ...]:
    """The unsur or the units that have the role: those named behind it, else those before it."""
    frasa = re.split(r"[,;:(]", depan)[-1]
    unit_disebut = re.search(r"\b(?:UPP|OPD|OPP|unit|IKM|indeks|kecamatan|dinas|badan|perangkat)\b", frasa, re.IGNORECASE)
    unsur_disebut = re.search(r"\b(?:unsur|aspek|indikator|NRR)\b", frasa, re.IGNORECASE)
    unsur, unit = _jajaran(u, awal, akhir, u.unsur, u.unit), _jajaran(u, awal, akhir, u.unit, ())
    if unit_disebut and not unsur_disebut and unit:
        return tuple(unit)
    if unsur:
        return tuple(unsur)
    return () if unsur_disebut and not re.search(r"\b(?:IKM|indeks)\b", frasa, re.IGNORECASE) else tuple(unit)


def _jajaran(
    u: Uraian, awal: int, akhir: int, sebut: Sequence[SebutUnsur] | Sequence[SebutUnit], lain: Sequence[Bertempat]
) -> list:  # type: ignore[type-arg]
    """The list of names tied to a role; names of the other kind may stand in between."""
    teks = _tutup(u, lain)
    sesudah = [s for s in sebut if s.awal >= akhir]
    if sesudah and _SAMBUNG.fullmatch(teks, akhir, sesudah[0].awal):
        hasil = [sesudah[0]]
        for satu in sesudah[1:]:
            if not _DAFTAR.fullmatch(teks, hasil[-1].akhir, satu.awal) or _KATA.search(teks, hasil[-1].akhir, satu.awal):
                break
            hasil.append(satu)
        return hasil
    sebelum = [s for s in sebut if s.akhir <= awal]
    if sebelum and _SEBELUM.fullmatch(teks, sebelum[-1].akhir, awal):
        hasil = [sebelum[-1]]
        for satu in reversed(sebelum[:-1]):
            if not _DAFTAR.fullmatch(teks, satu.akhir, hasil[0].awal):
                break
            hasil.insert(0, satu)
        return hasil
    return []


def _tutup(u: Uraian, lain: Sequence[Bertempat]) -> str:
    """The sentence with numbers, classes, years and names of the other kind blanked."""
    teks = u.teks
    tertutup: tuple[Bertempat, ...] = (*u.waktu, *u.kelas, *lain)
    for satu in tertutup:
        teks = teks[: satu.awal] + " " * (satu.akhir - satu.awal) + teks[satu.akhir :]
    for angka in u.angka:
        teks = teks[: angka.awal] + " " * (angka.selesai - angka.awal) + teks[angka.selesai :]
    return teks
