"use strict";
/* What a person decides about findings: kept by this browser until it is exported, and judged again when one of the values changes. */
Object.assign(upheld, { decisions({ findings, decisions: published, others }) {
  const KEPT = "decisions";
  const FORMULA = /^[=+\-@\t]/;
  const COLUMNS = ["finding_id", "decision", "note", "values"];
  const local = upheld.kept(KEPT) ?? {};
  let safe = true;

  const same = (one, other) => COLUMNS.every((column) => (one?.[column] ?? "") === (other?.[column] ?? ""));
  const of = (finding) => local[finding.id] ?? published[finding.id] ?? null;
  const judged = (finding) => of(finding)?.decision && of(finding).values === finding.values;

  function state(finding) {
    if (judged(finding)) return of(finding).decision;
    return of(finding)?.decision ? "reopened" : "open";
  }

  function decide(finding, decision, note) {
    const row = { finding_id: finding.id, decision, note, values: finding.values };
    if (same(row, published[finding.id]) || (!decision && !note && !published[finding.id])) delete local[finding.id];
    else local[finding.id] = row;
    safe = upheld.keep(KEPT, local);
  }

  const waiting = () => findings.filter((finding) => local[finding.id] && !same(local[finding.id], published[finding.id])).length;

  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const guarded = (note) => (FORMULA.test(note) ? `'${note}` : note);
  const line = (row) => COLUMNS.map((column) => quoted(column === "note" ? guarded(row[column]) : row[column])).join(",");

  function toCsv() {
    const rows = [...findings.map(of).filter((row) => row?.decision), ...others];
    return [COLUMNS.join(","), ...rows.map(line), ""].join("\n");
  }

  for (const finding of findings) if (local[finding.id] && same(local[finding.id], published[finding.id])) delete local[finding.id];
  return { of, state, decide, waiting, toCsv, isSafe: () => safe };
} });
