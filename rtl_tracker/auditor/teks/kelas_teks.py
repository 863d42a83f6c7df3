"""TEKS-02, classes: a class in a text that the index or the unsur it is said of does not have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rtl_tracker.auditor.sebutan import deret, kelas
from rtl_tracker.auditor.teks.acuan import tepat_untuk
from rtl_tracker.auditor.teks.ikatan import Saat, Sasaran, di, klausa, milik_unsur, saat, sasaran, tanpa_kurung
from rtl_tracker.auditor.teks.ikatan import deret as sederet
from rtl_tracker.auditor.teks.jenis_angka import kenali
from rtl_tracker.auditor.teks.konteks import berandai, definisi, indeks_lain
from rtl_tracker.auditor.teks.pengenal import Angka, SebutKelas, SebutUnsur, Uraian, gandengan
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.mutu import Mutu, kinerja, mutu
from rtl_tracker.domain.unsur import NAMA_PENDEK

_UNIT = r"(?:UPP|OPP|OPD|SKPD|unit(?:\s+(?:kerja|layanan|pelayanan|penyelenggara))*(?:\s+publik)?|perangkat daerah)"
_BANYAK_DEPAN = re.compile(
    rf"\d[\d.]*(?:\s*\([a-z ]+\))?(?:\s*dari\s+\d[\d.]*(?:\s*\([a-z ]+\))?)?\s+(?:{_UNIT}|unsur|kecamatan|"
    rf"dinas|badan|kelurahan|puskesmas)\b[^.;,]{{0,45}}$",
    re.IGNORECASE,
)
_BANYAK_BELAKANG = re.compile(rf"\W*(?:\w+\W+){{0,4}}?\d[\d.]*(?:\s*\([a-z ]+\))?\s+(?:{_UNIT}|unsur)\b", re.IGNORECASE)
_KELOMPOK = re.compile(
    rf"(?P<semua>\b(?:seluruh|semua|setiap|kesembilan)\s+)?\b(?P<tiada>tidak (?:ada|"
    rf"terdapat) (?:satu pun )?)?(?<!kinerja )(?<!mutu )(?P<jenis>{_UNIT}|unsur(?:-unsur)?)\b(?!\s+(?:ini|"
    rf"tersebut|kami|kita|itu|dimaksud)\b)(?P<sisa>[^.;:,]{{0,50}})$",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(r"\b(?:antara lain|di antaranya|misalnya|seperti|termasuk|lainnya|salah satu)\b", re.IGNORECASE)


def periksa_kelas(b: Bacaan) -> Iterator[TemuanTeks]:
    """Wrong classes in one Naskah."""
    for u in b.uraian:
        if definisi(u) or indeks_lain(u):
            continue
        for k in u.kelas:
            if k.huruf is not None and k.kata is not None and k.huruf is not k.kata:
                yield _tidak_sepasang(b, u, k, f"Huruf mutu {k.huruf} dan sebutan {kinerja(k.kata)} tidak sepasang.")
            elif not berandai(u, k.awal) and not gandengan(u.teks, k):
                yield from _satu(b, u, k)


def _satu(b: Bacaan, u: Uraian, k: SebutKelas) -> Iterator[TemuanTeks]:
    awal = klausa(u, k.awal)[0]
    depan = tanpa_kurung(u.teks[awal : k.awal])
    if _BANYAK_DEPAN.search(depan) or _BANYAK_BELAKANG.match(_setelah(u, k)):
        return
    kelompok = _KELOMPOK.search(depan)
    if kelompok is not None and not _bernama(u, awal + kelompok.start("sisa"), k.awal):
        yield from _kelompok(b, u, k, kelompok)
        return
    benar, apa, milik = _kelas_benar(b, u, k)
    if not benar or _sesuai(k, benar):
        return
    pilih = sorted(benar)[0]
    seharusnya = deret((kelas(m) for m in sorted(benar)), "atau")
    awal_kalimat = f"Tertulis mutu {_tulis(k)} untuk {apa}"
    akhir_kalimat = f", padahal menurut data {seharusnya}. Perbaiki sebutan mutu ini."
    yield _temuan(b, u, k, (f"{awal_kalimat}{milik}{akhir_kalimat}", f"{awal_kalimat}{akhir_kalimat}"), pilih)


def _bernama(u: Uraian, awal: int, akhir: int) -> bool:
    """Whether a unit or an unsur is named between two places; the instansi is not one of its units."""
    unit = any(awal <= s.awal and s.akhir <= akhir for s in u.unit if s.upp_id is not None or not s.dikenal)
    return unit or any(awal <= s.awal and s.akhir <= akhir for s in u.unsur)


def _tidak_sepasang(b: Bacaan, u: Uraian, k: SebutKelas, awal: str) -> TemuanTeks:
    """Letter and words of one class disagree; the facts say which is right where they know it."""
    benar = _kelas_benar(b, u, k)[0]
    pilih = next(iter(benar)) if len(benar) == 1 and not _rencana(u, k) else None
    akhir = f" Menurut data kelasnya {kelas(pilih)}." if pilih else " Periksa mana yang benar."
    return _temuan(b, u, k, (awal + akhir, awal + akhir), pilih)


def _rencana(u: Uraian, k: SebutKelas) -> bool:
    """Whether the class is wished for, or only tells which units are counted."""
    awal = klausa(u, k.awal)[0]
    return berandai(u, k.awal) or bool(_BANYAK_DEPAN.search(u.teks[awal : k.awal]) or _KELOMPOK.search(u.teks[awal : k.awal]))


def _setelah(u: Uraian, k: SebutKelas) -> str:
    return u.teks[k.akhir : klausa(u, k.awal)[1]].lstrip(')"” ')


def _tulis(k: SebutKelas) -> str:
    isi = kelas(k.huruf) if k.huruf else kinerja(k.mutu)
    return f"di {k.syarat} {isi}" if k.syarat else isi


def _memenuhi(k: SebutKelas, m: Mutu) -> bool:
    """Whether a class is what the text says (A is the first letter, the best)."""
    return m > k.mutu if k.syarat == "bawah" else m < k.mutu if k.syarat == "atas" else m is k.mutu


def _sesuai(k: SebutKelas, benar: set[Mutu]) -> bool:
    return any(_memenuhi(k, m) for m in benar)


def _temuan(b: Bacaan, u: Uraian, k: SebutKelas, kalimat: tuple[str, str], benar: Mutu | None) -> TemuanTeks:
    """The finding with the class written as it stands in the text: letter, words, or both."""
    asli = u.teks[k.awal : k.akhir]
    if benar is None:
        return b.temuan("TEKS-02", u, (k.awal, k.akhir), kalimat, asli, None)
    kata = kinerja(benar).upper() if asli.isupper() and k.kata else kinerja(benar)
    usulan = benar.value if k.kata is None else kata
    if k.huruf is not None and k.kata is not None:
        antara = re.sub(r"(?i)\b(?:[a-d]|(?:(?:sangat|kurang|tidak)\s+)?baik)\b", "\0", asli)
        urutan = (benar.value, kata) if asli[:1] == k.huruf.value and not asli[1:2].isalpha() else (kata, benar.value)
        usulan = antara.replace("\0", urutan[0], 1).replace("\0", urutan[1], 1)
    return b.temuan("TEKS-02", u, (k.awal, k.akhir), kalimat, asli, kelas(benar), usulan)


def _kelas_benar(b: Bacaan, u: Uraian, k: SebutKelas) -> tuple[set[Mutu], str, str]:
    """The classes that the facts allow here, what has them, and whose they are; none where it is not known."""
    unsur = _unsur_di(u, k)
    tempat = di(k.awal, k.akhir + (u.teks[k.akhir : k.akhir + 1] in (")", '"', "”")))
    siapa, waktu = sasaran(u, tempat, b.baku(u)), saat(u, tempat, b.acuan.fakta.tahun)
    if not any(w.tahun and klausa(u, k.awal)[0] <= w.awal < klausa(u, k.awal)[1] for w in u.waktu):
        waktu = Saat(periode=waktu.periode)
    if unsur:
        if siapa.asing or any(t != b.acuan.fakta.tahun for t in waktu.tahun):
            return set(), "", ""
        benar = [_kelas_unsur(b, siapa.upp, waktu, s) for s in unsur]
        nama = f"unsur {deret(NAMA_PENDEK[s.unsur] for s in unsur)}"
        gagal = next((x for x in benar if x and not _sesuai(k, x)), set())
        return gagal or (benar[0] if all(benar) else set()), nama, b.milik(siapa.upp)
    angka = _angka_di(u, k)
    if siapa.asing:
        nilai = None if angka is None else angka.lain if angka.lain and angka.lain <= 100 else angka.nilai
        return ({mutu(nilai)} if nilai and 25 <= nilai <= 100 else set()), "IKM itu", ""
    if angka is not None and (calon := kenali(b, u, angka)) is not None and not calon.cacah and not calon.mutlak:
        cocok = [p for p in calon.patokan if any(tepat_untuk(x, p) for x in (angka.nilai, angka.lain) if x is not None)]
        pilih = [p for p in cocok or [p for p in calon.patokan if p.utama] if p.nilai > 20]
        if pilih:
            return {mutu(p.nilai) for p in pilih}, pilih[0].nama, b.milik(calon.upp)
    return _kelas_indeks(b, siapa, waktu)


def _kelas_indeks(b: Bacaan, siapa: Sasaran, waktu: Saat) -> tuple[set[Mutu], str, str]:
    ini = b.acuan.fakta.tahun
    benar: set[Mutu] = set()
    for upp_id in siapa.upp:
        lain = tuple(t for t in waktu.tahun if t != ini)
        if lain:
            benar |= {mutu(p.nilai) for p in b.acuan.riwayat(upp_id, lain)}
        if not lain or ini in waktu.tahun:
            benar |= {mutu(p.nilai) for p in b.acuan.ikm(upp_id, waktu.periode or (b.naskah.periode,))}
    return benar, "IKM", b.milik(siapa.upp)


def _kelas_unsur(b: Bacaan, upp: Sequence[int | None], waktu: Saat, sebut: SebutUnsur) -> set[Mutu]:
    """Classes of an unsur by its konversi, and by its NRR rounded to two places."""
    hasil: set[Mutu] = set()
    for upp_id in upp:
        for p in waktu.periode or (b.naskah.periode,):
            nrr = b.acuan.nrr(upp_id, p)
            if sebut.unsur in nrr:
                hasil |= {mutu(25 * nrr[sebut.unsur]), mutu(25 * Fraction(bulatkan(nrr[sebut.unsur], 2)))}
    return hasil


def _unsur_di(u: Uraian, k: SebutKelas) -> list[SebutUnsur]:
    """The unsur (or list of unsur) that a class is said of: named last before it, with no index or unit in between."""
    awal = klausa(u, k.awal)[0]
    lalu = [s for s in u.unsur if s.kuat and awal <= s.awal and s.akhir <= k.awal]
    if not lalu:
        return []
    antara = u.teks[lalu[-1].akhir : k.awal]
    if not milik_unsur(u, lalu[-1], k.awal):
        return []
    daftar = sederet(u, lalu, lalu[-1])
    return daftar if "masing-masing" not in antara.casefold() and "(" not in antara else daftar[-1:]


def _angka_di(u: Uraian, k: SebutKelas) -> Angka | None:
    """The index beside a class: the last number of the clause before it, else the first right behind it."""
    awal, akhir = klausa(u, k.awal)
    lalu = [a for a in u.angka if awal <= a.awal and a.akhir <= k.awal and ("," in a.teks or "." in a.teks) and not a.persen]
    if lalu and not any(lalu[-1].akhir <= s.awal < k.awal for s in u.unit):
        return lalu[-1]
    return next((a for a in u.angka if k.akhir <= a.awal < min(akhir, k.akhir + 40) and ("," in a.teks or "." in a.teks)), None)


def _kelompok(b: Bacaan, u: Uraian, k: SebutKelas, cocok: re.Match[str]) -> Iterator[TemuanTeks]:
    """ "Tidak ada unsur bermutu C", "seluruh UPP bermutu B", "UPP bermutu A: ..." against all units or all nine unsur."""
    tentang_unsur = cocok["jenis"].casefold().startswith("unsur")
    siapa = sasaran(u, di(k.awal, k.akhir), b.baku(u))
    waktu = saat(u, di(k.awal, k.akhir), b.acuan.fakta.tahun)
    if siapa.asing or (tentang_unsur and len(siapa.upp) != 1) or any(t != b.acuan.fakta.tahun for t in waktu.tahun):
        return
    if tentang_unsur:
        nrr = b.acuan.nrr(siapa.upp[0], (waktu.periode or (b.naskah.periode,))[0])
        isi = {NAMA_PENDEK[x]: mutu(25 * nilai) for x, nilai in nrr.items()}
        sebut = [(s.awal, s.akhir, NAMA_PENDEK[s.unsur]) for s in u.unsur if s.kuat and s.awal >= k.akhir]
    else:
        isi = {b.acuan.fakta.nama(i): mutu(ikm) for i, ikm in b.acuan.ikm_unit.items()}
        sebut = [(s.awal, s.akhir, b.acuan.fakta.nama(s.upp_id)) for s in u.unit if s.upp_id is not None and s.awal >= k.akhir]
    ya = [nama for nama, m in isi.items() if _memenuhi(k, m)]
    if not isi:
        return
    if cocok["tiada"] or re.search(r"\btidak (?:ada|terdapat)\b", u.teks[: cocok.start("jenis")][-40:], re.IGNORECASE):
        yield from _salah_kelompok(b, u, k, ya, f"Tertulis tidak ada yang bermutu {_tulis(k)}, padahal ada")
    elif cocok["semua"]:
        yield from _salah_kelompok(
            b, u, k, [n for n in isi if n not in ya], f"Tertulis semuanya bermutu {_tulis(k)}, padahal tidak"
        )
    elif sebut and re.match(r"\)?[^.]{0,40}?(?::|\badalah\b|\byaitu\b|\byakni\b|\bdiperoleh\b|\bdiraih\b)", u.teks[k.akhir :]):
        yield from _daftar(b, u, k, (ya, set(isi), sebut))


def _salah_kelompok(b: Bacaan, u: Uraian, k: SebutKelas, nama: Sequence[str], awal: str) -> Iterator[TemuanTeks]:
    if nama:
        daftar = "; ".join(nama[:5]) + (f"; dan {len(nama) - 5} lainnya" if len(nama) > 5 else "")
        yield b.temuan("TEKS-02", u, (k.awal, k.akhir), (f"{awal}: {daftar}.", f"{awal}."), u.teks[k.awal : k.akhir], None)


def _daftar(
    b: Bacaan, u: Uraian, k: SebutKelas, isi: tuple[list[str], Iterable[str], list[tuple[int, int, str]]]
) -> Iterator[TemuanTeks]:
    """A list of names under a class: each must have it, and none that has it may be missing."""
    ya, semua, sebut = isi
    for awal, akhir, nama in sebut:
        if nama in semua and nama not in ya:
            kalimat = f"{nama} disebut bermutu {_tulis(k)}, padahal menurut data tidak. Hapus dari daftar ini."
            yield b.temuan(
                "TEKS-02", u, (awal, akhir), (kalimat, f"Satu nama disebut bermutu {_tulis(k)}, padahal tidak."), nama, None
            )
    kurang = [n for n in ya if n not in {s[2] for s in sebut}]
    if kurang and not _SEBAGIAN.search(u.teks) and all(s[2] in ya for s in sebut):
        kalimat = f"Daftar yang bermutu {_tulis(k)} belum memuat {'; '.join(kurang[:5])}."
        umum = f"Daftar yang bermutu {_tulis(k)} belum lengkap."
        yield b.temuan(
            "TEKS-02",
            u,
            (sebut[0][0], sebut[-1][1]),
            (kalimat, umum),
            "; ".join(s[2] for s in sebut),
            "; ".join(ya),
            "; ".join(ya),
        )
