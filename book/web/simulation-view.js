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

  /* Panels above each other, on one pair of axes without ticks that spans the whole drawing; upwards it counts pixels
     from the lowest panel. Plotly redraws this in half the time: an axis costs it as much as a trace, and for a note or
     a tick it measures a text in the page, where the words of a trace are only written. So notes, ticks and amounts
     become one trace of words, and the lines at zero one shape. `apt`: nothing in the figure needs to be measured. */
  const bare = (axis) => axis.visible === false || axis.showticklabels === false;
  const apt = ({ annotations = [], shapes = [], barmode, ...layout }) => {
    const axes = Object.keys(layout).filter((key) => /^[xy]axis/.test(key));
    return axes.length > 2 && !layout.xaxis2 && !barmode && shapes.every(({ yref }) => yref === "paper") &&
      axes.every((key) => layout[key].range && (bare(layout[key]) || layout[key].automargin === false)) &&
      annotations.every((note) => SIDES[note.xanchor] && HEIGHTS[note.yanchor] && !note.showarrow);
  };

  /* The words of a trace beside those of a note at the same place: which side, and how far in px and in type sizes. */
  const SIDES = { left: ["right", 2], right: ["left", -2] };
  const HEIGHTS = { bottom: ["top", 3.7, 0.02], top: ["bottom", -2.4, -0.23] };

  const onOneAxis = ({ data, layout }) => {
    if (!apt(layout)) return { data, layout };
    const { annotations = [], shapes = [], xaxis, margin: { l, r, t, b } } = layout;
    const [left, right] = xaxis.range;
    const height = layout.height - t - b;
    const pixel = (right - left) / (layout.width - l - r);
    const place = (name = "y") => {
      const { range: [low, high], domain: [bottom, top] = [0, 1] } = layout[name.replace("y", "yaxis")];
      return (value) => (value === null ? null : height * (bottom + ((top - bottom) * (value - low)) / (high - low)));
    };
    const words = { x: [], y: [], text: [], textposition: [], textfont: { color: [], size: [] } };
    const write = (text, x, y, position, { color, size }) => {
      words.x.push(x);
      words.y.push(y);
      words.text.push(text);
      words.textposition.push(position);
      words.textfont.color.push(color);
      words.textfont.size.push(size);
    };

    const zeros = { type: "path", path: "", line: {}, layer: "below" };
    for (const key of Object.keys(layout).filter((one) => one.startsWith("yaxis"))) {
      const { range: [low, high], ticktext, tickvals, tickfont, zeroline, ...axis } = layout[key];
      const at = place(key.replace("axis", ""));
      if (zeroline && low <= 0 && high >= 0) {
        const y = Math.round(at(0)) + 0.5;
        zeros.path += `M${left},${y}L${right},${y}`;
        Object.assign(zeros.line, { color: axis.zerolinecolor, width: axis.zerolinewidth });
      }
      if (bare(axis)) continue;
      tickvals.forEach((value, i) => {
        if (value < low || value > high) return;
        write(ticktext[i], left - pixel, at(value) - 0.1 * tickfont.size, "middle left", tickfont);
      });
    }
    const { tickfont } = xaxis;
    if (!bare(xaxis)) xaxis.tickvals.forEach((value, i) =>
      write(xaxis.ticktext[i], value, -1 - 0.25 * tickfont.size, "bottom center", tickfont));

    const bars = { x: [], y: [], base: [], marker: { color: [] } };
    const dashes = { x: [], y: [] };
    const others = [];
    for (const { yaxis, ...trace } of data) {
      const at = place(yaxis);
      const y = trace.y.map(at);
      if (trace.mode === "text") {
        y.forEach((one, i) => write(trace.text[i], trace.x[i], one, trace.textposition, trace.textfont));
      } else if (trace.type === "bar" && trace.text) {
        const { text, textposition, outsidetextfont: font, ...look } = trace;
        y.forEach((one, i) => {
          bars.x.push(trace.x[i]);
          bars.base.push(at(0));
          bars.y.push(one - at(0));
          bars.marker.color.push(trace.marker.color[i]);
          const below = one < at(0);
          write(text[i], trace.x[i], one + (below ? -GAP : GAP), below ? "bottom center" : "top center", font);
        });
        Object.assign(bars, { ...look, ...bars, marker: { ...look.marker, ...bars.marker } });
      } else if (trace.type === "bar") {
        others.push({ ...trace, base: at(0), y: y.map((one) => one - at(0)) });
      } else if (trace.x.includes(null)) {
        dashes.x.push(...trace.x);
        dashes.y.push(...y);
        Object.assign(dashes, { ...trace, ...dashes });
      } else {
        const error = trace.error_y && { ...trace.error_y, array: trace.error_y.array.map((one) => at(one) - at(0)) };
        others.push({ ...trace, y, ...(error && { error_y: error }) });
      }
    }

    for (const { text, x, y, xref, yref, xanchor, yanchor, font } of annotations) {
      const [side, rightwards] = SIDES[xanchor];
      const [end, upwards, sizes] = HEIGHTS[yanchor];
      const from = xref === "paper" ? left + (right - left) * x : x;
      const up = yref === "paper" ? height * y : place(yref)(y);
      write(text, from + rightwards * pixel, up + upwards + sizes * font.size, `${end} ${side}`, font);
    }

    const one = { ...layout, margin: { l: 0, r: 0, t: 0, b: 0 } };
    for (const key of Object.keys(one)) if (key === "annotations" || key.startsWith("yaxis")) delete one[key];
    one.xaxis = { range: [left - l * pixel, right + r * pixel], visible: false };
    one.yaxis = { range: [-b, height + t], visible: false };
    one.shapes = shapes.map((shape) => ({ ...shape, yref: "y", y0: height * shape.y0, y1: height * shape.y1 }));
    if (zeros.path) one.shapes.push(zeros);
    const drawn = [bars, dashes, ...others].filter(({ x }) => x.length);
    const written = { type: "scatter", mode: "text", ...words, cliponaxis: false, hoverinfo: "skip" };
    return { data: [...drawn, written], layout: one };
  };

  /* The figure in the book's look; where another figure stands beside it, both get the wider range of each axis. */
  const dress = (figure, { layout, axis }, other, width) => {
    const dressed = { ...merge(layout, figure.layout), width };
    if (width < NARROW) dressed.height = Math.round(dressed.height * 0.85);
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
      let area = box.querySelector(".simulation-plot");
      if (!area) {
        area = make("div", { className: "simulation-plot" });
        area.setAttribute("role", "img");
        area.setAttribute("aria-labelledby", sentence);
        box.querySelector("img")?.remove();
        box.append(area);
      }
      const { data, layout } = dress(figure, simulation.look, other, area.clientWidth);
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
