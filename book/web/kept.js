/* What the tools of a page share: storage in this browser, and making elements. A classic script, before theirs. */
window.dichterbij = Object.assign(window.dichterbij || {}, (function () {
  "use strict";
  const kept = {};

  /* What was stored under `name`, or {}; from this page's memory where a browser blocks its storage. */
  function read(name) {
    try { return JSON.parse(localStorage.getItem(name)) || kept[name] || {}; } catch { return kept[name] || {}; }
  }

  function write(name, value) {
    kept[name] = value;
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* kept for this visit */ }
  }

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => node.setAttribute(name, value));
    node.append(...children);
    return node;
  }

  return { read, write, make };
})());
