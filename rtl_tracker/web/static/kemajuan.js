// Keeps the progress page up to date; without it the page reloads itself.
"use strict";
(() => {
  const kotak = document.getElementById("kemajuan");
  if (!kotak) return;
  const bagian = (id) => document.getElementById(id);
  let jeda = 1000;

  const tulis = (keadaan) => {
    bagian("batang").value = keadaan.persen;
    bagian("persen").textContent = String(keadaan.persen);
    if (bagian("langkah").textContent !== keadaan.langkah) bagian("langkah").textContent = keadaan.langkah;
  };

  const tanya = async () => {
    try {
      const jawaban = await fetch(kotak.dataset.alamat, { headers: { Accept: "application/json" } });
      if (!jawaban.ok) throw new Error(String(jawaban.status));
      const keadaan = await jawaban.json();
      if (keadaan.usai) {
        window.location.reload();
        return;
      }
      tulis(keadaan);
      bagian("putus").hidden = true;
      jeda = 1000;
    } catch {
      bagian("putus").hidden = false;
      jeda = Math.min(jeda * 2, 15000);
    }
    window.setTimeout(tanya, jeda);
  };

  window.setTimeout(tanya, jeda);
})();
