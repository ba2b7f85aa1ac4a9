"use strict";
upheld.section("commitments", (root) => {
  const { el, data, list, table, cut, source } = upheld;
  const { rows, all, most } = data("commitments");
  const reports = data("reports");
  const ORDER = ["dropped in silence", "carried on without a word", "carried on", "progress told"];

  const columns = [
    { title: "Council", value: (row) => reports[row.report].council },
    { title: "Service", value: (row) => row.service },
    { title: "For", short: true, value: (row) => row.year },
    { title: "Commitment", wide: true, value: (row) => [row.number && `${row.number} `, row.commitment] },
    { title: "Progress", wide: true, value: (row) => row.progress },
    { title: "What became of it", short: true, value: (row) => el("span", { class: row.fate.startsWith("dropped") ? "dropped" : null }, row.fate) },
    { title: "Printed", value: (row) => source(row.report, row.page) },
  ];

  const place = root.querySelector(".ledger");
  place.append(...cut(all, most, "commitments", "commitments.csv"));
  list(place, {
    rows,
    noun: ["commitment", "commitments"],
    text: (row) => `${row.commitment} ${row.progress} ${row.service} ${reports[row.report].council} ${row.year}`,
    filters: [
      { label: "Council", all: "all councils", value: (row) => reports[row.report].council },
      { label: "Year", all: "all years", value: (row) => row.year },
      { label: "Kind", all: "all kinds", value: (row) => row.kind },
      { label: "What became of it", all: "all", value: (row) => row.fate, order: ORDER },
    ],
    draw: table(columns, "Commitments"),
    size: 50,
  });
});
