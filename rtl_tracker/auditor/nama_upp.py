"""Names of units (DATA-07): one unit that stands twice, and names in a file that belong to no unit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rtl_tracker.auditor.fakta import Fakta, Tolakan
from rtl_tracker.auditor.sebutan import deret
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import lipat

TANPA_ARTI = frozenset({"kantor", "uptd", "upt", "uptb", "dan", "di", "pada", "pemerintah"})
SINGKATAN = {
    "camat": "kecamatan",
    "kec": "kecamatan",
    "lurah": "kelurahan",
    "kel": "kelurahan",
    "kab": "kabupaten",
    "setda": "sekretariat daerah",
    "rsud": "rumah sakit umum daerah",
    "sdn": "sd negeri",
    "smpn": "smp negeri",
    "sman": "sma negeri",
    "smkn": "smk negeri",
}
PANJANG_KATA = 6
PANJANG_DUA_HURUF = 10
KATA_SEDIKIT = 2
BATAS_TEMPAT = 5
_JUDUL_UPP = frozenset({"upp", "opd", "opp", "skpd", "unit", "perangkat", "penyelenggara"})
_KATA_JUDUL = _JUDUL_UPP | {"nama", "pelayanan", "publik", "organisasi", "daerah", "kerja", "layanan"}


def data_07(fakta: Fakta) -> Iterator[Temuan]:
    """Units that stand twice under nearly the same name, and names of a file that are none of its units."""
    kata = {r.upp.id: kata_inti(r.upp.nama, fakta.pengaturan.nama) for r in fakta.rekap.upp}
    kembar: set[tuple[int, int]] = set()
    for pasangan in _kelompok((tuple(isi), upp_id) for upp_id, isi in kata.items()):
        for lama, baru in pairwise(pasangan):
            a, b = fakta.unit[lama], fakta.unit[baru]
            if not _satu_pohon(a, b):
                kembar.add((lama, baru))
                yield _temuan(a, b, Tingkat.GALAT)
    for a_id, b_id in _selisih_satu_kata(kata):
        a, b = fakta.unit[a_id], fakta.unit[b_id]
        if (a_id, b_id) not in kembar and not _satu_pohon(a, b) and _saling_mengisi(fakta, a, b):
            yield _temuan(a, b, Tingkat.PERINGATAN)
    yield from _nama_ditolak(fakta.tolakan)


def kata_inti(nama: str, instansi: str = "") -> list[str]:
    """The words that tell a unit from others: no "Kantor" or "UPT", abbreviations written out, no name of the instansi."""
    kata = _lepas(nama)
    akhir = _lepas(instansi)
    if akhir and kata[-len(akhir) :] == akhir and len(kata) - len(akhir) >= KATA_SEDIKIT:
        kata = kata[: -len(akhir)]
    return kata


def _lepas(nama: str) -> list[str]:
    kata = " ".join(SINGKATAN.get(k, k) for k in lipat(nama).split()).split()
    inti = [k for k in kata if k not in TANPA_ARTI]
    return inti or kata


def _kelompok(pasangan: Iterable[tuple[tuple[str, ...], int]]) -> list[list[int]]:
    """Units that share a key, in stored order."""
    menurut: dict[tuple[str, ...], list[int]] = {}
    for kunci, upp_id in pasangan:
        menurut.setdefault(kunci, []).append(upp_id)
    return [isi for isi in menurut.values() if len(isi) > 1]


def _selisih_satu_kata(kata: dict[int, list[str]]) -> Iterator[tuple[int, int]]:
    """Pairs whose names differ in one long word by one or two letters."""
    berlubang = (((*isi[:i], "*", *isi[i + 1 :]), upp_id) for upp_id, isi in kata.items() for i in range(len(isi)))
    for isi in _kelompok(berlubang):
        for i, a in enumerate(isi):
            for b in isi[i + 1 :]:
                beda = [(x, y) for x, y in zip(kata[a], kata[b], strict=True) if x != y]
                if len(beda) == 1 and _salah_ketik(*beda[0]):
                    yield a, b


def _salah_ketik(satu: str, dua: str) -> bool:
    """Whether two words may be one with a slip: 6 letters or more and one edit, 10 or more and two. Numbers never are."""
    pendek = min(len(satu), len(dua))
    if pendek < PANJANG_KATA or not (satu.isalpha() and dua.isalpha()):
        return False
    return _jarak(satu, dua) <= (2 if pendek >= PANJANG_DUA_HURUF else 1)


def _jarak(satu: str, dua: str) -> int:
    """Edit distance (Levenshtein)."""
    baris = list(range(len(dua) + 1))
    for i, x in enumerate(satu, start=1):
        kiri, baris[0] = baris[0], i
        for j, y in enumerate(dua, start=1):
            kiri, baris[j] = baris[j], min(baris[j] + 1, baris[j - 1] + 1, kiri + (x != y))
    return baris[-1]


def _satu_pohon(a: RekapUpp, b: RekapUpp) -> bool:
    """Whether one stands under the other, or both under different parents: then equal names mean different units."""
    if b.upp.induk_id == a.upp.id or a.upp.induk_id == b.upp.id:
        return True
    return None not in (a.upp.induk_id, b.upp.induk_id) and a.upp.induk_id != b.upp.induk_id


def _saling_mengisi(fakta: Fakta, a: RekapUpp, b: RekapUpp) -> bool:
    """Whether the results of the two could be those of one unit: some are there, and none of the same period differ."""
    milik_a, milik_b = _terukur(fakta, a.upp.id), _terukur(fakta, b.upp.id)
    if not milik_a and not milik_b:
        return False
    return all(milik_a[p] == milik_b[p] for p in milik_a.keys() & milik_b.keys())


def _terukur(fakta: Fakta, upp_id: int) -> dict[tuple[str | None, Periode], object]:
    return {
        (t.baris.layanan, t.baris.periode): (dict(t.baris.nilai), t.baris.ikm_tercetak)
        for t in fakta.terukur
        if t.upp_id == upp_id and not t.baris.kosong
    }


def _temuan(a: RekapUpp, b: RekapUpp, tingkat: Tingkat) -> Temuan:
    """The finding stands at the unit that has less."""
    if len(a.hasil) < len(b.hasil):
        a, b = b, a
    awal = (
        "Unit ini tampak tercatat dua kali" if tingkat is Tingkat.GALAT else "Nama unit ini hampir sama dengan nama unit lain"
    )
    akhir = "Bila unitnya satu, gabungkan dan pakai satu nama; bila berlainan, bedakan namanya."
    kalimat = f"{awal}: juga sebagai '{a.upp.nama}'. {akhir}"
    return Temuan("DATA-07", tingkat, kalimat, b.upp.id, bidang="nama", tercetak=b.upp.nama, seharusnya=a.upp.nama,
                  kalimat_unit=f"{awal}. {akhir}")  # fmt: skip


def nama_ditolak(tolakan: Tolakan) -> bool:
    """Whether a refused cell holds the name of a unit that was not found: DATA-07 tells it, not IKM-08.

    The column is known by its printed heading ("UPP", "Nama OPD"); in the sheet of units a name that stands twice counts too.
    """
    if not tolakan.nilai or tolakan.kolom is None:
        return False
    judul = set(lipat(tolakan.kolom).split())
    return (tolakan.lembar == "upp" and judul == {"nama"}) or (bool(judul & _JUDUL_UPP) and judul <= _KATA_JUDUL)


def _nama_ditolak(tolakan: Sequence[Tolakan]) -> Iterator[Temuan]:
    """One finding per refused name, with the places where it stands."""
    menurut: dict[str, list[Tolakan]] = {}
    for t in tolakan:
        if nama_ditolak(t):
            menurut.setdefault(lipat(t.nilai or ""), []).append(t)
    for isi in menurut.values():
        pertama = isi[0]
        tempat = [f"lembar {t.lembar}" + (f" baris {t.baris}" if t.baris else "") for t in isi[:BATAS_TEMPAT]]
        if len(isi) > BATAS_TEMPAT:
            tempat.append(f"{len(isi) - BATAS_TEMPAT} tempat lain")
        kalimat = re.sub(r"\s+", " ", f"{deret(tempat)}: {pertama.kalimat}")
        yield Temuan(
            "DATA-07", Tingkat.GALAT, kalimat[0].upper() + kalimat[1:], bidang=pertama.kolom or "", tercetak=pertama.nilai
        )
