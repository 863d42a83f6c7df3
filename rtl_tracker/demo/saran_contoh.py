"""Made-up saran for the running survey of the demo."""

SARAN: tuple[str, ...] = (
    "Antrean terlalu lama pada pagi hari.",
    "Petugas ramah dan sigap, pertahankan.",
    "Kursi di ruang tunggu kurang.",
    "Syarat berkas sebaiknya ditempel di depan loket.",
    "Mohon ada jalur khusus untuk lansia.",
    "Toilet perlu dibersihkan lebih sering.",
    "Alur pelayanan membingungkan bagi yang baru pertama datang.",
    "Jadwal buka loket sebaiknya diumumkan.",
    "Tempat parkir sempit.",
    "Pengaduan saya cepat ditanggapi, terima kasih.",
    "Tarif sudah jelas dan tidak ada pungutan.",
    "Petugas perlu pelatihan memakai aplikasi baru.",
)
