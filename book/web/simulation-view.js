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

  /* Panels above each other, on one pair of axes without ticks that spans the whole drawing and counts pixels. Plotly
     redraws this in half the time: an axis costs it as much as a trace, and for a note or a tick it measures a text in
     the page, where the words of a trace are only written. So notes, ticks and amounts become one trace of words, and
     the lines at zero one shape. */
  const axesOf = (layout) => Object.keys(layout).filter((key) => /^[xy]axis/.test(key));
  const bare = (axis) => axis.visible === false || axis.showticklabels === false;

  /* The words of a trace beside those of a note at the same place: which side, and how far in px and in type sizes. */
  const SIDES = { left: ["right", 2], right: ["left", -2] };
  const HEIGHTS = { bottom: ["top", 3.7, 0.02], top: ["bottom", -2.4, -0.23] };

  /* Whether nothing in a figure needs to be measured, and no bars stand on others. */
  const apt = ({ annotations = [], shapes = [], barmode, ...layout }) => {
    const axes = axesOf(layout);
    return axes.length > 2 && !barmode && shapes.every(({ type, yref }) => type === "line" && yref === "paper") &&
      axes.every((key) => layout[key].range && (bare(layout[key]) || layout[key].automargin === false)) &&
      annotations.every((note) => SIDES[note.xanchor] && HEIGHTS[note.yanchor] && !note.showarrow);
  };

  /* How many px from the left or from below the panels a value stands; `name` is "x", "y2", or "paper" for a share. */
  const scales = (layout, size) => (letter, name = letter) => {
    if (name === "paper") return (value) => size[letter] * value;
    const { range: [low, high], domain: [start, end] = [0, 1] } = layout[`${letter}axis${name.slice(1)}`];
    const pixels = (value) => size[letter] * (start + ((end - start) * (value - low)) / (high - low));
    return (value) => (value === null ? null : pixels(value));
  };

  const ticksOf = (layout, scale, write) => {
    for (const key of axesOf(layout).filter((one) => !bare(layout[one]))) {
      const { range: [low, high], tickvals, ticktext = tickvals.map(String), tickfont: font, anchor } = layout[key];
      const at = scale(key[0], key.replace("axis", ""));
      const [start] = layout[anchor.replace(/^./, "$&axis")].domain || [0];
      const edge = scale(anchor[0], "paper")(start) - 1;
      tickvals.forEach((value, i) => {
        if (value < low || value > high) return;
        if (key[0] === "x") write(ticktext[i], at(value), edge - 0.25 * font.size, "bottom center", font);
        else write(ticktext[i], edge, at(value) - 0.1 * font.size, "middle left", font);
      });
    }
  };

  const notesOf = ({ annotations = [] }, scale, write) => {
    for (const { text, x, y, xref, yref, xanchor, yanchor, xshift = 0, yshift = 0, font } of annotations) {
      const [side, right] = SIDES[xanchor];
      const [end, higher, sizes] = HEIGHTS[yanchor];
      const height = scale("y", yref)(y) + yshift + higher + sizes * font.size;
      write(text, scale("x", xref)(x) + xshift + right, height, `${end} ${side}`, font);
    }
  };

  const shapesOf = (layout, scale, width) => {
    const across = scale("x");
    const up = scale("y", "paper");
    const moved = (layout.shapes || []).map((shape) =>
      ({ ...shape, yref: "y", x0: across(shape.x0), x1: across(shape.x1), y0: up(shape.y0), y1: up(shape.y1) }));
    const zeros = { type: "path", path: "", line: {}, layer: "below" };
    for (const key of axesOf(layout).filter((one) => layout[one].zeroline)) {
      const { range: [low, high], zerolinecolor, zerolinewidth } = layout[key];
      if (low > 0 || high < 0) continue;
      const y = Math.round(scale("y", key.replace("axis", ""))(0)) + 0.5;
      zeros.path += `M0,${y}L${width},${y}`;
      zeros.line = { color: zerolinecolor, width: zerolinewidth };
    }
    return zeros.path ? [...moved, zeros] : moved;
  };

  /* The traces in px. The bars of panels.py become one trace, with their amounts among the words; so do its dashes. */
  const tracesOf = (data, scale, write) => {
    const bars = { x: [], y: [], base: [], marker: { color: [] } };
    const dashes = { x: [], y: [] };
    const others = [];
    for (const { xaxis, yaxis, ...trace } of data) {
      const [across, up] = [scale("x", xaxis), scale("y", yaxis)];
      const [x, y] = [trace.x.map(across), trace.y.map(up)];
      if (trace.mode === "text") {
        x.forEach((one, i) => write(trace.text[i], one, y[i], trace.textposition, trace.textfont));
      } else if (trace.type === "bar" && trace.text) {
        const { text, textposition, outsidetextfont: font, ...look } = trace;
        const zero = up(0);
        x.forEach((one, i) => {
          bars.x.push(one);
          bars.base.push(zero);
          bars.y.push(y[i] - zero);
          bars.marker.color.push(trace.marker.color[i]);
          const below = y[i] < zero;
          write(text[i], one, y[i] + (below ? -GAP : GAP), below ? "bottom center" : "top center", font);
        });
        Object.assign(bars, { ...look, ...bars, marker: { ...look.marker, ...bars.marker } });
        bars.width = across(trace.width) - across(0);
      } else if (trace.type === "bar") {
        const [along, wide, ends] = trace.orientation === "h" ? ["x", up, across] : ["y", across, up];
        const base = ends(0);
        const bar = { ...trace, x, y, base, width: wide(trace.width) - wide(0) };
        others.push({ ...bar, [along]: bar[along].map((one) => one - base) });
      } else if (trace.x.includes(null)) {
        dashes.x.push(...x);
        dashes.y.push(...y);
        Object.assign(dashes, { ...trace, ...dashes });
      } else {
        const error = trace.error_y && { ...trace.error_y, array: trace.error_y.array.map((one) => up(one) - up(0)) };
        others.push({ ...trace, x, y, ...(error && { error_y: error }) });
      }
    }
    return [bars, dashes, ...others].filter(({ x }) => x.length);
  };

  const onOneAxis = ({ data, layout }) => {
    if (!apt(layout)) return { data, layout };
    const { l, r, t, b } = layout.margin;
    const size = { x: layout.width - l - r, y: layout.height - t - b };
    const scale = scales(layout, size);
    const words = { x: [], y: [], text: [], textposition: [], textfont: { color: [], size: [] } };
    const write = (text, x, y, position, font) => {
      words.x.push(x);
      words.y.push(y);
      words.text.push(text);
      words.textposition.push(position);
      words.textfont.color.push(font.color);
      words.textfont.size.push(font.size);
    };
    ticksOf(layout, scale, write);
    const drawn = tracesOf(data, scale, write);
    notesOf(layout, scale, write);
    const one = { ...layout, shapes: shapesOf(layout, scale, size.x), barmode: "overlay" };
    for (const key of ["annotations", ...axesOf(one)]) delete one[key];
    one.margin = { l: 0, r: 0, t: 0, b: 0 };
    one.xaxis = { range: [-l, size.x + r], visible: false };
    one.yaxis = { range: [-b, size.y + t], visible: false };
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
