// Single keys for the queue: they press or focus what carries data-pintasan. Never while typing; can be switched off for good.
"use strict";
(() => {
  const KUNCI = "pintasan-antrean";
  const PENGISI = "input:not([type=checkbox]), textarea, select, [contenteditable]";
  const kotak = document.getElementById("pintasan");
  const saklar = document.getElementById("pintasan-nyala");
  if (!kotak || !saklar) return;

  const ingat = (nilai) => { try { window.localStorage.setItem(KUNCI, nilai); } catch { /* the browser keeps nothing */ } };
  const ingatan = () => { try { return window.localStorage.getItem(KUNCI); } catch { return null; } };

  saklar.checked = ingatan() !== "mati";
  kotak.hidden = false;
  saklar.addEventListener("change", () => ingat(saklar.checked ? "nyala" : "mati"));

  document.addEventListener("keydown", (kejadian) => {
    if (!saklar.checked || kejadian.repeat || kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey || kejadian.defaultPrevented) return;
    if (kejadian.target instanceof Element && kejadian.target.closest(PENGISI)) return;
    const tombol = kejadian.key.toLowerCase();
    const tujuan = /^[a-z]$/.test(tombol) && document.querySelector(`[data-pintasan="${tombol}"]`);
    if (!tujuan) return;
    kejadian.preventDefault();
    if (tujuan.matches(PENGISI)) tujuan.focus();
    else tujuan.click();
  });
})();
