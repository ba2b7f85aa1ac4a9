"use strict";
/* The picture of a page with the cells of a finding framed; or, where the report has no pages, its tables drawn again. */
Object.assign(upheld, (() => {
  const { el, part, scroll, source } = upheld;
  const PAD = 2.5; // points between what is printed and its frame
  const TAG = 8; // points: the square with the letter, to the left of the frame, where tables are blank
  const LEAST = 0.95; // pixels a point below which small print cannot be read: a narrow window scrolls instead
  const MOST = 1.5; // pixels a point above which a small table looks like a poster

  const clip = ([x0, top, x1, bottom], shown) => [Math.max(x0, shown[0]), Math.max(top, shown[1]), Math.min(x1, shown[2]), Math.min(bottom, shown[3])];

  function frame({ id, letter, box, doubted }) {
    const [x0, top, x1, bottom] = box;
    const look = doubted ? "frame doubted" : "frame";
    return el("g", { class: look, "data-figure": id },
      el("rect", { x: x0 - PAD, y: top - PAD, width: x1 - x0 + 2 * PAD, height: bottom - top + 2 * PAD, rx: 1.5 }),
      el("rect", { class: "tag", x: x0 - PAD - TAG, y: (top + bottom - TAG) / 2, width: TAG, height: TAG }),
      el("text", { x: x0 - PAD - TAG / 2, y: (top + bottom) / 2 }, letter));
  }

  function drawing(drawn, view, frames, name) {
    const [x0, top, x1, bottom] = clip(view, drawn.box);
    const [width, height] = [x1 - x0, bottom - top];
    return el("svg", { role: "img", "aria-label": name, viewBox: `${x0} ${top} ${width} ${height}`,
      style: `aspect-ratio: ${width} / ${height}; min-width: ${Math.round(LEAST * width)}px; max-width: ${Math.round(MOST * width)}px` },
    el("image", { href: `data:image/webp;base64,${drawn.content}`, x: drawn.box[0], y: drawn.box[1], width: drawn.box[2] - drawn.box[0],
      height: drawn.box[3] - drawn.box[1], preserveAspectRatio: "none" }),
    frames.map(frame));
  }

  /* figures: those of the finding that stand on the page, each {id, letter, text, box, doubted} */
  function picture(report, page, view, figures) {
    const drawn = part("findings", `p${report}-${page}`);
    const caption = el("figcaption", {}, source(report, page));
    if (!drawn) return el("figure", { class: "page" }, caption, el("p", { class: "faint" }, "There is no picture of this page."));
    const name = `Page ${page}; framed are ${figures.map(({ letter, text }) => `${letter}: ${text}`).join(", ")}`;
    const svg = drawing(drawn, view, figures, name);
    return el("figure", { class: "page" }, caption, scroll(`Page ${page}`, svg));
  }

  /* marks: by the id of a figure its letter, and whether it is the one in doubt */
  function tag(marks, id) {
    const mark = marks.get(id);
    return mark && el("span", { class: mark.doubted ? "tag doubted" : "tag" }, mark.letter);
  }

  function square([text, ids], marks) {
    const look = ids.some((id) => marks.get(id)?.doubted) ? "marked doubted" : ids.length ? "marked" : null;
    return el("td", { class: look }, ids.map((id) => tag(marks, id)), text);
  }

  /* A paragraph with a letter before the words of each figure, in the order in which they stand. */
  function paragraph(text, ids, figures, marks) {
    const spots = ids.map((id) => ({ id, at: Math.max(0, text.indexOf(figures[id].text)) })).sort((one, other) => one.at - other.at);
    const pieces = spots.map(({ id, at }, n) => [tag(marks, id), text.slice(at, spots[n + 1]?.at ?? text.length)]);
    return el("blockquote", {}, text.slice(0, spots[0]?.at ?? text.length), pieces);
  }

  function excerpt([title, rows], figures, marks) {
    if (rows.length === 1 && rows[0].length === 1) return paragraph(...rows[0][0], figures, marks);
    const widest = Math.max(...rows.map((row) => row.length));
    const drawn = rows.map((row) => el("tr", {}, row.length ? row.map((each) => square(each, marks)) : el("td", { colspan: widest, class: "gap" }, "…")));
    return scroll(title || "Table", el("table", { class: "excerpt" }, title && el("caption", {}, title), el("tbody", {}, drawn)));
  }

  return { picture, excerpt, tag };
})());
