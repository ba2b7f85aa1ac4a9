"use strict";
upheld.section("coverage", (root) => {
  const { el, data, part, list, table, words } = upheld;
  const coverage = data("coverage");
  const reports = data("reports");
  const { rules } = data("findings");
  const at = (name) => root.querySelector(`.${name}`);
  const named = { title: "Rule", head: true, wide: true, value: ([name]) => [words(name), rules[name] && el("div", { class: "faint" }, rules[name])] };

  /* How often a rule was put: the numbers of a row from this place on. */
  const tried = (place) => ["Tested", "Able to fail", "Findings"].map((title, n) => ({ title, number: true, value: (row) => row[place + n] }));

  const ofRule = [named, { title: "Reports tested", number: true, value: ([, reports]) => reports }, ...tried(2)];
  const inReport = [named, ...tried(1), { title: "Silent elsewhere, because", wide: true, value: ([, , , , silent]) => silent }];
  const ofReport = [
    { title: "Report", head: true, wide: true, value: ([report]) => el("a", { href: `#coverage/${report}` }, reports[report].file) },
    { title: "Council", value: ([report]) => reports[report].council },
    { title: "Period", short: true, value: ([report]) => reports[report].period },
    { title: "Rules tested", number: true, value: ([, some, all]) => `${some} of ${all}` },
    ...tried(3),
  ];

  at("rules").append(table(ofRule, "All reports, rule by rule")(coverage.rules));
  list(at("by-report"), {
    rows: coverage.reports,
    noun: ["report", "reports"],
    text: ([report]) => `${reports[report].file} ${reports[report].council} ${reports[report].period}`,
    filters: [{ label: "Council", all: "all councils", value: ([report]) => reports[report].council }],
    draw: table(ofReport, "Reports and how far they could be tested"),
    size: 25,
  });

  return (report) => {
    at("one-report").replaceChildren();
    if (!reports[report]) return;
    const name = `Rules in ${reports[report].file}`;
    const title = el("h2", { tabindex: -1 }, name);
    at("one-report").append(title, table(inReport, name)(part("coverage", `r${report}`)));
    title.focus();
  };
});
