/* A table of the reader's own in a simulation: a box to type or paste in, or a grid of fields. Python reads the text
   (own_table.py); what it says is wrong stands beside the table, and nothing that was typed is lost.
   `dichterbij.ownTable(element, simulation, api)` gives null, or {kept, rows(), text(), secret(), read(), put(text),
   follow(rows), drop()}; a secret table, and what was read from it, stays out of links.
   `api`: read(text) -> {rows, values, how} or {error}; use(values) after a table was read; leave() after it was dropped;
   say(text). A table without a key for links stays in this browser (kept.js). */
(() => {
  "use strict";
  const book = (window.dichterbij = window.dichterbij || {});

  book.ownTable = (element, simulation, api) => {
    const box = element.querySelector(".simulation-own");
    if (!box) return null;
    const own = simulation.spec.own;
    const store = own.key ? null : `simulatie-tabel-${simulation.name}`;
    const field = box.querySelector("textarea");
    const cells = [...box.querySelectorAll("[data-cell]")];
    const fault = box.querySelector(".simulation-fault");
    const how = element.querySelector(".simulation-how");
    const sum = box.querySelector(".simulation-sum output");
    const fixed = own.fixes.flatMap((name) => [...element.querySelectorAll(`[data-parameter="${name}"] input`)]);
    let rows = [];

    /* The text of the table, wherever it stands --------------------------------------------------------------- */
    const text = () => {
      if (field) return field.value;
      const lines = [];
      for (const cell of cells) {
        const { row, cell: column } = cell.dataset;
        (lines[row] ||= [])[column] = cell.value.replaceAll(";", ",");
      }
      return lines.map((line) => line.join(";")).join("\n");
    };
    const fill = (written) => {
      if (field) field.value = written;
      const lines = written.split(/\r?\n/).map((line) => line.split(";"));
      for (const cell of cells) cell.value = (lines[cell.dataset.row] || [])[cell.dataset.cell] ?? "";
      add();
    };
    const add = () => {
      if (!sum) return;
      const last = Math.max(...cells.map((cell) => Number(cell.dataset.cell)));
      const sizes = cells.filter((cell) => Number(cell.dataset.cell) === last).map((cell) => Number(cell.value));
      sum.textContent = sizes.some(Number.isNaN) ? "–" : book.state.number(sizes.reduce((all, one) => all + one, 0), 0);
    };

    const complain = (sentence) => {
      fault.textContent = sentence;
      for (const one of field ? [field] : cells) one.toggleAttribute("aria-invalid", false);
      const [, row] = sentence.match(/^Rij (\d+)/) || [];
      const wrong = field ? [field] : cells.filter((cell) => Number(cell.dataset.row) === row - 1);
      if (sentence) for (const one of wrong) one.setAttribute("aria-invalid", "true");
    };
    const mark = () => {
      const used = rows.length > 0;
      element.toggleAttribute("data-own", used);
      for (const input of fixed) input.disabled = used;
      for (const button of element.querySelectorAll("[data-scenario]")) button.disabled = used && Boolean(field);
    };

    const remember = () => {
      if (store) book.write(store, text().trim() ? { text: text() } : {});
    };

    const read = async (quiet) => {
      const written = text();
      let found;
      try {
        found = await api.read(written);
      } catch {
        return; // the page says by itself that it cannot compute
      }
      if (written !== text()) return; // the reader went on; the newest text is read too
      complain(found.error || "");
      if (found.error) return;
      rows = found.rows;
      how.textContent = found.how;
      mark();
      await api.use(found.values);
      if (!quiet) api.say("Het model rekent nu met jouw tabel.");
    };

    const drop = () => {
      rows = [];
      how.textContent = "";
      complain("");
      mark();
    };
    const wipe = () => {
      fill("");
      drop();
      remember();
      api.leave();
      api.say(store ? "Je tabel is gewist, ook uit deze browser." : "De tabel volgt weer de instellingen.");
    };

    box.addEventListener("input", ({ target }) => {
      if (target !== field && !cells.includes(target)) return;
      remember();
      add();
      if (cells.length) read(true);
    });
    /* A block that is pasted into a field fills the fields below and beside it. */
    box.addEventListener("paste", (event) => {
      const from = cells.indexOf(event.target);
      const pasted = event.clipboardData.getData("text");
      if (from < 0 || !/[\t\n;]/.test(pasted.trim())) return;
      event.preventDefault();
      const { row, cell } = cells[from].dataset;
      pasted.trim().split(/\r?\n/).forEach((line, i) => line.split(/\t|;/).forEach((one, j) => {
        const place = cells.find((c) => Number(c.dataset.row) === Number(row) + i && Number(c.dataset.cell) === Number(cell) + j);
        if (place) place.value = one.trim();
      }));
      event.target.dispatchEvent(new Event("input", { bubbles: true }));
    });
    box.addEventListener("click", ({ target }) => {
      const action = target.closest("button")?.dataset.own;
      if (action === "read") read();
      else if (action === "wipe") wipe();
      else if (action === "example") {
        fill(own.example);
        remember();
        read();
      }
    });

    const kept = store && book.read(store).text;
    if (kept) {
      box.open = true;
      fill(kept);
    }
    add();
    return {
      kept: Boolean(kept),
      rows: () => rows,
      text: () => (rows.length && own.key ? text() : ""),
      secret: () => rows.length > 0 && !own.key,
      put: (written) => {
        box.open = true;
        fill(written);
        return read(true);
      },
      read,
      drop,
      follow: (given) => {
        if (!rows.length && cells.length && given) fill(given.map((row) => row.join(";")).join("\n"));
      },
    };
  };
})();
