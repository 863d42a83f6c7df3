"""Sentences of the foreword and of chapter I of the report of one unit."""

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.formats import bulat, daftar, persen, tanggal
from rtl_tracker.reports.tahunan import narasi_pendahuluan as bersama
from rtl_tracker.reports.tahunan.sebutan import sebut_banyak
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.sebutan import daftar_periode, sebut_periode


def kata_pengantar(f: FaktaUpp) -> list[str]:
    """The foreword."""
    unsur = " menurut sembilan unsur pelayanan" if f.setahun.hasil.unsur else ""
    alamat = f" di {f.upp.alamat}" if f.upp.alamat else ""
    return [
        f"Laporan ini menyajikan penilaian pengguna layanan terhadap {f.nama} pada tahun {f.tahun}. Penilaian itu dikumpulkan "
        f"melalui Survei Kepuasan Masyarakat (SKM), dinyatakan sebagai Indeks Kepuasan Masyarakat (IKM), dan diuraikan{unsur}.",
        "Setiap kelemahan yang ditemukan disertai rencana tindak lanjut (RTL). Laporan ini juga menunjukkan RTL sebelumnya yang sudah "
        "dikerjakan dan yang belum, sehingga pembaca dapat menilai sendiri apa yang berubah.",
        f"Kami berterima kasih kepada pengguna layanan yang bersedia menilai kami. Tanggapan atas laporan ini dapat disampaikan kepada {f.nama}{alamat}.",
    ]


def latar_belakang(f: FaktaUpp) -> list[str]:
    """Section 1.1."""
    induk = next((teks for label, teks in f.profil.umum if label == "Unit induk"), "")
    letak = f" sebagai bagian dari {induk}" if induk else ""
    return [
        f"{f.nama}{letak} menyelenggarakan pelayanan publik di lingkungan {f.instansi.nama}. Penyelenggara pelayanan wajib menanyakan "
        "pendapat penggunanya sedikitnya satu kali setahun dan mengumumkan hasilnya (PermenPANRB Nomor 14 Tahun 2017).",
        "Pendapat pengguna dipakai untuk dua hal: mengetahui bagian layanan yang perlu diperbaiki lebih dahulu, dan memeriksa apakah "
        "perbaikan sebelumnya terasa. Karena itu hasil survei, RTL, dan realisasinya dilaporkan bersama.",
    ]


def maksud(f: FaktaUpp) -> list[str]:
    """Opening of section 1.3."""
    return [
        f"Laporan ini menjadi bahan {f.nama} untuk memperbaiki layanannya dan bahan {f.instansi.nama} untuk mengawasinya. Tujuannya:"
    ]


def tujuan(f: FaktaUpp) -> list[str]:
    """The aims of section 1.3."""
    return [
        f"menyajikan IKM {f.nama} tahun {f.tahun} beserta cara menghitungnya;",
        *(["menunjukkan unsur pelayanan yang menjadi kelebihan dan kelemahan;"] if f.setahun.hasil.unsur else []),
        *(["membandingkan hasil dengan tahun sebelumnya;"] if f.setahun.tren.ada else []),
        "menyajikan RTL, realisasinya, dan RTL yang belum dikerjakan beserta alasannya.",
    ]


def profil(f: FaktaUpp) -> list[str]:
    """Section 1.4: where the profile stands, and the staff in one sentence."""
    kalimat = [_keterangan(f)]
    if f.profil.pegawai:
        puncak = max(b.jumlah for b in f.profil.pegawai)
        terbanyak = [b for b in f.profil.pegawai if b.jumlah == puncak]
        sebut = daftar([b.pendidikan for b in terbanyak])
        tiap = "masing-masing " if len(terbanyak) > 1 else ""
        kalimat.append(
            f"Pegawai berjumlah {bulat(f.profil.jumlah_pegawai)} orang (⟦PEGAWAI⟧). Pendidikan terbanyak adalah {sebut}, "
            f"{tiap}{bulat(puncak)} orang ({persen(terbanyak[0].persen)})."
        )
    if f.profil.layanan:
        kalimat.append("Biaya dan waktu menurut standar pelayanan disajikan pada ⟦STANDAR⟧.")
    return kalimat


def _keterangan(f: FaktaUpp) -> str:
    if not f.profil.ringkas:
        return f"Keterangan umum {f.nama} disajikan pada ⟦PROFIL⟧."
    butir = [f"{label.lower()} {teks}" for label, teks in f.profil.umum[1:]]
    tercatat = f"Keterangan yang tercatat tentang {f.nama}: {'; '.join(butir)}. " if butir else ""
    return f"{tercatat}Keterangan profil lainnya tidak disampaikan."


def metode(f: FaktaUpp) -> list[str]:
    """Section 1.5: the rules in force, without the one that joins the units of an instansi."""
    p = f.pengaturan
    antarunit = f"IKM {p.nama} adalah {bersama.KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}."
    kalimat = [satu for satu in bersama.metode(f.setahun) if satu != antarunit]
    if f.hasil.layanan:
        kalimat.append(
            "Hasil setiap jenis layanan digabungkan dari jawaban respondennya. Bila yang tersedia hanya rekap per layanan, "
            "nilai unit adalah rata-rata nilai layanannya, kecuali nilai untuk seluruh unit disampaikan tersendiri."
        )
    return kalimat


def tim_jadwal(f: FaktaUpp) -> list[str]:
    """Section 1.6: who surveyed, when, what is missing, what was nihil."""
    kalimat = _pelaksana(f)
    if f.profil.tim:
        kalimat.append("Susunan tim disajikan pada ⟦TIM⟧.")
    if f.hasil.kuesioner:
        kalimat.append(
            f"Survei tahun {f.tahun} mencakup {daftar_periode(b.periode for b in f.hasil.kuesioner)}. Jadwal menurut kalender "
            f"{f.instansi.nama} disajikan pada ⟦JADWAL⟧."
        )
    kalimat += _terlambat(f)
    for n in f.hasil.nihil:
        alasan = f" Alasan yang disampaikan: {n.alasan.rstrip('.')}." if n.alasan else ""
        kalimat.append(f"Pada {sebut_periode(n.periode)} tidak ada layanan yang dapat dinilai (nihil).{alasan}")
    if f.hasil.kurang:
        kalimat.append(f"Hasil yang belum disampaikan: {daftar_periode(f.hasil.kurang)}.")
    return kalimat


def _pelaksana(f: FaktaUpp) -> list[str]:
    if f.hasil.rerata_anak:
        unit = sebut_banyak(len(f.hasil.anak), "unit")
        return [f"{f.nama} tidak melakukan survei sendiri; survei dilakukan oleh {unit} di bawahnya."]
    pelaksana = f.upp.pelaksana.strip()
    if not pelaksana:
        return []
    if lipat(pelaksana) == "mandiri":
        return [f"{f.nama} melaksanakan survei secara mandiri."]
    return [f"Pelaksana survei: {pelaksana}."]


def _terlambat(f: FaktaUpp) -> list[str]:
    butir = [
        f"{sebut_periode(b.periode)} disampaikan pada {tanggal(b.disampaikan)}, {bulat((b.disampaikan - b.batas).days)} hari setelah batas waktu"
        for b in f.hasil.kuesioner
        if b.disampaikan is not None and b.disampaikan > b.batas
    ]
    return [f"Hasil {'; '.join(butir)}."] if butir else []
