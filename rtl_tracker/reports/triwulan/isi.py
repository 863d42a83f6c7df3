"""The recap as elements by marker: which sentence, table and chart stands where (spec 3.3)."""

from collections.abc import Sequence

from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.lembar_ikm.isi import susun_lembar
from rtl_tracker.reports.rancangan import Png, Teks, daftar_nomor, paragraf
from rtl_tracker.reports.tahunan import narasi_tindak_lanjut
from rtl_tracker.reports.tahunan import tabel_hasil as th
from rtl_tracker.reports.tahunan import tabel_pengumpulan as tp
from rtl_tracker.reports.tahunan import tabel_tindak_lanjut as tt
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, LEBAR_POTRET, selebar_halaman
from rtl_tracker.reports.triwulan import tabel_periode
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.gambar import GrafikPeriode
from rtl_tracker.reports.triwulan.sebutan_periode import pada_periode
from rtl_tracker.reports.word.elemen import DaftarNomor, Elemen, Gambar, Paragraf, Tabel

LANSKAP = ("tabel_besar", "lampiran_matriks", "lampiran_rtl")
Isi = dict[str, list[Elemen]]


def susun_isi(f: FaktaPeriode, g: GrafikPeriode, teks: Teks, png: Png) -> Isi:
    """Elements by marker name. `teks`: the texts in force by block; `png`: rendered charts by the hash of the chart."""
    isi = {
        "lembar": susun_lembar(f.lembar_ikm),
        **_awal(f, teks),
        **_hasil(f, g, teks, png),
        **_tindak_lanjut(f, g, teks, png),
        "kesimpulan": daftar_nomor(teks.get("kesimpulan", ())),
        "rekomendasi": daftar_nomor(teks.get("rekomendasi", ())),
        **_lampiran(f),
    }
    return {nama: [_selebar(e, nama) for e in elemen] for nama, elemen in isi.items()}


def _selebar(elemen: Elemen, nama: str) -> Elemen:
    if not isinstance(elemen, Tabel):
        return elemen
    return selebar_halaman(elemen, LEBAR_LANSKAP if nama in LANSKAP else LEBAR_POTRET)


def _teks(teks: Teks, nama: str) -> list[Elemen]:
    return paragraf(teks.get(nama, ()))


def _gambar(grafik: Sequence[Grafik], png: Png, judul: str, kunci: str) -> list[Elemen]:
    """One captioned picture per chart; parts of a long one share the caption."""
    return [
        Gambar(png[g.sidik()], g.lebar_mm, g.alt, None if i else kunci, f"{judul} (lanjutan)" if i else judul)
        for i, g in enumerate(grafik)
    ]


def _awal(f: FaktaPeriode, teks: Teks) -> Isi:
    """Foreword, chapters I and II."""
    k = f.dasar.pengumpulan
    return {
        "kata_pengantar": _teks(teks, "kata_pengantar"),
        "latar_belakang": _teks(teks, "latar_belakang"),
        "dasar_pelaksanaan": [
            Paragraf("Survei dan rekapitulasi ini dilaksanakan berdasarkan peraturan berikut."), DaftarNomor(f.pengaturan.dasar_hukum),
        ],
        "metode": [*_teks(teks, "metode"), tp.tabel_unsur(f.dasar), tp.tabel_kelas(f.dasar)],
        "jadwal": _teks(teks, "jadwal"),
        "penyampaian": [*_teks(teks, "penyampaian"), pada_periode(tp.tabel_penyampaian(f.dasar), f)],
        "responden": [*_teks(teks, "responden"), *([pada_periode(tp.tabel_responden(f.dasar), f)] if k.responden else [])],
        "profil_responden": [*_teks(teks, "profil_responden"), *([pada_periode(tp.tabel_profil(f.dasar), f)] if k.profil else [])],
        "cara_pengumpulan": [
            *_teks(teks, "cara_pengumpulan"), *([pada_periode(tp.tabel_metode(f.dasar), f)] if len(k.metode) > 1 else []),
        ],
    }  # fmt: skip


def _hasil(f: FaktaPeriode, g: GrafikPeriode, teks: Teks, png: Png) -> Isi:
    """Sections 3.1 to 3.5."""
    unit, h = f.pengaturan.istilah_unit, f.dasar.hasil
    unsur: list[Elemen] = []
    if h.unsur:
        unsur = [tabel_periode.tabel_unsur_urut(f), pada_periode(th.tabel_nilai_unsur(f.dasar), f)]
    return {
        "indeks": [*_teks(teks, "indeks"), th.tabel_agregasi(f.dasar)],
        "banding": [*_teks(teks, "banding"), *_banding(f, g, png)],
        "kategori": [
            *_teks(teks, "kategori"),
            pada_periode(th.tabel_mutu_kelompok(f.dasar), f),
            *_gambar(g.mutu_kelompok, png, f"Jumlah {unit} menurut mutu dan kelompok", "G_MUTU"),
            tabel_periode.tabel_daftar_mutu(f),
        ],
        "unsur": [*_teks(teks, "unsur"), *unsur, *_gambar(g.unsur, png, "Nilai konversi sembilan unsur", "G_UNSUR")],
        "tabel_besar": [*_teks(teks, "tabel_besar"), tabel_periode.tabel_hasil_periode(f)],
    }


def _banding(f: FaktaPeriode, g: GrafikPeriode, png: Png) -> list[Elemen]:
    if f.banding is None:
        return []
    tabel: list[Elemen] = [tabel_periode.tabel_banding(f, f.banding)]
    tren = _gambar(g.tren, png, f"IKM {f.pengaturan.nama} menurut periode", "G_TREN")
    if any(x.lalu is not None for x in f.banding.unsur):
        tren.append(tabel_periode.tabel_banding_unsur(f, f.banding))
    if any(x.lalu is not None for x in f.banding.unit):
        tren.append(tabel_periode.tabel_banding_unit(f, f.banding))
    return tabel + tren


def _tindak_lanjut(f: FaktaPeriode, g: GrafikPeriode, teks: Teks, png: Png) -> Isi:
    """Sections 3.6 to 3.8."""
    t = f.dasar.tindak_lanjut
    contoh: list[Elemen] = [Paragraf(narasi_tindak_lanjut.DATA_CONTOH, "catatan")] if t.data_contoh else []
    return {
        "prioritas": [
            *_teks(teks, "prioritas"), *([pada_periode(tt.tabel_prioritas(f.dasar), f)] if t.kali_prioritas else []),
        ],
        "rtl": [
            *contoh, *_teks(teks, "rtl"),
            *([pada_periode(tt.tabel_rtl_instansi(f.dasar), f)] if t.rtl_instansi else []),
            *([pada_periode(tt.tabel_rtl_unsur(f.dasar), f)] if t.rtl_upp else []),
        ],
        "realisasi": [
            *contoh, *_teks(teks, "realisasi"),
            *_gambar(g.realisasi, png, "Rata-rata realisasi RTL menurut kelompok", "G_REALISASI"),
            *([tabel_periode.tabel_realisasi_periode(f)] if t.realisasi.dilaporkan is not None else []),
        ],
    }  # fmt: skip


def _lampiran(f: FaktaPeriode) -> Isi:
    d = f.dasar
    return {
        "lampiran_matriks": [pada_periode(th.tabel_matriks(d), f)] if d.hasil.unsur else [],
        "lampiran_rtl": [tabel_periode.tabel_rencana_periode(f)] if d.tindak_lanjut.rtl_upp else [],
        "lampiran_bukti": [tt.tabel_bukti(d)] if d.tautan else [],
    }
