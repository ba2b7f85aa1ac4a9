"use strict";
upheld.section("unread", (root) => {
  const { data, list, table, cut, source } = upheld;
  const { rows, all, most } = data("unread");
  const reports = data("reports");
  const KINDS = { unread: "not understood", misread: "two readers disagree" };

  const columns = [
    { title: "Report", value: (row) => source(row.report, row.page) },
    { title: "Place", value: (row) => row.place },
    { title: "Printed", wide: true, value: (row) => row.text },
    { title: "Reason", wide: true, value: (row) => row.reason },
    { title: "Second reading", value: (row) => row.other },
  ];

  const place = root.querySelector(".cells");
  place.append(...cut(all, most, "rows", "unread.csv"));
  list(place, {
    rows,
    noun: ["unread cell or part", "unread cells and parts"],
    text: (row) => `${row.text} ${row.reason} ${row.place} ${reports[row.report].file}`,
    filters: [
      { label: "Council", all: "all councils", value: (row) => reports[row.report].council },
      { label: "Report", all: "all reports", value: (row) => reports[row.report].file },
      { label: "Kind", all: "all kinds", value: (row) => row.kind, name: (kind) => KINDS[kind] },
    ],
    draw: table(columns, "What was not understood"),
  });
});
