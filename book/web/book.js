/* What a page does beyond showing itself: the theme, the contents, popovers, copying, search without a server.
   A classic script: it works from file:// and asks nothing of any network. */
(function () {
  "use strict";
  const root = document.documentElement;
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private window */ } };

  function themeButton() {
    const button = document.querySelector(".theme-switch-button");
    if (!button) return;
    const label = button.querySelector("span");
    const show = () => { label.textContent = root.dataset.theme === "dark" ? "Licht" : "Donker"; };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      remember("theme", root.dataset.theme);
      show();
    });
    show();
  }

  /* The section that is being read is marked in the contents; the open page is brought into view. */
  function contents() {
    const box = document.getElementById("boekinhoud");
    if (!box) return;
    const current = box.querySelector('[aria-current="page"]');
    if (current && current.offsetTop > box.clientHeight * 0.6) box.scrollTop = current.offsetTop - box.clientHeight / 3;
    box.addEventListener("click", (event) => {
      if (event.target.closest("a") && box.matches(":popover-open")) box.hidePopover();
    });
    const links = [...box.querySelectorAll(".contents-sections a")];
    const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (!links.length || !("IntersectionObserver" in window)) return;
    const mark = () => {
      const reached = targets.filter((target) => target && target.getBoundingClientRect().top < innerHeight * 0.35);
      const last = targets.indexOf(reached[reached.length - 1]);
      links.forEach((link, i) => (i === last ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -65% 0px" });
    targets.forEach((target) => target && observer.observe(target));
    mark();
  }

  /* A link with data-pop="<id>" shows the element of that id beside it: on hover, on focus and on a first tap.
     It stays while the pointer is on it, Escape closes it, and it covers nothing that is read out (WCAG 1.4.13). */
  function popovers() {
    let open = null;
    let timer = 0;
    let touched = false;
    const pop = document.createElement("div");
    pop.className = "pop";
    pop.id = "pop";
    pop.setAttribute("role", "tooltip");
    pop.hidden = true;

    const close = () => {
      clearTimeout(timer);
      if (open) open.removeAttribute("aria-describedby");
      open = null;
      pop.hidden = true;
    };
    const place = (link) => {
      const box = link.getClientRects()[0];
      const left = Math.min(box.left, root.clientWidth - pop.offsetWidth - 16);
      const below = box.bottom + 6 + pop.offsetHeight < innerHeight;
      pop.style.left = `${Math.max(16, left) + scrollX}px`;
      pop.style.top = `${(below ? box.bottom + 6 : Math.max(4, box.top - pop.offsetHeight - 6)) + scrollY}px`;
    };
    const show = (link) => {
      clearTimeout(timer);
      if (open === link) return;
      close();
      const source = document.getElementById(link.dataset.pop);
      if (!source) return;
      const content = (source.content || source).cloneNode(true);
      pop.replaceChildren(...(source.content ? [content] : content.childNodes));
      if (!pop.isConnected) document.body.append(pop);
      pop.hidden = false;
      open = link;
      link.setAttribute("aria-describedby", "pop");
      place(link);
    };
    const later = (what, wait) => { clearTimeout(timer); timer = setTimeout(what, wait); };
    const linkOf = (event) => event.target.closest && event.target.closest("a[data-pop]");

    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = linkOf(event);
      if (link) later(() => show(link), 150);
      else if (pop.contains(event.target)) clearTimeout(timer);
      else if (open && document.activeElement !== open) later(close, 250);
      else if (!open) clearTimeout(timer);
    });
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (link && !touched) show(link);
      else if (!link && !pop.contains(event.target)) close();
    });
    document.addEventListener("focusout", (event) => { if (event.target === open) later(close, 100); });
    document.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
      if (touched && open && !linkOf(event) && !pop.contains(event.target)) close();
    });
    document.addEventListener("click", (event) => {
      const link = linkOf(event);
      if (!link || !touched || open === link) return;
      event.preventDefault();   // the first tap tells, the second goes there
      show(link);
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && open) close(); });
    addEventListener("resize", close);
  }

  /* <button data-copy="<id>"> copies the text of that element; without the clipboard (file:// in some browsers) it selects it. */
  function copying() {
    document.querySelectorAll("button[data-copy]").forEach((button) => {
      const source = document.getElementById(button.dataset.copy);
      if (!source) return;
      const label = button.textContent;
      button.hidden = false;
      button.addEventListener("click", async () => {
        const text = source.innerText.trim();
        let done = false;
        try { await navigator.clipboard.writeText(text); done = true; } catch { /* not allowed: select it */ }
        if (!done) getSelection().selectAllChildren(source);
        button.textContent = done ? "Gekopieerd" : "Geselecteerd: kopieer met Ctrl+C";
        setTimeout(() => { button.textContent = label; }, 3000);
      });
    });
  }

  /* A wide table scrolls by keyboard too. A group, for a page full of landmarks helps nobody find their way. */
  function scrollers() {
    document.querySelectorAll(".pst-scrollable-table-container, .table-scroll, .highlight pre, div.math").forEach((box) => {
      if (box.scrollWidth <= box.clientWidth) return;
      box.tabIndex = 0;
      if (box.hasAttribute("aria-label")) return; // the table of a chart has a name of its own
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Breed: schuif opzij om alles te zien");
    });
  }

  /* Sphinx's search fetches each page for a summary; file:// forbids that, so there the titles suffice.
     The sentences of its results are ours: the Dutch that comes with Sphinx lacks some. */
  function search() {
    const field = document.getElementById("zoek-hier");
    if (!field) return;
    field.value = new URLSearchParams(location.search).get("q") || "";
    if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
    Documentation.addTranslations({ locale: "nl", plural_expr: "(n != 1)", messages: {
      "Search Results": "Gevonden",
      "Searching": "Zoeken",
      "Search finished, found ${resultCount} page(s) matching the search query.": "Aantal plaatsen: ${resultCount}.",
      "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
        "Niets gevonden. Probeer een ander woord, of een korter stuk ervan.",
      ", in ": ", in ",
    } });
  }

  search();   // before Sphinx starts it, when the page is ready
  function start() { themeButton(); contents(); popovers(); copying(); scrollers(); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
