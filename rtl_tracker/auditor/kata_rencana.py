"""Words of planned actions: which promise nothing that could be counted, and which texts say the same (RTL-03, -06)."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rtl_tracker.domain.unsur import Unsur, kenali_unsur, lipat, unsur_dari_nama

SAMA = 0.9
AWALAN = 3
PANJANG_KUTIPAN = 70


def _daftar(teks: str) -> frozenset[str]:
    return frozenset(teks.split())


KATA_SAMBUNG = _daftar(
    """dan atau di ke dari untuk pada terhadap yang dengan dalam oleh agar serta bagi kepada para secara terkait tentang
    mengenai melalui sebagai ini itu ada akan telah sudah dapat harus perlu tetap sesuai sebelum sesudah setelah dimulai
    melakukan lakukan dilakukan melaksanakan laksanakan pelaksanaan mengadakan adakan memberikan berikan menjadi tinggal lagi
    lebih kedepannya depannya depan terutama juga supaya sehingga yaitu berupa setiap semua seluruh maupun segi"""
)
"""Words that tell no action from another."""
KATA_HAMPA = _daftar(
    """monitoring memonitor memonitoring monitor monev evaluasi mengevaluasi pengevaluasian pemantauan memantau pengawasan
    mengawasi koordinasi berkoordinasi mengkoordinasikan mengoordinasikan pembinaan membina peningkatan meningkatkan
    tingkatkan ditingkatkan optimalisasi pengoptimalan mengoptimalkan optimalkan dioptimalkan memaksimalkan perbaikan
    memperbaiki memperbaikinya diperbaiki mempertahankan pertahankan dipertahankan penguatan memperkuat perhatian
    memperhatikan diperhatikan percepatan mempercepat permudah mempermudah memudahkan rapat meninjau peninjauan kurangnya"""
)
"""Acts without an end that could be seen: whatever is done, they were done."""
KATA_LEMAH = _daftar(
    "sosialisasi sosialisai mensosialisasikan menyosialisasikan pengarahan arahan mengarahkan imbauan himbauan mengimbau "
    "menghimbau"
)
"""Acts that need an object: what is explained, and to whom."""
KATA_SEMUA_LAYANAN = _daftar(
    """pelayanan layanan publik masyarakat pengguna penerima pemohon petugas pegawai pelaksana unit opd internal kualitas
    kuantitas mutu kinerja berkala rutin berkelanjutan kontinu terus menerus intensif maksimal optimal baik prima melekat
    penting pentingnya"""
)
"""What every service has: its people, its quality, again and again."""
KATA_SEMUA_OBJEK = KATA_SEMUA_LAYANAN | _daftar(
    """sistem mekanisme prosedur sop standar operasional persyaratan syarat waktu penyelesaian durasi jangka kecepatan
    ketepatan biaya tarif produk spesifikasi jenis dijenis kompetensi kemampuan keterampilan perilaku prilaku sikap penanganan
    pengaduan aduan saran masukan sarana prasarana sarpras fasilitas bekerja unsur terendah proses kegiatan hasil informasi
    penyampaian perizinan non nonperizinan data lainnya tersedia berlaku"""
)
"""The same with the nine unsur and what they are made of."""
_SAMA_ARTI = {"layanan": "pelayanan", "prilaku": "perilaku", "sosialisai": "sosialisasi", "aduan": "pengaduan"}
_TAHUN = re.compile(r"(19|20)\d\d")
_TERPENGGAL = ("[", "…", "...")
_BUTIR = re.compile(r"[;\n\r]|(?:^|\s)\d{1,2}[.)](?=\s)")


def kutip(teks: str) -> str:
    """A text as a sentence quotes it: one line, shortened."""
    polos = " ".join(teks.split())
    pendek = polos if len(polos) <= PANJANG_KUTIPAN else f"{polos[: PANJANG_KUTIPAN - 1].rstrip()}…"
    return f"'{pendek}'"


def tanpa_keluaran(kegiatan: str) -> bool:
    """Whether an action names nothing but acts without an end and what every service has: no object, no number.

    A word of no list speaks for the action, and so does a text of which words are lost.
    """
    if any(tanda in kegiatan for tanda in _TERPENGGAL):
        return False
    kata = {k for k in lipat(kegiatan).split() if not _TAHUN.fullmatch(k) and k != "tahun"} - KATA_SAMBUNG
    lemah = kata & KATA_LEMAH
    if not lemah and not kata & KATA_HAMPA:
        return False
    return kata <= KATA_HAMPA | KATA_LEMAH | (KATA_SEMUA_LAYANAN if lemah else KATA_SEMUA_OBJEK)


def sebut_unsur(teks: str) -> tuple[Unsur, ...]:
    """The unsur that a list names, each once: parted by ; or lines or numbers, or by commas, which names hold themselves."""
    ada = (unsur for butir in _BUTIR.split(teks) for unsur in _unsur_butir(butir.strip()))
    return tuple(dict.fromkeys(ada))


def _unsur_butir(butir: str) -> Iterator[Unsur]:
    """The unsur of one piece: the longest run of parts between commas that is a name, else the one a part speaks of."""
    satu = kenali_unsur(butir)
    if satu is not None:
        yield satu
        return
    bagian = butir.split(",")
    i = 0
    while i < len(bagian):
        panjang = next((j for j in range(len(bagian), i, -1) if unsur_dari_nama(",".join(bagian[i:j]))), i + 1)
        potongan = ",".join(bagian[i:panjang])
        for kata in [potongan] if kenali_unsur(potongan) else re.split(r"\bdan\b|/|&", potongan):
            unsur = kenali_unsur(kata)
            if unsur is not None:
                yield unsur
        i = panjang


def kata_inti(teks: str) -> frozenset[str]:
    """The telling words of a text, folded; their order and repetition do not count."""
    return frozenset(_SAMA_ARTI.get(k, k) for k in lipat(teks).split()) - KATA_SAMBUNG


def kelompok_serupa(teks: Sequence[str]) -> list[int | None]:
    """The group of each text: those with the same or nearly the same telling words share a number; None without such words.

    Nearly the same: one word more, or one word that begins alike, and nine tenths of the letters or words in common.
    """
    inti = [kata_inti(t) for t in teks]
    nomor = {himpunan: i for i, himpunan in enumerate(dict.fromkeys(h for h in inti if h))}
    kepala = list(range(len(nomor)))
    seawal: dict[tuple[frozenset[str], str], list[tuple[str, int]]] = {}
    for himpunan, i in nomor.items():
        for kata in himpunan if len(himpunan) > 1 else ():
            sisa = himpunan - {kata}
            if sisa in nomor and _serupa(sisa, kata, ""):
                kepala[_kepala(kepala, i)] = _kepala(kepala, nomor[sisa])
            setempat = seawal.setdefault((sisa, kata[:AWALAN]), [])
            for lain, j in setempat:
                if _serupa(sisa, kata, lain):
                    kepala[_kepala(kepala, i)] = _kepala(kepala, j)
            setempat.append((kata, i))
    return [_kepala(kepala, nomor[h]) if h else None for h in inti]


def _serupa(sama: frozenset[str], kata: str, lain: str) -> bool:
    """Whether two texts that share `sama` and differ in one word ("" = only one of them has it) are nearly the same."""
    if not lain and len(sama) >= SAMA * (len(sama) + 1):
        return True
    huruf = sum(map(len, sama)) + sum(b.size for b in SequenceMatcher(None, kata, lain).get_matching_blocks())
    return 2 * huruf >= SAMA * (2 * sum(map(len, sama)) + len(kata) + len(lain))


def _kepala(kepala: list[int], i: int) -> int:
    """The first of a group, with the way to it made short."""
    while kepala[i] != i:
        kepala[i] = kepala[kepala[i]]
        i = kepala[i]
    return i
