"""Tables of the report beside T12: figures by unsur, and T13."""

from collections.abc import Sequence

from rtl_tracker.formats import angka, bulat, persen, selisih
from rtl_tracker.reports.hasil_tl.fakta import FaktaHasilTl, KelompokUnsur, RtlBernomor
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import masa, sebut_waktu
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, selebar_halaman, tanpa_kolom_kosong
from rtl_tracker.reports.tahunan.tabel_tindak_lanjut import SEBUTAN_STATUS
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel


def tabel_unsur(f: FaktaHasilTl) -> Tabel:
    """How many RTL of each unsur were planned, reported, verified, and how its value moved where it was measured again."""
    kolom = (
        Kolom("No", 10, "kanan"), Kolom("Unsur", 42), Kolom("Direncanakan", 25, "kanan"), Kolom("Dilaporkan selesai", 23, "kanan"),
        Kolom("Terverifikasi", 24, "kanan"), Kolom("Nilai unsur sebelum dan sesudah", 33, "kanan"),
    )  # fmt: skip
    baris = [_baris_unsur(k) for k in f.kelompok]
    diketahui = f.dilaporkan is not None
    jumlah = _angka(f.selesai, f.terverifikasi, diketahui=diketahui)
    baris.append(Baris(("", "Jumlah", bulat(f.direncanakan), *jumlah, ""), "total"))
    if diketahui:
        persentase = (persen(f.dilaporkan), persen(f.persen_terverifikasi))
        baris.append(Baris(("", "Persentase dari yang direncanakan", "", *persentase, ""), "total"))
    judul = f"RTL {masa(f.tahun, f.periode)} menurut unsur"
    return selebar_halaman(tanpa_kolom_kosong(Tabel(kolom, (), "UNSUR", judul, catatan=_catatan_unsur(f)), baris, 5))


def _baris_unsur(k: KelompokUnsur) -> Baris:
    angka_unsur = _angka(k.selesai, k.terverifikasi, diketahui=k.tanpa_status < len(k.rtl))
    d = k.dampak
    dampak = "-" if d is None else f"{angka(d.sebelum)} → {angka(d.sesudah)}\n({selisih(d.selisih)})"
    return Baris((str(k.nomor), k.nama, bulat(len(k.rtl)), *angka_unsur, dampak))


def _catatan_unsur(f: FaktaHasilTl) -> str | None:
    """What the marks below the table mean; a mark that does not stand in it is not explained."""
    berdampak = [k.dampak is not None for k in f.kelompok]
    nilai = "Nilai unsur adalah konversi pada periode RTL dan pada pengukuran sesudahnya; perubahannya tidak selalu disebabkan oleh RTL."
    butir = (
        ("“-” pada kolom jumlah berarti realisasi belum dilaporkan; tidak dihitung sebagai nol.", f.tanpa_status > 0),
        (nilai, any(berdampak)),
        ("“-” pada kolom nilai berarti belum ada pengukuran sesudahnya.", any(berdampak) and not all(berdampak)),
    )
    return " ".join(teks for teks, berlaku in butir if berlaku) or None


def _angka(*nilai: int, diketahui: bool) -> tuple[str, ...]:
    return tuple(bulat(n) if diketahui else "-" for n in nilai)


def tabel_belum(belum: Sequence[RtlBernomor]) -> Tabel:
    """T13; the new target of what was carried over is that of its successor."""
    kolom = (
        Kolom("No", 11, "kanan"), Kolom("Rencana Tindak Lanjut", 66), Kolom("Strategi Penyelesaian", 70), Kolom("Target Waktu", 36),
        Kolom("Penanggung Jawab", 40), Kolom("Stakeholder Terkait", 39),
    )  # fmt: skip
    baris = tuple(_baris_belum(b) for b in belum)
    return selebar_halaman(
        Tabel(kolom, baris, "T13", "RTL yang belum selesai dan strategi penyelesaiannya", ukuran_pt=8.5), LEBAR_LANSKAP
    )


def _baris_belum(b: RtlBernomor) -> tuple[str, ...]:
    akhir = b.lanjutan or b.rtl
    rencana = f"{b.rtl.kegiatan}\n({SEBUTAN_STATUS[b.rtl.status]})"
    return (
        b.nomor, rencana, b.rtl.strategi or akhir.strategi or "-", sebut_waktu(akhir) or "-", akhir.penanggung_jawab or "-",
        b.rtl.stakeholder or "-",
    )  # fmt: skip
