/* Cards to put in columns: lays each chosen card in its column, and gives the reasons when the reader asks. The
   reasons stand in the page's list of all cards, so that there is one text of each. A classic script, also for file://. */
(function () {
  "use strict";
  const { read, write, make } = window.dichterbij;
  const SPACE = "dichterbij:sorteren:";

  function play(sorting) {
    const name = SPACE + sorting.dataset.key;
    const cards = [...sorting.querySelectorAll(".sort-card")];
    const reasons = [...sorting.querySelectorAll(".sort-key > ol > li")];
    const piles = [...sorting.querySelectorAll(".sort-pile")];
    const end = sorting.querySelector(".sort-end");
    const progress = make("p", { class: "sort-progress", role: "status" });
    const check = make("button", { type: "button", class: "play-button" }, "Kijk na");
    const again = make("button", { type: "button", class: "play-button" }, "Opnieuw");
    const before = read(name);
    let state = Array.isArray(before.chosen) && before.chosen.length === cards.length ? before
      : { chosen: cards.map(() => ""), checked: false };

    const radios = (card) => [...card.querySelectorAll("input")];
    const defended = (card) => card.dataset.defended.split("|");
    const why = (at, pile) => reasons[at].querySelector(`li[data-pile="${CSS.escape(pile)}"] .sort-why`);

    /* What is said about one card: the reason of the chosen column, and the other columns that can be defended. */
    function judged(at) {
      const pile = state.chosen[at], good = defended(cards[at]), others = good.filter((one) => one !== pile);
      const right = good.includes(pile);
      const told = [make("p", {}, make("strong", {}, right ? "Te verdedigen. " : "Hier past hij minder goed. "),
        ...copy(why(at, right ? pile : "")))];
      others.forEach((one) => told.push(make("p", {}, make("strong", {}, right ? `Ook ${one}: ` : `Wel ${one}: `),
        ...copy(why(at, one)))));
      return told;
    }

    const copy = (node) => (node ? [...node.childNodes].map((child) => child.cloneNode(true)) : []);

    function lay() {
      piles.forEach((pile) => {
        const laid = cards.filter((_, at) => state.chosen[at] === pile.dataset.pile);
        pile.querySelector(".sort-laid").replaceChildren(...laid.map((card) =>
          make("li", {}, ...copy(card.querySelector(".sort-text")))));
      });
    }

    function feedback() {
      cards.forEach((card, at) => {
        const shown = state.checked && state.chosen[at];
        card.dataset.result = shown ? (defended(card).includes(state.chosen[at]) ? "goed" : "niet goed") : "";
        card.querySelector(".sort-feedback").replaceChildren(...(shown ? judged(at) : []));
      });
      const placed = state.chosen.filter(Boolean).length;
      const good = cards.filter((card, at) => defended(card).includes(state.chosen[at])).length;
      const text = `${placed} van de ${cards.length} kaarten liggen.` +
        (state.checked && placed ? ` Daarvan ${good === 1 ? "is" : "zijn"} er ${good} te verdedigen.` : "");
      if (progress.textContent !== text) progress.textContent = text;
    }

    function start() {
      cards.forEach((card, at) => radios(card).forEach((radio) => { radio.checked = radio.value === state.chosen[at]; }));
      lay();
      feedback();
    }

    cards.forEach((card, at) => card.addEventListener("change", (event) => {
      state.chosen[at] = event.target.value;
      write(name, state);
      lay();
      feedback();
    }));
    check.addEventListener("click", () => {
      state.checked = true;
      write(name, state);
      feedback();
      progress.scrollIntoView({ block: "nearest" });
    });
    again.addEventListener("click", () => {
      state = { chosen: cards.map(() => ""), checked: false };
      write(name, state);
      start();
    });
    end.append(progress, check, again);
    sorting.classList.add("is-playable");
    start();
  }

  document.querySelectorAll(".sorteren").forEach(play);
})();
