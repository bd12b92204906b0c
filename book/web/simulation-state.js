/* The state of simulations in the fragment of the address, so that a link brings a setting:
     #productcodes&scenario=half                         a named setting
     #productcodes&gemeenten=100&landelijk=40&...        every value
     #productcodes&scenario=half&naast.scenario=regio    with a kept setting to compare
     #gemeenten=100                                      without a name: the first simulation with that setting
   Other fragments (anchors of the page) are left alone. Readers' links are repaired, never refused: what cannot be is
   skipped or set to the nearest value, and a sentence says so. */
(() => {
  "use strict";
  const book = (window.dichterbij = window.dichterbij || {});
  const BESIDE = "naast.";
  const YES = ["1", "ja", "aan"];
  const NO = ["0", "nee", "uit"];
  const formats = [];
  const number = (value, decimals) => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    formats[decimals] ||= new Intl.NumberFormat("nl-NL", digits);
    return formats[decimals].format(value);
  };
  const same = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);

  const decode = (text) => {
    try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch { return text; }
  };

  /* Return {name: {now: [[key, text]], beside: [[key, text]]}} for the simulations that a fragment speaks of. */
  const read = (fragment, simulations) => {
    const found = {};
    let current = null;
    const of = (name) => (found[name] ||= { now: [], beside: [] });
    for (const part of fragment.replace(/^#/, "").split("&")) {
      const [key, ...rest] = decode(part).split("=");
      if (!rest.length) {
        current = simulations.find((one) => one.name === key) || current;
        if (current && current.name === key) of(key);
        continue;
      }
      const beside = key.startsWith(BESIDE);
      const own = beside ? key.slice(BESIDE.length) : key;
      const owner = current || simulations.find((one) => one.spec.parameters.some((p) => p.key === own));
      if (owner) of(owner.name)[beside ? "beside" : "now"].push([own, rest.join("=")]);
    }
    return found;
  };

  /* Return {value} or {value, note} for a text; {note} when nothing can be made of it. */
  const understand = (parameter, text) => {
    const name = parameter.label;
    if (parameter.kind === "choice") {
      return parameter.options.some(([value]) => value === text)
        ? { value: text }
        : { note: `${name}: de keuze ‘${text}’ bestaat niet en is overgeslagen.` };
    }
    if (parameter.kind === "switch") {
      if (YES.includes(text)) return { value: true };
      return NO.includes(text) ? { value: false } : { note: `${name}: ‘${text}’ is niet aan of uit en is overgeslagen.` };
    }
    const asked = Number(text.trim().replace(",", "."));
    if (text.trim() === "" || !Number.isFinite(asked)) return { note: `${name}: ‘${text}’ is geen getal en is overgeslagen.` };
    const { low, high, step, decimals, year } = parameter;
    const steps = Math.round((Math.min(high, Math.max(low, asked)) - low) / step);
    const value = Number((low + steps * step).toFixed(10));
    if (value === asked) return { value };
    return { value, note: `${name}: ${text} kan niet; de stand is ${year ? value : number(value, decimals)}.` };
  };

  /* Shares of one whole: the ones that were not moved give way until all fit in 100. */
  const giveWay = (spec, values, moved) => {
    for (const shares of spec.shares) {
      let over = shares.parameters.reduce((sum, name) => sum + values[name], 0) - 100;
      for (const name of [...shares.parameters].reverse()) {
        if (over <= 0) break;
        if (name === moved) continue;
        const less = Math.min(over, values[name]);
        values[name] -= less;
        over -= less;
      }
    }
    return values;
  };

  /* Return the values that pairs [key, text] ask for, with sentences on what was changed. */
  const resolve = (simulation, pairs) => {
    const notes = [];
    let values = { ...simulation.start };
    const named = pairs.find(([key]) => key === "scenario");
    if (named) {
      const scenario = simulation.scenarios.find((one) => one.name === named[1]);
      if (scenario) values = { ...scenario.values };
      else notes.push(`De stand ‘${named[1]}’ bestaat niet en is overgeslagen.`);
    }
    for (const [key, text] of pairs) {
      if (key === "scenario") continue;
      const parameter = simulation.spec.parameters.find((one) => one.key === key);
      if (!parameter) continue;
      const { value, note } = understand(parameter, text);
      if (value !== undefined) values[parameter.name] = value;
      if (note) notes.push(note);
    }
    const fitted = giveWay(simulation.spec, { ...values }, null);
    if (!same(values, fitted)) notes.push("De delen waren samen meer dan 100%; het laatste is verkleind.");
    return { values: fitted, notes };
  };

  const scenarioOf = (simulation, values) => simulation.scenarios.find((one) => same(one.values, values));

  const pairs = (simulation, values, prefix) => {
    const scenario = scenarioOf(simulation, values);
    if (scenario) return [`${prefix}scenario=${scenario.name}`];
    return simulation.spec.parameters.map(({ name, key, kind }) => {
      const value = kind === "switch" ? Number(values[name]) : values[name];
      return `${prefix}${key}=${encodeURIComponent(value)}`;
    });
  };

  /* Return the fragment of one simulation, without the hash. */
  const write = (simulation, values, kept, table) =>
    [simulation.name, ...pairs(simulation, values, ""), ...(kept ? pairs(simulation, kept, BESIDE) : []),
      ...(table ? [`${simulation.spec.own.key}=${encodeURIComponent(table)}`] : [])].join("&");

  book.state = { read, resolve, write, scenarioOf, giveWay, understand, same, number };
})();
