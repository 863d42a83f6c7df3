"""The big recap of a year as an Excel workbook: units, periods and layanan, unsur, years, the instansi (spec 3.6; T1, T3, T16, T17)."""

from rtl_tracker.domain.pengaturan import Bobot, Pengaturan, SumberNilai
from rtl_tracker.domain.periode import Periode
from rtl_tracker.formats import huruf_kapital_awal
from rtl_tracker.reports.buku_excel import tulis_buku
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import TANPA_NAMA
from rtl_tracker.reports.rekap.lembar_instansi import lembar_instansi
from rtl_tracker.reports.rekap.lembar_periode import lembar_per_periode
from rtl_tracker.reports.rekap.lembar_unit import lembar_antartahun, lembar_rekap, lembar_unsur
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_hasil import susun_fakta_hasil
from rtl_tracker.reports.tahunan.fakta_tren import susun_fakta_tren
from rtl_tracker.reports.tahunan.narasi_pendahuluan import KALIMAT_AGREGASI
from rtl_tracker.reports.tahunan.tabel_besar import RERATA


def buat_buku_rekap(bahan: BahanLaporan) -> bytes:
    """The workbook as bytes of an .xlsx file. Figures are numbers, rounded as the report prints them; no answer is needed."""
    p, hasil, pengantar = bahan.rekap.pengaturan, susun_fakta_hasil(bahan), _pengantar(bahan)
    nama = {r.upp.id: r.upp.nama for r in bahan.rekap.upp}
    induk = {r.upp.id: nama[r.upp.induk_id] for r in bahan.rekap.upp if r.upp.induk_id in nama}
    lembar = (
        lembar_rekap(hasil, p, induk, pengantar),
        lembar_per_periode(bahan, induk, pengantar),
        lembar_unsur(hasil, p, pengantar),
        lembar_antartahun(susun_fakta_tren(bahan, hasil), p, pengantar),
        lembar_instansi(bahan.rekap, hasil, pengantar),
    )
    return tulis_buku(lembar, pengantar[0])


def _pengantar(bahan: BahanLaporan) -> tuple[str, ...]:
    """The title block: what, whose, under which rules."""
    p = bahan.rekap.pengaturan
    berperiode = any(h.periode is not Periode.TAHUNAN for r in bahan.rekap.upp for h in r.terukur)
    gabungan = f"IKM instansi: {KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}."
    return (
        f"Rekapitulasi SKM tahun {bahan.rekap.tahun}",
        p.nama or TANPA_NAMA,
        _hitungan(p),
        huruf_kapital_awal(" ".join((gabungan, RERATA[p.rerata_periode] if berperiode else "")).strip()),
        *(("Memuat data contoh.",) if bahan.data_contoh else ()),
    )


def _hitungan(p: Pengaturan) -> str:
    """Weight, rounding, and where the index of a recap comes from."""
    bobot = "1/9" if p.bobot is Bobot.SEPERSEMBILAN else p.bobot.value.replace(".", ",")
    dulu = (
        "" if p.pembulatan_tertimbang is None else f" NRR tertimbang dibulatkan {p.pembulatan_tertimbang} desimal lebih dahulu."
    )
    sumber = "yang tercetak" if p.sumber_nilai is SumberNilai.TERCETAK else "yang dihitung ulang"
    return (
        f"Bobot {bobot} untuk setiap unsur.{dulu} IKM dibulatkan {p.desimal_ikm} desimal satu kali pada akhir, setengah ke atas; mutu dari "
        f"nilai 2 desimal. Untuk hasil berupa rekap dipakai IKM {sumber}."
    )
