// Kiosk: one document from the welcome to the thanks, so that full screen lasts and a short loss of the network is borne, and what
// somebody leaves behind goes away by itself. Without it the pages work too; the Refresh header is their clock.
"use strict";
(() => {
  const ingat = document.getElementById("ingat");
  const sisa = document.getElementById("ingat-sisa");
  const awal = new URL(ingat.dataset.awal, window.location).href;
  const INGATKAN = Number(ingat.dataset.ingatkan);
  const DIAM_LAIN = 60;
  const COBA_LAGI = 15;
  let diam = 0;
  let batas = 0;
  let sibuk = false;

  const isi = () => document.getElementById("isi");
  const bertanya = () => diam > 2 * INGATKAN;
  const ulangHitung = () => { batas = diam ? Date.now() + diam * 1000 : 0; };

  const layarPenuh = () => {
    const tombol = document.getElementById("layar-penuh");
    if (tombol) tombol.hidden = !document.fullscreenEnabled || Boolean(document.fullscreenElement);
  };
  const siapkan = (alamat) => {
    diam = Number(isi().dataset.diam || (alamat === awal ? 0 : DIAM_LAIN));
    ulangHitung();
    layarPenuh();
  };
  const ganti = (html, alamat) => {
    const baru = new DOMParser().parseFromString(html, "text/html");
    if (!baru.getElementById("isi")) throw new Error("no page");
    if (ingat.open) ingat.close();
    document.title = baru.title;
    const sasaran = document.importNode(baru.getElementById("isi"), true);
    const pertama = sasaran.querySelector("[autofocus]");
    if (pertama) pertama.removeAttribute("autofocus");
    isi().replaceWith(sasaran);
    window.scrollTo(0, 0);
    (pertama || sasaran).focus({ preventScroll: true });
    siapkan(alamat);
  };
  const pesan = (kalimat) => {
    const p = document.createElement("p");
    p.className = "pesan pesan-galat";
    p.setAttribute("role", "alert");
    p.textContent = kalimat;
    return p;
  };
  const buka = async (alamat, pilihan, gagal) => {
    if (sibuk) return;
    sibuk = true;
    isi().setAttribute("aria-busy", "true");
    try {
      const jawaban = await fetch(alamat, { ...pilihan, cache: "no-store" });
      ganti(await jawaban.text(), jawaban.url);
    } catch {
      isi().removeAttribute("aria-busy");
      gagal();
    } finally {
      sibuk = false;
    }
  };
  const putus = () => {
    for (const lama of isi().querySelectorAll(":scope > .pesan-galat")) lama.remove();
    isi().prepend(pesan("Sambungan terputus. Yang sudah diisi tetap ada; sentuh sekali lagi."));
    window.scrollTo(0, 0);
  };
  // Nobody is there: what the last one answered must not stay on the screen, with or without a network.
  const pulang = () => buka(awal, {}, () => {
    if (ingat.open) ingat.close();
    isi().replaceChildren(pesan("Sambungan terputus. Halaman awal tampil sendiri setelah tersambung lagi."));
    diam = COBA_LAGI;
    ulangHitung();
  });

  const ingatkan = (tinggal) => {
    if (!ingat.open) ingat.showModal();
    if (!sisa.textContent || tinggal === 10 || tinggal === 5) sisa.textContent = `Halaman kembali ke awal dalam ${tinggal} detik.`;
  };
  window.setInterval(() => {
    if (!batas || sibuk) return;
    const tinggal = Math.ceil((batas - Date.now()) / 1000);
    if (tinggal <= 0) pulang();
    else if (bertanya() && tinggal <= INGATKAN) ingatkan(tinggal);
  }, 500);
  ingat.addEventListener("close", () => { sisa.textContent = ""; ulangHitung(); });
  ingat.addEventListener("click", (kejadian) => { if (kejadian.target === ingat) ingat.close(); });
  for (const jenis of ["pointerdown", "keydown", "input"]) {
    document.addEventListener(jenis, () => { if (batas && bertanya() && !ingat.open) ulangHitung(); });
  }

  document.addEventListener("submit", (kejadian) => {
    const form = kejadian.target;
    const tombol = kejadian.submitter;
    if (!isi().contains(form)) return;
    kejadian.preventDefault();
    const kiriman = new URLSearchParams(new FormData(form));
    if (tombol && tombol.name) kiriman.append(tombol.name, tombol.value);
    buka(tombol && tombol.hasAttribute("formaction") ? tombol.formAction : form.action, { method: "POST", body: kiriman }, putus);
  });
  document.addEventListener("click", (kejadian) => {
    if (kejadian.target.id === "layar-penuh") document.documentElement.requestFullscreen().catch(() => {});
    const tautan = kejadian.target.closest("#isi a[href]");
    if (!tautan || tautan.origin !== window.location.origin) return;
    kejadian.preventDefault();
    buka(tautan.href, {}, putus);
  });
  document.addEventListener("fullscreenchange", layarPenuh);
  window.addEventListener("pageshow", (kejadian) => { if (kejadian.persisted) window.location.reload(); });
  // The Refresh header does not know that somebody is still typing: from here on this script keeps the time.
  window.addEventListener("load", () => window.stop());
  siapkan(window.location.href);
})();
