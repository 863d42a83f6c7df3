// Shows a copy button beside every text; without it the text is selected and copied by hand.
"use strict";
(() => {
  const kabar = document.getElementById("salin-kabar");

  const salin = async (kotak) => {
    kotak.focus();
    kotak.select();
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(kotak.value);
    } else if (!document.execCommand("copy")) {
      throw new Error("copy refused");
    }
  };

  for (const tombol of document.querySelectorAll("button[data-salin]")) {
    const kotak = document.getElementById(tombol.dataset.salin);
    const kata = tombol.firstChild;
    const semula = kata.textContent;
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      let hasil = "Teks tersalin";
      try {
        await salin(kotak);
      } catch {
        hasil = "Teks terpilih; tekan Ctrl+C";
      }
      kata.textContent = hasil;
      kabar.textContent = hasil;
      window.setTimeout(() => { kata.textContent = semula; kabar.textContent = ""; }, 3000);
    });
  }
})();
