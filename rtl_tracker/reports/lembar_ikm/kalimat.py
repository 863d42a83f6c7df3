"""The words on the sheet, chosen from its facts; no number is made here."""

from datetime import date

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import SPASI_TETAP, bulat, daftar, tanggal
from rtl_tracker.reports.lembar_ikm.fakta import FaktaLembar
from rtl_tracker.reports.lembar_ikm.profil_publik import RincianPublik

TERIMA_KASIH = "Terima kasih kepada semua responden. Penilaian Anda menjadi dasar perbaikan layanan kami."
AJAKAN = "Hasil selengkapnya: pindai kode di samping."


def sebut_periode(periode: Periode, tahun: int) -> str:
    """ "Semester I 2023"; "Tahun 2023" for a whole year."""
    return f"Tahun {tahun}" if periode is Periode.TAHUNAN else f"{NAMA_PERIODE[periode]} {tahun}"


def sebut_rentang(mulai: date, selesai: date) -> str:
    """ "1 Januari – 30 Juni 2023"; the year stands twice where it changes."""
    awal = tanggal(mulai)
    return f"{awal.removesuffix(f' {selesai.year}')} – {tanggal(selesai)}"


def asal_nilai(f: FaktaLembar) -> str:
    """What a mean is a mean of; empty for a measured result."""
    if len(f.bagian) == 1:
        return f"Hasil {NAMA_PERIODE[f.bagian[0]]}"
    if f.bagian:
        return f"Rata-rata {daftar([NAMA_PERIODE[p] for p in f.bagian])}"
    if f.unit is not None and f.banyak_unit is not None:
        return f"Rata-rata {bulat(f.banyak_unit)} unit di bawahnya"
    return ""


def asal_responden(f: FaktaLembar) -> tuple[str, ...]:
    """Lines below the number of respondents: "responden", "dari 17 UPP"."""
    dari = (f"dari {bulat(f.banyak_unit)} {f.istilah_unit}",) if f.unit is None and f.banyak_unit is not None else ()
    return ("responden", *dari)


def rincian(satu: RincianPublik) -> str:
    """One profile column on a line: the groups with their counts, an item never split over two lines."""
    if not satu.kelompok:
        return f"**{satu.indikator}**: tidak ditampilkan karena kelompoknya terlalu kecil"
    butir = [f"{_rapat(nilai)}{SPASI_TETAP}({bulat(n)})" for nilai, n in satu.kelompok]
    if satu.digabung:
        butir.append(f"kelompok{SPASI_TETAP}lain{SPASI_TETAP}({bulat(satu.digabung)})")
    return f"**{satu.indikator}**: {', '.join(butir)}"


def _rapat(nilai: str) -> str:
    """A value that no line end tears apart."""
    return nilai.replace(" ", SPASI_TETAP).replace("-", "\N{NON-BREAKING HYPHEN}")
