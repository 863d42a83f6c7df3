"""What a count of units or of RTL in a sentence counts, by the words around it."""

import re
from fractions import Fraction

from rtl_tracker.auditor.teks.acuan import Patokan
from rtl_tracker.auditor.teks.acuan_cacah import AcuanCacah
from rtl_tracker.auditor.teks.ikatan import klausa, tanpa_kurung
from rtl_tracker.auditor.teks.pengenal import Angka, SebutKelas, Uraian, gandengan
from rtl_tracker.auditor.teks.temuan_teks import Bacaan
from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur

_DARI = r"(?:\s*dari\s+(?:total\s+|jumlah\s+|seluruh\s+|sejumlah\s+|sebanyak\s+)?\d[\d.]*(?:\s*\([a-z ]+\))?)?"
_NAMA_UNIT = (
    r"(?:UPP|OPP|OPD|SKPD|unit(?:\s+(?:kerja|layanan|pelayanan|penyelenggara))*(?:\s+publik)?|"
    r"perangkat\s+daerah|penyelenggara(?:\s+pelayanan)?)"
)
_RTL = r"(?:RTL|rencana\s+tindak\s+lanjut|rencana\s+aksi|kegiatan\s+tindak\s+lanjut|tindak\s+lanjut)"
Pilihan = tuple[re.Pattern[str], str, str]


def _p(pola: str, kunci: str, nama: str) -> Pilihan:
    return re.compile(pola, re.IGNORECASE), kunci, nama


