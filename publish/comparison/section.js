"use strict";
upheld.section("benchmark", (root) => {
  const { el, data, part, go, letter, number, table, source } = upheld;
  const { councils, services, measures, stages, regimes, periods, charts } = data("benchmark");
  const POINT = ["council", "period", "measure", "stage", "regime", "value", "printed", "basis", "low", "high", "report", "page", "of", "notes"];
  const NAMES = {
    measure: (at) => measures[at].words,
    stage: (at) => stages[at],
    regime: (at) => regimes[at],
    period: (at) => periods[at].label,
  };
  const IDS = { ...NAMES, measure: (at) => measures[at].id };
  const FACETS = Object.keys(NAMES);
  const NARROW = 640; // pixels: below, what a number is of stands in the table only
  const asked = { service: 0 };
  const MOST = 60; // charts over the years: those with the most of them; the table has all
  const made = [];
  let given;
  let width;

  const percent = (point) => measures[point.measure].unit === "%";
  const value = (point) => `${number(point.value)}${measures[point.measure].unit}`;
  const told = (point) => (point.printed ? value(point) : `${value(point)} worked out`);
  const interval = (point) => (point.low === null ? "" : `${Math.round(point.low)}% to ${Math.round(point.high)}%`);
  const of = (point) => given.of[point.of];
  const before = (point) => given.series.find((other) => other.council === point.council && other.period === periods[point.period].before);

  /* What can be chosen: of each facet what those chosen before it leave, with the number of councils. */

  function load() {
    const { points, notes, of } = part("benchmark", services[asked.service].id);
    given = { notes, of, points: points.map((cells) => Object.fromEntries(POINT.map((name, at) => [name, cells[at]]))) };
  }

  function choices(points, facet) {
    const found = new Map();
    for (const point of points) found.set(point[facet], (found.get(point[facet]) ?? new Set()).add(point.council));
    return [...found].map(([at, of]) => ({ at, name: NAMES[facet](at), councils: of.size })).sort((one, other) => one.at - other.at);
  }

  function narrowed() {
    let points = given.points;
    const offered = {};
    for (const facet of FACETS) {
      offered[facet] = choices(points, facet);
      const most = Math.max(...offered[facet].map(({ councils }) => councils));
      const usual = offered[facet].filter(({ councils }) => councils === most);
      if (!offered[facet].some(({ at }) => at === asked[facet])) asked[facet] = usual.at(facet === "period" ? -1 : 0).at;
      if (facet === "period") given.series = points;
      points = points.filter((point) => point[facet] === asked[facet]);
    }
    return { offered, points };
  }

  function chooser(facet, options) {
    const select = el("select", { "data-facet": facet, onchange: () => address({ [facet]: Number(select.value) }) },
      options.map(({ at, name, councils }) => el("option", { value: at }, `${name} (${number(councils)})`)));
    select.value = asked[facet];
    return el("label", {}, { regime: "Procedure" }[facet] ?? facet[0].toUpperCase() + facet.slice(1), select);
  }

  function choose(offered) {
    const form = root.querySelector("form");
    const focused = form.contains(document.activeElement) && document.activeElement.dataset.facet;
    const all = services.map(({ name, councils }, at) => ({ at, name, councils }));
    const facets = FACETS.filter((facet) => facet !== "regime" || offered.regime.length > 1);
    form.replaceChildren(chooser("service", all), ...facets.map((facet) => chooser(facet, offered[facet])));
    if (focused) form.querySelector(`[data-facet=${focused}]`)?.focus();
  }

  function address(change) {
    const all = { ...asked, ...change };
    go("benchmark", [services[all.service].id, ...FACETS.map((facet) => IDS[facet](all[facet]))].join("/"));
  }

  function follow(rest) {
    const [service, ...facets] = rest.split("/");
    asked.service = Math.max(0, services.findIndex(({ id }) => id === service));
    load();
    FACETS.forEach((facet, index) => {
      asked[facet] = given.points.map((point) => point[facet]).find((at) => IDS[facet](at) === facets[index]);
    });
  }

  /* What answers: a chart and a table of the councils, and both again over the years. */

  function subject() {
    const procedure = regimes[asked.regime] === "corporate" ? [] : [regimes[asked.regime]];
    return `${services[asked.service].name}: ${[NAMES.measure(asked.measure), NAMES.stage(asked.stage), ...procedure].join(", ")}`;
  }

  function drawnOver(points) {
    const councils = new Set(points.map((point) => point.council)).size;
    const cut = councils > MOST ? [`the ${MOST} of ${number(councils)} councils with the most years`] : [];
    const scale = percent(points[0]) ? [] : ["each council on a scale of its own"];
    return [subject(), ...cut, ...scale].join("; ");
  }

  function figure(points, caption, places) {
    const ordered = [...points].sort((one, other) => one.value - other.value);
    const ends = [ordered[0], ordered.at(-1)].map((point) => `${councils[point.council]} ${value(point)} (${of(point)})`);
    const words = points.length > 1 ? `${points.length} points, from ${ends[0]} to ${ends[1]}.` : `${ends[0]}.`;
    return el("figure", {}, el("figcaption", {}, caption), el("div", { role: "img", "aria-label": `${caption}. ${words} The table has every number.` }, places));
  }

  function columns(named, dated) {
    return [
      { title: "Council", head: true, value: (point) => councils[point.council] },
      ...(dated ? [{ title: "Period", value: (point) => periods[point.period].label }] : []),
      { title: NAMES.measure(asked.measure), number: true, value: told },
      { title: "Of", value: of },
      { title: "95% interval", number: true, value: interval },
      { title: "Year before", number: true, value: (point) => (before(point) ? told(before(point)) : "") },
      { title: "Notes", value: (point) => letters(point, named) },
      { title: "Report", value: (point) => source(point.report, point.page) },
    ];
  }

  const notes = (points) => [...new Set(points.flatMap((point) => point.notes))];
  const letters = (point, named) => point.notes.map((note) => letter(named.indexOf(note)).toLowerCase()).join(", ");

  function tabled(points, caption, dated) {
    const named = notes(points);
    const element = table(columns(named, dated), caption)(points);
    const said = el("span", { role: "status" });
    const tell = () => { said.textContent = copy(element) ? "Copied." : "This browser does not allow it: select the table instead."; };
    return [
      element,
      el("p", { class: "copy" }, el("button", { type: "button", onclick: tell }, "Copy the table"), said),
      named.length > 0 && el("ol", { class: "notes" }, named.map((note) => el("li", {}, given.notes[note]))),
    ].filter(Boolean);
  }

  function copy(element) {
    const plain = (cell) => cell.textContent.replace(/\s+/g, " ").replace(/^[=+\-@]/, "'$&"); // a spreadsheet takes it for text
    const rows = [...element.querySelectorAll("tr")].map((row) => [...row.cells].map(plain));
    const markup = el("table", {}, rows.map((row) => el("tr", {}, row.map((text) => el("td", {}, text))))).outerHTML;
    const hand = (event) => {
      event.clipboardData.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
      event.clipboardData.setData("text/html", markup);
      event.preventDefault();
    };
    document.addEventListener("copy", hand);
    const done = document.execCommand("copy");
    document.removeEventListener("copy", hand);
    return done;
  }

  function mark(point) {
    return { council: councils[point.council], kind: charts.kinds[point.printed], value: point.value, low: point.low, high: point.high, basis: charts.bases[point.basis] };
  }

  function councilMarks(points) {
    const named = notes(points);
    return points.flatMap((point) => {
      const council = councils[point.council] + (point.notes.length ? ` [${letters(point, named)}]` : "");
      const said = percent(point) ? `${value(point)}: ${of(point)}` : value(point);
      const earlier = before(point);
      return [{ ...mark(point), council, said }, ...(earlier ? [{ council, kind: charts.before, value: earlier.value }] : [])];
    });
  }

  function yearMarks(points) {
    let run = 0;
    return points.map((point, at) => {
      run += at > 0 && points[at - 1].period !== periods[point.period].follows;
      return { ...mark(point), period: periods[point.period].label, start: point.period, run };
    });
  }

  async function draw(place, name, marks, change) {
    if (!place.isConnected) return; // something else was chosen meanwhile
    const room = place.clientWidth;
    const spec = structuredClone(charts[measures[asked.measure].unit === "%" ? "percent" : "other"][name]);
    spec.data.find((each) => each.name === charts.marks).values = marks;
    change(spec, room);
    const { view, finalize } = await vegaEmbed(place, spec, { ast: true, mode: "vega", renderer: "svg", actions: false, defaultStyle: false, tooltip: false });
    if (!place.isConnected) return finalize();
    made.push(finalize);
    const svg = place.querySelector("svg");
    svg.setAttribute("aria-hidden", "true"); // what it says in words stands around it
    await view.width(view.width() + room - svg.clientWidth).runAsync();
  }

  async function drawCouncils(place, points) {
    await draw(place, "councils", councilMarks(points), (spec, room) => {
      if (room >= NARROW) return;
      spec.signals.find((signal) => signal.name === charts.narrow).value = true;
      spec.config.legend.layout = { top: { direction: "vertical" } };
      for (const legend of spec.legends) legend.direction = "vertical";
    });
  }

  async function drawYears(place, points) {
    const all = [...new Set(points.map((point) => point.period))].sort((one, other) => one - other).map(NAMES.period);
    const own = Object.entries(Object.groupBy(points, (point) => point.council)).sort(([, one], [, other]) => other.length - one.length);
    for (const [council, points] of own.slice(0, MOST)) {
      const chart = el("div", { class: "chart" });
      place.append(el("div", {}, el("p", {}, councils[council]), chart));
      await draw(chart, "years", yearMarks(points), (spec) => {
        spec.legends = []; // its signs are those of the chart above
        spec.scales.find((scale) => scale.name === "x").domain = all;
      });
    }
  }

  async function show() {
    const { offered, points } = narrowed();
    choose(offered);
    width = root.clientWidth;
    made.splice(0).forEach((finalize) => finalize());
    const here = [...points].sort((one, other) => other.value - one.value || one.council - other.council);
    const years = given.series
      .filter((point) => periods[point.period].months === periods[asked.period].months)
      .sort((one, other) => one.council - other.council || one.period - other.period);
    const caption = `${subject()}, ${NAMES.period(asked.period)}`;
    const history = new Set(years.map((point) => point.period)).size > 1;
    root.querySelector(".found").textContent = `${number(here.length)} ${here.length === 1 ? "council" : "councils"}`;
    root.querySelector(".answer").replaceChildren(
      figure(here, caption, el("div", { class: "councils" })),
      ...tabled(here, caption, false),
      ...(history ? [el("h2", {}, "Over the years"), figure(years, drawnOver(years), el("div", { class: "years" })), ...tabled(years, subject(), true)] : []),
    );
    await drawCouncils(root.querySelector(".councils"), here);
    if (history) await drawYears(root.querySelector(".years"), years);
  }

  addEventListener("resize", () => { if (root.clientWidth && root.clientWidth !== width) show(); });
  return (rest) => {
    follow(rest);
    return show();
  };
});
