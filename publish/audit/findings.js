"use strict";
upheld.section("findings", (root) => {
  const { el, data, list, finding: drawFinding, badge, words, number, labelled } = upheld;
  const content = data("findings");
  const reports = data("reports");
  const SEVERITIES = ["error", "warning", "explained"];
  const STATES = ["open", "reopened", "accepted", "dismissed"];
  const CONFIRMED = { yes: "reads the same", no: "cannot find it" };
  const KEYS = { j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), a: () => decide("accepted"),
    d: () => decide("dismissed"), u: () => decide(""), n: () => note()?.focus(), "/": () => root.querySelector("[type=search]").focus() };

  const rank = (row) => SEVERITIES.indexOf(row.severity);
  const rows = content.findings.toSorted((one, other) => rank(one) - rank(other) || one.report - other.report);
  const decisions = upheld.decisions({ ...content, findings: rows });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const article = root.querySelector("article");
  const at = (name) => root.querySelector(`.${name}`);
  let open = null;

  const isCopy = (row) => (reports[row.report].copy === undefined ? "one" : "copy");
  const copies = { label: "Formats", all: "all formats", value: isCopy, name: (value) => ({ one: "each report once", copy: "copies only" })[value], order: ["one"], chosen: "one" };
  const filters = [
    { label: "Council", all: "all councils", value: (row) => reports[row.report].council },
    { label: "Rule", all: "all rules", value: (row) => row.rule, name: words },
    { label: "Severity", all: "all severities", value: (row) => row.severity, order: SEVERITIES },
    { label: "Second reading", all: "all", value: (row) => row.confirmed ?? "not asked", name: (value) => CONFIRMED[value] ?? value },
    { label: "Decision", all: "all", value: decisions.state, order: STATES },
    ...(rows.some((row) => isCopy(row) === "copy") ? [copies] : []),
  ];

  function item(row) {
    const state = decisions.state(row);
    return el("li", {},
      el("a", { href: `#findings/${row.id}`, "aria-current": row === open ? "true" : null, "data-id": row.id },
        el("span", { class: "marks" }, badge(row.severity), state === "open" ? null : el("span", { class: `state ${state}` }, state)),
        el("strong", {}, row.service ?? "The whole council"),
        el("span", { class: "sentence" }, row.message),
        el("span", { class: "faint" }, `${reports[row.report].council}, ${reports[row.report].period}`)));
  }

  const found = list(at("findings-list"), {
    rows,
    noun: ["finding", "findings"],
    text: (row) => `${row.message} ${words(row.rule)} ${reports[row.report].council} ${reports[row.report].period} ${reports[row.report].file}`,
    filters,
    tools: at("findings-filters"),
    draw: (shown) => el("ol", { class: "items" }, shown.map(item)),
  });

  function step(by) {
    const shown = found.found();
    const next = shown[open ? shown.indexOf(open) + by : 0];
    if (next) upheld.go("findings", next.id);
  }

  const note = () => article.querySelector("textarea");

  function decide(decision) {
    if (!open) return;
    decisions.decide(open, decision, note().value.trim());
    found.recount();
    redrawItem(open);
    drawDecision();
    tell();
  }

  function redrawItem(row) {
    const link = at("findings-list").querySelector(`[data-id="${row.id}"]`);
    if (link) link.closest("li").replaceWith(item(row));
  }

  function choice(decision, text, key) {
    const pressed = decisions.state(open) === decision;
    return el("button", { type: "button", class: `choice ${decision}`, "aria-pressed": String(pressed), onclick: () => decide(pressed ? "" : decision) }, text, el("kbd", {}, key));
  }

  function past() {
    const earlier = decisions.of(open);
    if (decisions.state(open) !== "reopened") return null;
    return el("p", { class: "notice" }, `Open again: it was ${earlier.decision} when ${earlier.values || "other values"} was printed, and now it is ${open.values}.`);
  }

  function drawDecision() {
    const form = article.querySelector(".decision");
    const focused = form.contains(document.activeElement) ? [...form.querySelectorAll("button, textarea")].indexOf(document.activeElement) : -1;
    const text = el("textarea", { rows: 2, onchange: () => decide(["accepted", "dismissed"].find((each) => each === decisions.state(open)) ?? "") });
    text.value = decisions.of(open)?.note ?? "";
    const notice = past();
    form.replaceChildren(...(notice ? [notice] : []), choice("accepted", "Accept ", "a"), choice("dismissed", "Dismiss ", "d"), labelled("Note", text, "note"));
    if (focused >= 0) form.querySelectorAll("button, textarea")[focused].focus();
  }

  function neighbours() {
    const shown = found.found();
    const place = shown.indexOf(open);
    const way = (name, by) => el("button", { type: "button", disabled: !shown[place + by] || place < 0, onclick: () => step(by) }, name);
    return el("div", { class: "neighbours" }, el("a", { href: "#findings", class: "back" }, "Back to the list"), way("Previous", -1), way("Next", 1),
      el("span", { class: "faint" }, place < 0 ? "not in the list as it is filtered" : `${number(place + 1)} of ${number(shown.length)}`));
  }

  function draw() {
    root.classList.toggle("opened", Boolean(open));
    article.hidden = !open;
    if (!open) return;
    article.replaceChildren(neighbours(), ...drawFinding(open).flat(Infinity).filter(Boolean), el("form", { class: "decision", "aria-label": "Your decision", onsubmit: (event) => event.preventDefault() }));
    drawDecision();
    article.scrollTop = 0;
    for (const shown of article.querySelectorAll(".page .scroll")) showFrame(shown);
  }

  function showFrame(shown) {
    const frame = shown.querySelector(".doubted") ?? shown.querySelector(".frame");
    if (frame && shown.scrollWidth > shown.clientWidth) shown.scrollLeft += frame.getBoundingClientRect().right - shown.getBoundingClientRect().right + 24;
  }

  function show(row) {
    const before = open;
    open = row;
    if (row) found.reveal(row);
    for (const each of [before, row]) if (each) redrawItem(each);
    draw();
    const link = row && at("findings-list").querySelector(`[data-id="${row.id}"]`);
    if (link?.offsetParent) reach(link);
    else if (row) article.focus();
  }

  /* Focus an entry of the list; the list scrolls to it, and the page stays where it is. */
  function reach(link) {
    const [own, around] = [link.getBoundingClientRect(), link.closest(".rows").getBoundingClientRect()];
    link.closest(".rows").scrollTop += Math.min(0, own.top - around.top) + Math.max(0, own.bottom - around.bottom);
    link.focus({ preventScroll: true });
  }

  function tell() {
    const once = rows.filter((row) => isCopy(row) === "one");
    const isJudged = (row) => ["accepted", "dismissed"].includes(decisions.state(row));
    const judged = once.filter(isJudged).length;
    const besides = rows.filter(isJudged).length - judged;
    const waiting = decisions.waiting();
    const kept = decisions.isSafe() ? "kept in this browser and not yet exported" : "not kept when this page is closed: export them";
    at("judged").textContent = `${number(judged)} of ${number(once.length)} judged${besides ? `, and ${number(besides)} in other formats` : ""}${waiting ? `; ${number(waiting)} ${waiting === 1 ? "decision is" : "decisions are"} ${kept}` : ""}`;
  }

  function exportCsv() {
    const address = URL.createObjectURL(new Blob([decisions.toCsv()], { type: "text/csv" }));
    el("a", { href: address, download: "reviewed.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000); // milliseconds: the browser has begun to read it by then
  }

  function pressed(event) {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && event.target === note()) return article.focus();
    if (root.hidden || typing || event.ctrlKey || event.metaKey || event.altKey || !single.checked || !KEYS[event.key]) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".scroll")) return;
    event.preventDefault();
    KEYS[event.key]();
  }

  const single = root.querySelector(".switch input");
  single.checked = upheld.kept("keys") ?? true;
  single.addEventListener("change", () => upheld.keep("keys", single.checked));
  at("export").addEventListener("click", exportCsv);
  document.addEventListener("keydown", pressed);
  tell();

  return (rest) => {
    if (rest.includes("=")) {
      found.choose(new URLSearchParams(rest));
      rest = "";
    }
    show(byId.get(rest) ?? null);
  };
});