PILIHAN_UNIT: tuple[Pilihan, ...] = (
    _p(
        r"(?:belum|tidak)\s+(?:\w+\s+)?(?:menyusun|memiliki|mempunyai|membuat)\s+(?:RTL|rencana)|tanpa RTL",
        "tanpa_rtl",
        "tanpa RTL",
    ),
    _p(r"belum\s+melaporkan\s+(?:realisasi|tindak|pelaksanaan)", "belum_realisasi", "yang belum melaporkan realisasi"),
    _p(
        r"(?:belum|tidak)\s+(?:\w+\s+)?(?:menyampaikan|mengirim\w*|melaksanakan|mengumpulkan|melaporkan|mengukur)",
        "tidak",
        "yang belum menyampaikan hasil",
    ),
    _p(r"\bnihil\b|(?:tidak ada|tanpa) responden", "nihil", "yang nihil"),
    _p(r"(?:belum|tidak)\s+(?:selesai|tuntas)", "belum_selesai", "dengan RTL yang belum selesai"),
    _p(r"melewati batas waktu|terlambat", "terlambat", "yang terlambat"),
    _p(r"(?:kurang dari|di bawah)\s+30\b", "kecil", "dengan responden kurang dari 30"),
    _p(r"\b(?:naik|meningkat|kenaikan|peningkatan)\b", "naik", "yang IKM-nya naik"),
    _p(r"\b(?:turun|menurun|penurunan)\b", "turun", "yang IKM-nya turun"),
    _p(r"\b(?:tetap|stabil)\b", "tetap", "yang IKM-nya tetap"),
    _p(r"menyusun|(?:memiliki|mempunyai|menyampaikan)\s+(?:RTL|rencana)", "ber_rtl", "yang menyusun RTL"),
    _p(r"\brealisasi\b", "realisasi", "yang melaporkan realisasi"),
    _p(
        r"(?<!tidak )(?<!belum )\b(?:menyampaikan|mengirim\w*|mengumpulkan|melaporkan hasil)",
        "menyampaikan",
        "yang menyampaikan hasil",
    ),
    _p(r"\bwajib\b", "wajib", "yang wajib mengukur"),
)
PILIHAN_RTL: tuple[Pilihan, ...] = (
    _p(r"belum\s+(?:ter)?verifikasi|belum diverifikasi|memverifikasi", "belum_terverifikasi", "yang belum terverifikasi"),
    _p(r"(?:belum|tidak)\s+(?:\w+\s+)?(?:selesai|terlaksana|dilaksanakan|tuntas|terealisasi)", "belum", "yang belum selesai"),
    _p(r"(?:melewati|lewat|melampaui)\s+(?:tenggat|batas)|terlambat", "lewat", "yang melewati tenggat"),
    _p(r"belum menunjuk", "tanpa_unsur", "yang belum menunjuk unsur"),
    _p(r"tidak menyebut(?:kan)? waktu|tanpa tenggat", "tanpa_tenggat", "tanpa waktu pelaksanaan"),
    _p(r"tidak menyebut(?:kan)? penanggung|tanpa penanggung", "tanpa_penanggung_jawab", "tanpa penanggung jawab"),
    _p(r"(?<!belum )\b(?:terverifikasi|diverifikasi)", "terverifikasi", "yang terverifikasi"),
    _p(r"\brealisasi\b[^.;]*\($", "selesai", "yang selesai"),
    _p(
        r"(?<!belum )(?<!tidak )\b(?:selesai|terlaksana|dilaksanakan|terealisasi|direalisasikan|tuntas|"
        r"dituntaskan|ditindaklanjuti)\b",
        "selesai",
        "yang selesai",
    ),
    _p(r"(?:periode|tahun)\s+(?:sebelumnya|lalu)", "lalu", "periode sebelumnya"),
    _p(r"menyusun|disusun|direncanakan|jumlah|total|seluruh|memiliki|terdapat|^\s*dari\s*$", "jumlah", ""),
)
_PENYEBUT = re.compile(
    rf"\d[\d.]*(?:\s*\([a-z ]+\))?\s+(?:{_NAMA_UNIT}\s+)?dari\s+(?:(?:total|jumlah|seluruh|sejumlah|sebanyak)\s+)?$",
    re.IGNORECASE,
)
_SENDIRI = {"tanpa_rtl", "belum_realisasi", "tidak", "nihil", "belum_selesai", "terlambat", "kecil"}
_TOTAL_DEPAN = re.compile(
    r"\b(?:seluruh|semua|keseluruhan|total|jumlah)\s+(?:UPP|OPD|OPP|unit|perangkat|penyelenggara)\b[^,;.(\d]{0,60}$|"
    r"\b(?:seluruh|semua|total|jumlah|seluruhnya|keseluruhan|berasal)(?:\s+(?:sebanyak|ada|terdapat|dari|pada))?\s*$|"
    r"\b(?:survei|SKM|pengukuran|hasil|mandiri|responden|orang)(?:\s+(?:ini|SKM|IKM|tahun|·+|\d{4}|periode|semester|"
    r"triwulan|[IV]+|dilaksanakan|dilakukan|diselenggarakan|disampaikan|secara|mandiri|kepuasan|masyarakat|responden|"
    r"orang|tersebar|oleh pihak ketiga))*\s+(?:pada|terhadap|di|oleh|kepada|dari)\s*$|\b(?:IKM|indeks|rata-rata)\s*$",
    re.IGNORECASE,
)
_DIUKUR = (
    r"(?:di lingkungan|di lingkup|"
    r"(?:yang|telah)\s+(?:disurvei|mengukur|dinilai|diukur|melaksanakan|menyelenggarakan|dihitung|ada))"
)
_TOTAL_BELAKANG = re.compile(rf"\s*{_DIUKUR}", re.IGNORECASE)
_TOTAL_AWAL = re.compile(rf"\s*(?:,|tersebut|itu|\(|{_DIUKUR})", re.IGNORECASE)
_BUKAN_UNIT = re.compile(
    r"\s*(?:lain(?:nya)?|induk|UPP lain|yang\s+(?:lain|sama))\b|\s+(?:komputer|kendaraan|printer|AC|gedung|usaha|loket)\b",
    re.IGNORECASE,
)


