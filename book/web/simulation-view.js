/* What a simulation shows: the sentence, the picture, the table; and the same of a kept setting beside it.
   `dichterbij.view(element, simulation)` gives {draw, refuse, setting, text}. Plotly and the colours of the theme come
   from chart.js. */
(() => {
  "use strict";
  const book = (window.dichterbij = window.dichterbij || {});
  const CONFIG = { staticPlot: true, displayModeBar: false, displaylogo: false, showSendToCloud: false };

  const NARROW = 400;
  const GAP = 4; // px between a bar and its amount

  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  const merge = (base, own) => {
    const merged = { ...base };
    for (const [key, value] of Object.entries(own)) {
      const both = [value, merged[key]].every((one) => one && typeof one === "object" && !Array.isArray(one));
      merged[key] = both ? merge(merged[key], value) : value;
    }
    return merged;
  };

  /* Panels (panels.py) have value axes without numbers. Here they are drawn on the one axis that counts pixels: Plotly
     redraws a bar trace, a line and the words in half the time of five of each on axes of their own. */
  const onOneAxis = ({ data, layout }) => {
    const scales = Object.keys(layout).filter((key) => /^yaxis\d/.test(key));
    if (!scales.length || scales.some((key) => layout[key].showticklabels !== false)) return { data, layout };
    const [left, right] = layout.xaxis.range;
    const place = (trace) => {
      const { range: [low, high], domain: [bottom, top] } = layout[trace.yaxis.replace("y", "yaxis")];
      const pixels = (value) => layout.height * (bottom + ((top - bottom) * (value - low)) / (high - low));
      return (value) => (value === null ? null : pixels(value));
    };
    const bars = { x: [], y: [], base: [], marker: { color: [] } };
    const dashes = { x: [], y: [] };
    const words = { x: [], y: [], text: [], textposition: [] };
    const write = (x, y, text, position) => {
      words.x.push(x);
      words.y.push(y);
      words.text.push(text);
      words.textposition.push(position);
    };
    const zeros = [];
    for (const trace of data) {
      if (trace.mode === "text") {
        trace.x.forEach((x, i) => write(x, trace.y[i], trace.text[i], trace.textposition));
        Object.assign(words, { ...trace, ...words });
        continue;
      }
      const at = place(trace);
      if (trace.type === "bar") {
        zeros.push(`M${left},${at(0)}L${right},${at(0)}`);
        trace.x.forEach((x, i) => {
          bars.x.push(x);
          bars.base.push(at(0));
          bars.y.push(at(trace.y[i]) - at(0));
          bars.marker.color.push(trace.marker.color[i]);
          const below = trace.y[i] < 0;
          write(x, at(trace.y[i]) + (below ? -GAP : GAP), trace.text[i], below ? "bottom center" : "top center");
        });
        const { text, textposition, yaxis, ...look } = trace;
        Object.assign(bars, { ...look, ...bars, marker: { ...look.marker, ...bars.marker } });
      } else {
        dashes.x.push(...trace.x);
        dashes.y.push(...trace.y.map(at));
        const { yaxis, ...look } = trace;
        Object.assign(dashes, { ...look, ...dashes });
      }
    }
    const { zerolinecolor: color, zerolinewidth: width } = layout[scales[0]];
    const one = { ...layout, shapes: [{ type: "path", path: zeros.join(""), line: { color, width }, layer: "below" }] };
    for (const key of scales) delete one[key];
    return { data: [bars, ...(dashes.x.length ? [dashes] : []), words], layout: one };
  };

  /* The figure in the book's look; where another figure stands beside it, both get the wider range of each axis. */
  const dress = (figure, { layout, axis }, other) => {
    const dressed = merge(layout, figure.layout);
    for (const [key, own] of Object.entries(figure.layout)) {
      if (!/^[xy]axis/.test(key)) continue;
      dressed[key] = merge(axis, own);
      const beside = other && (other.layout[key] || {}).range;
      if (own.range && beside) {
        dressed[key].range = [Math.min(own.range[0], beside[0]), Math.max(own.range[1], beside[1])];
      }
    }
    return window.bookChart.resolve(onOneAxis({ data: figure.data, layout: dressed }));
  };

  /* As on the built page: an amount stays on one line. */
  const tied = (sentence) => sentence.replace(/(?<=€) (?=\d)|(?<=\d) (?=ml[nd]\b)/g, "\u00a0");

  const table = (columns, rows, words) => {
    const head = columns.map((text, i) => make("th", { scope: "col", className: i ? "getal" : "", textContent: text }));
    const body = rows.map(([name, ...cells]) =>
      make("tr", {}, make("th", { scope: "row", textContent: name }),
        ...cells.map((text) => make("td", { className: "getal", textContent: text }))));
    return make("table", {}, make("caption", { className: "visually-hidden", textContent: words }),
      make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
  };

  book.view = (element, simulation) => {
    const { parameters } = simulation.spec;
    const summary = element.querySelector(".simulation-now .simulation-summary");
    const setting = element.querySelector(".simulation-setting");
    const views = element.querySelector(".simulation-views");
    const picture = element.querySelector(".simulation-now .simulation-view");
    const figures = element.querySelector(".simulation-table .table-scroll");
    let beside = null;

    const text = (parameter, value) => {
      if (parameter.kind === "choice") return parameter.options.find(([option]) => option === value)[1];
      if (parameter.kind === "switch") return value ? "ja" : "nee";
      if (parameter.year) return String(value);
      const space = ["", "%"].includes(parameter.unit) ? "" : " ";
      return book.state.number(value, parameter.decimals) + space + parameter.unit;
    };
    const words = (values) => parameters.map((one) => `${one.label}: ${text(one, values[one.name])}`).join("; ");

    const plot = async (box, figure, other, sentence) => {
      const Plotly = await window.bookChart.load();
      const { data, layout } = dress(figure, simulation.look, other);
      let area = box.querySelector(".simulation-plot");
      if (!area) {
        area = make("div", { className: "simulation-plot" });
        area.setAttribute("role", "img");
        area.setAttribute("aria-labelledby", sentence);
        box.querySelector("img")?.remove();
        box.append(area);
      }
      layout.width = area.clientWidth;
      if (layout.width < NARROW) layout.height = Math.round(layout.height * 0.85);
      area.style.height = `${layout.height}px`;
      await Plotly.react(area, data, layout, CONFIG);
    };

    /* The kept setting: its picture and sentence, and what differs from it. */
    const compare = (answer, kept) => {
      element.toggleAttribute("data-compares", Boolean(kept));
      if (!kept) {
        beside?.remove();
        beside = null;
        return null;
      }
      if (!beside) {
        beside = make("div", { className: "simulation-beside" },
          make("p", { className: "simulation-head", textContent: "Bewaard" }),
          make("p", { className: "simulation-summary", id: `${summary.id}-kept` }),
          make("div", { className: "simulation-view" }),
          make("div", { className: "simulation-differences table-scroll", tabIndex: 0 }),
          make("div", { className: "simulation-actions" },
            make("button", { type: "button", className: "button button-copy", textContent: "Zet deze stand terug" }),
            make("button", { type: "button", className: "button button-copy", textContent: "Stop met vergelijken" })));
        const [back, drop] = beside.querySelectorAll("button");
        back.dataset.do = "back";
        drop.dataset.do = "drop";
        views.append(beside);
      }
      beside.querySelector(".simulation-summary").textContent = tied(kept.answer.summary);
      const changed = parameters
        .filter(({ name }) => kept.values[name] !== answer.values[name])
        .map((one) => [one.label, text(one, kept.values[one.name]), text(one, answer.values[one.name])]);
      beside.querySelector(".simulation-differences").replaceChildren(
        changed.length
          ? table(["Instelling", "Bewaard", "Nu"], changed, "Wat je veranderde")
          : make("p", { textContent: "Beide standen zijn gelijk. Verander een instelling." }));
      return beside.querySelector(".simulation-view");
    };

    const tabulate = (answer, kept) => {
      if (!kept) return table(answer.columns, answer.rows, simulation.title);
      const columns = [answer.columns[0]];
      for (const column of answer.columns.slice(1)) columns.push(`${column}: bewaard`, `${column}: nu`);
      const rows = answer.rows.map((row, i) => {
        const other = (kept.answer.rows[i] || []).slice(1);
        return [row[0], ...row.slice(1).flatMap((cell, j) => [other[j] ?? "", cell])];
      });
      return table(columns, rows, simulation.title);
    };

    const draw = async (answer, kept) => {
      summary.textContent = tied(answer.summary);
      const box = compare(answer, kept);
      figures.replaceChildren(tabulate(answer, kept));
      try {
        if (box) await plot(box, kept.answer.figure, answer.figure, `${summary.id}-kept`);
        await plot(picture, answer.figure, kept && kept.answer.figure, summary.id);
      } catch (error) {
        console.error(error); // the picture of the build stays
      }
    };

    /* Keeping what is shown: a file of the table or the picture, or one sheet of paper. */
    const save = (address, kind) => {
      const link = make("a", { href: address, download: `${simulation.name}.${kind}` });
      document.body.append(link);
      link.click();
      link.remove();
    };
    const quoted = (text) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const saveTable = (answer) => {
      const lines = [answer.columns, ...answer.rows].map((row) => row.map(quoted).join(";"));
      // The mark in front tells Excel that this is UTF-8.
      const address = URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
      save(address, "csv");
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    };
    const savePicture = async (format) => {
      const Plotly = await window.bookChart.load();
      const area = picture.querySelector(".simulation-plot");
      if (!area) return;
      const { width, height } = area.layout;
      const title = { text: simulation.title, font: { size: 16 }, x: 0, xanchor: "left", xref: "paper" };
      const margin = { ...area.layout.margin, t: area.layout.margin.t + 34 };
      const layout = { ...area.layout, title, margin, height: height + 34 };
      layout.paper_bgcolor = getComputedStyle(element).getPropertyValue("--paper").trim() || "#fff";
      save(await Plotly.toImage({ data: area.data, layout }, { format, width, height: height + 34, scale: 2 }), format);
    };
    const print = () => {
      document.documentElement.setAttribute("data-prints", "");
      element.setAttribute("data-printing", "");
      const folded = element.querySelector(".simulation-table");
      const open = folded.open;
      folded.open = true;
      addEventListener("afterprint", () => {
        document.documentElement.removeAttribute("data-prints");
        element.removeAttribute("data-printing");
        folded.open = open;
      }, { once: true });
      window.print();
    };

    const refuse = (sentence) => { summary.textContent = sentence; };
    return { draw, refuse, text, saveTable, savePicture, print, setting: (values) => { setting.textContent = `Stand: ${words(values)}.`; } };
  };
})();
