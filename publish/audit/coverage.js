"use strict";
upheld.section("coverage", (root) => {
  const { el, data, part, list, table, words } = upheld;
  const coverage = data("coverage");
  const reports = data("reports");
  const { rules } = data("findings");
  const at = (name) => root.querySelector(`.${name}`);
  const rule = (name) => [words(name), rules[name] && el("div", { class: "faint" }, rules[name])];

  const ofRule = [
    { title: "Rule", head: true, wide: true, value: ([name]) => rule(name) },
    { title: "Reports tested", number: true, value: ([, tried]) => tried },
    { title: "Tested", number: true, value: ([, , tested]) => tested },
    { title: "Able to fail", number: true, value: ([, , , able]) => able },
    { title: "Findings", number: true, value: ([, , , , found]) => found },
  ];
  const ofReport = [
    { title: "Report", head: true, wide: true, value: ([report]) => el("a", { href: `#coverage/${report}` }, reports[report].file) },
    { title: "Council", value: ([report]) => reports[report].council },
    { title: "Period", short: true, value: ([report]) => reports[report].period },
    { title: "Rules tested", number: true, value: ([, tried, all]) => `${tried} of ${all}` },
    { title: "Tested", number: true, value: ([, , , tested]) => tested },
    { title: "Able to fail", number: true, value: ([, , , , able]) => able },
    { title: "Findings", number: true, value: ([report]) => reports[report].findings },
  ];
  const inReport = [
    { title: "Rule", head: true, wide: true, value: ([name]) => rule(name) },
    { title: "Tested", number: true, value: ([, tested]) => tested },
    { title: "Able to fail", number: true, value: ([, , able]) => able },
    { title: "Findings", number: true, value: ([, , , found]) => found },
    { title: "Silent elsewhere, because", wide: true, value: ([, , , , silent]) => silent },
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
