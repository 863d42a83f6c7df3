"""The paragraph of every unit: index, change, unsur, RTL, realisasi. Chosen from facts; no number is made here."""

from rtl_tracker.domain.sampel import N_CATATAN_KAKI
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import angka, bulat, daftar, dengan_terbilang, persen
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import BarisRealisasi
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, kelas_dalam_kurung, sebut_banyak, sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah
from rtl_tracker.reports.tahunan_daerah.fakta_unit import Ekstrem, FaktaUnit

UNSUR_BERNAMA = 4


def pembuka(f: FaktaDaerah) -> list[str]:
    """What the paragraphs below tell, said once; RTL and realisasi only where the data hold some."""
    t = f.dasar.tindak_lanjut
    isi = ["nilai dan peringkat", "unsur terendah dan tertinggi"]
    isi += [f"RTL tahun {f.dasar.tahun}"] if t.rtl_upp else []
    isi += ["realisasi RTL periode sebelumnya"] if t.realisasi.dilaporkan is not None else []
    return [f"Setiap {f.pengaturan.istilah_unit} diuraikan menurut urutan ⟦T3⟧: {daftar(isi)}."]


def analisis_unit(f: FaktaDaerah, u: FaktaUnit) -> str:
    """One unit in one paragraph that begins with its name."""
    if u.ikm is None and u.terendah is None:
        return _tanpa_hasil(f, u)
    return " ".join([*_indeks(f, u), *_unsur(f, u), *_rtl(f, u), *_realisasi(f, u)])


def _tanpa_hasil(f: FaktaDaerah, u: FaktaUnit) -> str:
    if u.nihil:
        return f"**{u.nama}** menyatakan nihil karena tidak ada responden pada tahun {f.dasar.tahun}."
    return f"**{u.nama}** belum memiliki hasil SKM tahun {f.dasar.tahun}."


def _indeks(f: FaktaDaerah, u: FaktaUnit) -> list[str]:
    p = f.pengaturan
    if u.ikm is None:
        return [f"IKM **{u.nama}** tahun {f.dasar.tahun} belum dapat dihitung karena nilai unsurnya belum lengkap."]
    nilai = f"{sebut_ikm(u.ikm, p)} dengan mutu {sebut_mutu(u.mutu, p)}"
    if u.rerata_anak:
        return [
            f"**{u.nama}** tidak memiliki survei sendiri. Rata-rata unit di bawahnya {nilai}; nilai ini tidak dihitung dalam indeks instansi."
        ]
    kalimat = [f"**{u.nama}** memperoleh IKM {nilai}{_responden(u)}{_perubahan(f, u)}."]
    if u.peringkat is None:
        kalimat.append("Nilai ini tidak dihitung dalam indeks instansi.")
    elif f.dasar.hasil.indeks.upp_dihitung > 1:
        kalimat.append(
            f"Nilai ini berada pada peringkat {u.peringkat} dari {f.dasar.hasil.indeks.upp_dihitung} {p.istilah_unit}."
        )
    return kalimat


def _responden(u: FaktaUnit) -> str:
    if not u.n:
        return ""
    kecil = f" (kurang dari {N_CATATAN_KAKI})" if u.n < N_CATATAN_KAKI else ""
    return f" dari {bulat(u.n)} responden{kecil}"


def _perubahan(f: FaktaDaerah, u: FaktaUnit) -> str:
    if u.selisih is None or u.lalu is None:
        return ""
    desimal = f.pengaturan.desimal_ikm
    lalu = f"{angka(u.lalu, desimal)} pada tahun {f.dasar.tahun - 1}"
    if u.selisih == 0:
        return f", tetap dibandingkan dengan {lalu}"
    return f", {arah(u.selisih)} {angka(abs(u.selisih), desimal)} poin dari {lalu}"


def _unsur(f: FaktaDaerah, u: FaktaUnit) -> list[str]:
    if u.terendah is None or u.tertinggi is None:
        return ["Nilai per unsur tidak disampaikan."]
    if len(u.terendah.unsur) == len(Unsur):
        return [f"Kesembilan unsur bernilai sama ({_dalam_kurung(f, u.terendah)})."]
    kalimat = [
        f"Unsur terendah adalah {daftar_unsur(u.terendah.unsur)} ({_dalam_kurung(f, u.terendah)}); "
        f"unsur tertinggi adalah {daftar_unsur(u.tertinggi.unsur)} ({_dalam_kurung(f, u.tertinggi)})."
    ]
    if u.rendah:
        kalimat.append(f"Unsur lain dengan mutu di bawah B: {daftar_unsur(u.rendah)}.")
    return kalimat


def _dalam_kurung(f: FaktaDaerah, e: Ekstrem) -> str:
    return f"{'NRR' if f.dasar.hasil.skala_nrr else 'konversi'} {angka(e.nilai)}; {kelas_dalam_kurung(e.mutu)}"


def _rtl(f: FaktaDaerah, u: FaktaUnit) -> list[str]:
    """Silent where no unit at all has RTL in the data, which the chapter on follow-up says once."""
    if not f.dasar.tindak_lanjut.rtl_upp or u.rerata_anak:
        return []
    if not u.rtl:
        return [f"RTL tahun {f.dasar.tahun} belum disusun."]
    return [f"RTL tahun {f.dasar.tahun} berjumlah {dengan_terbilang(u.rtl)}{_untuk_unsur(u)}."]


def _untuk_unsur(u: FaktaUnit) -> str:
    """The unsur of the plan by name; many are counted."""
    if not u.unsur_rtl:
        return ""
    if len(u.unsur_rtl) > UNSUR_BERNAMA:
        return f", untuk {sebut_banyak(len(u.unsur_rtl), 'unsur')}"
    return f", untuk unsur {daftar_unsur(u.unsur_rtl)}"


def _realisasi(f: FaktaDaerah, u: FaktaUnit) -> list[str]:
    """Both percentages with the items behind them; silent where no unit reported anything."""
    r = u.realisasi
    if r is None or f.dasar.tindak_lanjut.realisasi.dilaporkan is None:
        return []
    if r.dilaporkan is None:
        return ["Realisasi RTL periode sebelumnya belum dilaporkan."]
    if not r.rtl:
        return [f"Realisasi RTL periode sebelumnya {persen(r.dilaporkan)} menurut laporan unit."]
    return [_butir(r)]


def _butir(r: BarisRealisasi) -> str:
    return (
        f"Dari {bulat(r.rtl)} RTL periode sebelumnya, {bulat(r.selesai)} dilaporkan selesai dan {bulat(r.terverifikasi)} terverifikasi; "
        f"realisasi setahun {persen(r.dilaporkan)} (dilaporkan) dan {persen(r.persen_terverifikasi)} (terverifikasi)."
    )