def benda(b: Bacaan, u: Uraian, angka: Angka) -> tuple[str, int] | None:
    """("unit" | "rtl", where the counted noun ends) of a whole number; None when it counts something else."""
    istilah = re.escape(b.acuan.fakta.pengaturan.istilah_unit)
    unit = re.compile(rf"{_DARI}\s+(?:{istilah}|{_NAMA_UNIT})\b", re.IGNORECASE).match(u.teks, angka.selesai)
    if unit is not None:
        return None if _BUKAN_UNIT.match(u.teks, unit.end()) else ("unit", unit.end())
    rtl = re.compile(rf"{_DARI}\s+{_RTL}\b", re.IGNORECASE).match(u.teks, angka.selesai)
    if rtl is not None:
        return "rtl", rtl.end()
    lanjut = re.compile(
        r"\s+(?:RTL\s+)?(?:di antaranya|(?:telah\s+|sudah\s+)?(?:dilaporkan\s+)?selesai|terverifikasi|terlaksana)\b|\s*;",
        re.IGNORECASE,
    )
    ada_rtl = re.search(rf"\b{_RTL}\b", u.teks, re.IGNORECASE)
    if (
        ada_rtl
        and not angka.persen
        and (lanjut.match(u.teks, angka.selesai) or re.search(r"\bberjumlah\s+$", u.teks[: angka.awal]))
    ):
        return "rtl", angka.selesai
    return None


def calon_unit(b: Bacaan, u: Uraian, angka: Angka, akhir: int) -> list[Patokan]:
    """The counts of units that this number may be; empty when the words around it are not understood."""
    sisi = _sekitar(b, u, angka, akhir)
    kiri, depan = u.teks[: angka.awal], u.teks[slice(*sisi[1])]
    total = _total(b.cacah)
    if re.search(r"(?:%|persen)\s*dari\s*$", kiri, re.IGNORECASE):
        return total + [
            Patokan(Fraction(r.upp_dihitung), "jumlah unit yang melaporkan realisasi")
            for r in b.acuan.fakta.rekap.realisasi.values()
        ]
    if _PENYEBUT.search(kiri):
        return total
    for ke_kanan, rentang in zip((True, False), sisi, strict=True):
        calon = _pilih_unit(b, u, rentang, ke_kanan)
        if calon:
            return calon
    awal_dari = re.fullmatch(r"\s*dari\s*", depan, re.IGNORECASE) is not None and _TOTAL_AWAL.match(u.teks, akhir)
    if awal_dari or _TOTAL_DEPAN.search(depan) or _TOTAL_BELAKANG.match(u.teks, akhir):
        pelaksana = {
            k: n
            for k, n in b.cacah.upp.items()
            if k.startswith("pelaksana:") and k.removeprefix("pelaksana:") in u.teks.casefold()
        }
        return total + [
            Patokan(Fraction(n), f"jumlah unit pelaksana {k.removeprefix('pelaksana:')}") for k, n in pelaksana.items()
        ]
    return []


def _total(cacah: AcuanCacah) -> list[Patokan]:
    hasil = [
        ("jumlah unit yang wajib mengukur", "wajib"),
        ("jumlah unit yang dihitung", "dihitung"),
        ("jumlah seluruh unit", "semua"),
    ]
    hasil += [("jumlah unit yang menyampaikan hasil", "menyampaikan"), ("jumlah unit yang diukur", "berprioritas")]
    return [Patokan(Fraction(cacah.upp[kunci]), nama, i == 0) for i, (nama, kunci) in enumerate(hasil)]


