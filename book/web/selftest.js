/* Makes the self-tests of a page playable. The feedback comes from the answers in the page; what a reader fills in
   stays in this browser. A classic script: it works from file:// and asks nothing of any network. */
(function () {
  "use strict";
  const { read, write, make } = window.dichterbij;
  const ANSWERS = "dichterbij:zelftest:";
  const ESTIMATES = "dichterbij:schattingen";
  const SURE = 0.9;
  /* The nodes of a text of the answers, to be shown once more. */
  function copy(node) {
    const clone = node.cloneNode(true);
    clone.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
    return make("span", {}, ...clone.childNodes);
  }

  const verdict = (right) => make("strong", {}, right ? "Goed." : "Niet goed.");
  const chosen = (item, name) => (item.querySelector(`input[name="${name}"]:checked`) || {}).value;
  const why = (answer) => copy(answer.querySelector(".selftest-why"));

  function choose(item, name, value) {
    item.querySelectorAll(`input[name="${name}"]`).forEach((input) => { input.checked = input.value === value; });
  }

  /* Each kind: what is filled in (get, set), what is still missing (complaint), and the judgement. */
  const KINDS = {
    "meerkeuze": (item, answer) => {
      const reason = (letter) => copy(answer.querySelector(`[data-option="${letter}"] .selftest-why`));
      return {
        get: () => chosen(item, item.id),
        set: (value) => choose(item, item.id, value),
        complaint: () => (chosen(item, item.id) ? "" : "Kies eerst een antwoord."),
        judge: (show) => {
          const mine = chosen(item, item.id), right = item.dataset.answerIs;
          show(mine === right, reason(mine), mine === right ? "" : ` Goed is ${right}.`);
          item.querySelectorAll(`input[name="${item.id}"]`).forEach((input) => {
            const letter = input.value, label = input.closest("label");
            if (letter === right) label.classList.add("is-right");
            if (letter === mine) {
              input.setAttribute("aria-describedby", `${item.id}-uitslag`);
              return;
            }
            const note = make("p", { class: "selftest-note", id: `${item.id}-${letter}` },
              letter === right ? "Dit is het goede antwoord. " : "", reason(letter));
            input.setAttribute("aria-describedby", note.id);
            label.after(note);
          });
        },
        clear: () => {
          item.querySelectorAll(".selftest-note").forEach((note) => note.remove());
          item.querySelectorAll("label").forEach((label) => label.classList.remove("is-right"));
          item.querySelectorAll("input").forEach((input) => input.removeAttribute("aria-describedby"));
        },
      };
    },

    "waar-niet-waar": (item, answer) => ({
      get: () => [chosen(item, item.id), chosen(item, `${item.id}-zeker`)],
      set: ([mine, sure]) => { choose(item, item.id, mine); choose(item, `${item.id}-zeker`, sure); },
      complaint: () => {
        if (!chosen(item, item.id)) return "Kies eerst: waar of niet waar.";
        return chosen(item, `${item.id}-zeker`) ? "" : "Kies ook of je het zeker weet of twijfelt.";
      },
      judge: (show) => {
        const right = chosen(item, item.id) === item.dataset.answerIs;
        const sure = chosen(item, `${item.id}-zeker`) === "zeker";
        const said = sure
          ? (right ? "Je was zeker, en terecht. " : "Je was zeker. Kijk waar dat idee vandaan komt. ")
          : (right ? "Je twijfelde, maar je had het goed. " : "Je twijfelde, en met reden. ");
        show(right, item.dataset.answerIs === "waar" ? "De stelling klopt. " : "De stelling klopt niet. ", said,
          why(answer));
      },
    }),

    "volgorde": (item, answer) => {
      const list = item.querySelector(".selftest-steps");
      const rows = () => [...list.children];
      const first = rows();
      const places = () => rows().map((row) => Number(row.dataset.place));
      const name = (row) => row.querySelector(".selftest-step").textContent;
      item.querySelector(".selftest-hint").textContent = "Verschuif de regels tot de volgorde klopt.";

      function relabel() {
        rows().forEach((row, index, all) => {
          row.querySelectorAll("button").forEach((button) => {
            const up = button.dataset.move === "omhoog";
            button.setAttribute("aria-label",
              `${name(row)}, plaats ${index + 1} van ${all.length}, ${button.dataset.move}`);
            button.setAttribute("aria-disabled", String(index === (up ? 0 : all.length - 1)));
          });
        });
      }

      /* The neighbour moves, so that the focus stays where it is. */
      function move(row, up) {
        const neighbour = up ? row.previousElementSibling : row.nextElementSibling;
        if (!neighbour) return `${name(row)} staat al ${up ? "bovenaan" : "onderaan"}.`;
        if (up) row.after(neighbour); else row.before(neighbour);
        relabel();
        list.dispatchEvent(new Event("change", { bubbles: true }));
        return `${name(row)}: nu plaats ${rows().indexOf(row) + 1} van ${first.length}.`;
      }

      return {
        start: (say) => {
          first.forEach((row) => {
            row.querySelector(".selftest-box").remove();
            ["omhoog", "omlaag"].forEach((way) => {
              const button = make("button", { type: "button", class: "selftest-move", "data-move": way },
                way === "omhoog" ? "↑" : "↓");
              button.addEventListener("click", () => say(move(row, way === "omhoog")));
              row.append(button);
            });
          });
          relabel();
        },
        get: places,
        set: (order) => {
          const wanted = Array.isArray(order) && order.length === first.length ? order : null;
          list.append(...(wanted ? wanted.map((place) => first.find((row) => Number(row.dataset.place) === place))
            : first));
          relabel();
        },
        complaint: () => "",
        judge: (show) => {
          const now = places(), pairs = [];
          now.forEach((one, index) => now.slice(index + 1).forEach((other) => pairs.push([one, other])));
          const wrong = pairs.filter(([one, other]) => one > other);
          if (!wrong.length) { show(true, "De hele volgorde klopt. ", why(answer)); return; }
          const [above, below] = wrong[0].map((place) => name(first.find((row) => Number(row.dataset.place) === place)));
          show(false, `${pairs.length - wrong.length} van de ${pairs.length} paren staan in de goede volgorde. `,
            `Het eerste paar dat verkeerd staat: ‘${below}’ hoort vóór ‘${above}’. `,
            "Verschuif en controleer opnieuw; de uitleg staat bij ‘Alle antwoorden’.");
        },
      };
    },

    "schatting": (item, answer) => {
      const fields = ["laag", "beste", "hoog"].map((key) => item.querySelector(`[data-field="${key}"]`));
      const numbers = () => fields.map((field) => number(field.value));
      return {
        get: () => fields.map((field) => field.value),
        set: (values) => fields.forEach((field, index) => { field.value = (values || [])[index] || ""; }),
        complaint: () => {
          const [low, best, high] = numbers();
          if ([low, best, high].some(Number.isNaN)) return "Vul drie getallen in, bijvoorbeeld 1.200 of 2,5.";
          return low <= best && best <= high ? "" : "Zet de drie getallen van klein naar groot: laagste, beste, hoogste.";
        },
        judge: (show) => {
          const [low, , high] = numbers();
          const inside = low <= Number(item.dataset.from) && Number(item.dataset.to) <= high;
          const all = { ...read(ESTIMATES), [item.dataset.key]: inside };
          write(ESTIMATES, all);
          show(inside, "Het antwoord is ", copy(answer.querySelector(".selftest-truth")),
            inside ? ". Dat ligt tussen jouw laagste en hoogste waarde. " : ". Dat ligt buiten jouw grenzen. ",
            why(answer), calibration(Object.values(all)));
        },
        clear: () => {
          const { [item.dataset.key]: _gone, ...rest } = read(ESTIMATES);
          write(ESTIMATES, rest);
        },
      };
    },
  };

  /* How often the truth lay inside, against what nine out of ten promises; from two estimates on. */
  function calibration(insides) {
    const total = insides.length, hits = insides.filter(Boolean).length;
    if (total < 2) return "";
    const low = Math.floor(SURE * total), high = Math.ceil(SURE * total);
    return ` Van je ${total} schattingen in dit boek ${hits === 1 ? "lag" : "lagen"} er ${hits} binnen je grenzen. ` +
      `Bij 90% zekerheid verwacht je er ${low === high ? low : `${low} à ${high}`}.`;
  }

  /* A number as Dutch writes it: 145.000 and 2,5; 2.5 too. NaN when it is none. */
  function number(text) {
    const bare = text.replace(/[\s€%]/g, "");
    if (!/^-?\d/.test(bare)) return NaN;
    return Number(/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replace(/\./g, "").replace(",", ".") : bare.replace(",", "."));
  }

  function play(test) {
    const name = ANSWERS + test.dataset.chapter;
    const live = make("p", { class: "visually-hidden", role: "status" });
    const progress = make("p", { class: "selftest-progress" });
    const say = (text) => { live.textContent = text; };
    const players = [...test.querySelectorAll(".selftest-item")].map((item) => {
      const key = item.dataset.key, feedback = item.querySelector(".selftest-feedback");
      const player = KINDS[item.dataset.kind](item, test.querySelector(`[data-answer="${key}"]`));
      const remember = (checked) => {
        write(name, { ...read(name), [key]: { answer: player.get(), checked } });
        count();
      };
      const wipe = () => {
        feedback.replaceChildren();
        delete item.dataset.result;
        if (player.clear) player.clear();
      };
      const show = (right, ...parts) => {
        item.dataset.result = right ? "goed" : "niet goed";
        feedback.replaceChildren(make("p", {}, verdict(right), " ", ...parts.filter(Boolean)));
      };
      const check = () => {
        const complaint = player.complaint();
        wipe();
        if (complaint) { feedback.replaceChildren(make("p", {}, complaint)); return; }
        player.judge(show);
        remember(true);
      };
      const restart = () => {
        wipe();
        item.querySelectorAll("input[type=radio]").forEach((input) => { input.checked = false; });
        if (item.dataset.kind === "volgorde" || item.dataset.kind === "schatting") player.set(null);
      };

      feedback.id = `${item.id}-uitslag`;
      const button = make("button", { type: "button", class: "selftest-check" }, "Controleer");
      button.append(make("span", { class: "visually-hidden" }, ` vraag ${item.id.split("-").pop()}`));
      button.addEventListener("click", check);
      feedback.before(make("p", { class: "selftest-actions" }, button));
      if (player.start) player.start(say);
      const before = read(name)[key];
      if (before) {
        player.set(before.answer);
        if (before.checked && !player.complaint()) player.judge(show);
      }
      ["change", "input"].forEach((kind) => item.addEventListener(kind, () => { wipe(); remember(false); }));
      item.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); check(); }
      });
      return { key, restart };
    });

    function count() {
      const state = read(name);
      const done = players.filter(({ key }) => state[key] && state[key].checked).length;
      progress.textContent = `${done} van de ${test.querySelectorAll(".selftest-item").length} vragen nagekeken.`;
    }

    const again = make("button", { type: "button", class: "selftest-again" }, "Opnieuw");
    again.addEventListener("click", () => {
      if (!window.confirm("Alle antwoorden van deze zelftest wissen?")) return;
      players.forEach((player) => player.restart());
      write(name, {});
      count();
      say("Alle antwoorden van deze zelftest zijn gewist.");
    });
    test.querySelector(".selftest-key").before(make("div", { class: "selftest-end" }, progress, again), live);
    test.classList.add("is-playable");
    count();
  }

  document.querySelectorAll(".zelftest").forEach(play);
})();
