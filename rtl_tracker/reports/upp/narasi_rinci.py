"""Sentences of the later part of chapter II: years compared, answers, saran, strengths and weaknesses."""

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.tren import arah
from rtl_tracker.formats import angka, bulat, daftar, dengan_terbilang, huruf_kapital_awal, persen
from rtl_tracker.reports.tahunan import narasi_hasil as bersama
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, sebut_mutu
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.fakta_hasil import BandingUnsur
from rtl_tracker.reports.upp.fakta_kekuatan import Kekuatan


def perbandingan(f: FaktaUpp) -> list[str]:
    """Section 2.11; empty without an earlier year."""
    t, p = f.setahun.tren, f.instansi
    if not t.ada:
        return []
    kalimat = []
    if t.kata is not None:
        deret = daftar([f"{angka(x, p.desimal_ikm)} ({tahun})" for tahun, x in t.deret_kata])
        kalimat.append(f"IKM {f.nama} {t.kata.value}: {deret}.")
    if f.setahun.hasil.indeks.ikm_lalu is None:
        kalimat.append(f"IKM tahun {f.tahun - 1} tidak tersedia, sehingga perubahannya tidak dihitung.")
    tabel = "⟦RIWAYAT⟧ dan ⟦G_TREN⟧" if len(t.deret) > 1 else "⟦RIWAYAT⟧"
    kalimat.append(f"Nilai antartahun disajikan pada {tabel}.")
    return [*kalimat, *_banding(f)]


def _banding(f: FaktaUpp) -> list[str]:
    b = f.hasil.banding
    if not b:
        return []
    cacah = [(kata, sum(arah(x.selisih) == kata for x in b)) for kata in ("naik", "tetap", "turun")]
    sebut = daftar([f"{dengan_terbilang(n)} unsur {kata}" for kata, n in cacah if n])
    kalimat = [f"Dibandingkan dengan tahun {f.tahun - 1}, {sebut} (⟦BANDING⟧)."]
    naik, turun = max(b, key=lambda x: x.selisih), min(b, key=lambda x: x.selisih)
    if naik.selisih > 0:
        kalimat.append(f"Kenaikan terbesar terjadi pada {_sebut_banding(b, naik)}.")
    if turun.selisih < 0:
        kalimat.append(f"Penurunan terbesar terjadi pada {_sebut_banding(b, turun)}.")
    return kalimat


def _sebut_banding(semua: tuple[BandingUnsur, ...], acuan: BandingUnsur) -> str:
    senilai = [b.unsur for b in semua if b.selisih == acuan.selisih]
    return f"unsur {daftar_unsur(senilai)} ({angka(abs(acuan.selisih))} poin)"


def univariat(f: FaktaUpp) -> list[str]:
    """Section 2.9, distribution of the answers; empty without answers."""
    return bersama.univariat(f.setahun.analisis.univariat) if f.setahun.analisis.univariat is not None else []


def bivariat(f: FaktaUpp) -> list[str]:
    """Section 2.9, rank correlation; empty without answers."""
    return bersama.bivariat(f.setahun.analisis.bivariat)


def saran(f: FaktaUpp) -> list[str]:
    """Section 2.8; empty without saran."""
    return bersama.saran(f.setahun)


def kekuatan(f: FaktaUpp) -> list[str]:
    """Section 2.10; empty without values of unsur."""
    if not f.kekuatan:
        return []
    kuat = [k.nilai.unsur for k in reversed(f.kekuatan) if k.kuat]
    lemah = [k.nilai.unsur for k in f.kekuatan if k.lemah]
    kalimat = [
        f"{kata} terdapat pada unsur {daftar_unsur(unsur)}."
        if unsur
        else f"Tidak ada unsur yang menonjol sebagai {kata.lower()}."
        for kata, unsur in (("Kelebihan", kuat), ("Kelemahan", lemah))
    ]
    if any(kelebihan(f, k) or kelemahan(f, k) for k in f.kekuatan):
        kalimat.append("Dasar penilaiannya disajikan pada ⟦KEKUATAN⟧.")
    return [" ".join(kalimat)]


def kelebihan(f: FaktaUpp, k: Kekuatan) -> str:
    """What speaks for an unsur, in few words; empty when nothing does."""
    butir = (
        (k.tertinggi, "nilai tertinggi"),
        (k.nilai.mutu is Mutu.A, f"mutu {sebut_mutu(k.nilai.mutu, f.instansi)}"),
        (k.tinggi, "golongan tinggi"),
        (k.sangat_baik is not None and k.kuat, f"{persen(k.sangat_baik)} jawaban sangat baik"),
        (k.selisih is not None and k.selisih > 0, f"naik {angka(k.selisih)} poin dari tahun {f.tahun - 1}"),
    )
    return _rangkai(butir)


def kelemahan(f: FaktaUpp, k: Kekuatan) -> str:
    """What speaks against an unsur, in few words; empty when nothing does."""
    turun = k.selisih is not None and k.selisih < 0
    butir = (
        (k.terendah, "nilai terendah"),
        (k.prioritas and not k.terendah and not k.tertinggi, f"termasuk {bulat(f.instansi.jumlah_prioritas)} nilai terendah"),
        (k.nilai.mutu in (Mutu.C, Mutu.D), f"mutu {sebut_mutu(k.nilai.mutu, f.instansi)}"),
        (k.rendah, "golongan rendah"),
        (bool(k.kurang_baik) and k.lemah, f"{persen(k.kurang_baik)} jawaban tidak baik atau kurang baik"),
        (turun, f"turun {angka(abs(k.selisih)) if k.selisih is not None else ''} poin dari tahun {f.tahun - 1}"),
        (k.saran > 0 and k.lemah, f"{bulat(k.saran)} saran"),
    )
    return _rangkai(butir)


def _rangkai(butir: tuple[tuple[bool, str], ...]) -> str:
    return huruf_kapital_awal("; ".join(teks for berlaku, teks in butir if berlaku))
