"""Sentences as officers write them, right and with one fault, about the published figures of Bengkayang 2021 and Pontianak 2023."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Contoh:
    """A sentence that agrees with the facts; `benar` -> `salah` puts one fault into it, which `aturan` must find there."""

    kalimat: str
    benar: str
    salah: str
    aturan: str = "TEKS-01"
    unit: str | None = None

    @property
    def rusak(self) -> str:
        """The sentence with its fault."""
        assert self.benar in self.kalimat, self.kalimat
        return self.kalimat.replace(self.benar, self.salah, 1)


LEDO, LUMAR, TUJUH = "Kecamatan Ledo", "Kecamatan Lumar", "Kecamatan Tujuh Belas"
DISDUK = "Dinas Kependudukan dan Pencatatan Sipil"

BENGKAYANG: tuple[Contoh, ...] = (
    # index of the instansi
    Contoh("IKM Kabupaten Bengkayang tahun 2021 sebesar 83,38 berada pada kategori BAIK.", "83,38", "83,83"),
    Contoh("IKM Kabupaten Bengkayang tahun 2021 sebesar 83,38 berada pada kategori BAIK.", "BAIK", "SANGAT BAIK", "TEKS-02"),
    Contoh("Nilai Indeks Kepuasan Masyarakat (IKM) Pemerintah Kabupaten Bengkayang adalah 83,38.", "83,38", "84,38"),
    Contoh("Berdasarkan hasil survei terhadap 17 UPP diperoleh nilai SKM sebesar 83,38 dengan mutu pelayanan B.", "83,38", "83,58"),
    Contoh("Berdasarkan hasil survei terhadap 17 UPP diperoleh nilai SKM sebesar 83,38 dengan mutu pelayanan B.", "17", "18"),
    Contoh("Berdasarkan hasil survei terhadap 17 UPP diperoleh nilai SKM sebesar 83,38 dengan mutu pelayanan B.", "pelayanan B", "pelayanan A", "TEKS-02"),
    Contoh("Kinerja unit pelayanan di Kabupaten Bengkayang termasuk kategori Baik dengan indeks 83,38.", "83,38", "38,83"),
    Contoh("Secara keseluruhan indeks kepuasan masyarakat mencapai 83.38 (Baik).", "83.38", "83.48"),
    Contoh("Secara keseluruhan indeks kepuasan masyarakat mencapai 83.38 (Baik).", "Baik", "Kurang Baik", "TEKS-02"),
    Contoh("Hasil pengolahan data menunjukkan IKM = 83,38 atau mutu B.", "83,38", "83,36"),
    Contoh("IKM pemerintah daerah pada tahun 2020 sebesar 81,98 dan pada tahun 2021 sebesar 83,38.", "81,98", "81,89"),
    Contoh("IKM pemerintah daerah pada tahun 2020 sebesar 81,98 dan pada tahun 2021 sebesar 83,38.", "83,38", "85,38"),
    Contoh("Indeks naik dari 81,98 menjadi 83,38 dibandingkan tahun sebelumnya.", "81,98", "80,98"),
    Contoh("Indeks naik dari 81,98 menjadi 83,38 dibandingkan tahun sebelumnya.", "naik", "turun", "TEKS-03"),
    Contoh("Capaian IKM tersebut meningkat 1,40 poin dibandingkan tahun 2020.", "1,40", "1,04"),
    Contoh("Capaian IKM tersebut meningkat 1,40 poin dibandingkan tahun 2020.", "meningkat", "menurun", "TEKS-03"),
    Contoh("Nilai IKM mengalami kenaikan sebesar 1,40 dari tahun lalu.", "1,40", "2,40"),
    Contoh("Nilai IKM mengalami kenaikan sebesar 1,40 dari tahun lalu.", "kenaikan", "penurunan", "TEKS-03"),
    Contoh("Dibandingkan dengan capaian tahun 2020 (81,98), IKM tahun 2021 lebih tinggi 1,40 poin.", "81,98", "82,98"),
    Contoh("Dalam lima tahun terakhir IKM Kabupaten Bengkayang meningkat secara konsisten.", "meningkat secara konsisten", "berfluktuasi", "TEKS-03"),
    Contoh("Dalam lima tahun terakhir IKM Kabupaten Bengkayang meningkat secara konsisten.", "meningkat", "menurun", "TEKS-03"),
    Contoh("Sejak tahun 2017 indeks kepuasan masyarakat terus naik hingga mencapai 83,38.", "naik", "turun", "TEKS-03"),
    Contoh("Tren IKM 2017–2021 menunjukkan peningkatan setiap tahun.", "peningkatan", "penurunan", "TEKS-03"),
    Contoh("IKM tahun 2018 sebesar 79,08, tahun 2019 sebesar 81,20, dan tahun 2020 sebesar 81,98.", "81,20", "81,30"),
    Contoh("IKM tahun 2018, 2019, dan 2020 masing-masing 79,08; 81,20; dan 81,98.", "81,20", "82,20"),
    # respondents, units, classes of units
    Contoh("Survei melibatkan 425 responden dari 17 unit pelayanan.", "425", "452"),
    Contoh("Survei melibatkan 425 responden dari 17 unit pelayanan.", "17", "16"),
    Contoh("Jumlah responden sebanyak 425 orang.", "425", "420"),
    Contoh("Responden yang mengisi kuesioner berjumlah 425 (empat ratus dua puluh lima) orang.", "dua puluh", "tiga puluh"),
    Contoh("Responden yang mengisi kuesioner berjumlah 425 (empat ratus dua puluh lima) orang.", "425", "435"),
    Contoh("Setiap unit memiliki 25 responden.", "25", "30"),
    Contoh("Dari 17 UPP yang disurvei, 2 (dua) UPP memperoleh mutu A dan 13 UPP memperoleh mutu B.", "13", "12"),
    Contoh("Dari 17 UPP yang disurvei, 2 (dua) UPP memperoleh mutu A dan 13 UPP memperoleh mutu B.", "2 (dua)", "3 (dua)"),
    Contoh("Dari 17 UPP yang disurvei, 2 (dua) UPP memperoleh mutu A dan 13 UPP memperoleh mutu B.", "2 (dua)", "4 (empat)"),
    Contoh("Terdapat dua UPP yang berkategori Kurang Baik.", "dua", "tiga"),
    Contoh("Sebanyak 13 unit pelayanan berada pada kategori Baik; 2 unit pelayanan berkategori Kurang Baik.", "13", "14"),
    Contoh("Sebanyak 13 unit pelayanan berada pada kategori Baik; 2 unit pelayanan berkategori Kurang Baik.", "; 2", "; 1"),
    Contoh("Tidak ada UPP yang bermutu D.", "D", "C", "TEKS-02"),
    Contoh("Dibandingkan tahun lalu, 7 UPP mengalami kenaikan IKM dan 5 UPP mengalami penurunan.", "7", "8"),
    # best and lowest units
    Contoh("IKM tertinggi diperoleh Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi sebesar 90,47.", "90,47", "90,74"),
    Contoh("IKM tertinggi diperoleh Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi sebesar 90,47.", "tertinggi", "terendah", "TEKS-02"),
    Contoh("Nilai tertinggi 90,47 diraih oleh Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi, sedangkan nilai terendah 73,82 pada Kecamatan Tujuh Belas.", "73,82", "78,32"),
    Contoh("Unit dengan nilai tertinggi adalah Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi.", "Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi", "Kecamatan Ledo", "TEKS-02"),
    Contoh("Kecamatan Tujuh Belas memperoleh IKM terendah yaitu 73,82 (Kurang Baik).", "Kecamatan Tujuh Belas", "Kecamatan Jagoi Babang", "TEKS-02"),
    Contoh("Kecamatan Tujuh Belas memperoleh IKM terendah yaitu 73,82 (Kurang Baik).", "Kurang Baik", "Tidak Baik", "TEKS-02"),
    Contoh("Kecamatan Ledo berada pada peringkat ke-2 dengan nilai 88,80.", "ke-2", "ke-3", "TEKS-02"),
    Contoh("Kecamatan Ledo menempati urutan kedua.", "kedua", "pertama", "TEKS-02"),
    Contoh("Tiga UPP terendah adalah Kecamatan Tujuh Belas; Dinas Kependudukan dan Pencatatan Sipil; dan Kecamatan Jagoi Babang.", "Kecamatan Jagoi Babang", "Kecamatan Seluas", "TEKS-02"),
    Contoh("Kecamatan dengan IKM tertinggi adalah Kecamatan Ledo.", "Kecamatan Ledo", "Kecamatan Lumar", "TEKS-02"),
    Contoh("Selisih IKM tertinggi dan terendah sebesar 16,65 poin.", "16,65", "15,65"),
    Contoh("IKM antarunit berkisar: terendah 73,82 dan tertinggi 90,47.", "73,82", "72,82"),
    # many units in one text
    Contoh("Kecamatan Ledo memperoleh IKM 88,80 dengan mutu Sangat Baik.", "88,80", "88,08"),
    Contoh("Kecamatan Ledo memperoleh IKM 88,80 dengan mutu Sangat Baik.", "Sangat Baik", "Baik", "TEKS-02"),
    Contoh("Kecamatan Ledo memperoleh nilai 88,80 dan Kecamatan Lumar 88,25.", "88,25", "88,80"),
    Contoh("Kecamatan Ledo dan Kecamatan Lumar memperoleh IKM masing-masing 88,80 dan 88,25.", "88,80 dan 88,25", "88,80 dan 88,52"),
    Contoh("Nilai IKM per unit:\n1. Kecamatan Bengkayang 86,03 (Baik);\n2. Kecamatan Lumar 88,25 (Baik);\n3. Kecamatan Ledo 88,80 (Sangat Baik).", "88,25", "88,52"),
    Contoh("Nilai IKM per unit:\n1. Kecamatan Bengkayang 86,03 (Baik);\n2. Kecamatan Lumar 88,25 (Baik);\n3. Kecamatan Ledo 88,80 (Sangat Baik).", "(Baik);\n3", "(Sangat Baik);\n3", "TEKS-02"),
    Contoh("Kecamatan Seluas (86,80; B), Kecamatan Samalantan (82,14; B), dan Kecamatan Jagoi Babang (77,26; B).", "82,14; B", "82,14; A", "TEKS-02"),
    Contoh("IKM Kantor Camat Seluas sebesar 86,80.", "86,80", "86,08"),
    Contoh("DPMPTSP memperoleh IKM sebesar 83,58 dengan kategori Baik.", "83,58", "85,38"),
    Contoh("IKM RSUD turun dari 81,36 pada tahun 2020 menjadi 79,81 pada tahun 2021.", "79,81", "79,18"),
    Contoh("IKM RSUD turun dari 81,36 pada tahun 2020 menjadi 79,81 pada tahun 2021.", "turun", "naik", "TEKS-03"),
    Contoh("Kecamatan Seluas mengalami penurunan IKM sebesar 3,77 poin.", "3,77", "3,17"),
    Contoh("Kenaikan terbesar terjadi pada Dinas Kependudukan dan Pencatatan Sipil, yaitu 14,76 poin.", "14,76", "14,67"),
    Contoh("Dinas Kependudukan dan Pencatatan Sipil meraih IKM 74,70, naik dari 59,94 pada tahun sebelumnya.", "59,94", "59,49"),
    # unsur of the instansi
    Contoh("Unsur dengan nilai terendah adalah waktu penyelesaian dengan NRR 2,96.", "waktu penyelesaian", "kompetensi pelaksana", "TEKS-02"),
    Contoh("Unsur dengan nilai terendah adalah waktu penyelesaian dengan NRR 2,96.", "2,96", "2,69"),
    Contoh("Unsur tertinggi yaitu penanganan pengaduan (3,71) dan terendah yaitu waktu pelayanan (2,96).", "penanganan pengaduan", "sarana dan prasarana", "TEKS-02"),
    Contoh("Unsur tertinggi yaitu penanganan pengaduan (3,71) dan terendah yaitu waktu pelayanan (2,96).", "3,71", "3,17"),
    Contoh("Unsur penanganan pengaduan memperoleh nilai tertinggi.", "tertinggi", "terendah", "TEKS-02"),
    Contoh("Unsur waktu masih menjadi unsur terendah dengan nilai konversi 74,12 (Kurang Baik).", "74,12", "71,42"),
    Contoh("Unsur waktu masih menjadi unsur terendah dengan nilai konversi 74,12 (Kurang Baik).", "Kurang Baik", "Baik", "TEKS-02"),
    Contoh("Tiga unsur terendah adalah waktu penyelesaian, prosedur, persyaratan, dan kompetensi pelaksana (nilai sama).", ", persyaratan, dan kompetensi pelaksana", ", dan persyaratan", "TEKS-02"),
    Contoh("Dua unsur terendah adalah U3 dan U2.", "U2", "U1", "TEKS-02"),
    Contoh("Unsur prioritas perbaikan adalah waktu penyelesaian, prosedur, persyaratan, dan kompetensi pelaksana.", "prosedur", "perilaku pelaksana", "TEKS-02"),
    Contoh("Nilai unsur U8 (sarana prasarana) 3,63 dan U9 (penanganan pengaduan) 3,71.", "3,63", "3,36"),
    Contoh("Hanya unsur waktu penyelesaian yang bermutu C.", "bermutu C", "bermutu D", "TEKS-02"),
    Contoh("NRR persyaratan, prosedur, dan waktu penyelesaian berturut-turut 3,21; 3,20; dan 2,96.", "3,20", "3,02"),
    Contoh("Nilai rata-rata kesembilan unsur sebesar 3,34.", "3,34", "3,43"),
    Contoh("Waktu penyelesaian menjadi unsur terendah pada 14 dari 17 UPP.", "14", "15"),
    # of one unit
    Contoh("IKM unit ini sebesar 88,80 dengan kategori A (Sangat Baik).", "88,80", "88,88", unit=LEDO),
    Contoh("IKM unit ini sebesar 88,80 dengan kategori A (Sangat Baik).", "A (Sangat Baik)", "B (Baik)", "TEKS-02", LEDO),
    Contoh("IKM unit ini sebesar 88,80 dengan kategori A (Sangat Baik).", "Sangat Baik", "Baik", "TEKS-02", LEDO),
    Contoh("Unsur terendah adalah perilaku pelaksana (3,16), sedangkan unsur tertinggi adalah penanganan pengaduan (4,00).", "perilaku pelaksana", "kompetensi pelaksana", "TEKS-02", LEDO),
    Contoh("Unsur terendah adalah perilaku pelaksana (3,16), sedangkan unsur tertinggi adalah penanganan pengaduan (4,00).", "3,16", "3,61", unit=LEDO),
    Contoh("Tiga unsur dengan nilai terendah yaitu:\n1. Perilaku pelaksana (3,16);\n2. Prosedur (3,24);\n3. Kompetensi pelaksana (3,28).", "Kompetensi pelaksana", "Persyaratan", "TEKS-02", LEDO),
    Contoh("Tiga unsur dengan nilai terendah yaitu:\n1. Perilaku pelaksana (3,16);\n2. Prosedur (3,24);\n3. Kompetensi pelaksana (3,28).", "3,24", "3,42", unit=LEDO),
    Contoh("Unsur tertinggi adalah sarana dan prasarana serta penanganan pengaduan, keduanya 4,00.", "sarana dan prasarana serta penanganan pengaduan, keduanya", "penanganan pengaduan,", "TEKS-02", LUMAR),
    Contoh("Jumlah responden 25 orang dengan IKM 74,70 (Kurang Baik).", "25", "52", unit=DISDUK),
    Contoh("Dibanding tahun sebelumnya, IKM naik 14,76 poin dari 59,94.", "naik", "turun", "TEKS-03", DISDUK),
    Contoh("IKM tahun 2021 lebih rendah: turun 6,43 poin dari 80,25 pada tahun 2020.", "6,43", "6,34", unit=TUJUH),
    Contoh("IKM tahun 2021 lebih rendah: turun 6,43 poin dari 80,25 pada tahun 2020.", "turun", "naik", "TEKS-03", TUJUH),
    Contoh("IKM tahun 2016 sampai 2021 berfluktuasi.", "berfluktuasi", "meningkat konsisten", "TEKS-03", LUMAR),
    Contoh("Nilai IKM berada di atas rata-rata kabupaten (83,38).", "83,38", "82,38", unit=LEDO),
    Contoh("IKM Kabupaten Bengkayang sebesar 83,38, sedangkan IKM Kecamatan Ledo 88,80.", "88,80", "83,38", unit=LEDO),
    # promises
    Contoh("Dengan memperbaiki unsur waktu penyelesaian, IKM akan mencapai kategori B.", "kategori B", "kategori A", "TEKS-04"),
    Contoh("Dengan memperbaiki unsur waktu penyelesaian, IKM diharapkan mencapai 86,00 pada tahun depan.", "86,00", "90,00", "TEKS-04"),
    Contoh("Bila tiga unsur prioritas ditingkatkan, IKM dapat menjadi 91,00.", "91,00", "97,00", "TEKS-04"),
    Contoh("IKM ditargetkan meningkat menjadi 85,00 melalui perbaikan waktu penyelesaian.", "85,00", "89,00", "TEKS-04"),
    Contoh("Apabila unsur waktu naik menjadi 4,00 dan unsur lain tetap, IKM menjadi 77,81.", "77,81", "87,81", "TEKS-04", TUJUH),
    Contoh("Perbaikan waktu penyelesaian akan membuat mutu pelayanan menjadi Baik.", "menjadi Baik", "menjadi Sangat Baik", "TEKS-04", TUJUH),
)  # fmt: skip

PONTIANAK: tuple[Contoh, ...] = (
    Contoh("IKM Kota Pontianak tahun 2023 sebesar 89,847 dengan kategori Sangat Baik.", "89,847", "89,874"),
    Contoh("IKM Kota Pontianak tahun 2023 sebesar 89,85.", "89,85", "89,58"),
    Contoh("IKM Semester I sebesar 89,642 dan Semester II sebesar 90,053.", "89,642", "90,053"),
    Contoh("IKM Semester I sebesar 89,642 dan Semester II sebesar 90,053.", "90,053", "90,035"),
    Contoh("IKM Semester II meningkat dibandingkan Semester I.", "meningkat", "menurun", "TEKS-03"),
    Contoh("Sebanyak 31 perangkat daerah telah menyampaikan laporan SKM.", "31", "30"),
    Contoh("Jumlah responden mencapai 20.509 orang.", "20.509", "20.590"),
    Contoh("Responden terbanyak pada Dinas Kesehatan yaitu 10.400 responden.", "10.400", "14.000"),
    Contoh("Rata-rata realisasi tindak lanjut sebesar 93,74 %.", "93,74", "97,34"),
    Contoh("Dua puluh UPP berkategori Sangat Baik dan sebelas UPP berkategori Baik.", "sebelas", "sepuluh"),
    Contoh("Unsur biaya/tarif memperoleh nilai konversi tertinggi sebesar 95,22.", "95,22", "92,55"),
    Contoh("Unsur biaya/tarif memperoleh nilai konversi tertinggi sebesar 95,22.", "biaya/tarif", "perilaku pelaksana", "TEKS-02"),
    Contoh("IKM Satuan Polisi Pamong Praja sebesar 93,09 (A).", "(A)", "(B)", "TEKS-02"),
    Contoh("Sekretariat Daerah meraih IKM tertinggi, yakni 98,437.", "98,437", "98,347"),
    Contoh("Sekretariat Daerah meraih IKM tertinggi, yakni 98,437.", "Sekretariat Daerah", "Sekretariat DPRD", "TEKS-02"),
)  # fmt: skip

BUKAN_PERNYATAAN: tuple[str, ...] = (
    "Survei dilaksanakan berdasarkan Peraturan Menteri PANRB Nomor 14 Tahun 2017.",
    "Dasar hukum: UU No. 25 Tahun 2009, PP 96 Tahun 2012, dan PermenPANRB 14/2017.",
    "Kuesioner terdiri atas 9 pertanyaan dengan skala 1 sampai 4.",
    "Nilai interval konversi 88,31 - 100,00 berarti mutu A (Sangat Baik), 76,61 – 88,30 mutu B (Baik).",
    "Survei berlangsung 1 s.d. 31 Maret 2021 pukul 08.00 sampai 15.00 WIB.",
    "Hubungi (0562) 441125 atau 0812-3456-7890 untuk informasi lebih lanjut.",
    "Anggaran kegiatan sebesar Rp 25.000.000,00 atau 1,5 juta per unit.",
    "Hasil lengkap disajikan pada Tabel 3.4, Gambar 2.1, dan halaman 17.",
    "Upaya peningkatan kualitas pelayanan perlu dilakukan secara terus menerus.",
    "Untuk meningkatkan IKM, petugas mengikuti pelatihan pelayanan prima.",
    "Peningkatan kompetensi SDM dilaksanakan melalui 3 kali pelatihan.",
    "Petugas tetap menjaga mutu pelayanan yang baik kepada masyarakat.",
    "Pemohon menunggu rata-rata 15,5 menit sebelum dilayani.",
    "Waktu penyelesaian dokumen paling lama 14 hari kerja.",
    "Target IKM tahun 2022 sebesar 84,00.",
    "Kantor memiliki 12 pegawai yang terdiri dari 7 orang laki-laki dan 5 orang perempuan.",
    "Luas wilayah kecamatan 167,04 km2 dengan penduduk 34.723 jiwa.",
    "Responden laki-laki sebanyak 200 orang (47,06 %) dan perempuan 225 orang (52,94 %).",
    "Jumlah responden minimal menurut Krejcie dan Morgan adalah 331 orang.",
    "IKM Kecamatan Teriak sebesar 85,00 dengan mutu B.",
    "IKM Kabupaten Sambas tahun 2021 sebesar 86,12.",
    "Pelayanan yang baik, cepat, dan ramah menjadi harapan masyarakat.",
    "Prioritas pembangunan daerah adalah infrastruktur jalan.",
    "Terdapat 5 UPP yang menggunakan kuesioner daring.",
    "Sebagian besar unit memiliki unsur terendah waktu penyelesaian.",
    "Jawaban 1 berarti tidak baik, 2 kurang baik, 3 baik, dan 4 sangat baik.",
    "IKM dihitung dengan rumus 25 x jumlah (NRR x bobot) dengan bobot 0,111.",
    "Pegawai yang naik pangkat sebanyak 3 orang.",
    "Jumlah pengaduan meningkat dari 12 menjadi 20.",
    "Tarif layanan tidak naik sejak tahun 2019.",
    "Unit yang naik kelas akan diberi penghargaan.",
    "Diurutkan dari nilai terendah, daftar unsur disajikan pada tabel berikut.",
    "Apabila nilai di bawah 76,61 unit wajib menyusun rencana perbaikan.",
    "Mutu A baru tercapai bila beberapa unsur naik bersama-sama.",
    "Persentase kehadiran petugas sebesar 98,50 %.",
    "Tingkat kepercayaan survei 95 % dengan toleransi kesalahan 5 %.",
    "Kecamatan Tujuh Belas terletak 45,5 km dari ibu kota kabupaten.",
    "Laporan ini disusun oleh Tim SKM dan ditandatangani pada 9 Juni 2021.",
    "Sebanyak 20 loket pelayanan telah direnovasi sejak tahun 2019.",
    "Nilai akreditasi puskesmas tersebut adalah A.",
)

# Sentences written after the rules, to see what they had not met: (sentence, ((right, wrong), ...), unit of the Naskah).
LEPAS_BENGKAYANG: tuple[tuple[str, tuple[tuple[str, str], ...], str | None], ...] = (
    (
        "Dari hasil survei yang dilakukan terhadap 425 orang responden, diperoleh indeks kepuasan sebesar 83,38 yang artinya mutu pelayanan publik Kabupaten Bengkayang masuk dalam kategori Baik.",
        (
            ("425", "415"),
            ("83,38", "83,36"),
            ("Baik.", "Sangat Baik."),
        ),
        None,
    ),
    (
        "Nilai IKM Pemerintah Kabupaten Bengkayang pada tahun 2021 yaitu 83,38 (B/Baik), mengalami peningkatan sebanyak 1,40 poin jika dibandingkan dengan nilai tahun 2020 yaitu 81,98.",
        (
            ("83,38", "83,28"),
            ("(B/Baik)", "(A/Sangat Baik)"),
            ("peningkatan", "penurunan"),
            ("1,40", "1,60"),
            ("81,98", "81,89"),
        ),
        None,
    ),
    (
        "Adapun UPP dengan capaian IKM tertinggi yaitu Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi dengan nilai 90,47 kategori Sangat Baik, dan yang terendah yaitu Kecamatan Tujuh Belas dengan nilai 73,82 kategori Kurang Baik.",
        (
            ("90,47", "90,74"),
            ("73,82", "73,28"),
            ("kategori Kurang Baik", "kategori Baik"),
            ("terendah", "tertinggi"),
            ("Kecamatan Tujuh Belas", "Kecamatan Samalantan"),
        ),
        None,
    ),
    (
        "Unsur yang memperoleh nilai paling rendah adalah unsur waktu penyelesaian dengan nilai rata-rata 2,96 (kategori Kurang Baik).",
        (
            ("waktu penyelesaian", "biaya/tarif"),
            ("2,96", "2,69"),
            ("Kurang Baik", "Tidak Baik"),
        ),
        None,
    ),
    (
        "Unsur Penanganan Pengaduan, Saran dan Masukan mendapatkan nilai tertinggi yaitu 3,71, diikuti Sarana dan Prasarana 3,63 dan Biaya/Tarif 3,60.",
        (
            ("3,71", "3,17"),
            ("3,63", "3,36"),
            ("3,60", "3,06"),
            ("tertinggi", "terendah"),
        ),
        None,
    ),
    (
        "Dari 9 unsur pelayanan, 8 unsur berkategori Baik atau Sangat Baik dan 1 unsur berkategori Kurang Baik, yaitu waktu penyelesaian.",
        (),
        None,
    ),
    ("Sebanyak 2 dari 17 UPP (11,76 %) bermutu C.", (("2 dari", "3 dari"),), None),
    (
        "Jumlah UPP yang nilainya meningkat adalah 7 unit, sedangkan yang menurun 5 unit.",
        (
            ("7 unit", "9 unit"),
            ("5 unit", "6 unit"),
        ),
        None,
    ),
    (
        "Terdapat kenaikan nilai IKM dari 81,20 (2019) ke 81,98 (2020) dan 83,38 (2021).",
        (
            ("81,20", "82,20"),
            ("kenaikan", "penurunan"),
        ),
        None,
    ),
    ("Capaian IKM 2021 merupakan yang tertinggi dalam enam tahun terakhir.", (), None),
    (
        "Selama periode 2016-2021 IKM Kabupaten Bengkayang selalu meningkat, dari 75,77 menjadi 83,38.",
        (
            ("75,77", "77,57"),
            ("meningkat", "menurun"),
        ),
        None,
    ),
    (
        "Grafik menunjukkan IKM tahun 2016: 75,77; 2017: 76,95; 2018: 79,08; 2019: 81,20; 2020: 81,98; 2021: 83,38.",
        (
            ("76,95", "79,65"),
            ("79,08", "78,09"),
            ("81,98", "81,99"),
        ),
        None,
    ),
    (
        "Kecamatan Jagoi Babang mendapat nilai 77,26 atau berkategori Baik; Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak 82,81 (Baik); UPTD-Rumah Sakit Umum Daerah 79,81 (Baik).",
        (
            ("77,26", "72,76"),
            ("82,81", "88,21"),
            ("79,81", "78,91"),
        ),
        None,
    ),
    (
        "Peringkat pertama ditempati Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi, disusul Kecamatan Ledo dan Kecamatan Lumar.",
        (("Peringkat pertama", "Peringkat ketiga"),),
        None,
    ),
    (
        "Bila dibandingkan dengan tahun 2020, Kecamatan Lumar naik 3,08 poin menjadi 88,25.",
        (
            ("naik", "turun"),
            ("3,08", "3,80"),
            ("88,25", "85,28"),
        ),
        None,
    ),
    (
        "Kecamatan Bengkayang justru turun tipis dari 86,38 menjadi 86,03.",
        (
            ("turun", "naik"),
            ("86,03", "86,30"),
            ("86,38", "83,68"),
        ),
        None,
    ),
    ("Nilai unsur biaya/tarif pada Kecamatan Samalantan mencapai angka sempurna 4,00.", (("4,00", "3,00"),), None),
    ("NRR unsur waktu penyelesaian di Dinas Kependudukan dan Pencatatan Sipil hanya 2,60.", (("2,60", "2,06"),), None),
    (
        "IKM kami tahun ini 86,80, turun dari 90,57 tahun lalu, namun masih dalam kategori Baik.",
        (
            ("86,80", "88,60"),
            ("90,57", "95,07"),
            ("turun", "naik"),
            ("Baik", "Sangat Baik"),
        ),
        "Kecamatan Seluas",
    ),
    (
        "Kecamatan Seluas pada tahun 2021 berada di kategori B setelah tahun sebelumnya berkategori A (90,57).",
        (
            ("kategori B", "kategori C"),
            ("berkategori A", "berkategori B"),
            ("90,57", "90,75"),
        ),
        None,
    ),
    (
        "Tiga unsur terendah pada Kecamatan Ledo berturut-turut adalah perilaku pelaksana (3,16), prosedur (3,24), dan kompetensi pelaksana (3,28).",
        (
            ("3,24", "3,42"),
            ("kompetensi pelaksana", "waktu penyelesaian"),
        ),
        None,
    ),
    (
        "Kelemahan terletak pada unsur terendah, yaitu Waktu Penyelesaian (U3) dengan nilai 2,60.",
        (
            ("Waktu Penyelesaian (U3)", "Biaya/Tarif (U4)"),
            ("2,60", "2,06"),
        ),
        "Dinas Kependudukan dan Pencatatan Sipil",
    ),
    (
        "Rekapitulasi:\n- Jumlah UPP: 17\n- Jumlah responden: 425 orang\n- IKM: 83,38\n- Mutu: B (Baik)",
        (
            ("responden: 425", "responden: 452"),
            ("83,38", "83,88"),
            ("B (Baik)", "A (Sangat Baik)"),
        ),
        None,
    ),
    (
        "Jumlah unit pelayanan yang menjadi lokus survei adalah 17 (tujuh belas) unit.",
        (
            ("17 (tujuh belas)", "17 (tujuh puluh)"),
            ("17 (tujuh belas)", "19 (sembilan belas)"),
        ),
        None,
    ),
    (
        "Dengan nilai 83,38, Kabupaten Bengkayang kurang 4,93 poin untuk mencapai kategori Sangat Baik.",
        (("83,38", "83,83"),),
        None,
    ),
    ("Target IKM tahun 2021 sebesar 82,00 dapat terlampaui dengan realisasi 83,38.", (("83,38", "83,58"),), None),
    ("Kami berharap pada tahun 2022 unsur waktu penyelesaian naik menjadi kategori Baik.", (), None),
    ("Apabila RTL dilaksanakan, IKM tahun 2022 diharapkan mencapai mutu A.", (), None),
    (
        "Kategori Sangat Baik diraih oleh Kecamatan Ledo (88,80) dan Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi (90,47).",
        (
            ("88,80", "80,88"),
            ("Sangat Baik", "Baik"),
        ),
        None,
    ),
    ("Mayoritas UPP (13 unit) berada pada kategori Baik.", (("13", "15"),), None),
    (
        "Nilai rata-rata IKM 17 UPP adalah 83,38.",
        (
            ("83,38", "84,38"),
            ("17 UPP", "18 UPP"),
        ),
        None,
    ),
    (
        "Kepuasan masyarakat terhadap pelayanan Kecamatan Ledo meningkat dibandingkan tahun 2020.",
        (("meningkat", "menurun"),),
        None,
    ),
    (
        "Terjadi penurunan kepuasan masyarakat di Kecamatan Tujuh Belas sebesar 6,43 poin.",
        (
            ("penurunan", "peningkatan"),
            ("6,43", "6,34"),
        ),
        None,
    ),
    (
        "Pada Kecamatan Lumar, indeks sempat turun pada tahun 2018 (76,05) kemudian naik menjadi 85,17 pada tahun 2020.",
        (
            ("76,05", "75,06"),
            ("85,17", "87,15"),
        ),
        None,
    ),
    ("Sebanyak dua puluh lima responden mengisi survei di setiap unit.", (), None),
    (
        "Selisih antara unit terbaik (90,47) dan terendah (73,82) sebesar 16,65 poin.",
        (
            ("90,47", "94,07"),
            ("16,65", "16,56"),
        ),
        None,
    ),
    ("Persyaratan dan kompetensi pelaksana memiliki nilai yang sama, yaitu 3,21.", (("3,21", "3,12"),), None),
    (
        "Sesuai PermenPANRB Nomor 14 Tahun 2017, nilai 83,38 termasuk dalam rentang 76,61 – 88,30 sehingga bermutu B.",
        (("bermutu B", "bermutu A"),),
        None,
    ),
    (
        "Secara umum, kualitas pelayanan publik di lingkungan Pemerintah Kabupaten Bengkayang dipersepsikan baik oleh masyarakat dengan IKM 83,38.",
        (("83,38", "88,33"),),
        None,
    ),
    (
        "Berdasarkan tabel di atas, terlihat bahwa unsur U3 memiliki nilai paling rendah yakni 2,96, sedangkan unsur dengan nilai paling tinggi adalah U9 yakni 3,71.",
        (
            ("U3", "U2"),
            ("2,96", "2,86"),
            ("U9", "U8"),
            ("3,71", "3,81"),
        ),
        None,
    ),
    (
        "Indeks kepuasan masyarakat Kecamatan Lumar pada tahun 2021 tercatat sebesar 88,25; nilai ini lebih tinggi dari tahun 2020 (85,17).",
        (
            ("88,25", "85,28"),
            ("85,17", "87,15"),
        ),
        None,
    ),
    (
        "Kecamatan Sanggau Ledo dan Kecamatan Seluas sama-sama berkategori Baik dengan nilai 86,91 dan 86,80.",
        (
            ("86,91", "89,61"),
            ("86,80", "88,60"),
            ("Baik", "Kurang Baik"),
        ),
        None,
    ),
    (
        "Hanya dua unit yang masuk kategori Sangat Baik, yakni Kecamatan Ledo dan Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi.",
        (
            ("dua unit", "tiga unit"),
            ("Kecamatan Ledo", "Kecamatan Lumar"),
        ),
        None,
    ),
    (
        "Jumlah sampel 425 responden tersebar pada 17 unit pelayanan, masing-masing 25 responden.",
        (
            ("425", "525"),
            ("17", "71"),
            ("25 responden.", "52 responden."),
        ),
        None,
    ),
    (
        "Nilai unsur perilaku pelaksana 3,25 dan kompetensi pelaksana 3,21.",
        (
            ("3,25", "3,52"),
            ("3,21", "3,12"),
        ),
        None,
    ),
    (
        "Unsur sarana dan prasarana (NRR 3,63/konversi 90,76) sudah Sangat Baik.",
        (
            ("3,63", "3,36"),
            ("90,76", "97,06"),
        ),
        None,
    ),
    ("Unsur yang perlu diprioritaskan untuk diperbaiki adalah waktu penyelesaian.", (), None),
    (
        "Rekomendasi: unit dengan nilai terendah, yakni Kecamatan Tujuh Belas (73,82) dan Dinas Kependudukan dan Pencatatan Sipil (74,70), perlu didampingi.",
        (
            ("73,82", "78,32"),
            ("74,70", "77,40"),
            ("Kecamatan Tujuh Belas", "Kecamatan Samalantan"),
        ),
        None,
    ),
    (
        "Dibandingkan 2020 terjadi peningkatan IKM sebesar 1,40 poin (81,98 menjadi 83,38).",
        (
            ("1,40", "4,10"),
            ("81,98", "89,18"),
            ("83,38", "88,33"),
            ("peningkatan", "penurunan"),
        ),
        None,
    ),
    (
        "Penurunan nilai terjadi pada Kecamatan Tujuh Belas dari 80,25 menjadi 73,82.",
        (
            ("80,25", "82,05"),
            ("73,82", "78,32"),
        ),
        None,
    ),
    (
        "IKM tahun 2021 (83,38) lebih baik dibandingkan dengan IKM tahun 2016 (75,77).",
        (
            ("83,38", "83,83"),
            ("75,77", "77,57"),
        ),
        None,
    ),
    ("Hasil survei tahun ini belum menunjukkan peningkatan pada unsur waktu penyelesaian.", (), None),
    (
        "Kecamatan Jagoi Babang mempunyai dua unsur tertinggi yaitu biaya/tarif dan penanganan pengaduan (3,52).",
        (
            ("biaya/tarif", "persyaratan"),
            ("3,52", "3,25"),
        ),
        None,
    ),
    (
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak memiliki empat unsur terendah dengan nilai 3,00: persyaratan, prosedur, waktu penyelesaian, dan perilaku pelaksana.",
        (("perilaku pelaksana", "kompetensi pelaksana"),),
        None,
    ),
    (
        "Pelayanan di UPTD-Rumah Sakit Umum Daerah memperoleh mutu B (Baik) dengan IKM 79,81, menurun 1,55 poin dari tahun 2020 sebesar 81,36.",
        (
            ("mutu B (Baik)", "mutu C (Kurang Baik)"),
            ("79,81", "78,91"),
            ("menurun", "meningkat"),
            ("1,55", "5,15"),
            ("81,36", "83,16"),
        ),
        None,
    ),
    (
        "Bagian Organisasi Setda meraih 83,81 atau naik 2,23 dibanding tahun 2020.",
        (
            ("83,81", "88,31"),
            ("2,23", "3,22"),
            ("naik", "turun"),
        ),
        None,
    ),
    ("Kami menargetkan pada tahun 2022 seluruh UPP bermutu minimal B.", (), None),
    (
        "Apabila waktu penyelesaian diperbaiki hingga 4,00, IKM Kecamatan Tujuh Belas dapat naik ke kategori B.",
        (("kategori B", "kategori A"),),
        None,
    ),
    (
        "Apabila hanya unsur waktu penyelesaian yang ditingkatkan, IKM Kabupaten Bengkayang akan mencapai 86,00.",
        (("86,00", "93,00"),),
        None,
    ),
    (
        "Ketiga unsur terendah tersebut akan ditingkatkan sehingga IKM Dinas Kependudukan dan Pencatatan Sipil menjadi 80,00 pada tahun 2022.",
        (("80,00", "99,00"),),
        None,
    ),
    ("Persentase UPP yang berkategori Baik ke atas sebesar 88,24 %.", (), None),
    ("Pada tahun 2021 IKM berada pada angka 83,38, tertinggi sejak 2016.", (("83,38", "83,88"),), None),
    ("Survei dilakukan di 8 kecamatan, 5 dinas, 2 badan, 1 bagian, dan 1 UPTD.", (), None),
    ("Responden terdiri dari 210 laki-laki dan 215 perempuan.", (), None),
    ("Pegawai Kecamatan Ledo berjumlah 25 orang, terdiri atas 12 PNS.", (), None),
    ("Kantor Camat Ledo melayani 1.250 permohonan dengan rata-rata 4,5 permohonan per hari.", (), None),
    ("Jarak ke ibu kota 3,25 km; suhu ruangan 26,50 derajat.", (), None),
    ("Nilai SAKIP Kabupaten Bengkayang tahun 2021 adalah B dengan nilai 62,15.", (), None),
    ("Indeks Reformasi Birokrasi tahun 2021 sebesar 60,25.", (), None),
    ("Nilai kepatuhan Ombudsman Kabupaten Bengkayang 2021 sebesar 75,50 (zona kuning).", (), None),
    ("Indeks pelayanan publik (IPP) Kabupaten Bengkayang 3,45 dengan kategori B.", (), None),
    ("Nilai persepsi korupsi (IPAK/SPAK) rata-rata 3,60 pada skala 4.", (), None),
    ("Waktu tunggu loket turun dari 45,5 menit menjadi 20,5 menit.", (), None),
    ("Dari 12 pengaduan, 10 pengaduan (83,33 %) telah diselesaikan.", (), None),
    ("Unsur biaya tidak lagi dikeluhkan karena layanan gratis.", (), None),
    ("IKM per triwulan tidak diukur.", (), None),
    ("Nilai unsur waktu penyelesaian di Kecamatan Ledo naik dari 3,20 menjadi 3,52.", (), None),
    ("Pada survei sebelumnya (2019) Kecamatan Ledo mendapat nilai 79,92.", (("79,92", "79,29"),), None),
    (
        "Kecamatan Ledo merupakan salah satu unit terbaik. IKM-nya 88,80 dengan mutu A. Capaian ini di atas rata-rata kabupaten sebesar 83,38.",
        (
            ("88,80", "80,88"),
            ("mutu A", "mutu B"),
            ("83,38", "88,33"),
        ),
        None,
    ),
    (
        "Survei dilaksanakan pada bulan Maret–Agustus 2021 dengan jumlah responden 25 orang per unit sehingga total 425 orang.",
        (("425", "452"),),
        None,
    ),
    ("Hasil perhitungan: Σ NRR tertimbang 3,34 × 25 = 83,38.", (), None),
    ("Nilai IKM setelah dikonversi adalah 3,335 x 25 = 83,38.", (), None),
    (
        "Nilai SKM Kabupaten Bengkayang tahun 2021: 83,38; tahun 2020: 81,98; tahun 2019: 81,20.",
        (
            ("81,98", "89,18"),
            ("81,20", "82,10"),
            ("83,38", "83,83"),
        ),
        None,
    ),
    (
        "Rencana tindak lanjut difokuskan pada tiga unsur prioritas, yaitu waktu penyelesaian, sistem mekanisme dan prosedur, serta persyaratan dan kompetensi pelaksana yang nilainya sama.",
        (),
        None,
    ),
    (
        "Pada tahun 2022 unit akan menambah 2 loket, melatih 10 petugas, dan menurunkan waktu layanan menjadi 15 menit.",
        (),
        None,
    ),
    (
        "Unsur biaya/tarif (3,60) masuk kategori Sangat Baik karena sebagian besar layanan tidak dipungut biaya.",
        (
            ("3,60", "3,06"),
            ("Sangat Baik", "Kurang Baik"),
        ),
        None,
    ),
    (
        "Nilai masing-masing unsur: Persyaratan 3,21; Prosedur 3,20; Waktu 2,96; Biaya 3,60; Produk 3,26; Kompetensi 3,21; Perilaku 3,25; Sarana 3,63; Pengaduan 3,71.",
        (
            ("3,20", "3,02"),
            ("Waktu 2,96", "Waktu 2,69"),
            ("Produk 3,26", "Produk 3,62"),
            ("3,71", "3,17"),
        ),
        None,
    ),
    ("Responden menilai petugas sudah ramah (85 %), cepat (70 %), dan tepat (60,5 %).", (), None),
    ("Sebanyak 3 unit mengusulkan penambahan sarana, antara lain Kecamatan Seluas.", (), None),
    ("Menindaklanjuti hasil tahun 2020 (81,98), Bagian Organisasi melaksanakan 4 kali pembinaan.", (), None),
    ("IKM 83,38 berarti 83,38 % masyarakat puas.", (), None),
    ("Rata-rata nilai IKM kecamatan lebih tinggi daripada rata-rata nilai IKM dinas.", (), None),
    ("Rata-rata IKM delapan kecamatan adalah 83,75.", (), None),
    ("Empat dinas memperoleh nilai di atas 82,00.", (), None),
    ("Kecamatan Lumar, Kecamatan Ledo, dan Kecamatan Sanggau Ledo memperoleh nilai di atas 86,00.", (), None),
    ("Kecamatan Ledo naik peringkat dari urutan 7 menjadi urutan 2.", (), None),
    ("Nilai IKM turun naik setiap tahun.", (), "Kecamatan Lumar"),
    ("IKM unit kami terus meningkat sejak tahun 2017.", (), "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
    (
        "IKM unit kami terus meningkat sejak tahun 2017: 73,42; 73,98; 77,92; 83,25; dan 83,58.",
        (
            ("77,92", "79,72"),
            ("meningkat", "menurun"),
        ),
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    ),
    (
        "Unsur kompetensi pelaksana menjadi perhatian karena nilainya paling rendah (3,00).",
        (
            ("kompetensi pelaksana", "perilaku pelaksana"),
            ("3,00", "3,30"),
        ),
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    ),
    ("Prosedur pelayanan disederhanakan dari 7 menjadi 4 tahap; persyaratan dikurangi dari 9 menjadi 6 dokumen.", (), None),
    ("Kami mengucapkan terima kasih atas kerja sama yang baik. Semoga laporan ini bermanfaat.", (), None),
    ("Kualitas pelayanan sangat baik menurut sebagian responden, kurang baik menurut sebagian lain.", (), None),
    ("Dari hasil SKM, 83,38 % dari nilai maksimal tercapai.", (), None),
    ("Capaian kinerja IKM tahun 2021 sebesar 101,68 % dari target 82,00.", (), None),
    (
        "Target RPJMD untuk IKM tahun 2021 adalah 82,00, sedangkan realisasinya 83,38 atau 101,68 %.",
        (("83,38", "88,33"),),
        None,
    ),
    ("Anggaran SKM Rp150.000.000 terealisasi 97,5 %.", (), None),
    ("Realisasi fisik kegiatan survei 100 %.", (), None),
    ("Nilai IKM Kota Pontianak tahun 2021 adalah 87,10 sehingga Kabupaten Bengkayang (83,38) masih di bawahnya.", (), None),
    ("IKM nasional 2021 sebesar 87,00.", (), None),
    ("IKM Provinsi Kalimantan Barat sebesar 85,50.", (), None),
    ("Rata-rata provinsi sebesar 85,50, sedangkan IKM kabupaten 83,38.", (), None),
    (
        "Survei Kepuasan Masyarakat Tahun 2021 dilaksanakan pada 17 Unit Pelayanan Publik dengan melibatkan 425 responden, dan menghasilkan Indeks Kepuasan Masyarakat sebesar 83,38 atau berada pada kategori BAIK.",
        (
            ("17 Unit", "27 Unit"),
            ("425", "245"),
            ("83,38", "88,83"),
            ("BAIK", "KURANG BAIK"),
        ),
        None,
    ),
    (
        "Jika dibandingkan dengan hasil SKM tahun 2020 sebesar 81,98, maka terjadi kenaikan sebesar 1,40.",
        (
            ("81,98", "81,89"),
            ("kenaikan", "penurunan"),
            ("1,40", "1,44"),
        ),
        None,
    ),
    (
        "Dari sembilan unsur yang dinilai, unsur Biaya/Tarif, Sarana dan Prasarana, dan Penanganan Pengaduan memperoleh mutu A.",
        (("mutu A", "mutu B"),),
        None,
    ),
    (
        "Unsur yang mendapat mutu B adalah Persyaratan, Prosedur, Produk, Kompetensi, dan Perilaku.",
        (("mutu B", "mutu C"),),
        None,
    ),
    (
        "Nilai terendah terdapat pada unsur Waktu Penyelesaian sebesar 2,96 atau 74,12 setelah dikonversi.",
        (
            ("Waktu Penyelesaian", "Perilaku Pelaksana"),
            ("2,96", "2,99"),
            ("74,12", "74,21"),
        ),
        None,
    ),
    (
        "Kecamatan Tujuh Belas (73,82) dan Dinas Kependudukan dan Pencatatan Sipil (74,70) masih berada pada kategori Kurang Baik sehingga memerlukan perhatian khusus.",
        (
            ("73,82", "73,28"),
            ("74,70", "77,40"),
            ("Kurang Baik", "Baik"),
        ),
        None,
    ),
    (
        "Dinas Kependudukan dan Pencatatan Sipil mencatat kenaikan tertinggi, yaitu 14,76 poin, walaupun masih bermutu C.",
        (
            ("14,76", "16,74"),
            ("bermutu C", "bermutu B"),
        ),
        None,
    ),
    (
        "Perlu diketahui bahwa nilai Kecamatan Seluas turun 3,77 poin dari tahun sebelumnya.",
        (
            ("3,77", "7,37"),
            ("turun", "naik"),
        ),
        None,
    ),
    ("IKM unit pelayanan berkisar antara 73,82 sampai dengan 90,47.", (), None),
    (
        "Simpulan:\na. IKM Kabupaten Bengkayang 83,38 (B);\nb. UPP tertinggi: Dinas Koperasi, UKM, Tenaga Kerja dan Transmigrasi (90,47);\nc. UPP terendah: Kecamatan Tujuh Belas (73,82);\nd. Unsur terendah: waktu penyelesaian (2,96).",
        (
            ("83,38", "88,33"),
            ("90,47", "94,07"),
            ("73,82", "72,83"),
            ("2,96", "2,69"),
            ("terendah: waktu penyelesaian", "terendah: biaya/tarif"),
            ("(B)", "(A)"),
        ),
        None,
    ),
    (
        "No. 1 Kecamatan Bengkayang: IKM 86,03, mutu B, unsur terendah waktu penyelesaian (3,00), unsur tertinggi biaya/tarif (3,96).",
        (
            ("86,03", "86,30"),
            ("mutu B", "mutu A"),
            ("3,00", "3,10"),
            ("3,96", "3,69"),
        ),
        None,
    ),
    (
        "Hasil ini menunjukkan bahwa masyarakat merasa puas terhadap pelayanan yang diberikan.",
        (),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Unsur persyaratan, prosedur, waktu penyelesaian, dan perilaku pelaksana merupakan unsur dengan nilai terendah (3,00).",
        (
            ("3,00", "3,03"),
            ("perilaku pelaksana", "produk layanan"),
        ),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Dinas kami memperoleh nilai 82,81 dan meningkat 5,22 poin dibandingkan capaian tahun 2020 yang sebesar 77,59.",
        (
            ("82,81", "81,82"),
            ("5,22", "2,25"),
            ("meningkat", "menurun"),
            ("77,59", "79,57"),
        ),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Pada tahun mendatang dinas akan memprioritaskan perbaikan waktu penyelesaian dan persyaratan.",
        (),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Perbaikan pada seluruh unsur diharapkan membawa IKM menjadi 90,00.",
        (),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Jumlah pemohon layanan selama tahun 2021 sebanyak 1.245 orang, dengan sampel 25 responden.",
        (("25 responden", "35 responden"),),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    ("Tahun 2019 belum dilakukan survei.", (), "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak"),
    (
        "Pelaksanaan SKM mengacu pada SE MenPANRB No. 12 Tahun 2023 dan dilakukan sekali setahun.",
        (),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    (
        "Kuesioner memuat 9 (sembilan) pertanyaan sesuai unsur pelayanan.",
        (("9 (sembilan)", "9 (delapan)"),),
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    ("Grafik memperlihatkan bahwa nilai SKM cenderung meningkat dari tahun ke tahun.", (("meningkat", "menurun"),), None),
    (
        "Nilai SKM dari tahun 2016 s.d. 2021 berturut-turut 75,77, 76,95, 79,08, 81,20, 81,98, dan 83,38.",
        (
            ("79,08", "78,09"),
            ("81,98", "89,81"),
        ),
        None,
    ),
    (
        "Tingkat kepuasan tertinggi dirasakan pada unsur penanganan pengaduan, yakni 3,71 dari skala 4.",
        (
            ("penanganan pengaduan", "persyaratan"),
            ("3,71", "3,17"),
        ),
        None,
    ),
    ("Sebanyak 15 dari 17 UPP telah berkategori Baik dan Sangat Baik.", (), None),
    ("Rerata IKM dinas sebesar 83,12.", (), None),
    ("Ada 2 unit yang nilainya di bawah 76,61.", (), None),
    ("Hampir seluruh UPP memperoleh nilai di atas 75.", (), None),
    (
        "Kecamatan Ledo, yang tahun lalu memperoleh 85,06, kini mencapai 88,80.",
        (
            ("85,06", "86,05"),
            ("88,80", "80,88"),
        ),
        None,
    ),
)
LEPAS_PONTIANAK: tuple[tuple[str, tuple[tuple[str, str], ...], str | None], ...] = (
    (
        "Pada Semester I IKM Kota Pontianak 89,642 (Sangat Baik) dan pada Semester II naik menjadi 90,053.",
        (
            ("89,642", "89,462"),
            ("90,053", "90,503"),
            ("naik", "turun"),
            ("Sangat Baik", "Baik"),
        ),
        None,
    ),
    (
        "Dinas Lingkungan Hidup menjadi OPD dengan IKM terendah (83,825), tetapi masih berkategori Baik.",
        (
            ("83,825", "83,285"),
            ("Baik", "Kurang Baik"),
            ("Dinas Lingkungan Hidup", "Dinas Kesehatan"),
        ),
        None,
    ),
    (
        "Sebanyak 20 OPD (64,52 %) memperoleh predikat Sangat Baik dan 11 OPD memperoleh predikat Baik.",
        (
            ("20 OPD", "22 OPD"),
            ("11 OPD", "9 OPD"),
        ),
        None,
    ),
    (
        "Rata-rata realisasi tindak lanjut Semester I 93,38 % dan Semester II 93,90 %.",
        (
            ("93,38", "98,33"),
            ("93,90", "90,93"),
        ),
        None,
    ),
    (
        "Dinas Kesehatan memiliki responden terbanyak yakni 10.400 orang atau 50,71 % dari seluruh responden.",
        (
            ("10.400", "10.040"),
            ("50,71", "57,01"),
        ),
        None,
    ),
    ("Tidak ada OPD yang memperoleh kategori Kurang Baik maupun Tidak Baik.", (), None),
    ("IKM Satpol PP Kota Pontianak tahun 2023 adalah 93,09.", (), None),
    (
        "Dinas Kesehatan menyurvei 5.200 responden pada Semester I dan 5.200 responden pada Semester II.",
        (("5.200 responden pada Semester I ", "5.300 responden pada Semester I "),),
        None,
    ),
    ("Triwulan I DPMPTSP memperoleh nilai Sangat Baik.", (), None),
)
