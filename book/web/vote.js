/* Voting on statements before and after a talk: for one reader, or for a trainer who counts a group. What is filled
   in stays in this browser. A classic script: it works from file:// and asks nothing of any network. */
(function () {
  "use strict";
  const { read, write, make } = window.dichterbij;
  const SPACE = "dichterbij:stemming:";
  const POSITIONS = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"];
  const CERTAINTY = ["zeker", "twijfel"];
  const ROUNDS = [0, 1];
  const ENOUGH = 10;
  function radios(legend, group, labels, chosen, pick) {
    return make("fieldset", { class: "vote-radios" }, make("legend", {}, legend), ...labels.map((label, index) => {
      const input = make("input", { type: "radio", name: group, value: index });
      input.checked = chosen === index;
      input.addEventListener("change", () => pick(index));
      return make("label", { class: "selftest-option" }, input, make("span", {}, label));
    }));
  }

  const sum = (counts) => counts.reduce((total, count) => total + count, 0);
  const people = (count) => (count === 1 ? "1 stem" : `${count} stemmen`);

  /* Counts of two rounds in words; percentages only when both rounds have enough voters. */
  function shiftOfGroup(rounds) {
    const totals = rounds.map(sum);
    if (!totals[0]) return "";
    if (!totals[1]) return `Ronde 1: ${people(totals[0])}. Vul na het gesprek ronde 2 in.`;
    const share = (count, round) => (Math.min(...totals) < ENOUGH ? String(count)
      : `${count} (${Math.round((100 * count) / totals[round])}%)`);
    const part = (name, places) => {
      const [before, after] = rounds.map((counts, round) => share(sum(places.map((place) => counts[place])), round));
      return `${name}: eerst ${before}, daarna ${after}. `;
    };
    const difference = totals[1] - totals[0];
    return part("Eens of helemaal eens", [3, 4]) + part("Neutraal", [2]) + part("Oneens of helemaal oneens", [0, 1]) +
      (difference ? `In ronde 2 ${Math.abs(difference) === 1 ? "stemde" : "stemden"} er ${Math.abs(difference)} ` +
        `${difference > 0 ? "meer" : "minder"} dan in ronde 1; vergelijk dus met zorg. ` : "") +
      (Math.min(...totals) < ENOUGH ? "Met minder dan tien stemmers zegt een verschuiving weinig. " : "") +
      "Een verschuiving laat zien dat iets bewoog, niet wie gelijk heeft.";
  }

  function shiftOfReader(votes) {
    const said = votes.map(({ place, sure }) => (place === undefined ? "" : POSITIONS[place] +
      (sure === undefined ? "" : ` (${CERTAINTY[sure]})`)));
    if (!said[0]) return "";
    if (!said[1]) return `Ronde 1: ${said[0]}. Stem na het gesprek opnieuw, in ronde 2.`;
    const steps = votes[1].place - votes[0].place;
    const moved = steps ? `Je schoof ${Math.abs(steps)} ${Math.abs(steps) === 1 ? "plaats" : "plaatsen"} op in de ` +
      `richting van ${steps > 0 ? "eens" : "oneens"}.` : "Je bleef op dezelfde plaats.";
    return `Eerst: ${said[0]}. Daarna: ${said[1]}. ${moved}`;
  }

  function table(number, rounds) {
    const most = Math.max(1, ...rounds.flat());
    const rows = POSITIONS.map((position, place) => make("tr", {}, make("th", { scope: "row" }, position),
      ...rounds.map((counts, round) => make("td", {},
        make("span", { class: `vote-bar vote-bar-${round + 1}`, style: `width:${(70 * counts[place]) / most}%`,
          "aria-hidden": "true" }), ` ${counts[place]}`))));
    return make("table", { class: "vote-result" },
      make("caption", {}, `Stelling ${number}: stemmen per antwoord`),
      make("thead", {}, make("tr", {}, make("td", {}), ...ROUNDS.map((round) =>
        make("th", { scope: "col" }, `Ronde ${round + 1}`)))), make("tbody", {}, ...rows));
  }

  function play(vote, index) {
    const name = SPACE + vote.dataset.key;
    const statements = [...vote.querySelectorAll(".vote-statement")];
    const empty = () => ({ group: false, round: 0,
      counts: statements.map(() => ROUNDS.map(() => POSITIONS.map(() => 0))),
      own: statements.map(() => ROUNDS.map(() => ({}))) });
    const before = read(name);
    let state = before.counts && before.counts.length === statements.length ? before : empty();
    const settings = make("div", { class: "vote-settings" });
    const live = make("p", { class: "visually-hidden", role: "status" });
    const places = statements.map((statement) => {
      const fields = make("div"), result = make("div"), summary = make("p", { class: "vote-summary", role: "status" });
      statement.querySelector(".vote-form").after(fields, summary, result);
      return { fields, result, summary };
    });

    const keep = () => write(name, state);

    function results() {
      places.forEach(({ result, summary }, at) => {
        const text = state.group ? shiftOfGroup(state.counts[at]) : shiftOfReader(state.own[at]);
        if (summary.textContent !== text) summary.textContent = text;
        result.replaceChildren(...(state.group && sum(state.counts[at][0]) ? [table(at + 1, state.counts[at])] : []));
      });
    }

    function countFields(at) {
      const counts = state.counts[at][state.round];
      return make("fieldset", { class: "vote-counts" },
        make("legend", {}, `Stelling ${at + 1}, ronde ${state.round + 1}: hoeveel stemmen?`),
        ...POSITIONS.map((position, place) => {
          const input = make("input", { type: "number", min: 0, max: 999, step: 1, inputmode: "numeric" });
          input.value = counts[place] || "";
          input.addEventListener("input", () => {
            counts[place] = Math.min(999, Math.max(0, Math.floor(Number(input.value) || 0)));
            keep();
          });
          input.addEventListener("change", results);
          return make("label", {}, make("span", {}, position), input);
        }));
    }

    function ownFields(at) {
      const mine = state.own[at][state.round], group = `stemming-${index}-${at}-${state.round}`;
      const pick = (field) => (value) => { mine[field] = value; keep(); results(); };
      const where = `Stelling ${at + 1}, ronde ${state.round + 1}`;
      return [radios(`${where}: wat vind je?`, group, POSITIONS, mine.place, pick("place")),
        radios(`${where}: hoe zeker ben je?`, `${group}-zeker`, CERTAINTY, mine.sure, pick("sure"))];
    }

    function fields() {
      places.forEach((place, at) => place.fields.replaceChildren(...(state.group ? [countFields(at)] : ownFields(at))));
      results();
    }

    function set(field) {
      return (value) => { state[field] = field === "group" ? value === 1 : value; keep(); fields(); };
    }

    function start() {
      settings.replaceChildren(
        radios("Wie stemt?", `stemming-${index}-wie`, ["ik stem zelf", "ik tel een groep"], state.group ? 1 : 0,
          set("group")),
        radios("Welke ronde?", `stemming-${index}-ronde`, ["ronde 1, vooraf", "ronde 2, achteraf"], state.round,
          set("round")));
      fields();
    }

    const again = make("button", { type: "button", class: "vote-button" }, "Opnieuw");
    again.addEventListener("click", () => {
      if (!window.confirm("Alle stemmen van dit formulier wissen?")) return;
      state = empty();
      keep();
      start();
      live.textContent = "Alle stemmen zijn gewist.";
    });
    vote.querySelector(".vote-title").after(settings);
    vote.append(make("p", { class: "vote-end" }, again), live);
    vote.classList.add("is-playable");
    start();
  }

  document.querySelectorAll(".stemming").forEach(play);
})();
