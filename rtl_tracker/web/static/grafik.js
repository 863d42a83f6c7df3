// A chart that was not ready in time is asked for again a few times; then its words are shown instead.
"use strict";
(() => {
  const PALING_SERING = 5;
  for (const gambar of document.querySelectorAll("img.grafik")) {
    let percobaan = 0;
    const ulangi = () => {
      percobaan += 1;
      if (percobaan > PALING_SERING) {
        gambar.closest("figure").querySelector(".gambar-gagal").hidden = false;
        gambar.parentElement.hidden = true;
        return;
      }
      const alamat = new URL(gambar.src);
      alamat.searchParams.set("ke", String(percobaan));
      window.setTimeout(() => { gambar.src = alamat.href; }, 3000);
    };
    gambar.addEventListener("error", ulangi);
    if (gambar.complete && gambar.naturalWidth === 0 && gambar.currentSrc) ulangi();
  }
})();
