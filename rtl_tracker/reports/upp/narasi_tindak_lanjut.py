"""Sentences of chapter III: priorities, plan, realisasi, effect, what is not done."""

from collections import Counter

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.tren import arah
from rtl_tracker.formats import angka, bulat, daftar, dengan_terbilang, persen, tanggal
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, daftar_unsur, nama_unsur, sebut_banyak
from rtl_tracker.reports.upp.fakta import FaktaUpp


def prioritas(f: FaktaUpp) -> list[str]:
    """Section 3.1; empty where neither values nor a choice of the unit are known."""
    t, kalimat = f.setahun.tindak_lanjut, []
    if t.prioritas:
        seri = (
            f" Nilai yang sama pada urutan ke-{f.instansi.jumlah_prioritas} disebut semuanya."
            if len(t.prioritas) > f.instansi.jumlah_prioritas
            else ""
        )
        kalimat.append(
            f"Menurut nilainya, unsur yang didahulukan, dari yang terendah, adalah {daftar_unsur(t.prioritas)}.{seri}"
        )
    return [*kalimat, *_pilihan_unit(f)]


def _pilihan_unit(f: FaktaUpp) -> list[str]:
    """The priorities that the unit named itself; equal choices of several periods in one sentence."""
    pilihan: dict[str, list[str]] = {}
    for b in f.setahun.hasil.besar:
        if b.jenis == "terukur" and b.prioritas_tercetak:
            pilihan.setdefault(b.prioritas_tercetak, []).append(b.periode)
    return [
        f"Prioritas yang ditetapkan unit{f' pada {daftar(periode)}' if f.periode else ''}: {teks}."
        for teks, periode in pilihan.items()
    ]


def rtl(f: FaktaUpp) -> list[str]:
    """Section 3.4."""
    t, r = f.setahun.tindak_lanjut, f.tindak_lanjut
    if not r.rencana and f.hasil.rerata_anak:
        kalimat = ["RTL disusun oleh unit di bawahnya menurut hasil masing-masing."]
    elif not r.rencana:
        kalimat = [f"RTL atas hasil tahun {f.tahun} belum tersedia dalam data yang disampaikan."]
    else:
        kalimat = [f"Atas hasil tahun {f.tahun} disusun {sebut_banyak(len(r.rencana), 'RTL')} (⟦T10⟧)."]
    if r.wajib and r.rencana and not r.tanpa_rtl:
        kalimat.append("Semua unsur yang wajib ditindaklanjuti sudah memiliki RTL.")
    elif r.tanpa_rtl:
        kalimat.append(f"Unsur yang wajib ditindaklanjuti dan belum memiliki RTL: {daftar_unsur(r.tanpa_rtl)}.")
    kurang = [
        f"{'semua RTL' if n == len(r.rencana) else sebut_banyak(n, 'RTL')} {kata}"
        for n, kata in (
            (t.tanpa_unsur, "belum menunjuk satu unsur"),
            (t.tanpa_tenggat, "belum menyebut waktu pelaksanaan"),
            (t.tanpa_penanggung_jawab, "belum menyebut penanggung jawab"),
        )
        if n
    ]
    return [*kalimat, f"Rencana yang perlu dilengkapi: {daftar(kurang)}."] if kurang else kalimat


def kalimat_realisasi(f: FaktaUpp) -> str:
    """The one sentence of realisasi: items where they are known, else the printed percentage."""
    t, r = f.tindak_lanjut.tahunan, f.tindak_lanjut
    if t is None or t.dilaporkan is None:
        if r.rtl_lalu:
            return f"Realisasi {sebut_banyak(r.rtl_lalu, 'RTL')} tahun {f.tahun - 1} belum dilaporkan."
        return "Tidak ada realisasi RTL periode sebelumnya dalam data yang disampaikan."
    if not t.rtl:
        return f"Realisasi RTL periode sebelumnya dilaporkan sebesar {persen(t.dilaporkan)}, tanpa rincian RTL dan tanpa verifikasi."
    return (
        f"Dari {sebut_banyak(t.rtl, 'RTL')} periode sebelumnya, {bulat(t.selesai)} dilaporkan selesai dan {bulat(t.terverifikasi)} terverifikasi. "
        f"Realisasinya {persen(t.dilaporkan)} (dilaporkan) dan {persen(t.persen_terverifikasi)} (terverifikasi)."
    )


def realisasi(f: FaktaUpp) -> list[str]:
    """Section 3.2."""
    t, r = f.tindak_lanjut.tahunan, f.tindak_lanjut
    kalimat = [kalimat_realisasi(f)]
    if t is None or t.dilaporkan is None:
        return kalimat
    if r.per_periode:
        kalimat.append("Realisasi pada setiap periode dan rata-ratanya disajikan pada ⟦REALISASI⟧.")
    if t.rtl:
        dasar = "dilaporkan" if f.instansi.dasar_realisasi is DasarRealisasi.DILAPORKAN else "terverifikasi"
        kalimat[0] += f" Angka resminya adalah realisasi yang {dasar}."
    return [*kalimat, f"Skor PEKPPP atas realisasi yang dilaporkan adalah {bulat(r.skor)} dari 5."]


def dampak(f: FaktaUpp) -> list[str]:
    """Section 3.3; empty when nothing can be compared."""
    d = f.tindak_lanjut.dampak
    if not d:
        return []
    cacah = Counter(arah(b.selisih) for b in d)
    sebut = daftar([f"{bulat(cacah[kata])} {kata}" for kata in ("naik", "tetap", "turun") if cacah[kata]])
    kalimat = [
        f"{awal_banyak(len(d), 'nilai unsur')} yang memiliki RTL diukur kembali pada periode berikutnya: {sebut} (⟦DAMPAK⟧)."
    ]
    puncak = max(d, key=lambda b: b.selisih)
    if puncak.selisih > 0:
        kalimat.append(f"Kenaikan terbesar terdapat pada unsur {nama_unsur(puncak.unsur)} ({angka(puncak.selisih)} poin).")
    return [*kalimat, "Angka ini menunjukkan arah perubahan; penyebabnya dapat berada di luar RTL."]


def hasil_tindak_lanjut(f: FaktaUpp) -> list[str]:
    """Section 3.5: what became of each RTL; empty when of none is known."""
    daftar_rtl = [r for _, isi in f.setahun.tindak_lanjut.hasil_tindak_lanjut for r in isi]
    if not daftar_rtl:
        return []
    selesai = sum(r.selesai for r in daftar_rtl)
    return [
        f"⟦T12⟧ memuat keadaan {sebut_banyak(len(daftar_rtl), 'RTL')} yang hasilnya sudah dilaporkan; "
        f"{dengan_terbilang(selesai) if selesai else 'tidak satu pun'} di antaranya selesai."
    ]


def rtl_belum(f: FaktaUpp) -> list[str]:
    """Section 3.6; empty when every known outcome is done."""
    t = f.setahun.tindak_lanjut
    if not t.belum:
        return []
    kalimat = [f"{awal_banyak(len(t.belum), 'RTL')} belum selesai. Sebab, strategi, dan target waktunya disajikan pada ⟦T13⟧."]
    if t.lewat_tenggat:
        kalimat.append(f"{awal_banyak(t.lewat_tenggat, 'RTL')} melewati tenggat pada {tanggal(f.setahun.tanggal)}.")
    return kalimat
