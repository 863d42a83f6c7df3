"""Tables of chapter I and of the questionnaires of the unit."""

from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.formats import angka, bulat, tanggal
from rtl_tracker.reports.tahunan.tabel_dasar import tanpa_kolom_kosong
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel


def tabel_profil(f: FaktaUpp) -> Tabel:
    """Master data of the unit and the lines of the sheet `profil`."""
    return Tabel((Kolom("Keterangan", 50), Kolom("Isi", 105)), f.profil.umum, "PROFIL", f"Keterangan umum {f.nama}")


def tabel_pegawai(f: FaktaUpp) -> Tabel:
    """Staff by education; levels without staff are left out."""
    kolom = (Kolom("Pendidikan", 70), Kolom("Jumlah (orang)", 36, "kanan"), Kolom("Persentase (%)", 36, "kanan"))
    baris = [Baris((b.pendidikan, bulat(b.jumlah), angka(b.persen))) for b in f.profil.pegawai]
    baris.append(Baris(("Jumlah", bulat(f.profil.jumlah_pegawai), "100,00"), "total"))
    return Tabel(kolom, tuple(baris), "PEGAWAI", f"Pegawai menurut pendidikan, tahun {f.tahun}")


def tabel_standar(f: FaktaUpp) -> Tabel:
    """Cost and time of every layanan by its standard."""
    kolom = (Kolom("No", 9, "kanan"), Kolom("Jenis layanan", 70), Kolom("Biaya", 38), Kolom("Waktu", 38))
    baris = [Baris((str(i), x.nama, x.biaya or "-", x.standar_waktu or "-")) for i, x in enumerate(f.profil.layanan, start=1)]
    return tanpa_kolom_kosong(Tabel(kolom, (), "STANDAR", "Standar pelayanan menurut jenis layanan"), baris)


def tabel_tim(f: FaktaUpp) -> Tabel:
    """Who surveyed, by task."""
    return Tabel((Kolom("Tugas", 60), Kolom("Nama atau jabatan", 95)), f.profil.tim, "TIM", "Tim pelaksana survei")


def tabel_jadwal(f: FaktaUpp) -> Tabel:
    """When each period was surveyed, due and handed in."""
    kolom = (Kolom("Periode", 30), Kolom("Waktu survei", 62), Kolom("Batas penyampaian", 32), Kolom("Disampaikan", 31))
    baris = [
        Baris((
            NAMA_PERIODE[b.periode], f"{tanggal(b.survei[0])}–{tanggal(b.survei[1])}", tanggal(b.batas),
            tanggal(b.disampaikan) if b.disampaikan is not None else "-",
        ))
        for b in f.hasil.kuesioner
    ]  # fmt: skip
    return tanpa_kolom_kosong(Tabel(kolom, (), "JADWAL", f"Jadwal survei dan penyampaian hasil, tahun {f.tahun}"), baris, 3)


def tabel_kuesioner(f: FaktaUpp) -> Tabel:
    """Questionnaires by measured period; columns that the data do not fill fall away."""
    kolom = (
        Kolom("Periode", 28), Kolom("Pengguna layanan", 26, "kanan"), Kolom("Diolah", 20, "kanan"), Kolom("Terisi lengkap", 25, "kanan"),
        Kolom("Cara pengumpulan", 50),
    )  # fmt: skip
    k = f.hasil.kuesioner
    baris = [Baris((NAMA_PERIODE[b.periode], bulat(b.populasi), bulat(b.n), bulat(b.lengkap), b.metode or "-")) for b in k]
    if len(k) > 1:
        jumlah = (_jumlah(*(b.populasi for b in k)), _jumlah(*(b.n for b in k)), _jumlah(*(b.lengkap for b in k)))
        baris.append(Baris(("Jumlah", *jumlah, ""), "total"))
    return tanpa_kolom_kosong(Tabel(kolom, (), "KUESIONER", f"Kuesioner menurut periode, tahun {f.tahun}"), baris, 1)


def _jumlah(*nilai: int | None) -> str:
    """The sum where every part is known; a partial sum would tell less than it seems to."""
    ada = [x for x in nilai if x is not None]
    return bulat(sum(ada)) if len(ada) == len(nilai) else ""
