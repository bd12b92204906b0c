/* A simulation in the page: controls, state, scenarios, comparison. The model is Python (engine/client.js), the
   pictures are Plotly's (simulation-view.js). Without this script the page shows the picture and table of the build. */
(() => {
  "use strict";
  const book = window.dichterbij;
  const { state, python, view } = book;
  const QUIET = 700;
  const UNUSABLE =
    "De simulatie kan in deze browser niet rekenen. Je ziet de beginstand; met de knoppen verandert er niets.";
  const FAILED = "Deze stand kon niet worden uitgerekend. Kies een andere stand.";
  const all = [];

  /* Run `work` for the newest request only: what comes in meanwhile waits, and all but the last are dropped. */
  const newestWins = (work) => {
    let busy = false;
    let next = null;
    return async (request) => {
      next = request;
      if (busy) return;
      busy = true;
      while (next) {
        const now = next;
        next = null;
        await work(now);
      }
      busy = false;
    };
  };

  const later = (run, wait) => {
    let timer = 0;
    return (...given) => {
      clearTimeout(timer);
      timer = setTimeout(run, wait, ...given);
    };
  };

  const setUp = (element) => {
    const simulation = JSON.parse(element.querySelector(".simulation-data").textContent);
    const { name, spec } = simulation;
    const note = element.querySelector(".simulation-note");
    const message = element.querySelector(".simulation-message");
    const live = element.querySelector(".simulation-live");
    const show = view(element, simulation);
    const own = { name, simulation, values: { ...simulation.start }, kept: null, element };
    const table = book.ownTable(element, simulation, {
      read: (text) => asking(() => python.read(name, spec, text)),
      use: (values) => { own.kept = null; return set(values); }, // two tables do not compare
      leave: () => { own.kept = null; return set(own.values); },
      say: (text) => say(text),
    });
    own.table = () => (table ? table.text() : "");
    own.secret = () => Boolean(table && table.secret());
    let now = simulation.answer;
    let drawn = false;
    const draw = () => {
      drawn = true;
      return show.draw(now, own.kept);
    };

    /* What the reader hears and reads -------------------------------------------------------------------- */
    const say = (text) => { message.textContent = text; };
    const warn = (text) => { note.textContent = text; };
    const announce = later((text) => { live.textContent = text; }, QUIET);

    const answered = async (answer) => {
      element.toggleAttribute("data-refused", Boolean(answer.error));
      if (answer.error) {
        show.refuse(answer.error);
        announce(answer.error);
        return;
      }
      now = answer;
      if (table) table.follow(answer.own_rows);
      announce(answer.summary);
      await draw();
    };

    const unusable = (error) => {
      console.error(error);
      for (const part of element.querySelectorAll("[data-script] :is(input, button)")) part.disabled = true;
      warn(UNUSABLE);
    };
    const compute = (values) => {
      const rows = table ? table.rows() : [];
      return asking(() => python.compute(name, spec, rows.length ? { ...values, [spec.own.name]: rows } : values));
    };
    const asking = async (ask) => {
      try {
        return await ask();
      } catch (error) {
        await python.start().catch(unusable);
        throw error;
      }
    };

    const work = newestWins(async (values) => {
      try {
        await answered(await compute(values));
      } catch (error) {
        console.error(error);
        if (!note.textContent) warn(FAILED);
      }
      element.dispatchEvent(new CustomEvent("simulation:shown", { bubbles: true }));
    });

    /* Controls ---------------------------------------------------------------------------------------------- */
    const controls = new Map();
    for (const box of element.querySelectorAll("[data-parameter]")) {
      const parameter = spec.parameters.find((one) => one.name === box.dataset.parameter);
      controls.set(parameter.name, {
        parameter,
        range: box.querySelector("[type=range]"),
        field: box.querySelector("[type=number]"),
        output: box.querySelector(".control-value"),
        radios: [...box.querySelectorAll("[type=radio]")],
        box: box.querySelector("[type=checkbox]"),
      });
    }

    const reflect = (except) => {
      for (const [key, { parameter, range, field, output, radios, box }] of controls) {
        const value = own.values[key];
        if (range) {
          const text = show.text(parameter, value);
          if (range !== except) range.value = value;
          if (field !== except) field.value = value;
          range.setAttribute("aria-valuetext", text);
          output.textContent = text;
        }
        for (const radio of radios) radio.checked = radio.value === value;
        if (box) box.checked = value;
      }
      for (const shares of spec.shares) {
        const rest = 100 - shares.parameters.reduce((sum, key) => sum + own.values[key], 0);
        const last = element.querySelector(`[data-parameter="${shares.parameters.at(-1)}"] .control-rest output`);
        last.textContent = `${state.number(rest, 0)}%`;
      }
      const scenario = state.scenarioOf(simulation, own.values);
      for (const button of element.querySelectorAll("[data-scenario]")) {
        button.setAttribute("aria-pressed", String(Boolean(scenario) && button.dataset.scenario === scenario.name));
      }
      const unnamed = state.same(simulation.start, own.values) ? "De beginstand." : "Een eigen stand.";
      element.querySelector(".simulation-why").textContent = scenario ? scenario.why : unnamed;
      show.setting(own.values);
    };

    const set = (values, { except = null, moved = null } = {}) => {
      own.values = state.giveWay(spec, { ...own.values, ...values }, moved);
      say("");
      warn("");
      reflect(except);
      remember();
      return work(own.values);
    };

    element.addEventListener("input", ({ target }) => {
      const box = target.closest("[data-parameter]");
      if (!box) return;
      const { parameter } = controls.get(box.dataset.parameter);
      const text = target.type === "checkbox" ? (target.checked ? "1" : "0") : target.value;
      const { value, note: fault } = state.understand(parameter, text);
      if (value === undefined || (fault && target.type === "number")) return;
      set({ [parameter.name]: value }, { except: target, moved: parameter.name });
    });
    element.addEventListener("change", ({ target }) => {
      if (target.type !== "number") return;
      const { parameter } = controls.get(target.closest("[data-parameter]").dataset.parameter);
      const { value, note: fault } = state.understand(parameter, target.value);
      if (fault) set(value === undefined ? {} : { [parameter.name]: value }, { moved: parameter.name });
      else reflect();
      warn(fault || "");
    });

    /* Scenarios, reset, link, comparison --------------------------------------------------------------------- */
    const keep = (kept) => {
      own.kept = kept;
      remember();
      return draw();
    };
    const actions = {
      reset: () => {
        own.kept = null;
        if (table) table.drop();
        set(simulation.start).then(() => say("Terug bij de beginstand."));
      },
      link: async () => {
        const address = new URL(location.href);
        address.hash = own.secret() ? name : state.write(simulation, own.values, own.kept && own.kept.values, own.table());
        const without = own.secret() ? " Jouw tabel gaat er niet in mee." : "";
        say((await copy(address.href)) ? `De link is gekopieerd.${without}` : `Kopieer deze link zelf: ${address.href}`);
      },
      keep: () => {
        keep({ values: { ...own.values }, answer: now });
        say("Deze stand is bewaard. Verander iets en vergelijk.");
      },
      drop: () => {
        keep(null);
        element.querySelector("[data-do=keep]").focus();
      },
      back: () => set(own.kept.values),
      csv: () => show.saveTable(now),
      png: () => show.savePicture("png"),
      svg: () => show.savePicture("svg"),
      print: () => show.print(),
    };
    element.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.dataset.scenario) set(simulation.scenarios.find((one) => one.name === button.dataset.scenario).values);
      else if (actions[button.dataset.do]) actions[button.dataset.do]();
    });

    /* The state that a link brings ----------------------------------------------------------------------------- */
    own.open = async ({ now: asked, beside }) => {
      const { values, notes } = state.resolve(simulation, asked);
      own.values = values;
      reflect();
      if (beside.length) {
        const kept = state.resolve(simulation, beside);
        notes.push(...kept.notes);
        try {
          const answer = await compute(kept.values);
          if (!answer.error) own.kept = { values: kept.values, answer };
        } catch (error) {
          return;
        }
      } else own.kept = null;
      const written = spec.own && spec.own.key && asked.find(([key]) => key === spec.own.key);
      if (written) await table.put(written[1]);
      else await work(values);
      if (notes.length) {
        warn(notes.join(" "));
        remember();
      }
    };

    for (const part of element.querySelectorAll("[data-script]")) part.hidden = false;
    reflect();
    const redraw = () => drawn && draw();
    /* Plotly keeps the page busy while it loads: the engine, and the result that a link asks for, go first. */
    window.bookChart.near(element, async () => {
      await python.start().catch(() => {});
      await own.opening;
      if (table && table.kept && !own.opening) await table.read(true);
      if (!drawn) draw();
    });
    element.addEventListener("focusin", () => python.start().catch(() => {}), { once: true });
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    let width = 0;
    new ResizeObserver(() => {
      if (width !== element.clientWidth) redraw();
      width = element.clientWidth;
    }).observe(element);
    return own;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  /* The fragment ------------------------------------------------------------------------------------------------ */
  const names = () => all.map(({ simulation }) => simulation);
  const ours = () => Object.keys(state.read(location.hash, names())).length > 0;

  const remember = later(() => {
    const changed = all.filter(({ simulation, values, kept, table, secret }) =>
      !secret() && (kept || table() || !state.same(values, simulation.start)));
    const fragment = changed.map(({ simulation, values, kept, table }) =>
      state.write(simulation, values, kept && kept.values, table()));
    if (!fragment.length && !ours()) return;
    const address = location.href.split("#")[0] + (fragment.length ? `#${fragment.join("&")}` : "");
    try { history.replaceState(history.state, "", address); } catch { /* an address that may not change */ }
  }, 300);

  const open = () => {
    const asked = state.read(location.hash, names());
    const first = all.find(({ name }) => asked[name]);
    for (const own of all) if (asked[own.name]) own.opening = own.open(asked[own.name]);
    if (first && !document.getElementById(location.hash.slice(1))) first.element.scrollIntoView({ block: "start" });
  };

  for (const element of document.querySelectorAll(".simulation")) all.push(setUp(element));
  open();
  addEventListener("hashchange", open);
})();
