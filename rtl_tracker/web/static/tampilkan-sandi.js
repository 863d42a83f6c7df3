// Offers to show what is typed into the password fields of a form; without this script they stay hidden.
"use strict";
for (const form of document.querySelectorAll("form")) {
  const isian = form.querySelectorAll('input[type="password"]');
  const tempat = form.querySelector(".deret-tombol");
  if (!isian.length || !tempat) continue;
  const kotak = document.createElement("input");
  kotak.type = "checkbox";
  kotak.id = "tampilkan-sandi";
  kotak.className = "form-check-input";
  const label = document.createElement("label");
  label.className = "form-check-label";
  label.htmlFor = kotak.id;
  label.textContent = "Tampilkan sandi";
  const bungkus = document.createElement("div");
  bungkus.className = "form-check mb-3";
  bungkus.append(kotak, label);
  tempat.before(bungkus);
  const pasang = (tampak) => isian.forEach((satu) => { satu.type = tampak ? "text" : "password"; });
  kotak.addEventListener("change", () => pasang(kotak.checked));
  form.addEventListener("submit", () => pasang(false));
}
