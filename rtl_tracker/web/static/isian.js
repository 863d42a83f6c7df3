// Typed text survives a lost connection or an ended log-in: kept in this tab only, offered again, forgotten once stored.
"use strict";
(() => {
  const AWALAN = "isian:";
  const kunci = (form) => AWALAN + new URL(form.action, window.location).pathname;
  const bidang = (form) => [...form.elements].filter((e) => e.name && e.name !== "csrf_token" && e.name !== "versi" && ["textarea", "text", "date", "select-one"].includes(e.type));

  if (document.querySelector(".pesan-jadi")) {
    for (const nama of Object.keys(sessionStorage)) if (nama.startsWith(AWALAN)) sessionStorage.removeItem(nama);
  }

  const tawarkan = (form, lama) => {
    const kotak = document.createElement("p");
    kotak.className = "pesan";
    kotak.setAttribute("role", "status");
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "btn btn-outline-primary";
    tombol.textContent = "Pulihkan isian yang belum tersimpan";
    tombol.addEventListener("click", () => {
      for (const e of bidang(form)) if (e.name in lama) e.value = lama[e.name];
      kotak.remove();
    });
    kotak.append(tombol);
    form.prepend(kotak);
  };

  for (const form of document.querySelectorAll("form[data-simpan]")) {
    const tersimpan = JSON.parse(sessionStorage.getItem(kunci(form)) || "null");
    if (tersimpan && bidang(form).some((e) => e.name in tersimpan && tersimpan[e.name] && tersimpan[e.name] !== e.value)) tawarkan(form, tersimpan);
    form.addEventListener("input", () => {
      sessionStorage.setItem(kunci(form), JSON.stringify(Object.fromEntries(bidang(form).map((e) => [e.name, e.value]))));
    });
  }

  // Files that the server would refuse are told before anything is sent, so that nothing typed is lost.
  const keberatan = (pilih) => {
    const berkas = [...pilih.files];
    if (berkas.length > Number(pilih.dataset.banyak)) return `Paling banyak ${pilih.dataset.banyak} berkas sekali kirim; Anda memilih ${berkas.length}.`;
    const besar = berkas.filter((b) => b.size > Number(pilih.dataset.batas)).map((b) => b.name);
    return besar.length ? `Berkas lebih besar daripada ${pilih.dataset.batasSebutan}: ${besar.join(", ")}. Perkecil atau pilih berkas lain.` : "";
  };
  for (const pilih of document.querySelectorAll("input[type=file][data-batas]")) {
    const pesan = document.createElement("p");
    pesan.className = "salah";
    pesan.setAttribute("role", "alert");
    pesan.hidden = true;
    pilih.after(pesan);
    const nilai = () => {
      pesan.textContent = keberatan(pilih);
      pesan.hidden = !pesan.textContent;
      return pesan.hidden;
    };
    pilih.addEventListener("change", nilai);
    pilih.form.addEventListener("submit", (kejadian) => {
      if (nilai()) return;
      kejadian.preventDefault();
      pilih.focus();
    });
  }
})();
