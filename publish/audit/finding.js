"use strict";
/* One finding, drawn at length. */
Object.assign(upheld, (() => {
  const { el, data, part, scroll, letter, picture, excerpt, source, tag, words } = upheld;
  const SUMS = 4; // sums that are shown at once: a finding may tell of one contradiction printed in a dozen places

  const BRIEF = 12; // characters: what is printed in so few is shown as it stands, of a sentence its number

  const what = (figure) => [figure.measure, figure.category && `(${figure.category})`].filter(Boolean).join(" ");
  const of = (figure) => [figure.service, figure.stage, figure.period].filter(Boolean).join(", ");

  const heading = (row) => [row.service ?? "The whole council", row.stage, row.period].filter(Boolean).join(", ");
  const upper = (text) => text && text[0].toUpperCase() + text.slice(1);

  /* What a finding says, without what its heading says already. */
  const sentence = (row) => (row.message.startsWith(`${heading(row)}: `) ? upper(row.message.slice(heading(row).length + 2)) : row.message);

  const badge = (severity) => el("span", { class: `severity ${severity}` }, severity);

  function facts(finding) {
    const { rules } = data("findings");
    const second = { yes: "reads the same in every cell", no: "cannot find one of the cells" }[finding.confirmed] ?? "not asked";
    const rows = [
      ["Printed", finding.found],
      ["Asked for", finding.expected],
      ["Rule", [words(finding.rule), rules[finding.rule] && el("span", { class: "faint" }, ` ${rules[finding.rule]}`)]],
      ["Report", [source(finding.report, finding.page), el("span", { class: "faint" }, ` ${data("reports")[finding.report].council}`)]],
      ["Second reading", second],
    ];
    return el("dl", { class: "facts" }, rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
  }

  function pages(finding, detail, figures, marks) {
    return Object.entries(detail.views).map(([page, view]) => {
      const there = detail.figures.filter((id) => figures[id]?.page === Number(page) && figures[id].box);
      return picture(finding.report, Number(page), view, there.map((id) => ({ id, text: figures[id].text, box: figures[id].box, ...marks.get(id) })));
    });
  }

  function evidence(finding, detail, figures, marks) {
    const shown = [...pages(finding, detail, figures, marks), ...detail.excerpts.map((each) => excerpt(each, figures, marks))];
    const none = el("p", { class: "faint" }, "The report is not at hand: this page was made without it, or its file is no longer the one that was read.");
    return [el("h3", {}, "In the report"), shown.length ? shown : none];
  }

  /* The pages of the same report in another format, where this one has none. */
  function elsewhere(finding, detail) {
    if (Object.keys(detail.views).length) return [];
    for (const other of twins(finding)) {
      const { figures, findings } = part("findings", `r${other.report}`);
      const drawn = pages(other, findings[other.id], figures, marked(findings[other.id]));
      if (drawn.length) return [el("h3", {}, `In ${data("reports")[other.report].file}`), drawn];
    }
    return [];
  }

  const marked = (detail) => new Map(detail.figures.map((id, at) => [id, { letter: letter(at), doubted: detail.doubted.includes(id) }]));

  function printed(finding, detail, figures, marks) {
    const rows = detail.figures.filter((id) => figures[id]).map((id) => {
      const figure = figures[id];
      const brief = !figure.value || figure.text.length <= BRIEF;
      const second = figure.second && el("div", { class: "faint" }, `also read by ${figure.second}`);
      return el("tr", { class: detail.doubted.includes(id) ? "doubted" : null },
        el("td", {}, tag(marks, id)), el("td", { class: "number" }, brief ? figure.text : figure.value), el("td", {}, what(figure)),
        el("td", {}, of(figure), !brief && el("div", { class: "faint" }, `“${figure.text}”`)),
        el("td", {}, figure.page ? [source(finding.report, figure.page), el("div", { class: "faint" }, figure.place)] : figure.place, second));
    });
    const heads = ["", "Printed", "Measure", "Of", "Where"].map((title, at) => el("th", { scope: "col", class: at === 1 ? "number" : null }, title || el("span", { class: "unseen" }, "Letter")));
    return scroll("The figures", el("table", {}, el("caption", {}, "The figures"), el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
  }

  function sum([asked, terms, result], figures, marks) {
    const rows = terms.map(([sign, amount, id]) => el("tr", {},
      el("td", { class: "sign" }, sign === "-" ? "−" : "+"), el("td", { class: "number" }, amount), el("td", {}, tag(marks, id), figures[id] ? ` ${what(figures[id])}, ${of(figures[id])}` : "")));
    const last = result && el("tr", { class: "result" }, el("td", { class: "sign" }, "="), el("td", { class: "number" }, result.replace(/^= /, "").split(",")[0].replace("-", "−")), el("td", {}, result.split(", ").slice(1).join(", ")));
    return [el("p", {}, `${upper(asked)}.`), rows.length ? el("table", { class: "sum" }, el("tbody", {}, rows, last)) : null];
  }

  function arithmetic(detail, figures, marks) {
    const drawn = detail.sums.map((each) => sum(each, figures, marks));
    const more = drawn.slice(SUMS);
    return [el("h3", {}, "The arithmetic"), drawn.slice(0, SUMS), more.length ? el("details", {}, el("summary", {}, `${more.length} more of the same`), more) : null];
  }

  function changes(detail) {
    const told = detail.changes.length ? detail.changes : ["No single figure would clear it."];
    return [el("h3", {}, "Smallest changes that keep every rule"), el("ul", {}, told.map((each) => el("li", {}, each)))];
  }

  function twins(finding) {
    const reports = data("reports");
    const root = (row) => reports[row.report].copy ?? row.report;
    const alike = (other) => root(other) === root(finding) && ["rule", "service", "stage", "period", "expected", "found"].every((name) => other[name] === finding[name]);
    return data("findings").findings.filter((other) => other.report !== finding.report && alike(other));
  }

  function alsoIn(finding) {
    const links = twins(finding).map((other) => el("li", {}, el("a", { href: `#findings/${other.id}` }, data("reports")[other.report].file)));
    return links.length ? [el("h3", {}, "The same in other formats"), el("ul", {}, links)] : [];
  }

  /* The elements that tell of a finding, from its heading to its other printings. */
  function finding(row) {
    const { figures, findings } = part("findings", `r${row.report}`);
    const detail = findings[row.id];
    const marks = marked(detail);
    return [
      el("header", {}, badge(row.severity), el("h2", {}, heading(row)), el("p", { class: "sentence" }, sentence(row))),
      facts(row),
      evidence(row, detail, figures, marks),
      elsewhere(row, detail),
      printed(row, detail, figures, marks),
      detail.sums.length ? arithmetic(detail, figures, marks) : null,
      detail.explanation ? [el("h3", {}, "The report itself says"), el("blockquote", {}, detail.explanation)] : null,
      changes(detail),
      alsoIn(row),
    ];
  }

  return { finding, badge };
})());
