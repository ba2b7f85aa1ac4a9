"use strict";
/* The frame of the page. Sections find here:
 *   upheld.data(key), upheld.part(key, name)   what the section was given; null where there is none
 *   upheld.section(key, start)                 start(root) is called when the section is first shown; what it returns, if anything, is
 *                                              called with the rest of the address (#key/rest) whenever that changes
 *   upheld.go(key, rest)                       show a section
 *   upheld.el(tag, properties, ...children)    an element; text is text, never markup
 *   upheld.keep(name, value), upheld.kept(name)  what this browser remembers, as long as it does
 *   "upheld:theme"                             an event on the document when the theme changes; upheld.dark() says which it is
 */
const upheld = (() => {
  const starts = new Map();
  const shown = new Map();
  const parsed = new Map();
  const memory = new Map();

  const read = (id) => {
    const element = document.getElementById(id);
    return element && JSON.parse(element.textContent);
  };

  function data(key) {
    if (!parsed.has(key)) parsed.set(key, read(`data-${key}`));
    return parsed.get(key);
  }

  const part = (key, name) => read(`part-${key}-${name}`);

  const SVG = new Set(["svg", "image", "rect", "text", "g", "title"]);

  function el(tag, properties = {}, ...children) {
    const element = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) set(element, name, value);
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  function set(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }

  function keep(name, value) {
    memory.set(name, value);
    try {
      localStorage.setItem(`upheld.${name}`, JSON.stringify(value));
      return true;
    } catch {
      return false; // a browser may forbid it, or have no room: the page goes on with what it remembers itself
    }
  }

  function kept(name) {
    try {
      const text = localStorage.getItem(`upheld.${name}`);
      return text === null ? (memory.get(name) ?? null) : JSON.parse(text);
    } catch {
      return memory.get(name) ?? null;
    }
  }

  const sections = () => [...document.querySelectorAll("main > section")];

  function address() {
    const [key, ...rest] = location.hash.slice(1).split("/");
    const known = sections().some((section) => section.dataset.key === key);
    return known ? { key, rest: rest.join("/") } : { key: sections()[0].dataset.key, rest: "" };
  }

  function show() {
    if (location.hash === "#main") return document.getElementById("main").focus();
    const { key, rest } = address();
    const root = sections().find((section) => section.dataset.key === key);
    if (root.hidden) scrollTo(0, 0);
    for (const section of sections()) section.hidden = section !== root;
    for (const link of document.querySelectorAll(".masthead nav a")) {
      if (link.hash === `#${key}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (!shown.has(key)) shown.set(key, starts.get(key)?.(root));
    shown.get(key)?.(rest);
  }

  function go(key, rest = "") {
    history.pushState(null, "", rest ? `#${key}/${rest}` : `#${key}`);
    show(); // at once, and not with the browser's next event: the next key may be pressed before that
  }

  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : system.matches);

  function paint(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    document.dispatchEvent(new Event("upheld:theme"));
  }

  function openTheme() {
    const select = document.getElementById("theme");
    select.value = kept("theme") ?? "";
    paint(select.value);
    select.addEventListener("change", () => {
      keep("theme", select.value);
      paint(select.value);
    });
    system.addEventListener("change", () => document.dispatchEvent(new Event("upheld:theme")));
  }

  addEventListener("popstate", show); // links and the way back, as well as addresses that are typed
  addEventListener("DOMContentLoaded", () => {
    openTheme();
    show();
  });
  return { data, part, section: (key, start) => starts.set(key, start), go, el, keep, kept, dark };
})();
