/* A letter in which the reader swaps words: says who steers at each choice, counts it, keeps it in this browser. The
   reasons stand in the page's list of all words, so that there is one text of each. A classic script, also for file://. */
(function () {
  "use strict";
  const { read, write, make } = window.dichterbij;
  const SPACE = "dichterbij:woordenwissel:";

  function play(letter) {
    const name = SPACE + letter.dataset.key;
    const choices = [...letter.querySelectorAll(".words-choice")];
    const tally = letter.querySelector(".words-tally"), steering = letter.querySelector(".words-steering");
    const first = choices.map(() => 0);
    const before = read(name).chosen;
    if (Array.isArray(before) && before.length === choices.length) {
      choices.forEach((choice, at) => { if (choice.options[before[at]]) choice.selectedIndex = before[at]; });
    }
    const now = make("div", { class: "words-now" });
    const again = make("button", { type: "button", class: "play-button" }, "Terug naar de eerste brief");

    const said = (choice) => choice.options[choice.selectedIndex];
    const line = (choice) => make("li", {}, make("strong", {}, said(choice).text), `: ${said(choice).dataset.steers}. `,
      said(choice).dataset.why || "");

    /* Who steers how often, the most frequent first. */
    function counted() {
      const counts = new Map();
      choices.forEach((choice) => counts.set(said(choice).dataset.steers, (counts.get(said(choice).dataset.steers) || 0) + 1));
      return [...counts].sort((one, other) => other[1] - one[1]).map(([who, count]) => `${who} ${count} keer`).join(", ");
    }

    /* The letter as it reads now, without fields. */
    function plain() {
      return [...letter.querySelectorAll(".words-letter > p")].map((paragraph) => {
        const copy = make("p");
        paragraph.childNodes.forEach((node) => copy.append(node.matches?.("select")
          ? make("mark", {}, said(node).text) : node.cloneNode(true)));
        return copy;
      });
    }

    function fit(choice) {
      choice.style.width = `calc(${said(choice).text.length}ch + 2.75rem)`;
    }

    function show(changed) {
      choices.forEach(fit);
      steering.replaceChildren(...choices.map(line));
      const list = `Wie stuurt er in deze brief? ${counted()}.`;
      tally.textContent = changed ? `${said(changed).text}: ${said(changed).dataset.steers}. ${list}` : list;
      now.replaceChildren(...plain());
    }

    letter.addEventListener("change", (event) => {
      if (!choices.includes(event.target)) return;
      write(name, { chosen: choices.map((choice) => choice.selectedIndex) });
      show(event.target);
    });
    again.addEventListener("click", () => {
      choices.forEach((choice, at) => { choice.selectedIndex = first[at]; });
      write(name, {});
      show();
    });
    const reading = make("details", { class: "play-key words-reading" },
      make("summary", {}, "Lees de brief zoals hij nu is"), now);
    letter.querySelector(".play-key").before(reading, make("p", { class: "play-end" }, again));
    letter.classList.add("is-playable");
    show();
  }

  document.querySelectorAll(".woordenwissel").forEach(play);
})();
