"""Tables of chapters I and II."""

from rtl_tracker.domain.mutu import TABEL_MUTU
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.tabel_dasar import kode, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel


def tabel_unsur(f: FaktaTahunan) -> Tabel:
    """The codes U1..U9 as this report uses them."""
    baris = tuple((kode(f, u), NAMA_UNSUR[u]) for u in unsur_urut(f))
    return Tabel((Kolom("Kode", 16, "tengah"), Kolom("Unsur", 100)), baris, "UNSUR", "Unsur pelayanan dan kodenya")


def tabel_kelas(f: FaktaTahunan) -> Tabel:
    """The classes in force with their legal source."""
    tabel = TABEL_MUTU[-1]
    kolom = (
        Kolom("Nilai persepsi", 22, "tengah"), Kolom("Interval NRR", 36, "tengah"), Kolom("Interval IKM", 36, "tengah"),
        Kolom("Mutu", 16, "tengah"), Kolom("Kinerja", 36),
    )  # fmt: skip
    baris = tuple(
        (str(k.nilai_persepsi), k.interval_nrr.replace(" - ", "–"), k.interval_ikm.replace(" - ", "–"), k.mutu.value, k.kinerja)
        for k in reversed(tabel.kelas)
    )
    return Tabel(kolom, baris, "KELAS", "Nilai persepsi, interval, mutu, dan kinerja", catatan=f"Sumber: {tabel.sumber}.")


def tabel_penyampaian(f: FaktaTahunan) -> Tabel:
    """T7; lateness has its column where days of sending are known."""
    isi = {"menyampaikan": Kolom("Menyampaikan", 32, "kanan"), "terlambat": Kolom("Di antaranya terlambat", 27, "kanan"),
           "nihil": Kolom("Nihil", 16, "kanan"), "tidak": Kolom("Tidak menyampaikan", 32, "kanan"),
           "jumlah": Kolom("Jumlah", 20, "kanan")}  # fmt: skip
    if not f.pengumpulan.bertanggal:
        del isi["terlambat"]
    k = f.pengumpulan.kelompok
    baris = [Baris((b.kelompok, *(bulat(getattr(b, x)) for x in isi))) for b in k]
    baris.append(Baris(("Jumlah", *(bulat(sum(getattr(b, x) for b in k)) for x in isi)), "total"))
    kolom = (Kolom("Kelompok", 46 if f.pengumpulan.bertanggal else 60), *isi.values())
    return Tabel(kolom, tuple(baris), "T7", f"Penyampaian hasil SKM menurut kelompok, tahun {f.tahun}")


def tabel_responden(f: FaktaTahunan) -> Tabel:
    """T6 with the required number beside the obtained one; a small number is marked."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 45), Kolom("Jumlah responden", 21, "kanan"), Kolom("Kontribusi (%)", 21, "kanan"),
        Kolom("Pengguna layanan", 19, "kanan"), Kolom("Jumlah minimal", 17, "kanan"), Kolom("Keterangan", 23),
    )  # fmt: skip
    sebut = {None: "-", True: "memenuhi", False: "belum memenuhi"}
    baris = [
        Baris(
            (
                str(i),
                b.nama,
                bulat(b.n) + ("*" if b.nama in f.pengumpulan.kecil else ""),
                angka(b.persen),
                bulat(b.populasi),
                bulat(b.wajib),
                sebut[b.memenuhi],
            )
        )
        for i, b in enumerate(f.pengumpulan.responden, start=1)
    ]
    baris.append(Baris(("", "Jumlah", bulat(f.pengumpulan.jumlah_responden), "100,00", "", "", ""), "total"))
    catatan = "* Kurang dari 30 responden." if f.pengumpulan.kecil else None
    tabel = Tabel(
        kolom, (), "T6", f"Jumlah responden per {f.pengaturan.istilah_unit}, tahun {f.tahun}", catatan=catatan, ukuran_pt=8.5
    )
    return tanpa_kolom_kosong(tabel, baris, 4)


def tabel_profil(f: FaktaTahunan) -> Tabel:
    """T5."""
    kolom = (
        Kolom("Indikator", 40),
        Kolom("Data", 50),
        Kolom("Jumlah (orang)", 30, "kanan"),
        Kolom("Persentase (%)", 30, "kanan"),
    )
    baris: list[Baris] = []
    sebelum = ""
    for b in f.pengumpulan.profil:
        baru = b.indikator != sebelum
        sel = (b.indikator if baru else "", b.data, bulat(b.jumlah), angka(b.persen))
        baris.append(Baris(sel, mulai=frozenset({0}) if baru else frozenset(), lanjut=frozenset() if baru else frozenset({0})))
        sebelum = b.indikator
    return Tabel(kolom, tuple(baris), "T5", f"Profil responden, tahun {f.tahun}")


def tabel_metode(f: FaktaTahunan) -> Tabel:
    """How often each method is named."""
    kolom = (Kolom("Cara pengumpulan", 100), Kolom("Jumlah pengukuran", 36, "kanan"))
    return Tabel(kolom, tuple((nama, bulat(n)) for nama, n in f.pengumpulan.metode), "METODE", f"Cara pengumpulan jawaban, tahun {f.tahun}",
                 catatan=f"Sebutan cara pengumpulan dicetak sebagaimana disampaikan {f.pengaturan.istilah_unit}.")  # fmt: skip
