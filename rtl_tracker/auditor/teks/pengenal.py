"""What a sentence names: numbers, classes, unsur, years and periods, each with its place (spec 4, TEKS-01 to -04)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rtl_tracker.auditor.teks.kalimat import Kalimat
from rtl_tracker.auditor.teks.nama_unit import DaftarNama, SebutUnit
from rtl_tracker.auditor.teks.terbilang import POLA_TERBILANG, baca_terbilang
from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode, baca_periode
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur, urutan_unsur

_ANGKA = re.compile(
    rf"(?<![\w,/])(?<!\w\.)(?P<tanda>[-+±]\s?)?(?P<teks>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\w|/\d|[.,]\d)"
    rf"(?P<huruf>\s*\(\s*(?P<kata>{POLA_TERBILANG})\s*\))?(?P<persen>\s*(?:%|persen\b))?",
    re.IGNORECASE,
)
_KATA_ANGKA = re.compile(
    rf"(?<!\w)(?<!-)(?P<kata>{POLA_TERBILANG})(?=\s+(?:\w+\s+)?(?:UPP|OPP|OPD|unit|responden|perangkat|RTL)\b)", re.IGNORECASE
)
_TAHUN = re.compile(
    r"(?<![\d.,/\w])(?:19|20)\d\d(?![\d/\w]|[.,]\d)(?!\s*(?:\([a-z ]+\)\s*)?(?:responden|orang|kuesioner|lembar|UPP|RTL)\b)"
)
_PERIODE = re.compile(
    r"\b(?:Triwulan|Semester|TW|Smt\.?|Sem\.?|Kuartal)[\s-]*(?:ke-?)?\s*(?:IV|I{1,3}|[1-4]|pertama|kedua|ketiga|keempat)\b",
    re.IGNORECASE,
)
_TAHUN_LALU = re.compile(r"\btahun\s+(?:yang\s+)?(?:lalu|sebelumnya)\b|\bsetahun sebelumnya\b", re.IGNORECASE)
_TAHUN_INI = re.compile(r"\b(?:tahun\s+ini|kini|sekarang|saat\s+ini)\b", re.IGNORECASE)
_KATA_KELAS = {"sangat baik": Mutu.A, "baik": Mutu.B, "kurang baik": Mutu.C, "tidak baik": Mutu.D}
_KATA = r"(?:(?i:sangat|kurang|tidak)\s+)?(?i:baik)"
_KATA_KAPITAL = r"(?:(?:Sangat|SANGAT|Kurang|KURANG|Tidak|TIDAK)\s+(?:Baik|BAIK)|Baik|BAIK)"
_ISYARAT = (
    r"(?i:\b(?:ber)?(?:mutu|kategori|predikat|kinerja|klasifikasi|kualifikasi|kriteria|grade|peringkat mutu)(?:-?nya)?\b"
    r"(?:\s+(?:mutu|pelayanan|layanan|publik|unit|kinerja|penilaian|hasil|IKM|SKM|instansi|nilai))*|"
    r"\b(?:tergolong|dinyatakan|bernilai|dinilai)\b)"
)
_SAMBUNG = (
    r"(?i:\s*(?::|=|adalah|yaitu|yakni|ialah|dengan|huruf|nilai|di|pada|tetap|menjadi|masih|sudah|dalam|"
    r"dapat|akan|bisa|mampu|mencapai|meraih|naik|meningkat|ke|"
    r"kategori|mutu|predikat|termasuk|berada)\b|\s*[:=·])*\s*[\"“”'‘(]?\s*"
)
_KELAS = tuple(
    re.compile(pola)
    for pola in (
        rf"{_ISYARAT}{_SAMBUNG}(?P<syarat>(?i:di bawah|di atas|minimal|"
        rf"paling rendah)\s+)?(?P<nilai>(?P<huruf>[A-D])\b(?!\.\d)(?:[\"”’]?\s*[(,/–-]\s*[\"“]?(?P<kata>{_KATA})\b)?)",
        rf"(?i:\b(?:ber)?(?:kategori|predikat)(?:-?nya)?)\s*(?i:adalah|:|"
        rf"=)?\s*[\"“(]?\s*(?P<nilai>(?P<kata>{_KATA})\b(?:[\"”]?\s*(?:\(|/)\s*(?P<huruf>[A-D])\b)?)",
        rf"{_ISYARAT}{_SAMBUNG}(?P<syarat>(?i:di bawah|"
        rf"di atas)\s+)?(?P<nilai>(?P<kata>{_KATA_KAPITAL})\b(?:[\"”]?\s*(?:\(|/)\s*(?P<huruf>[A-D])\b)?)",
        rf"\b(?P<nilai>(?P<huruf>[A-D])\s*(?:\(|,|/|=)\s*[\"“]?(?P<kata>{_KATA})\b)",
        rf"\b(?P<nilai>(?P<kata>{_KATA_KAPITAL})\s*(?:\(|/)\s*(?P<huruf>[A-D])\b)\)?",
        rf"\d[,.]\d+\s*(?:\(|;|/|–|-|,)\s*(?P<nilai>(?P<kata>{_KATA})|(?P<huruf>[A-D]))(?=\s*[);,.]|\s*$)",
        rf"(?<=[(\"“])(?P<nilai>(?P<kata>{_KATA_KAPITAL}))(?=[)\"”])",
    )
)
_GANDENGAN = re.compile(
    r"[)\"”]*\s*(?:(?:dan|atau|maupun|hingga|sampai|serta|dan/atau)\s+(?:(?i:ber)?(?i:mutu|kategori)\s+)?"
    rf"(?:(?P<kata>{_KATA_KAPITAL})|(?P<huruf>[A-D]))\b|(?i:ke (?P<arah>atas|bawah))\b)"
)
_NAMA_KUAT: dict[Unsur, str] = {
    Unsur.PERSYARATAN: r"kesesuaian persyaratan|persyaratan (?:pelayanan|layanan)",
    Unsur.PROSEDUR: (
        r"sistem,? mekanisme,?(?: dan)? prosedur|kemudahan prosedur|prosedur (?:pelayanan|layanan)|"
        r"sistem dan prosedur"
    ),
    Unsur.WAKTU: (
        r"(?:ketepatan |kecepatan )?waktu (?:penyelesaian|pelayanan|layanan)|jangka waktu|(?:ketepatan|"
        r"kecepatan) waktu|kecepatan pelayanan"
    ),
    Unsur.BIAYA: r"biaya ?/ ?tarif|biaya (?:atau|dan) tarif|kewajaran biaya|biaya pelayanan",
    Unsur.PRODUK: (
        r"produk,? spesifikasi(?: jenis)?(?: pe?layanan)?|kesesuaian produk(?: pe?layanan)?|"
        r"produk (?:pelayanan|layanan)|spesifikasi produk"
    ),
    Unsur.KOMPETENSI: r"kompetensi (?:pelaksana|petugas)|kemampuan petugas",
    Unsur.PERILAKU: (
        r"(?:sikap )?p[er]{1,2}ilaku (?:pelaksana|petugas)(?: layanan| pelayanan)?|"
        r"kesopanan dan keramahan(?: petugas)?|sikap perilaku"
    ),
    Unsur.PENGADUAN: r"penanganan pengaduan(?:,? (?:saran|dan)(?:,? (?:saran|dan|masukan))*)?|penanganan aduan",
    Unsur.SARPRAS: r"(?:kualitas )?sarana(?: dan |,? ?)?prasarana|sarpras",
}
_NAMA_LEMAH: dict[Unsur, str] = {
    Unsur.PERSYARATAN: "persyaratan",
    Unsur.PROSEDUR: "prosedur",
    Unsur.WAKTU: "waktu",
    Unsur.BIAYA: "biaya|tarif",
    Unsur.PRODUK: "produk",
    Unsur.KOMPETENSI: "kompetensi",
    Unsur.PERILAKU: "perilaku",
    Unsur.PENGADUAN: "pengaduan|aduan",
    Unsur.SARPRAS: "sarana",
}
_UNSUR = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{u.value}_k>{pola})" for u, pola in _NAMA_KUAT.items())
    + "|"
    + "|".join(f"(?P<{u.value}_l>{pola})" for u, pola in _NAMA_LEMAH.items())
    + r"|U(?P<kode>[1-9]))(?:nya)?\b",
    re.IGNORECASE,
)
_DEPAN_UNSUR = re.compile(
    r"(?:\b(?:unsur|aspek|indikator|elemen|variabel)(?:\s+(?:pelayanan|terendah\w*|tertinggi\w*|adalah|"
    r"yaitu))*\s*|[;:\n(·]\s*)$",
    re.IGNORECASE,
)
_BELAKANG_UNSUR = re.compile(r"\s*(?:[;:,.()=\n]|dan\b|sebesar|dengan nilai|memperoleh|mendapat|bernilai|adalah|·|\d|$)")
_ANTARA_DAFTAR = re.compile(r"\s*(?:,|;|/|&|\bdan\b|\bserta\b|\bunsur\b|\([^()]*\)|\n|·|\s)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Angka:
    """A number: `nilai` by Indonesian reading, `lain` where "2.349" may also be a decimal point.

    `huruf` = (start, end, value) of its words; `selesai`: where it ends with its words and per cent sign.
    """

    awal: int
    akhir: int
    teks: str
    nilai: Decimal
    lain: Decimal | None = None
    tanda: str = ""
    persen: bool = False
    huruf: tuple[int, int, int | None] | None = None
    selesai: int = 0

    @property
    def bulat(self) -> bool:
        """Whether it can be a count."""
        return self.nilai == self.nilai.to_integral_value() and "," not in self.teks


@dataclass(frozen=True, slots=True)
class SebutKelas:
    """A class by letter, by words, or both. `syarat`: "bawah" or "atas" for "di bawah B", else ""."""

    awal: int
    akhir: int
    huruf: Mutu | None
    kata: Mutu | None
    syarat: str = ""

    @property
    def mutu(self) -> Mutu:
        """The class it names (the letter where both are given)."""
        return self.huruf or self.kata or Mutu.D


@dataclass(frozen=True, slots=True)
class SebutUnsur:
    """An unsur by name. `kuat` False = an everyday word ("waktu") that names an unsur only where the sentence calls for one."""

    awal: int
    akhir: int
    unsur: Unsur
    kuat: bool


@dataclass(frozen=True, slots=True)
class SebutWaktu:
    """A year or a period of measurement; "tahun lalu" and "tahun ini" are years as well."""

    awal: int
    akhir: int
    tahun: int | None = None
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class Uraian:
    """One sentence with all that was recognised in it; places are within `teks`, which begins at `awal` of the Naskah.

    In `teks` the names of units are blanked, so that no word of a name is taken for one of the sentence.
    """

    teks: str
    awal: int
    angka: tuple[Angka, ...]
    kelas: tuple[SebutKelas, ...]
    unsur: tuple[SebutUnsur, ...]
    unit: tuple[SebutUnit, ...]
    waktu: tuple[SebutWaktu, ...]


def uraikan(kalimat: Kalimat, nama: DaftarNama, urutan: UrutanUnsur, tahun: int) -> Uraian:
    """Recognise everything in a sentence of a report of `tahun`; nothing inside the name of a unit is a number or an unsur."""
    unit = nama.cari(kalimat.teks)
    sisa = _tutup(kalimat.teks, [(u.awal, u.akhir) for u in unit])
    waktu = sorted(_waktu(sisa, tahun), key=lambda w: w.awal)
    tanpa_waktu = _tutup(sisa, [(w.awal, w.akhir) for w in waktu])
    return Uraian(
        teks=sisa,
        awal=kalimat.awal,
        angka=tuple(_angka(tanpa_waktu)),
        kelas=tuple(_kelas(sisa)),
        unsur=tuple(_unsur(sisa, urutan)),
        unit=tuple(unit),
        waktu=tuple(waktu),
    )


def _tutup(teks: str, rentang: list[tuple[int, int]]) -> str:
    for awal, akhir in rentang:
        teks = teks[:awal] + "·" * (akhir - awal) + teks[akhir:]
    return teks


def _angka(teks: str) -> Iterator[Angka]:
    for cocok in _ANGKA.finditer(teks):
        digit = cocok["teks"]
        ribuan = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digit)
        nilai = Decimal(digit.replace(".", "").replace(",", ".") if ribuan or "," in digit else digit)
        lain = Decimal(digit) if ribuan and digit.count(".") == 1 and "," not in digit else None
        huruf = (cocok.start("kata"), cocok.end("kata"), baca_terbilang(cocok["kata"])) if cocok["kata"] else None
        tanda = (cocok["tanda"] or "").strip()
        yield Angka(*cocok.span("teks"), digit, nilai, lain, tanda, bool(cocok["persen"]), huruf, cocok.end())
    for cocok in _KATA_ANGKA.finditer(teks):
        nilai_kata = baca_terbilang(cocok["kata"])
        sebelum = teks[: cocok.start()].rstrip()
        if nilai_kata and nilai_kata > 1 and not re.search(r"(?:salah|ke-?|\()$", sebelum):
            yield Angka(*cocok.span("kata"), cocok["kata"], Decimal(nilai_kata), selesai=cocok.end())


def _waktu(teks: str, tahun: int) -> Iterator[SebutWaktu]:
    for cocok in _TAHUN.finditer(teks):
        yield SebutWaktu(*cocok.span(), tahun=int(cocok.group()))
    for pola, sebut in ((_TAHUN_LALU, tahun - 1), (_TAHUN_INI, tahun)):
        for cocok in pola.finditer(teks):
            yield SebutWaktu(*cocok.span(), tahun=sebut)
    for cocok in _PERIODE.finditer(teks):
        terbaca = baca_periode(re.sub(r"(?i)ke-?\s*", "", cocok.group()).replace("-", " ").replace(".", ""))
        if terbaca is not None and terbaca[0] in NAMA_PERIODE:
            yield SebutWaktu(*cocok.span(), periode=terbaca[0])


def _kelas(teks: str) -> list[SebutKelas]:
    temu: list[SebutKelas] = []
    for pola in _KELAS:
        for cocok in pola.finditer(teks):
            bagian = cocok.groupdict()
            awal, akhir = cocok.span("nilai")
            akhir += "(" in teks[awal:akhir] and teks[akhir : akhir + 1] == ")"
            if any(awal < k.akhir and k.awal < akhir for k in temu):
                continue
            kata = bagian.get("kata")
            syarat = (bagian.get("syarat") or "").strip().casefold().removeprefix("di ")
            huruf = bagian.get("huruf")
            kelas_kata = _KATA_KELAS[" ".join(kata.casefold().split())] if kata else None
            temu.append(SebutKelas(awal, akhir, Mutu(huruf) if huruf else None, kelas_kata, syarat))
    return sorted(temu, key=lambda k: k.awal)


def gandengan(teks: str, kelas: SebutKelas) -> tuple[Mutu, ...]:
    """The classes that are named together with this one: "Baik atau Sangat Baik", "B ke atas"."""
    cocok = _GANDENGAN.match(teks, kelas.akhir)
    if cocok is None:
        return ()
    if cocok["kata"]:
        return (_KATA_KELAS[" ".join(cocok["kata"].casefold().split())],)
    if cocok["huruf"]:
        return (Mutu(cocok["huruf"]),)
    return tuple(m for m in Mutu if (m < kelas.mutu if cocok["arah"].casefold() == "atas" else m > kelas.mutu))


def _unsur(teks: str, urutan: UrutanUnsur) -> list[SebutUnsur]:
    urut = urutan_unsur(urutan)
    temu: list[SebutUnsur] = []
    for cocok in _UNSUR.finditer(teks):
        nama = next(k for k, isi in cocok.groupdict().items() if isi)
        unsur = urut[int(cocok["kode"]) - 1] if nama == "kode" else Unsur(nama[:-2])
        depan = _DEPAN_UNSUR.search(teks[max(0, cocok.start() - 60) : cocok.start()])
        kuat = (
            nama == "kode"
            or nama.endswith("_k")
            or bool(depan and (depan.group().strip()[:1].isalpha() or _BELAKANG_UNSUR.match(teks, cocok.end())))
        )
        if (
            nama == "kode"
            and temu
            and re.fullmatch(r"\s*[(,]?\s*", teks[temu[-1].akhir : cocok.start()])
            and temu[-1].unsur is unsur
        ):
            continue
        temu.append(SebutUnsur(*cocok.span(), unsur, kuat))
    return _kuatkan_daftar(teks, temu)


def _kuatkan_daftar(teks: str, temu: list[SebutUnsur]) -> list[SebutUnsur]:
    """Everyday words in a list with a sure unsur, or in a list of several unsur, are unsur as well."""
    hasil = list(temu)
    cukup = 2 if re.search(r"\bunsur\b", teks, re.IGNORECASE) else 3
    deret: list[int] = []
    for i, satu in enumerate(hasil):
        if deret and not _ANTARA_DAFTAR.fullmatch(teks, hasil[deret[-1]].akhir, satu.awal):
            deret = []
        deret.append(i)
        if len({hasil[j].unsur for j in deret}) >= cukup:
            for j in deret:
                hasil[j] = replace(hasil[j], kuat=True)
    for langkah in (range(1, len(hasil)), range(len(hasil) - 2, -1, -1)):
        for i in langkah:
            tetangga = hasil[i - 1] if langkah.step > 0 else hasil[i + 1]
            kiri, kanan = sorted((hasil[i], tetangga), key=lambda s: s.awal)
            if tetangga.kuat and not hasil[i].kuat and _ANTARA_DAFTAR.fullmatch(teks, kiri.akhir, kanan.awal):
                hasil[i] = replace(hasil[i], kuat=True)
    return hasil
