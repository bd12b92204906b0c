/* What charts and simulations share: loading a script of the book once, waiting until something comes near, colours
   that follow the theme. A classic script: it works from file:// and asks nothing of any network. */
(() => {
  "use strict";
  const book = (window.dichterbij = window.dichterbij || {});
  const folder = new URL(".", document.currentScript.src);
  const asked = {};

  /* Load _static/<name> once; the promise fails when it is not there. */
  book.script = (name) =>
    (asked[name] ||= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(name, folder).href;
      script.onload = done;
      script.onerror = () => failed(new Error(`${name} kon niet worden geladen`));
      document.head.append(script);
    }));

  /* Plotly, the one copy of the book. */
  book.plotly = () => (window.Plotly ? Promise.resolve(window.Plotly) : book.script("plotly.js").then(() => window.Plotly));

  /* Call `run` once, when `element` is less than a screen away. */
  book.near = (element, run) => {
    if (!("IntersectionObserver" in window)) return run();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      run();
    }, { rootMargin: "100% 0px" });
    observer.observe(element);
  };

  /* Return the figure with its tokens ("@ink") as the colours that the page has now. */
  book.themed = (value) => {
    const style = getComputedStyle(document.documentElement);
    const fill = (part) => {
      if (Array.isArray(part)) return part.map(fill);
      if (part && typeof part === "object") {
        return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, fill(one)]));
      }
      return typeof part === "string" && /^@[a-z][a-z0-9-]*$/.test(part)
        ? style.getPropertyValue(`--${part.slice(1)}`).trim()
        : part;
    };
    return fill(value);
  };

  /* Call `run` when the page changes between light and dark. */
  book.onTheme = (run) => {
    new MutationObserver(run).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  };
})();
