/* The timeline as lanes: a row for each layer, a column for each year (on a phone the other way round), a shape for each
   event. Made from the rows of the table, so that there is one text of each event. What is chosen stands in the address:
   #tijdlijn&lagen=wet,geld&thema=jeugd&bij=drie-wetten. A classic script: it works from file://. */
(function () {
  "use strict";
  const { make } = window.dichterbij;
  const START = "drie-wetten";
  const pairs = (text) => text.split("|").map((part) => part.split("="));
  const fragment = () => new URLSearchParams(location.hash.replace(/^#tijdlijn&?/, ""));

  function play(line) {
    const view = line.querySelector(".timeline-view"), all = line.querySelector(".timeline-all");
    const rows = [...line.querySelectorAll("tr[data-layer]")], years = [...line.querySelectorAll("tbody")];
    const first = Number(line.dataset.first), last = Number(line.dataset.last);
    const layers = pairs(line.dataset.layers), themes = pairs(line.dataset.themes);
    const used = layers.filter(([layer]) => rows.some((row) => row.dataset.layer === layer));
    const state = { layers: new Set(used.map(([layer]) => layer)), theme: "", at: null };

    const lanes = make("div", { class: "timeline-lanes", role: "group", "aria-label": "Tijdlijn" });
    lanes.style.setProperty("--years", last - first + 1);
    lanes.style.setProperty("--lanes", used.length);
    const about = make("div", { class: "timeline-about" });
    const count = make("p", { class: "timeline-count", role: "status" });

    const words = (row) => ({ when: row.cells[0].textContent, title: row.querySelector(".timeline-title").textContent,
      layer: row.dataset.layer });

    /* The points, in order of time. */
    const points = rows.map((row) => {
      const { when, title, layer } = words(row);
      const point = make("button", { type: "button", class: "timeline-point", tabindex: -1, "data-layer": layer,
        "aria-label": `${when}, ${layer}: ${title}`, title: `${when}: ${title}` });
      if (row.dataset.planned) point.dataset.planned = "ja";
      point.addEventListener("click", () => choose(row));
      return point;
    });

    used.forEach(([layer, name], lane) => {
      const head = make("div", { class: "timeline-lane", "data-layer": layer }, make("span", { class: "timeline-key",
        "data-layer": layer, "aria-hidden": "true" }), make("span", { class: "timeline-name" }, layer),
      make("span", { class: "visually-hidden" }, `: ${name}`));
      head.style.setProperty("--lane", lane);
      lanes.append(head);
      for (let year = first; year <= last; year += 1) {
        const here = points.filter((_, at) => rows[at].dataset.layer === layer && Number(rows[at].dataset.year) === year);
        if (!here.length) continue;
        const cell = make("div", { class: "timeline-cell" }, ...here);
        cell.style.setProperty("--lane", lane);
        cell.style.setProperty("--at", year - first);
        lanes.append(cell);
      }
    });
    for (let year = first; year <= last; year += 1) {
      const tick = make("div", { class: "timeline-tick", "aria-hidden": "true" }, String(year));
      if ((year - first) % 2) tick.dataset.odd = "ja";
      tick.style.setProperty("--at", year - first);
      lanes.append(tick);
    }

    const shown = (row) => state.layers.has(row.dataset.layer) &&
      (!state.theme || row.dataset.theme.split(" ").includes(state.theme));
    const visible = () => rows.filter(shown);
    const point = (row) => points[rows.indexOf(row)];

    function keep() {
      const wanted = new URLSearchParams();
      if (state.layers.size < used.length) wanted.set("lagen", [...state.layers].join(","));
      if (state.theme) wanted.set("thema", state.theme);
      if (state.at) wanted.set("bij", state.at.dataset.id);
      const text = decodeURIComponent(wanted.toString());
      history.replaceState(null, "", `#tijdlijn${text ? `&${text}` : ""}`);
    }

    function tell() {
      const row = state.at;
      if (!row) { about.replaceChildren(make("p", {}, "Er is niets te zien met deze keuze.")); return; }
      const copy = (name) => [...row.querySelector(name).childNodes].map((node) => node.cloneNode(true));
      const found = visible(), at = found.indexOf(row);
      const step = (label, to) => {
        const button = make("button", { type: "button", class: "timeline-step" }, label);
        if (found[to]) button.addEventListener("click", () => { choose(found[to]); about.querySelector(
          `.timeline-step:${label === "Eerder" ? "first" : "last"}-of-type`)?.focus(); });
        else button.setAttribute("aria-disabled", "true");
        return button;
      };
      const source = make("span", { class: "timeline-source" }, ...copy(".timeline-source"));
      about.replaceChildren(
        make("p", { class: "timeline-when" }, `${row.cells[0].textContent} · ${row.dataset.layer} · ${row.cells[3].textContent}`),
        make("p", { class: "timeline-what" }, make("strong", {}, row.querySelector(".timeline-title").textContent)),
        make("p", {}, ...copy(".timeline-text"), " ", source),
        make("p", { class: "timeline-steps" }, step("Eerder", at - 1), step("Later", at + 1)));
    }

    function choose(row, write = true) {
      state.at = row;
      points.forEach((one) => { one.tabIndex = -1; one.removeAttribute("aria-current"); });
      const chosen = row && point(row);
      if (chosen) { chosen.tabIndex = 0; chosen.setAttribute("aria-current", "true"); }
      tell();
      if (write) keep();
    }

    function filter(write = true) {
      rows.forEach((row, at) => { row.hidden = points[at].hidden = !shown(row); });
      years.forEach((year) => { year.hidden = ![...year.querySelectorAll("tr[data-layer]")].some((row) => !row.hidden); });
      const found = visible();
      count.textContent = `${found.length} van ${rows.length} gebeurtenissen`;
      choose(found.includes(state.at) ? state.at : found[0] || null, write);
    }

    /* Left and right walk through time, up and down to the nearest event of the next layer. */
    lanes.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !points.includes(event.target)) return;
      const found = visible(), at = found.indexOf(rows[points.indexOf(event.target)]);
      const beside = (step) => {
        const open = used.map(([layer]) => layer).filter((layer) => found.some((row) => row.dataset.layer === layer));
        const layer = open[open.indexOf(found[at].dataset.layer) + step];
        const near = found.filter((row) => row.dataset.layer === layer);
        const far = (row) => Math.abs(row.dataset.year - found[at].dataset.year);
        return near.sort((one, other) => far(one) - far(other))[0];
      };
      const to = { ArrowRight: () => found[at + 1], ArrowLeft: () => found[at - 1], ArrowDown: () => beside(1),
        ArrowUp: () => beside(-1), Home: () => found[0], End: () => found[found.length - 1] }[event.key];
      if (!to) return;
      event.preventDefault();
      const row = to();
      if (row) { choose(row); point(row).focus(); }
    });

    /* Native controls for what is shown. */
    const boxes = used.map(([layer, name]) => {
      const box = make("input", { type: "checkbox", value: layer });
      box.addEventListener("change", () => {
        if (box.checked) state.layers.add(layer); else state.layers.delete(layer);
        filter();
      });
      return make("label", { class: "timeline-option" }, box, make("span", { class: "timeline-key", "data-layer": layer,
        "aria-hidden": "true" }), name);
    });
    const select = make("select", { id: "tijdlijn-thema" }, make("option", { value: "" }, "alle thema’s"),
      ...themes.filter(([theme]) => rows.some((row) => row.dataset.theme.split(" ").includes(theme)))
        .map(([theme, name]) => make("option", { value: theme }, name)));
    select.addEventListener("change", () => { state.theme = select.value; filter(); });

    function fromAddress() {
      const wanted = fragment(), named = /^#t-(.+)/.exec(location.hash);
      const chosen = (wanted.get("lagen") || "").split(",").filter((layer) => used.some(([one]) => one === layer));
      state.layers = new Set(chosen.length ? chosen : used.map(([layer]) => layer));
      select.value = wanted.get("thema") || "";
      if (select.selectedIndex < 0) select.value = "";
      state.theme = select.value;
      boxes.forEach((label) => { const box = label.querySelector("input"); box.checked = state.layers.has(box.value); });
      const id = named ? named[1] : wanted.get("bij") || START;
      state.at = rows.find((row) => row.dataset.id === id) || null;
      filter(false);
    }

    view.append(
      make("div", { class: "timeline-tools" },
        make("fieldset", {}, make("legend", {}, "Wat wil je zien?"), ...boxes),
        make("label", { class: "timeline-theme" }, make("span", {}, "Thema"), select)),
      count, lanes,
      make("p", { class: "timeline-hint" }, "Kies een vorm om te lezen wat er gebeurde. Met de pijltjestoetsen loop je door de tijd. Een open vorm is gepland."),
      about);
    all.open = false;
    fromAddress();
    about.setAttribute("aria-live", "polite");
    addEventListener("hashchange", fromAddress);
    addEventListener("beforeprint", () => { all.open = true; });
    line.classList.add("is-playable");
  }

  document.querySelectorAll(".tijdlijn").forEach(play);
})();
