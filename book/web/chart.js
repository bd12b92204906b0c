/* Charts: draws the figure that stands as JSON in the page when the reader comes near it.

   Works from file:// (no modules, no fetch). Plotly loads once, and only where a chart comes near. Keyboard: the arrows
   walk the points, Home and End go to the first and the last, Escape leaves. Every value is read out in words beneath
   the drawing, for pointer and keyboard alike: nothing stands in a hover label only.

   For other scripts: bookChart.load() promises Plotly, with the type of the book there; bookChart.resolve(figure) fills
   in tokens ("@ink") with the colours of the page; bookChart.near(element, run); bookChart.onTheme(run). */
(() => {
  "use strict";
  const NARROW = 520;  // px; under it a chart that has one takes its narrow figure
  const HINT = "Wijs een punt aan, of loop met de pijltjestoetsen langs de waarden.";
  const CONFIG = { displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false };
  const TYPE = ["400 14px 'Source Sans 3'", "600 14px 'Source Sans 3'"];

  const folder = new URL(".", document.currentScript.src);
  const root = document.documentElement;
  let asked = null;

  const plotly = () => (asked ||= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("plotly.js", folder).href;
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error("plotly.js kon niet worden geladen"));
    document.head.append(script);
  }));

  /* Text is measured when it is drawn: wait for the type, but not for ever. */
  const type = () => {
    const patience = new Promise((done) => setTimeout(done, 1500));
    return Promise.race([Promise.all(TYPE.map((font) => document.fonts.load(font))).catch(() => {}), patience]);
  };

  const load = async () => (await Promise.all([plotly(), type()]))[0];

  const resolve = (value, style = getComputedStyle(root)) => {
    if (Array.isArray(value)) return value.map((part) => resolve(part, style));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part, style)]));
    }
    const token = typeof value === "string" && /^@([a-z][a-z0-9-]*)$/.exec(value);
    return token ? style.getPropertyValue(`--${token[1]}`).trim() : value;
  };

  /* Call `run` once, when `element` is less than a screen away. */
  const near = (element, run) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      run();
    }, { rootMargin: "100% 0px" });
    observer.observe(element);
  };

  /* Call `run` whenever the page changes between light and dark. */
  const onTheme = (run) => new MutationObserver(run).observe(root, { attributeFilter: ["data-theme"] });

  window.bookChart = { load, resolve, near, onTheme };

  /* What can be read out, in the order of the traces. */
  const points = (figure) => figure.data.flatMap((trace, curveNumber) =>
    (trace.customdata || []).map(([words], pointNumber) => ({ curveNumber, pointNumber, words })));

  class Chart {
    constructor(figure) {
      this.figure = figure;
      this.area = figure.querySelector(".chart-area");
      this.content = JSON.parse(figure.querySelector(".chart-json").textContent);
      this.at = -1;
      near(figure, () => this.start().catch(() => this.fail()));
    }

    async start() {
      const begin = performance.now();
      this.Plotly = await load();
      this.build();
      await this.draw();
      this.figure.dataset.state = "drawn";
      this.figure.dataset.milliseconds = Math.round(performance.now() - begin);
      this.listen();
    }

    fail() {
      this.drawing?.remove();
      this.readout?.remove();
      this.figure.dataset.state = "failed";
      this.figure.querySelector(".chart-data").open = true;
    }

    build() {
      const title = this.figure.querySelector("figcaption").textContent.trim();
      this.plot = document.createElement("div");
      this.plot.setAttribute("aria-hidden", "true");
      this.drawing = document.createElement("div");
      this.drawing.className = "chart-drawing";
      this.drawing.tabIndex = 0;
      const names = {
        role: "application", "aria-roledescription": "grafiek", "aria-label": `${title}. ${HINT}`,
        "aria-describedby": `${this.figure.id}-alt`,
      };
      Object.entries(names).forEach(([name, value]) => this.drawing.setAttribute(name, value));
      this.drawing.append(this.plot);
      this.readout = document.createElement("p");
      this.readout.className = "chart-readout";
      this.readout.setAttribute("aria-live", "polite");
      this.readout.textContent = HINT;
      this.area.append(this.drawing, this.readout);
    }

    draw() {
      this.width = this.area.clientWidth;
      const narrow = this.width < NARROW;
      const own = (narrow && this.content.narrow) || this.content.figure;
      const figure = resolve(own);
      const name = narrow ? "--chart-narrow-height" : "--chart-height";
      const height = parseInt(getComputedStyle(this.area).getPropertyValue(name), 10);
      this.points = points(own);
      this.plot.style.height = `${height}px`;  // without a height Plotly collapses on its second call
      return this.Plotly.react(this.plot, figure.data, { ...figure.layout, width: this.width, height }, CONFIG);
    }

    listen() {
      this.drawing.addEventListener("keydown", (event) => this.key(event));
      this.drawing.addEventListener("blur", () => this.leave());
      this.plot.on("plotly_hover", ({ points: [point] }) => point.customdata && this.say(point.customdata[0]));
      this.plot.on("plotly_unhover", () => document.activeElement === this.drawing || this.say(""));
      onTheme(() => this.draw());
      new ResizeObserver(() => {
        const width = this.area.clientWidth;
        if (width && width !== this.width) requestAnimationFrame(() => this.draw());
      }).observe(this.area);
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || !this.points.length) return;
      if (event.key === "Escape") return this.drawing.blur();
      const last = this.points.length - 1;
      const to = {
        ArrowRight: () => Math.min(this.at + 1, last), ArrowLeft: () => Math.max(this.at - 1, 0),
        ArrowDown: () => this.beside(1), ArrowUp: () => this.beside(-1), Home: () => 0, End: () => last,
      }[event.key];
      if (!to) return;
      event.preventDefault();
      this.at = to();
      const { curveNumber, pointNumber, words } = this.points[this.at];
      this.Plotly.Fx.hover(this.plot, [{ curveNumber, pointNumber }]);
      this.say(words);
    }

    /* The point with the same number on the next or the previous trace. */
    beside(step) {
      const here = this.points[Math.max(this.at, 0)];
      const curves = [...new Set(this.points.map((point) => point.curveNumber))];
      const curve = curves[curves.indexOf(here.curveNumber) + step];
      const there = this.points.filter((point) => point.curveNumber === curve);
      return this.points.indexOf(there[Math.min(here.pointNumber, there.length - 1)] || here);
    }

    say(words) {
      this.readout.textContent = words || HINT;
      this.readout.toggleAttribute("data-read", Boolean(words));
    }

    leave() {
      this.at = -1;
      this.say("");
      this.Plotly.Fx.unhover(this.plot);
    }
  }

  /* On paper the light colours: chart.css shows the still picture where there is one, else the drawing. */
  let screen = null;
  addEventListener("beforeprint", () => {
    document.querySelectorAll(".chart-picture").forEach((image) => { image.loading = "eager"; });
    screen = root.dataset.theme;
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    if (screen) root.dataset.theme = screen;
    screen = null;
  });

  document.querySelectorAll("figure.chart:not([data-script])").forEach((figure) => new Chart(figure));
})();
