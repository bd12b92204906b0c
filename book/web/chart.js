/* Charts: draws the figure that stands as JSON in the page when the reader comes near it.

   Works from file:// (no modules, no fetch). Plotly loads once, and only for a page where a chart comes near. Colours
   are tokens ("@ink"): they follow light and dark. Keyboard: arrows walk the points, Home and End go to the first and
   the last, Escape leaves; every value is read out in words beneath the drawing.

   For other scripts (simulations): bookChart.load() -> Promise of Plotly; bookChart.resolve(figure) -> the figure with
   the colours of the page; bookChart.draw(element, figure, height) -> Promise. */
(function () {
  "use strict";
  var NARROW = 520;
  var base = document.currentScript.src.replace(/[^/]*$/, "");
  var root = document.documentElement;
  var CONFIG = { displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false, responsive: false };
  var HINT = "Wijs een punt aan, of loop met de pijltjestoetsen langs de waarden.";
  var loading = null;
  var drawn = [];

  function load() {
    if (!loading) {
      loading = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = base + "plotly.js";
        script.onload = function () { resolve(window.Plotly); };
        script.onerror = function () { reject(new Error("plotly.js")); };
        document.head.appendChild(script);
      });
    }
    return Promise.all([loading, fonts()]).then(function (both) { return both[0]; });
  }

  function fonts() {
    if (!document.fonts || !document.fonts.load) return null;
    var wanted = ["400 14px 'Source Sans 3'", "600 14px 'Source Sans 3'"].map(function (font) { return document.fonts.load(font); });
    var patience = new Promise(function (resolve) { setTimeout(resolve, 1500); });
    return Promise.race([Promise.all(wanted).catch(function () {}), patience]);
  }

  function resolve(value, style) {
    style = style || getComputedStyle(root);
    if (Array.isArray(value)) return value.map(function (item) { return resolve(item, style); });
    if (value && typeof value === "object") {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = resolve(value[key], style); });
      return copy;
    }
    if (typeof value === "string" && /^@[a-z][a-z0-9-]*$/.test(value)) return style.getPropertyValue("--" + value.slice(1)).trim() || value;
    return value;
  }

  /* Draw `figure` in `element`, as wide as it is; a height is needed, or Plotly collapses on a second call. */
  function draw(element, figure, height) {
    return load().then(function (Plotly) {
      var ready = resolve(figure);
      ready.layout.width = element.clientWidth;
      ready.layout.height = height;
      element.style.height = height + "px";
      return Plotly.react(element, ready.data, ready.layout, CONFIG);
    });
  }

  function Chart(figure) {
    this.figure = figure;
    this.area = figure.querySelector(".chart-area");
    this.content = JSON.parse(figure.querySelector(".chart-json").textContent);
    this.position = -1;
  }

  Chart.prototype.start = function () {
    var chart = this;
    if (this.started) return;
    this.started = true;
    load().then(function () { chart.build(); return chart.draw(); }).then(function () {
      chart.figure.dataset.state = "drawn";
      drawn.push(chart);
      chart.listen();
    }).catch(function () { chart.fail(); });
  };

  Chart.prototype.fail = function () {
    if (this.drawing) { this.drawing.remove(); this.readout.remove(); }
    this.figure.dataset.state = "failed";
    this.figure.querySelector(".chart-data").open = true;
  };

  Chart.prototype.build = function () {
    var caption = this.figure.querySelector("figcaption");
    this.drawing = document.createElement("div");
    this.drawing.className = "chart-drawing";
    this.drawing.tabIndex = 0;
    this.drawing.setAttribute("role", "application");
    this.drawing.setAttribute("aria-roledescription", "grafiek");
    this.drawing.setAttribute("aria-label", caption.textContent.trim() + ". " + HINT);
    this.drawing.setAttribute("aria-describedby", this.figure.id + "-alt");
    this.plot = document.createElement("div");
    this.plot.setAttribute("aria-hidden", "true");
    this.drawing.appendChild(this.plot);
    this.readout = document.createElement("p");
    this.readout.className = "chart-readout";
    this.readout.setAttribute("aria-live", "polite");
    this.readout.textContent = HINT;
    this.area.appendChild(this.drawing);
    this.area.after(this.readout);
  };

  Chart.prototype.draw = function () {
    this.width = this.area.clientWidth;
    var narrow = this.width < NARROW;
    var figure = (narrow && this.content.narrow) || this.content.figure;
    var style = getComputedStyle(this.area);
    var height = parseInt(style.getPropertyValue(narrow ? "--chart-narrow-height" : "--chart-height"), 10);
    this.points = points(figure);
    return draw(this.plot, figure, height);
  };

  /* Every point that has words, in the order of the traces. */
  function points(figure) {
    var found = [];
    figure.data.forEach(function (trace, curve) {
      (trace.customdata || []).forEach(function (words, number) {
        if (words && words[0]) found.push({ curveNumber: curve, pointNumber: number, words: words[0] });
      });
    });
    return found;
  }

  Chart.prototype.listen = function () {
    var chart = this;
    this.drawing.addEventListener("keydown", function (event) { chart.key(event); });
    this.drawing.addEventListener("blur", function () { chart.leave(); });
    this.plot.on("plotly_hover", function (event) {
      var words = event.points[0].customdata;
      if (words && words[0]) chart.say(words[0]);
    });
    this.plot.on("plotly_unhover", function () { if (document.activeElement !== chart.drawing) chart.say(""); });
    new ResizeObserver(function () {
      if (chart.area.clientWidth && chart.area.clientWidth !== chart.width) requestAnimationFrame(function () { chart.draw(); });
    }).observe(this.area);
  };

  Chart.prototype.key = function (event) {
    var last = this.points.length - 1;
    var here = this.points[this.position];
    var to = {
      ArrowRight: Math.min(this.position + 1, last), ArrowLeft: Math.max(this.position - 1, 0), Home: 0, End: last,
      ArrowDown: this.otherTrace(here, 1), ArrowUp: this.otherTrace(here, -1)
    }[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") { this.drawing.blur(); return; }
    if (to === undefined || last < 0) return;
    event.preventDefault();
    this.position = to;
    this.say(this.points[to].words);
    window.Plotly.Fx.hover(this.plot, [{ curveNumber: this.points[to].curveNumber, pointNumber: this.points[to].pointNumber }]);
  };

  Chart.prototype.otherTrace = function (here, step) {
    if (!here) return 0;
    var curves = this.points.map(function (point) { return point.curveNumber; }).filter(function (curve, index, all) { return all.indexOf(curve) === index; });
    var curve = curves[Math.min(Math.max(curves.indexOf(here.curveNumber) + step, 0), curves.length - 1)];
    if (curve === here.curveNumber) return this.points.indexOf(here);
    var on = this.points.filter(function (point) { return point.curveNumber === curve; });
    return this.points.indexOf(on[Math.min(here.pointNumber, on.length - 1)]);
  };

  Chart.prototype.say = function (words) {
    this.readout.textContent = words || HINT;
    if (words) this.readout.dataset.read = ""; else delete this.readout.dataset.read;
  };

  Chart.prototype.leave = function () {
    this.position = -1;
    this.say("");
    if (window.Plotly) window.Plotly.Fx.unhover(this.plot);
  };

  function again() { drawn.forEach(function (chart) { chart.draw(); }); }

  /* On paper the light colours: the still picture where there is one (chart.css), else the drawing. */
  function beforePrint() {
    document.querySelectorAll(".chart-picture").forEach(function (image) { image.loading = "eager"; });
    root.dataset.screenTheme = root.dataset.theme || "light";
    root.dataset.theme = "light";
  }

  function afterPrint() {
    if (!root.dataset.screenTheme) return;
    root.dataset.theme = root.dataset.screenTheme;
    delete root.dataset.screenTheme;
  }

  function start() {
    var charts = Array.prototype.map.call(document.querySelectorAll("figure.chart:not([data-script])"), function (figure) { return new Chart(figure); });
    var byFigure = new Map(charts.map(function (chart) { return [chart.figure, chart]; }));
    var near = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        near.unobserve(entry.target);
        byFigure.get(entry.target).start();
      });
    }, { rootMargin: "800px 0px" });
    charts.forEach(function (chart) { near.observe(chart.figure); });
    new MutationObserver(again).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
  }

  window.bookChart = { load: load, resolve: resolve, draw: draw };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
