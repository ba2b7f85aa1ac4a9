"use strict";
/* What long lists share: filters, a search while typing, and only a page of rows in the document.
 *   upheld.list(root, {rows, noun, text, filters, draw, size, tools}) puts a list into root and gives {found(), recount(), choose(wanted), reveal(row)}:
 *     noun      [one, several], for the line that says how many were found
 *     text      text(row) is what the search looks through; without it there is no search
 *     filters   [{label, value, all, name, order, chosen}]: value(row) is compared, name(value) shown, all the choice of everything
 *     draw      draw(rows) is the element that shows them
 *     size      rows a page
 *     tools     where the filters stand, if not above the list
 *   upheld.table(columns, caption) is such a draw; a column is {title, value, head, number, wide, short}, value(row) a text, a number or an
 *   element; head: it names the row, number: it is aligned as one, wide: it needs room, short: it stays on one line
 *   upheld.labelled(text, control, look)  a control with its label before it
 *   upheld.scroll(name, child)            an element that scrolls within itself, also by keys
 *   upheld.letter(at)                     A, B, ... Z, AA: the at-th of them, counted from 0
 *   upheld.number(n), upheld.words(name)  as people write them;  upheld.source(report, page)  a link to where it is printed
 *   upheld.cut(all, most, what, file)     what is said of a list that the page has not room for
 */
Object.assign(upheld, (() => {
  const { el } = upheld;
  const MOST_PRINTED = 2000; // rows: more make a browser give up before a printer does

  const LOOKS = ["number", "wide", "short"];

  const fold = (text) => text.toLowerCase().replace(/\s+/g, " ");
  const number = (value) => value.toLocaleString("en-GB");

  function counted(rows, filter) {
    const counts = new Map();
    for (const row of rows) counts.set(filter.value(row), (counts.get(filter.value(row)) ?? 0) + 1);
    const order = filter.order ?? [];
    const rank = (value) => (order.includes(value) ? order.indexOf(value) : order.length);
    return [...counts].sort(([one], [other]) => rank(one) - rank(other) || String(one).localeCompare(String(other), "en-GB"));
  }

  function fill(select, filter, rows) {
    const name = filter.name ?? String;
    const chosen = select.value || filter.chosen || "";
    const choices = counted(rows, filter).map(([value, count]) => el("option", { value }, `${name(value) || "none said"} (${number(count)})`));
    select.replaceChildren(el("option", { value: "" }, filter.all), ...choices);
    if (chosen && select.value !== chosen && ![...select.options].some((option) => option.value === chosen)) {
      select.append(el("option", { value: chosen }, `${name(chosen)} (0)`));
    }
    select.value = chosen;
  }

  let controls = 0;

  function labelled(text, control, look) {
    control.id = `control-${(controls += 1)}`;
    return el("div", { class: look }, el("label", { for: control.id }, text), control);
  }

  function searcher(change) {
    const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", oninput: () => change(input.value) });
    return labelled("Search", input, "search");
  }

  function list(root, { rows, noun, text, filters = [], draw, size = 100, tools = root }) {
    const texts = text ? rows.map((row) => fold(text(row))) : [];
    const chosen = new Map(filters.map((filter) => [filter, filter.chosen ?? ""]));
    let words = [];
    let page = 0;
    let found = [];
    const status = el("p", { class: "found", role: "status" });
    const body = el("div", { class: "rows" });
    const pager = el("nav", { class: "pager", "aria-label": `Pages of ${noun[1]}` });

    const fits = (row, at) =>
      words.every((word) => texts[at].includes(word)) && filters.every((filter) => !chosen.get(filter) || String(filter.value(row)) === chosen.get(filter));

    function choose(filter, value) {
      chosen.set(filter, value);
      find();
    }

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
      body.scrollTop = 0;
      status.scrollIntoView({ block: "nearest" });
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
    const selects = new Map(filters.map((filter) => [filter, el("select", { onchange: () => choose(filter, selects.get(filter).value) })]));
    const recount = () => selects.forEach((select, filter) => fill(select, filter, rows));
    const labels = filters.map((filter) => labelled(filter.label, selects.get(filter)));
    const form = el("form", { class: "filters", role: "search", "aria-label": `Find ${noun[1]}`, onsubmit: (event) => event.preventDefault() }, search, labels);
    recount();
    if (search || labels.length) tools.append(form);
    root.append(status, body, pager);
    addEventListener("beforeprint", () => body.replaceChildren(draw(found.slice(0, MOST_PRINTED))));
    addEventListener("afterprint", show);
    find();
    return {
      found: () => found,
      recount,
      choose(wanted) {
        for (const [filter, select] of selects) {
          chosen.set(filter, wanted.get(filter.label.toLowerCase()) ?? filter.chosen ?? "");
          select.value = chosen.get(filter);
        }
        find();
      },
      reveal(row) {
        const at = found.indexOf(row);
        if (at < 0 || Math.floor(at / size) === page) return;
        page = Math.floor(at / size);
        show();
      },
    };
  }

  const scroll = (name, child) => el("div", { class: "scroll", role: "group", tabindex: 0, "aria-label": name }, child);

  const letter = (at) => (at < 26 ? "" : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

  function cell(column, row) {
    const value = column.value(row);
    const shown = typeof value === "number" ? number(value) : (value ?? "");
    return el(column.head ? "th" : "td", { class: LOOKS.find((look) => column[look]), scope: column.head ? "row" : null }, shown);
  }

  const table = (columns, caption) => (rows) =>
    scroll(caption, el("table", {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col", class: column.number ? "number" : null }, column.title)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, columns.map((column) => cell(column, row)))))));

  const words = (name) => (name ? name[0].toUpperCase() + name.slice(1).replaceAll("_", " ") : "");

  const cut = (all, most, what, file) =>
    all > most ? [el("p", { class: "notice" }, `The page has room for the first ${number(most)} of ${number(all)} ${what}; ${file} has them all.`)] : [];

  function source(report, page) {
    const { file, href, pdf } = upheld.data("reports")[report];
    const name = page ? `${file}, page ${page}` : file;
    return href ? el("a", { href: page && pdf ? `${href}#page=${page}` : href }, name) : name;
  }

  return { list, table, scroll, letter, number, words, cut, source, labelled };
})());
