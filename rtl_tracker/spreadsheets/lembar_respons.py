"""Sheet `respons`: questionnaires one per row, read column by column because there may be a hundred thousand of them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from rtl_tracker.domain.periode import periode_dari_bulan
from rtl_tracker.domain.profil import baca_jenis_kelamin, baca_pekerjaan, baca_pendidikan, baca_usia
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.spreadsheets.baris import Tabel, periode_dari_teks
from rtl_tracker.spreadsheets.buku_kerja import BarisRespons
from rtl_tracker.spreadsheets.kolom import TOLAK, PembacaKolom, contoh_nilai
from rtl_tracker.spreadsheets.rujukan import PencariLayanan, PencariUpp
from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, baca_desimal, baca_tanggal, satu_baris, teks

PANJANG_NOMOR, PANJANG_LAYANAN = 64, 255
_TANPA_JAWABAN = (None,) * len(Unsur)
_YA = frozenset({"ya", "y", "ada", "iya", "1", "true", "difabel", "disabilitas", "penyandang disabilitas"})
_TIDAK = frozenset({"tidak", "t", "tdk", "tidak ada", "bukan", "0", "false", "non", "non disabilitas", "tidak disabilitas"})
_RAGAM = frozenset({"fisik", "sensorik", "intelektual", "mental", "netra", "tunanetra", "rungu", "tunarungu", "wicara", "tunawicara",
                    "daksa", "tunadaksa", "grahita", "tunagrahita", "ganda"})  # fmt: skip


def baca_respons(tabel: Tabel) -> list[BarisRespons]:
    """All questionnaires as tuples in the order of KOLOM_RESPONS; [] when anything was refused.

    Refused: answers that are not 1, 2, 3, 4 or blank; a row with neither periode nor tanggal; another year; an unknown
    UPP or layanan; the same nomor_responden twice in one UPP, layanan and period.
    """
    kolom = PembacaKolom(tabel)
    if not tabel.baris or not _ada_waktu(tabel):
        return []
    upp = kolom.baca("upp", lambda sel: _cari_upp(tabel.konteks.upp, sel))
    layanan = _baca_layanan(kolom, upp)
    tanggal, periode = _baca_waktu(kolom)
    nomor = kolom.baca("nomor_responden", _baca_nomor)
    kelompok = list(zip(upp, layanan, periode, nomor, strict=True))
    jawaban = [kolom.baca_di(tabel.kepala.unsur[unsur], baca_jawaban) for unsur in Unsur]
    umum = kolom.baca("penilaian_umum", baca_jawaban)
    saran = kolom.baca("saran", teks)
    profil = _baca_profil(kolom)
    _tolak_ganda(kolom, kelompok)
    if kolom.gagal:
        return []
    baris = list(zip(upp, layanan, periode, nomor, tanggal, *profil, umum, *jawaban, saran, strict=True))
    return _buang_kosong(kolom, baris, list(zip(*jawaban, strict=True)))


def baca_jawaban(sel: Sel) -> int | None:
    """An answer 1-4; None for a blank, which is missing and never zero. Raises NilaiSalah for anything else."""
    nilai = baca_desimal(sel)
    if nilai is None:
        return None
    if nilai not in (1, 2, 3, 4):
        raise NilaiSalah("Jawaban harus bilangan bulat 1, 2, 3, atau 4; kosongkan bila tidak dijawab.")
    return int(nilai)


def baca_disabilitas(isi: str) -> str | None:
    """ "ya" or "tidak"; a kind of disability is "ya"; None when the words say neither."""
    kata = lipat(isi)
    if kata in _TIDAK or isi in ("-", "–"):
        return "tidak"
    return "ya" if kata in _YA or _RAGAM.intersection(kata.split()) else None


def _ada_waktu(tabel: Tabel) -> bool:
    kepala = tabel.kepala
    if "periode" in kepala.kolom or "tanggal" in kepala.kolom:
        return True
    kalimat = "Kolom 'periode' atau 'tanggal' tidak ada. Salah satunya wajib ada agar periode jawaban diketahui."
    tabel.konteks.catatan.galat(tabel.skema.nama, kepala.nomor, "periode", None, kalimat)
    return False


def _cari_upp(upp: PencariUpp, sel: Sel) -> str:
    isi = satu_baris(sel)
    if not isi:
        raise NilaiSalah("Kolom 'upp' wajib diisi. Bila selnya digabung (merge), pisahkan dan isi setiap baris.")
    return upp.cari(isi)


def _baca_nomor(sel: Sel) -> str:
    """The number of a questionnaire. All differ, so that a plain one is read without detours."""
    if isinstance(sel, float) and sel.is_integer():
        return f"{sel:.0f}"
    return _batasi(satu_baris(sel), PANJANG_NOMOR)


def _batasi(isi: str, maks: int) -> str:
    if len(isi) > maks:
        raise NilaiSalah(f"Isi terlalu panjang: {len(isi)} karakter, paling banyak {maks}.")
    return isi


def _baca_layanan(kolom: PembacaKolom, upp: Sequence[Any]) -> list[Any]:
    posisi = kolom.tabel.kepala.kolom.get("layanan")
    if posisi is None:
        return [None] * len(upp)
    cari = kolom.tabel.konteks.layanan
    return kolom.baca_nilai(list(zip(upp, kolom.mentah(posisi), strict=True)), lambda p: _cari_layanan(cari, *p), posisi)


def _cari_layanan(cari: PencariLayanan, upp: object, sel: Sel) -> str | None:
    isi = _batasi(satu_baris(sel), PANJANG_LAYANAN)
    return cari.cari(upp, isi) if isi and isinstance(upp, str) else None


def _baca_waktu(kolom: PembacaKolom) -> tuple[list[Any], list[Any]]:
    """(ISO dates, period codes); where a row names no period its triwulan follows from the date."""
    tahun = kolom.tabel.konteks.tahun
    tanggal = kolom.baca("tanggal", lambda sel: _iso(sel, tahun))
    periode = kolom.baca("periode", lambda sel: _kode_periode(sel, tahun))
    if None in periode:
        periode = [_dari_tanggal(t) if p is None else p for p, t in zip(periode, tanggal, strict=True)]
        tanpa = [i for i, p in enumerate(periode) if p is None]
        kolom.tolak(tanpa, "periode", "Periode dan tanggal kosong. Isi salah satunya.")
    return tanggal, periode


def _iso(sel: Sel, tahun: int) -> str | None:
    hari = baca_tanggal(sel)
    if hari is not None and hari.year != tahun:
        raise NilaiSalah(f"Tanggal ini milik tahun {hari.year}, sedangkan yang diimpor adalah tahun {tahun}.")
    return None if hari is None else hari.isoformat()


def _kode_periode(sel: Sel, tahun: int) -> str | None:
    isi = satu_baris(sel)
    return periode_dari_teks(isi, tahun)[0].value if isi else None


def _dari_tanggal(tanggal: Any) -> Any:
    if tanggal is None or tanggal is TOLAK:
        return tanggal
    return periode_dari_bulan(date.fromisoformat(tanggal).month).value


def _baca_profil(kolom: PembacaKolom) -> list[list[Any]]:
    """usia, jenis_kelamin, pendidikan, pekerjaan, disabilitas as the `.value` of their bands."""
    pembaca: dict[str, Callable[[str], str | None]] = {
        "usia": _baca_usia,
        "jenis_kelamin": baca_jenis_kelamin,
        "pendidikan": baca_pendidikan,
        "pekerjaan": baca_pekerjaan,
        "disabilitas": baca_disabilitas,
    }
    return [_baca_pita(kolom, nama, baca) for nama, baca in pembaca.items()]


def _baca_usia(isi: str) -> str | None:
    """A digit that is no number (such as a raised 2) is no age."""
    try:
        return baca_usia(isi)
    except ValueError:
        return None


def _baca_pita(kolom: PembacaKolom, nama: str, baca: Callable[[str], str | None]) -> list[Any]:
    """One column of the profile; what cannot be read is left blank, with one warning for the column."""
    asing: dict[str, None] = {}

    def baca_sel(sel: Sel) -> str | None:
        isi = satu_baris(sel)
        pita = baca(isi) if isi else None
        if isi and pita is None:
            asing[isi] = None
        return None if pita is None else str(pita)

    hasil = kolom.baca(nama, baca_sel)
    if asing:
        judul = kolom.tabel.kepala.judul[kolom.tabel.kepala.kolom[nama]]
        kalimat = f"Isi kolom {nama} tidak dikenal dan dianggap kosong: {contoh_nilai(list(asing))}."
        kolom.tabel.konteks.catatan.peringatan(kolom.tabel.skema.nama, None, judul, None, kalimat)
    return hasil


def _tolak_ganda(kolom: PembacaKolom, kelompok: Sequence[tuple[Any, ...]]) -> None:
    bernomor = [kunci for kunci in kelompok if kunci[3]]
    if len(set(bernomor)) == len(bernomor):
        return
    pertama: dict[tuple[Any, ...], int] = {}
    for i, kunci in enumerate(kelompok):
        sebelum = pertama.setdefault(kunci, i)
        if sebelum != i and kunci[3] and TOLAK not in kunci:
            awal = kolom.tabel.nomor[sebelum]
            kalimat = f"Nomor responden ini sudah ada pada baris {awal} untuk UPP, layanan, dan periode yang sama."
            kolom.tolak([i], "nomor_responden", kalimat)


def _buang_kosong(
    kolom: PembacaKolom, baris: list[BarisRespons], jawaban: Sequence[tuple[int | None, ...]]
) -> list[BarisRespons]:
    """A questionnaire without a single answer is nobody's opinion: it is left out and would not count in n."""
    if _TANPA_JAWABAN not in jawaban:
        return baris
    kosong = [i for i, nilai in enumerate(jawaban) if nilai == _TANPA_JAWABAN]
    for i in kosong:
        kolom.baris(i).ingatkan(None, "Baris ini tidak memuat satu pun jawaban unsur; baris dilewati.")
    buang = set(kosong)
    return [b for i, b in enumerate(baris) if i not in buang]
