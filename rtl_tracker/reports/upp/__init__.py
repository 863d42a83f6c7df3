"""The annual report of one unit: bahan -> fakta -> narasi | gambar -> tabel -> isi -> rancang."""