def _sekitar(b: Bacaan, u: Uraian, angka: Angka, akhir: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the words behind a counted noun lie, up to the next count, and those before the number from the last count on."""
    awal_klausa, akhir_klausa = klausa(u, angka.awal)
    lain = [a for a in u.angka if a is not angka and benda(b, u, a) is not None]
    mandiri = [a.awal for a in lain if a.awal >= akhir and not re.search(r"\bdari\s*$", u.teks[: a.awal], re.IGNORECASE)]
    kiri = max((a.selesai for a in lain if a.selesai <= angka.awal), default=awal_klausa)
    return (akhir, max(akhir, min([akhir_klausa, *mandiri]))), (max(kiri, awal_klausa), angka.awal)


def _pilih_unit(b: Bacaan, u: Uraian, rentang: tuple[int, int], ke_kanan: bool) -> list[Patokan]:
    """Counts named by the words on one side of a number."""
    awal, akhir = rentang
    kelas = next((k for k in u.kelas if awal <= k.awal < akhir and _menempel(u, k, rentang, ke_kanan)), None)
    if kelas is not None:
        mutu = kelas.mutu
        pilih = [
            m for m in Mutu if (m > mutu if kelas.syarat == "bawah" else m < mutu if kelas.syarat == "atas" else m is mutu)
        ]
        pilih += [m for m in gandengan(u.teks, kelas) if m not in pilih]
        syarat = f"di {kelas.syarat} " if kelas.syarat else ""
        return [Patokan(Fraction(b.cacah.kelas(pilih)), f"jumlah unit {syarat}mutu {mutu} ({kinerja(mutu)})", True)]
    unsur = _peran_unsur(b, u, rentang)
    if unsur:
        return unsur
    hasil: list[Patokan] = []
    for pola, kunci, nama in PILIHAN_UNIT:
        if pola.search(u.teks, awal, akhir):
            if kunci in ("naik", "turun", "tetap") and not b.acuan.selisih_unit:
                return []
            jumlah = {b.cacah.upp[kunci]} | ({b.cacah.upp["tidak"] + b.cacah.upp["nihil"]} if kunci == "tidak" else set())
            hasil += [Patokan(Fraction(n), f"jumlah unit {nama}", True) for n in sorted(jumlah)]
            if kunci in _SENDIRI:
                break
    return hasil


def _menempel(u: Uraian, kelas: SebutKelas, rentang: tuple[int, int], ke_kanan: bool) -> bool:
    """Whether a class stands next to the count, with no other statement in between."""
    antara = u.teks[rentang[0] : kelas.awal] if ke_kanan else u.teks[kelas.akhir : rentang[1]]
    antara = " ".join(tanpa_kurung(antara).split())
    return len(antara) < 60 and not re.search(r"[,\d]|\b(?:IKM|SKM|indeks)\b", antara)


def _peran_unsur(b: Bacaan, u: Uraian, rentang: tuple[int, int]) -> list[Patokan]:
    """ "... pada 14 dari 17 UPP": in how many units an unsur is the lowest, the highest, or a priority."""
    cocok = re.compile(r"\b(terendah|tertinggi|prioritas)", re.IGNORECASE).search(u.teks, *rentang)
    if cocok is None:
        return []
    di_dalam = [s.unsur for s in u.unsur if rentang[0] <= s.awal < rentang[1]]
    calon: list[Unsur] = di_dalam[:1] or [s.unsur for s in u.unsur if s.kuat][-1:]
    if not calon and (sebelum := b.sebelum(u)) is not None:
        calon = [s.unsur for s in sebelum.unsur if s.kuat]
    kunci = cocok.group(1).casefold()
    return [
        Patokan(Fraction(b.cacah.upp.get(f"{kunci}:{x}", 0)), f"jumlah unit dengan unsur {kunci} {NAMA_PENDEK[x]}", True)
        for x in calon
    ]


def calon_rtl(b: Bacaan, u: Uraian, angka: Angka, akhir: int, upp_id: int | None) -> list[Patokan]:
    """The counts of RTL that this number may be; empty when the words around it are not understood."""
    cacah = b.cacah.rtl(upp_id)
    if re.search(r"wajib ditindaklanjuti", u.teks[: angka.awal], re.IGNORECASE):
        kunci = "terisi" if re.match(r"\s+(?:RTL\s+)?di antaranya", u.teks[akhir:]) else "wajib"
        return [
            Patokan(
                Fraction(cacah[kunci][0]),
                "jumlah unsur yang wajib ditindaklanjuti" + (" dan memiliki RTL" if kunci == "terisi" else ""),
                True,
            )
        ]
    for awal, batas in _sekitar(b, u, angka, akhir):
        potong = u.teks[awal:batas]
        for pola, kunci, nama in PILIHAN_RTL:
            if pola.search(potong):
                utama = f"jumlah RTL {nama}".strip()
                return [Patokan(Fraction(n), utama, i == 0) for i, n in enumerate(dict.fromkeys(cacah[kunci]))]
    return []
