// A paper questionnaire keyed in: a digit fills a field and jumps on, blank keys skip, Backspace goes back, Enter at the end stores.
"use strict";
(() => {
  const form = document.querySelector("form[data-kertas]");
  if (!form) return;
  const semua = [...form.querySelectorAll("input:not([type=hidden]), select, textarea")];
  const tombol = semua.filter((e) => e.dataset.tombol);
  const jawaban = tombol.filter((e) => /^j\d+$/.test(e.name));
  const kirim = form.querySelector("button[type=submit]");
  const peringatan = form.querySelector("[data-peringatan]");
  const lama = new Map(tombol.map((e) => [e, e.value]));

  const ke = (bidang, langkah) => {
    const tujuan = semua[semua.indexOf(bidang) + langkah] || (langkah > 0 ? kirim : null);
    if (!tujuan) return;
    tujuan.focus();
    if (tujuan.dataset.tombol) tujuan.select();
  };
  const ingatkan = (kalimat) => {
    if (peringatan.textContent !== kalimat) peringatan.textContent = kalimat;
    peringatan.hidden = !kalimat;
  };
  const periksa = () => {
    const isi = jawaban.map((e) => e.value);
    ingatkan(isi.every((x) => x && x === isi[0]) ? "Semua pertanyaan dijawab dengan angka yang sama. Periksa kembali kertasnya." : "");
  };

  for (const bidang of tombol) {
    bidang.addEventListener("focus", () => bidang.select());
    bidang.addEventListener("input", (kejadian) => {
      const huruf = bidang.value.slice(-1);
      if (huruf && "1234567".slice(0, Number(bidang.dataset.tombol)).includes(huruf)) bidang.value = huruf;
      else if (huruf === "" || "0- ".includes(huruf)) bidang.value = "";
      else {
        bidang.value = lama.get(bidang);
        bidang.select();
        ingatkan(`Tekan 1 sampai ${bidang.dataset.tombol}; spasi, 0, atau - bila tidak dijawab.`);
        return;
      }
      lama.set(bidang, bidang.value);
      periksa();
      if (huruf && kejadian.inputType !== "deleteContentBackward") ke(bidang, 1);
    });
  }

  form.addEventListener("keydown", (kejadian) => {
    const bidang = kejadian.target;
    if (!semua.includes(bidang) || kejadian.isComposing) return;
    const akhir = bidang === semua[semua.length - 1];
    if (kejadian.key === "Enter" && !(akhir && kejadian.shiftKey)) {
      kejadian.preventDefault();
      if (akhir || kejadian.ctrlKey) form.requestSubmit();
      else ke(bidang, 1);
    } else if (bidang.dataset.tombol && kejadian.key === "Backspace" && !bidang.value) {
      kejadian.preventDefault();
      ke(bidang, -1);
    } else if (bidang.dataset.tombol && (kejadian.key === "ArrowDown" || kejadian.key === "ArrowUp")) {
      kejadian.preventDefault();
      ke(bidang, kejadian.key === "ArrowDown" ? 1 : -1);
    }
  });
  form.addEventListener("submit", (kejadian) => {
    if (form.dataset.terkirim) kejadian.preventDefault();
    form.dataset.terkirim = "ya";
  });
  window.addEventListener("pageshow", () => delete form.dataset.terkirim);
  document.addEventListener("change", (kejadian) => {
    if (kejadian.target.closest(".kertas-pilih") && kejadian.target.tagName === "SELECT") kejadian.target.form.requestSubmit();
  });
})();
