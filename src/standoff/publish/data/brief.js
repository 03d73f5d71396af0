// Comfort only: pointing at words lights their points and the other way round; a click keeps them lit. Links do the rest.
(() => {
  "use strict";
  document.documentElement.classList.add("live");
  for (const article of document.querySelectorAll("article")) {
    const parts = new Map();
    for (const part of article.querySelectorAll("[data-p]"))
      for (const point of part.dataset.p.split(" ")) {
        if (!parts.has(point)) parts.set(point, []);
        parts.get(point).push(part);
      }
    const set = (part, name, on) => {
      for (const point of part.dataset.p.split(" "))
        for (const other of parts.get(point)) other.classList.toggle(name, on);
    };
    const over = (event, on) => {
      const part = event.target.closest("[data-p]");
      if (part) set(part, "lit", on);
    };
    article.addEventListener("mouseover", (event) => over(event, true));
    article.addEventListener("mouseout", (event) => over(event, false));
    article.addEventListener("focusin", (event) => over(event, true));
    article.addEventListener("focusout", (event) => over(event, false));
    article.addEventListener("click", (event) => {
      const part = event.target.closest("[data-p]");
      for (const held of article.querySelectorAll(".held")) held.classList.remove("held");
      if (!part) return;
      set(part, "held", true);
      const row = part.closest("tr");
      if (row && !event.target.closest("a") && String(getSelection()) === "") {
        const words = parts.get(row.dataset.p).find((other) => !row.contains(other));
        if (words) words.scrollIntoView({ block: "nearest" });
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const held of document.querySelectorAll(".held")) held.classList.remove("held");
  });
})();
