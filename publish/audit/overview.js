"use strict";
upheld.section("overview", (root) => {
  const { el, data, list, table, number, words } = upheld;
  const overview = data("overview");
  const reports = data("reports");
  const own = reports.filter((report) => report.copy === undefined);
  const findings = data("findings").findings.filter((finding) => reports[finding.report].copy === undefined);
  const { rules } = data("findings");
  const SEVERITIES = ["error", "warning", "explained"];

  const added = (rows, name) => rows.reduce((sum, row) => sum + row[name], 0);
  const different = (rows, name) => new Set(rows.map((row) => row[name])).size;
  const at = (name) => root.querySelector(`.${name}`);

  function tally(label, count, note) {
    return el("div", {}, el("dt", {}, label), el("dd", {}, el("strong", {}, number(count)), note && el("span", { class: "faint" }, note)));
  }

  function tallies() {
    const copies = reports.length - own.length;
    const failed = reports.filter((report) => report.status === "failed").length;
    return [
      tally("Reports", own.length, [copies && `${number(copies)} more are copies`, failed && `${number(failed)} could not be read`].filter(Boolean).join(", ")),
      tally("Councils", different(own, "council")),
      tally("Periods", different(own, "period")),
      tally("Figures", added(own, "figures")),
      tally("Findings", findings.length, `${number(findings.filter((finding) => finding.severity === "error").length)} are errors`),
      tally("Commitments", added(own, "commitments")),
      tally("Unread", overview.unread, "printed and not understood"),
    ];
  }

  function counted(rule, severity) {
    const count = findings.filter((finding) => finding.rule === rule && finding.severity === severity).length;
    return count ? el("a", { href: `#findings/rule=${rule}&severity=${severity}` }, number(count)) : "";
  }

  function matrix() {
    const found = [...new Set(findings.map((finding) => finding.rule))];
    const rows = found.map((rule) => ({ rule, all: findings.filter((finding) => finding.rule === rule).length }));
    const columns = [
      { title: "Rule", head: true, value: (row) => el("a", { href: `#findings/rule=${row.rule}`, title: rules[row.rule] }, words(row.rule)) },
      ...SEVERITIES.map((severity) => ({ title: words(severity), number: true, value: (row) => counted(row.rule, severity) })),
      { title: "All", number: true, value: (row) => row.all },
    ];
    return table(columns, "Findings by rule and severity")(rows.sort((one, other) => other.all - one.all));
  }

  const share = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)}%` : "");

  function reading() {
    const read = Object.values(overview.readers).reduce((sum, count) => sum + count, 0);
    const confirmed = (answer) => findings.filter((finding) => (finding.confirmed ?? "") === answer).length;
    const rows = [
      ["Printed numbers read as figures", read, share(read, read + overview.unread)],
      ["Cells and parts left unread", overview.unread, share(overview.unread, read + overview.unread)],
      ...Object.entries(overview.sources).map(([source, count]) => [`Figures read in ${SOURCES[source]}`, count, share(count, read)]),
      ...Object.entries(overview.readers).map(([reader, count]) => [`Figures read by the reader ${reader}`, count, share(count, read)]),
      ["Findings that a second reader confirms", confirmed("yes"), share(confirmed("yes"), findings.length)],
      ["Findings whose cells it cannot find", confirmed("no"), share(confirmed("no"), findings.length)],
      ["Findings it was not asked about", confirmed(""), share(confirmed(""), findings.length)],
      ["Names of services a person should look at", overview.doubtful, share(overview.doubtful, overview.services)],
    ];
    const columns = [
      { title: "What", head: true, value: (row) => row[0] },
      { title: "Count", number: true, value: (row) => row[1] },
      { title: "Share", number: true, value: (row) => row[2] },
    ];
    return table(columns, "How well it was read")(rows);
  }

  const SOURCES = { table: "tables", chart: "charts", prose: "sentences" };

  const columns = [
    { title: "Report", head: true, wide: true, value: (row) => (row.href ? el("a", { href: row.href }, row.file) : row.file) },
    { title: "Council", value: (row) => row.council },
    { title: "Period", short: true, value: (row) => row.period },
    { title: "Pages", number: true, value: (row) => row.pages ?? "" },
    { title: "Figures", number: true, value: (row) => row.figures },
    { title: "Commitments", number: true, value: (row) => row.commitments },
    { title: "Findings", number: true, value: (row) => row.findings },
    { title: "Reading", value: (row) => (row.copy === undefined ? words(row.status) : `copy of ${reports[row.copy].file}`) },
    { title: "Remark", value: (row) => row.message ?? "" },
  ];

  at("notices").append(...overview.notices.map((notice) => el("p", { class: "notice" }, notice)));
  at("tallies").append(...tallies());
  at("matrix").append(matrix());
  at("reading").append(reading());
  list(at("reports"), {
    rows: reports,
    noun: ["report", "reports"],
    text: (row) => `${row.file} ${row.council} ${row.period} ${row.message ?? ""}`,
    filters: [
      { label: "Council", all: "all councils", value: (row) => row.council },
      { label: "Period", all: "all periods", value: (row) => row.period },
      { label: "Reading", all: "all", value: (row) => row.status, name: words },
    ],
    draw: table(columns, "Reports"),
  });
});
