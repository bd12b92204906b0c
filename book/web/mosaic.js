/* The mosaic of product codes on a canvas: every code a cell, every list a block. Needs chart.js.

   Three views (local, regional, national) by buttons; the arrows move over the blocks, + and - zoom, Home shows
   everything, Escape leaves; a pointer points, drags when zoomed. What is pointed at is read out beneath. */
(() => {
  "use strict";
  const { near, onTheme } = window.bookChart;
  const WIDE = 19, HIGH = 20, STEP_X = WIDE + 2, STEP_Y = HIGH + 2;  // cells in a block, and with the joint
  const LISTS = [1, 6, 1, 5, 1, 1, 4, 1, 6, 1, 5, 3].map((number) => `series-${number}`);
  const SHADES = [1, 0.84, 0.68];
  const GHOST = 0.13;
  const SEPARATE = 4;  // pixels a cell from which on cells are drawn one by one, with a joint
  const ZOOMS = [1, 2, 4, 8, 16, 32];
  const TARGET = [[520, 480], [Infinity, 330]];  // [narrower than, height] in px
  const HINT = "Wijs een blok aan, of gebruik de pijltjestoetsen; met + en - zoom je, Home toont alles.";

  /* A fixed number that looks random: the tint of a list or cell. book/charts/mosaic_picture.py has the same. */
  const scatter = (number) => {
    let mixed = Math.imul(number + 1, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
    return (mixed ^ (mixed >>> 16)) & 0xffff;
  };

  const channels = (colour) => [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
  const mix = (colour, ground, part) => {
    const [one, other] = [channels(colour), channels(ground)];
    return one.map((value, i) => Math.round(value * part + other[i] * (1 - part)));
  };
  const css = (colour) => `rgb(${colour.join(",")})`;
  const element = (name, properties, parent) => parent.appendChild(Object.assign(document.createElement(name), properties));

  class Mosaic {
    constructor(figure) {
      this.figure = figure;
      this.area = figure.querySelector(".chart-area");
      this.content = JSON.parse(figure.querySelector(".chart-json").textContent);
      this.lists = this.content.views[0].lists;
      this.view = 0;
      this.zoom = 0;
      this.chosen = null;
      this.centre = null;
      near(figure, () => this.start());
    }

    start() {
      const begin = performance.now();
      this.build();
      this.colour();
      this.fit();
      this.figure.dataset.state = "drawn";
      this.figure.dataset.milliseconds = Math.round(performance.now() - begin);
      this.listen();
    }

    build() {
      this.controls = element("div", { className: "chart-controls" }, this.area);
      this.views = this.content.views.map((view, number) =>
        element("button", { type: "button", textContent: view.button, onclick: () => this.show(number) }, this.controls));
      const zooms = [["−", "Zoom uit", -1], ["+", "Zoom in", 1]];
      this.zooms = zooms.map(([sign, name, step]) => element("button", {
        type: "button", className: "chart-zoom", textContent: sign, ariaLabel: name, title: name,
        onclick: () => this.magnify(step),
      }, this.controls));
      this.zooms[0].classList.add("chart-push");
      this.home = element("button", { type: "button", textContent: "Toon alles", onclick: () => this.reset() }, this.controls);
      const title = this.figure.querySelector("figcaption").textContent.trim();
      this.drawing = element("div", { className: "chart-drawing", tabIndex: 0 }, this.area);
      const names = {
        role: "application", "aria-roledescription": "mozaïek", "aria-label": `${title}. ${HINT}`,
        "aria-describedby": `${this.figure.id}-alt`,
      };
      Object.entries(names).forEach(([name, value]) => this.drawing.setAttribute(name, value));
      this.canvas = element("canvas", { className: "mosaic-canvas" }, this.drawing);
      this.canvas.setAttribute("aria-hidden", "true");
      this.context = this.canvas.getContext("2d");
      this.readout = element("p", { className: "mosaic-readout" }, this.area);
      this.readout.setAttribute("aria-live", "polite");
    }

    colour() {
      const style = getComputedStyle(document.documentElement);
      const value = (name) => style.getPropertyValue(`--${name}`).trim();
      this.ink = value("ink");
      this.paper = value("paper");
      this.focus = value("focus");
      this.type = `600 14px ${value("font-interface")}`;
      this.tints = {};
      for (const name of new Set(LISTS)) {
        this.tints[name] = [...SHADES, GHOST].map((part) => mix(value(name), this.paper, part));
      }
      this.field = null;
    }

    /* Choose the pixels a cell and the columns that come nearest to the wanted height; a cell is whole pixels. */
    fit() {
      this.width = this.area.clientWidth;
      this.dots = window.devicePixelRatio || 1;
      this.pad = Math.ceil(3 * this.dots);  // room for the lines at the edge
      const [, target] = TARGET.find(([below]) => this.width < below);
      const options = [1, 2, 3, 4, 5, 6].map((pixels) => {
        const columns = Math.floor((this.width * this.dots - 2 * this.pad) / (STEP_X * pixels));
        const rows = Math.ceil(this.lists / columns);
        return { pixels, columns, rows, height: (rows * STEP_Y * pixels) / this.dots };
      }).filter(({ columns }) => columns > 3);
      options.sort((one, other) => Math.abs(one.height - target) - Math.abs(other.height - target));
      Object.assign(this, options[0]);
      const across = this.columns * STEP_X * this.pixels + 2 * this.pad, down = this.rows * STEP_Y * this.pixels + 2 * this.pad;
      this.field = null;
      Object.assign(this.canvas, { width: across, height: down });
      this.canvas.style.width = `${across / this.dots}px`;
      this.canvas.style.height = `${down / this.dots}px`;
      this.drawing.style.width = this.canvas.style.width;
      this.draw();
    }

    /* The blocks of a view: {place, first, size, parts}. Regions keep the place in the middle of their municipalities. */
    blocks() {
      const { lists, parts } = this.content.views[this.view];
      const least = Math.floor(this.content.codes / this.lists), over = this.content.codes % this.lists;
      if (parts) {
        const place = Math.floor(this.rows / 2) * this.columns + Math.floor(this.columns / 2);
        return [{ place, size: parts.reduce((sum, [, count]) => sum + count, 0), parts }];
      }
      return Array.from({ length: lists }, (_, number) => ({
        place: lists === this.lists ? number : Math.floor(((number + 0.5) * this.lists) / lists),
        size: least + (number < over ? 1 : 0),
      }));
    }

    draw() {
      const { context, canvas } = this;
      const scale = this.pixels * ZOOMS[this.zoom];
      const [centreX, centreY] = this.centre || [(this.columns * STEP_X) / 2, (this.rows * STEP_Y) / 2];
      const clamp = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));
      const [wide, high] = [canvas.width - 2 * this.pad, canvas.height - 2 * this.pad];
      this.left = Math.round(clamp(centreX * scale - wide / 2, this.columns * STEP_X * scale - wide)) - this.pad;
      this.top = Math.round(clamp(centreY * scale - high / 2, this.rows * STEP_Y * scale - high)) - this.pad;
      this.scale = scale;
      context.fillStyle = this.paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      this.now = this.blocks();
      const taken = new Set(this.now.map((block) => block.place));
      if (this.view) {
        for (let place = 0; place < this.lists; place++) {
          if (!taken.has(place) || this.now[0].parts) this.ghost(place);
        }
      }
      if (!this.view && scale < SEPARATE) this.whole();
      else this.now.forEach((block) => this.block(block));
      if (!this.view) this.outline();
      if (this.content.views[this.view].pointer && !this.zoom) this.pointer();
      if (this.chosen !== null && this.now[this.chosen]) this.frame(this.now[this.chosen]);
      this.buttons();
    }

    /* All cells at once: from a picture of one pixel a cell, that is made once for each theme. */
    whole() {
      const [across, down] = [this.columns * STEP_X, this.rows * STEP_Y];
      if (!this.field) {
        this.field = Object.assign(document.createElement("canvas"), { width: across, height: down });
        const context = this.field.getContext("2d"), image = context.createImageData(across, down);
        const pixels = new Uint32Array(image.data.buffer);
        for (const { place, size } of this.now) {
          const tint = this.tint(place).map(([red, green, blue]) => (255 << 24) | (blue << 16) | (green << 8) | red);
          const from = Math.floor(place / this.columns) * STEP_Y * across + (place % this.columns) * STEP_X;
          for (let cell = 0; cell < size; cell++) {
            pixels[from + Math.floor(cell / WIDE) * across + (cell % WIDE)] = tint[scatter(place * 400 + cell) % SHADES.length];
          }
        }
        context.putImageData(image, 0, 0);
      }
      this.context.imageSmoothingEnabled = false;
      this.context.drawImage(this.field, -this.left, -this.top, across * this.scale, down * this.scale);
    }

    /* Where the block at `place` begins on the canvas; null when it lies outside. */
    corner(place) {
      const x = (place % this.columns) * STEP_X * this.scale - this.left;
      const y = Math.floor(place / this.columns) * STEP_Y * this.scale - this.top;
      const outside = x > this.canvas.width || y > this.canvas.height || x < -STEP_X * this.scale || y < -STEP_Y * this.scale;
      return outside ? null : [x, y];
    }

    tint(place) { return this.tints[LISTS[scatter(place) % LISTS.length]]; }

    ghost(place) {
      const corner = this.corner(place);
      if (!corner) return;
      this.context.fillStyle = css(this.tint(place)[SHADES.length]);
      this.context.fillRect(corner[0], corner[1], WIDE * this.scale, HIGH * this.scale);
    }

    block(block) {
      const corner = this.corner(block.place);
      if (!corner) return;
      const { context, scale } = this;
      const side = scale >= SEPARATE ? scale - Math.max(1, Math.round(scale * 0.12)) : scale;
      if (block.parts) this.clear(block, corner);
      const across = block.parts ? 6 : WIDE;
      const tint = this.tint(block.place);
      for (let shade = 0; shade < SHADES.length; shade++) {
        context.fillStyle = css(tint[shade]);
        for (let cell = 0; cell < block.size; cell++) {
          if (block.parts) context.fillStyle = css(this.tints[cell < block.parts[0][1] ? "series-1" : "series-5"][0]);
          else if (scatter(block.place * 400 + cell) % SHADES.length !== shade) continue;
          context.fillRect(corner[0] + (cell % across) * scale, corner[1] + Math.floor(cell / across) * scale, side, side);
        }
        if (block.parts) break;
      }
    }

    /* The national list stands alone in its block: without ground its few cells would not be seen. */
    clear(block, [x, y]) {
      this.context.fillStyle = this.paper;
      this.context.fillRect(x, y, WIDE * this.scale, HIGH * this.scale);
    }

    /* A dashed line around the blocks of the first `marked` codes. */
    outline() {
      const { context, scale } = this;
      let blocks = 0, counted = 0;
      while (counted + this.now[blocks].size <= this.content.marked) counted += this.now[blocks++].size;
      const rows = Math.floor(blocks / this.columns), rest = blocks % this.columns;
      const x = -this.left - 0.5 * scale, y = -this.top - 0.5 * scale;
      const right = x + this.columns * STEP_X * scale, step = x + rest * STEP_X * scale;
      const bend = y + rows * STEP_Y * scale, bottom = bend + STEP_Y * scale;
      const path = new Path2D();
      [[x, y], [right, y], [right, bend], [step, bend], [step, bottom], [x, bottom]].forEach(([a, b], i) => path[i ? "lineTo" : "moveTo"](a, b));
      path.closePath();
      context.save();
      context.strokeStyle = this.paper;
      context.lineWidth = 4.5 * this.dots;
      context.stroke(path);
      context.strokeStyle = this.ink;
      context.lineWidth = 1.75 * this.dots;
      context.setLineDash([7 * this.dots, 4 * this.dots]);
      context.stroke(path);
      context.restore();
      if (!this.zoom) this.label(this.content.markedWords, 10 * this.dots, Math.min(bottom, this.canvas.height) - 16 * this.dots);
    }

    pointer() {
      const [x, y] = this.corner(this.now[0].place);
      this.label(this.content.views[this.view].pointer, x + 34 * this.dots, y - 22 * this.dots);
      const { context } = this;
      context.strokeStyle = this.ink;
      context.lineWidth = this.dots;
      context.beginPath();
      context.moveTo(x + 9 * this.dots, y);
      context.lineTo(x + 32 * this.dots, y - 20 * this.dots);
      context.stroke();
    }

    label(words, x, y) {
      const { context, dots } = this;
      context.save();
      context.font = this.type.replace("14px", `${14 * dots}px`);
      context.textBaseline = "middle";
      context.fillStyle = this.paper;
      context.fillRect(x - 5 * dots, y - 11 * dots, context.measureText(words).width + 10 * dots, 22 * dots);
      context.fillStyle = this.ink;
      context.fillText(words, x, y);
      context.restore();
    }

    frame(block) {
      const corner = this.corner(block.place);
      if (!corner) return;
      const { context, dots, scale } = this;
      if (block.parts) {
        if (this.cell !== undefined) {
          context.strokeStyle = this.ink;
          context.lineWidth = 3 * dots;
          context.strokeRect(corner[0] + (this.cell % 6) * scale, corner[1] + Math.floor(this.cell / 6) * scale, scale, scale);
        }
        return;
      }
      [[this.paper, 6], [this.focus, 3]].forEach(([colour, width]) => {
        context.strokeStyle = colour;
        context.lineWidth = width * dots;
        context.strokeRect(corner[0] - dots, corner[1] - dots, WIDE * scale + 2 * dots, HIGH * scale + 2 * dots);
      });
    }

    buttons() {
      this.views.forEach((button, number) => button.setAttribute("aria-pressed", String(number === this.view)));
      this.zooms[0].disabled = this.zoom === 0;
      this.zooms[1].disabled = this.zoom === ZOOMS.length - 1;
      this.home.disabled = this.zoom === 0;
      this.canvas.style.touchAction = this.zoom ? "none" : "";
      if (this.chosen === null) this.readout.textContent = this.content.views[this.view].words;
    }

    say(number, cell) {
      const block = this.now[number];
      const view = this.content.views[this.view];
      if (block.parts) {
        const [name] = cell === undefined ? [] : this.part(block, cell);
        this.readout.textContent = name ? `Categorie ${cell + 1} van ${block.size}: ${name}.` : view.words;
      } else {
        this.readout.textContent = `${view.one} ${number + 1} van ${view.lists}: ${view.each}, gelijk verdeeld door ons.`;
      }
    }

    part(block, cell) {
      let from = 0;
      return block.parts.find(([, count]) => (from += count) > cell) || [];
    }

    show(number) {
      Object.assign(this, { view: number, chosen: null, cell: undefined, zoom: 0, centre: null });
      this.draw();
    }

    reset() {
      Object.assign(this, { zoom: 0, centre: null, chosen: null, cell: undefined });
      this.draw();
    }

    magnify(step) {
      const block = this.now[this.chosen ?? 0];
      if (this.zoom === 0) this.centre = this.middle(this.chosen === null && this.view === 0 ? null : block);
      this.zoom = Math.min(Math.max(this.zoom + step, 0), ZOOMS.length - 1);
      this.draw();
    }

    middle(block) {
      if (!block) return [STEP_X, STEP_Y];
      const wide = block.parts ? 6 : WIDE, high = block.parts ? Math.ceil(block.size / 6) : HIGH;
      return [(block.place % this.columns) * STEP_X + wide / 2, Math.floor(block.place / this.columns) * STEP_Y + high / 2];
    }

    choose(number) {
      this.chosen = Math.min(Math.max(number, 0), this.now.length - 1);
      if (this.zoom) this.centre = this.middle(this.now[this.chosen]);
      this.draw();
      this.say(this.chosen);
    }

    /* Along the categories of the national list, six a row. */
    step(x, y) {
      this.cell = this.chosen === null ? 0 : Math.min(Math.max((this.cell ?? -1) + x + 6 * y, 0), this.now[0].size - 1);
      this.chosen = 0;
      this.draw();
      this.say(0, this.cell);
    }

    /* The block nearest to the chosen one in a direction. */
    beside(x, y) {
      if (this.chosen === null) return 0;
      const at = (block) => [block.place % this.columns, Math.floor(block.place / this.columns)];
      const [column, row] = at(this.now[this.chosen]);
      let best = this.chosen, least = Infinity;
      this.now.forEach((block, number) => {
        const [dx, dy] = at(block).map((value, i) => value - [column, row][i]);
        const along = dx * x + dy * y, aside = Math.abs(dx * y) + Math.abs(dy * x);
        if (along > 0 && along + 3 * aside < least) [best, least] = [number, along + 3 * aside];
      });
      return best;
    }

    listen() {
      const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
      this.drawing.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const { key } = event;
        if (key === "Escape") return this.drawing.blur();
        if (moves[key]) this.now[0].parts ? this.step(...moves[key]) : this.choose(this.beside(...moves[key]));
        else if (key === "+" || key === "=") this.magnify(1);
        else if (key === "-") this.magnify(-1);
        else if (key === "Home") this.reset();
        else return;
        event.preventDefault();
      });
      this.canvas.addEventListener("pointerdown", (event) => {
        this.held = this.zoom ? [event.clientX, event.clientY, ...(this.centre || [0, 0])] : null;
        this.point(event);
      });
      this.canvas.addEventListener("pointermove", (event) => (event.buttons && this.held ? this.drag(event) : this.point(event)));
      this.canvas.addEventListener("pointerleave", () => {
        if (document.activeElement === this.drawing) return;
        this.chosen = null;
        this.draw();
      });
      onTheme(() => { this.colour(); this.draw(); });
      new ResizeObserver(() => {
        const width = this.area.clientWidth;
        if (width && width !== this.width) requestAnimationFrame(() => this.fit());
      }).observe(this.area);
      document.fonts?.load(this.type).then(() => this.draw());
    }

    point(event) {
      const box = this.canvas.getBoundingClientRect();
      const x = ((event.clientX - box.left) * this.dots + this.left) / this.scale;
      const y = ((event.clientY - box.top) * this.dots + this.top) / this.scale;
      const place = Math.floor(y / STEP_Y) * this.columns + Math.floor(x / STEP_X);
      const number = this.now.findIndex((block) => block.place === place);
      if (number < 0) return;
      const cell = x % STEP_X < 6 ? Math.floor(y % STEP_Y) * 6 + Math.floor(x % STEP_X) : undefined;
      if (number !== this.chosen || cell !== this.cell) {
        Object.assign(this, { chosen: number, cell: this.now[number].parts ? cell : undefined });
        this.draw();
      }
      this.say(number, cell);
    }

    drag(event) {
      const [x, y, centreX, centreY] = this.held;
      const cells = (from, to) => ((from - to) * this.dots) / this.scale;
      this.centre = [centreX + cells(x, event.clientX), centreY + cells(y, event.clientY)];
      this.draw();
    }
  }

  document.querySelectorAll('figure.chart[data-script="mosaic.js"]').forEach((figure) => new Mosaic(figure));
})();
