"""The report of one unit as elements by marker: which sentence, table and chart stands where (spec 3.3)."""

from collections.abc import Callable, Sequence

from rtl_tracker.domain.mutu import kinerja
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import bulat, selisih
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.rancangan import Png, Teks, daftar_nomor, paragraf
from rtl_tracker.reports.tahunan import tabel_analisis, tabel_pengumpulan
from rtl_tracker.reports.tahunan.narasi_tindak_lanjut import DATA_CONTOH
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, LEBAR_POTRET, selebar_halaman
from rtl_tracker.reports.tahunan.tabel_pengolahan import elemen_pengolahan
from rtl_tracker.reports.upp import narasi_hasil, tabel_hasil, tabel_pendahuluan, tabel_tindak_lanjut
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.gambar import GrafikUpp
from rtl_tracker.reports.word.elemen import BarisAngka, DaftarNomor, Elemen, Gambar, Judul, Paragraf, Tabel

LANSKAP = ("rtl_lanskap", "hasil_tindak_lanjut", "rtl_belum")
BuatTabel = Callable[[FaktaUpp], Tabel]


def susun_isi(f: FaktaUpp, g: GrafikUpp, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Elements by marker name. `teks`: the texts in force by block; `png`: rendered charts by the hash of the chart."""
    isi: dict[str, list[Elemen]] = {
        **_pendahuluan(f, teks),
        **_hasil_utama(f, g, teks, png),
        **_hasil_rinci(f, g, teks, png),
        **_tindak_lanjut(f, teks),
        "kesimpulan": daftar_nomor(teks.get("kesimpulan", ())),
        "rekomendasi": daftar_nomor(teks.get("rekomendasi", ())),
        "lampiran_pengolahan": _pengolahan(f),
    }
    return {nama: [_selebar(e, nama) for e in elemen] for nama, elemen in isi.items()}


def _selebar(elemen: Elemen, nama: str) -> Elemen:
    if not isinstance(elemen, Tabel):
        return elemen
    return selebar_halaman(elemen, LEBAR_LANSKAP if nama in LANSKAP else LEBAR_POTRET)


def _paragraf(teks: Teks, nama: str) -> list[Elemen]:
    return paragraf(teks.get(nama, ()))


def _bila(ada: object, *tabel: BuatTabel, f: FaktaUpp) -> list[Elemen]:
    """The tables where there is something to put into them."""
    return [buat(f) for buat in tabel] if ada else []


def _gambar(grafik: Grafik | None, png: Png, kunci: str, judul: str) -> list[Elemen]:
    return [] if grafik is None else [Gambar(png[grafik.sidik()], grafik.lebar_mm, grafik.alt, kunci, judul)]


def _pendahuluan(f: FaktaUpp, teks: Teks) -> dict[str, list[Elemen]]:
    t, p = tabel_pendahuluan, f.profil
    return {
        "kata_pengantar": _paragraf(teks, "kata_pengantar"),
        "latar_belakang": _paragraf(teks, "latar_belakang"),
        "dasar_hukum": [Paragraf("Survei dan laporan ini berdasar pada peraturan berikut."), DaftarNomor(f.instansi.dasar_hukum)],
        "maksud_tujuan": [*_paragraf(teks, "maksud"), *daftar_nomor(teks.get("tujuan", ()))],
        "profil": [
            *_paragraf(teks, "profil"), *_bila(not p.ringkas, t.tabel_profil, f=f), *_bila(p.pegawai, t.tabel_pegawai, f=f), *_bila(p.layanan, t.tabel_standar, f=f),
        ],
        "metode": [*_paragraf(teks, "metode"), tabel_pengumpulan.tabel_unsur(f.setahun), tabel_pengumpulan.tabel_kelas(f.setahun)],
        "tim_jadwal": [
            *_paragraf(teks, "tim_jadwal"), *_bila(p.tim, t.tabel_tim, f=f), *_bila(f.hasil.kuesioner, t.tabel_jadwal, f=f),
        ],
    }  # fmt: skip


def _hasil_utama(f: FaktaUpp, g: GrafikUpp, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Sections 2.1 to 2.7."""
    h, t = f.hasil, tabel_hasil
    profil: list[Elemen] = [tabel_pengumpulan.tabel_profil(f.setahun)] if f.setahun.pengumpulan.profil else []
    return {
        "kuesioner": [*_paragraf(teks, "kuesioner"), *_bila(h.kuesioner, tabel_pendahuluan.tabel_kuesioner, f=f)],
        "profil_responden": [*_paragraf(teks, "profil_responden"), *profil],
        "indeks": [_angka_pokok(f), *_paragraf(teks, "indeks")],
        "unsur": [
            *_paragraf(teks, "unsur"),
            *_bila(f.setahun.hasil.unsur, t.tabel_unsur_urut, t.tabel_unsur_peringkat, f=f),
            *_gambar(g.unsur, png, "G_UNSUR", f"Nilai konversi unsur, tahun {f.tahun}"),
        ],
        "periode": [
            *_paragraf(teks, "periode"),
            *_bila(f.periode, t.tabel_periode, f=f),
            *paragraf(narasi_hasil.gambar_periode(g.periode is not None)),
            *_gambar(g.periode, png, "G_PERIODE", f"IKM menurut periode, tahun {f.tahun}"),
        ],
        "layanan": [*_paragraf(teks, "layanan"), *_bila(h.layanan, t.tabel_layanan, f=f)],
        "anak": [*_paragraf(teks, "anak"), *_bila(h.anak, t.tabel_anak, f=f)],
    }


def _angka_pokok(f: FaktaUpp) -> BarisAngka:
    """Index, class, respondents and change in large figures; what is not known is not shown."""
    i = f.setahun.hasil.indeks
    butir = [(sebut_ikm(i.ikm, f.instansi) if i.ikm is not None else "–", f"IKM tahun {f.tahun}")]
    if i.mutu is not None:
        butir.append((i.mutu.value, f"mutu: {kinerja(i.mutu)}"))
    if i.jumlah_responden is not None:
        butir.append((bulat(i.jumlah_responden), "responden"))
    if i.selisih is not None:
        butir.append((selisih(i.selisih, f.instansi.desimal_ikm), f"poin dari tahun {f.tahun - 1}"))
    return BarisAngka(tuple(butir))


def _hasil_rinci(f: FaktaUpp, g: GrafikUpp, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Sections 2.8 to 2.11."""
    t, sebaran, saran, kekuatan = (
        tabel_hasil,
        tabel_analisis.tabel_sebaran(f.setahun),
        tabel_hasil.tabel_saran(f),
        tabel_hasil.tabel_kekuatan(f),
    )
    tren = f.setahun.tren.ada
    return {
        "perbandingan": [
            *_paragraf(teks, "perbandingan"),
            *_bila(tren, t.tabel_riwayat, f=f),
            *_gambar(g.tren if tren else None, png, "G_TREN", f"IKM {f.nama} antartahun"),
            *_bila(f.hasil.banding, t.tabel_banding, f=f),
        ],
        "analisis": [
            *_paragraf(teks, "univariat"),
            *([sebaran] if sebaran is not None else []),
            *_gambar(g.sebaran, png, "G_SEBARAN", "Sebaran jawaban per unsur"),
            *_paragraf(teks, "bivariat"),
            *_gambar(g.korelasi, png, "G_KORELASI", "Korelasi peringkat antarunsur"),
        ],
        "saran": [*_paragraf(teks, "saran"), *([saran] if saran is not None else [])],
        "kekuatan": [*_paragraf(teks, "kekuatan"), *([kekuatan] if kekuatan is not None else [])],
    }


def _tindak_lanjut(f: FaktaUpp, teks: Teks) -> dict[str, list[Elemen]]:
    r, setahun, t = f.tindak_lanjut, f.setahun.tindak_lanjut, tabel_tindak_lanjut
    contoh: Sequence[Elemen] = [Paragraf(DATA_CONTOH, "catatan")] if f.setahun.data_contoh else []
    return {
        "prioritas": _paragraf(teks, "prioritas"),
        "rtl_lanskap" if t.rencana_panjang(f) else "rtl": [
            *contoh,
            *_paragraf(teks, "rtl"),
            *_bila(r.rencana, t.tabel_rencana, f=f),
        ],
        "realisasi": [*contoh, *_paragraf(teks, "realisasi"), *_bila(_ada_realisasi(f), t.tabel_realisasi, f=f)],
        "dampak": [*_paragraf(teks, "dampak"), *_bila(r.dampak, t.tabel_dampak, f=f)],
        "hasil_tindak_lanjut": [
            *(contoh if setahun.hasil_tindak_lanjut else ()),
            *_paragraf(teks, "hasil_tindak_lanjut"),
            *_bila(setahun.hasil_tindak_lanjut, t.tabel_hasil, f=f),
        ],
        "rtl_belum": [*_paragraf(teks, "rtl_belum"), *_bila(setahun.belum, t.tabel_belum, f=f)],
    }


def _ada_realisasi(f: FaktaUpp) -> bool:
    tahunan = f.tindak_lanjut.tahunan
    return tahunan is not None and tahunan.dilaporkan is not None and bool(f.tindak_lanjut.per_periode)


def _pengolahan(f: FaktaUpp) -> list[Elemen]:
    """T14, one table per period."""
    elemen: list[Elemen] = []
    for _, periode, tabulasi, lembar in f.setahun.lembar:
        if len(f.setahun.lembar) > 1 or periode is not Periode.TAHUNAN:
            elemen.append(Judul(2, f"{NAMA_PERIODE[periode]} ({bulat(len(lembar))} responden)"))
        elemen += elemen_pengolahan(lembar, tabulasi, f.instansi)
    return elemen
