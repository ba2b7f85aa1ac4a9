"use strict";
/* What long lists share: filters, a search while typing, and only a page of rows in the document.
 *   upheld.list(root, {rows, noun, text, filters, draw, size}) puts a list into root and gives {found(), refresh(), reveal(row)}:
 *     noun      [one, several], for the line that says how many were found
 *     text      text(row) is what the search looks through; without it there is no search
 *     filters   [{label, value, all, name, order, chosen}]: value(row) is compared, name(value) shown, all the choice of everything
 *     draw      draw(rows) is the element that shows them
 *   upheld.table(columns, caption) is such a draw; a column is {title, value, number, wide}, value(row) a text, a number or an element.
 */
Object.assign(upheld, (() => {
  const { el } = upheld;
  const MOST_PRINTED = 2000; // rows: more make a browser give up before a printer does

  const fold = (text) => text.toLowerCase().replace(/\s+/g, " ");
  const number = (value) => value.toLocaleString("en-GB");

  function counted(rows, filter) {
    const counts = new Map();
    for (const row of rows) counts.set(filter.value(row), (counts.get(filter.value(row)) ?? 0) + 1);
    const order = filter.order ?? [];
    const rank = (value) => (order.includes(value) ? order.indexOf(value) : order.length);
    return [...counts].sort(([one], [other]) => rank(one) - rank(other) || String(one).localeCompare(String(other), "en-GB"));
  }

  function chooser(filter, rows, change) {
    const name = filter.name ?? String;
    const choices = counted(rows, filter).map(([value, count]) => el("option", { value }, `${name(value)} (${number(count)})`));
    const select = el("select", { onchange: () => change(select.value) }, el("option", { value: "" }, filter.all), choices);
    select.value = filter.chosen ?? "";
    return el("label", {}, filter.label, select);
  }

  function searcher(change) {
    const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", oninput: () => change(input.value) });
    return el("label", { class: "search" }, "Search", input);
  }

  function list(root, { rows, noun, text, filters = [], draw, size = 100 }) {
    const texts = text ? rows.map((row) => fold(text(row))) : [];
    const chosen = new Map(filters.map((filter) => [filter, filter.chosen ?? ""]));
    let words = [];
    let page = 0;
    let found = rows;
    const status = el("p", { class: "found", role: "status" });
    const body = el("div", { class: "rows" });
    const pager = el("nav", { class: "pager", "aria-label": `Pages of ${noun[1]}` });

    const fits = (row, at) =>
      words.every((word) => texts[at].includes(word)) && filters.every((filter) => !chosen.get(filter) || String(filter.value(row)) === chosen.get(filter));

    function find() {
      found = rows.filter(fits);
      page = 0;
      show();
    }

    function told() {
      if (!found.length) return `No ${noun[1]} found.`;
      const first = page * size;
      const part = found.length > size ? `${number(first + 1)} to ${number(Math.min(first + size, found.length))} of ` : "";
      return `${part}${number(found.length)} ${noun[found.length === 1 ? 0 : 1]}`;
    }

    function turn(by) {
      page += by;
      show();
      root.scrollIntoView({ block: "start" });
      pager.querySelector("button:not(:disabled)")?.focus({ preventScroll: true });
    }

    function show() {
      const last = Math.max(0, Math.ceil(found.length / size) - 1);
      status.textContent = told();
      body.replaceChildren(...(found.length ? [draw(found.slice(page * size, (page + 1) * size))] : []));
      pager.hidden = last === 0;
      pager.replaceChildren(
        el("button", { type: "button", disabled: page === 0, onclick: () => turn(-1) }, "Previous"),
        el("span", {}, `Page ${number(page + 1)} of ${number(last + 1)}`),
        el("button", { type: "button", disabled: page === last, onclick: () => turn(1) }, "Next"),
      );
    }

    const search = text && searcher((typed) => {
      words = fold(typed).split(" ").filter(Boolean);
      find();
    });
    const choosers = filters.map((filter) => chooser(filter, rows, (value) => {
      chosen.set(filter, value);
      find();
    }));
    const form = el("form", { class: "filters", role: "search", "aria-label": `Find ${noun[1]}`, onsubmit: (event) => event.preventDefault() }, search, choosers);
    root.append(...(search || choosers.length ? [form] : []), status, body, pager);
    addEventListener("beforeprint", () => body.replaceChildren(draw(found.slice(0, MOST_PRINTED))));
    addEventListener("afterprint", show);
    show();
    return {
      found: () => found,
      refresh: show,
      reveal(row) {
        const at = found.indexOf(row);
        if (at < 0 || Math.floor(at / size) === page) return;
        page = Math.floor(at / size);
        show();
      },
    };
  }

  function cell(column, row) {
    const value = column.value(row);
    const shown = typeof value === "number" ? number(value) : (value ?? "");
    return el(column.head ? "th" : "td", { class: column.number ? "number" : column.wide ? "wide" : null, scope: column.head ? "row" : null }, shown);
  }

  const table = (columns, caption) => (rows) =>
    el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption },
      el("table", {},
        el("caption", {}, caption),
        el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col", class: column.number ? "number" : null }, column.title)))),
        el("tbody", {}, rows.map((row) => el("tr", {}, columns.map((column) => cell(column, row)))))));

  return { list, table, number };
})());
