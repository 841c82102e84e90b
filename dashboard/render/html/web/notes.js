// The presenter's own window: what is shown, what comes next, what may be asked, the time.
const NOTES_STYLE = `
  body { margin: 0; padding: 24px 28px; font: 17px/1.6 ${getComputedStyle(document.body).fontFamily};
    background: #15171A; color: #ECE8E1; font-variant-numeric: tabular-nums; }
  header { display: flex; gap: 28px; align-items: baseline; color: #A7ABB0; }
  header b { font-size: 34px; color: #ECE8E1; font-weight: 600; }
  h1 { font-size: 24px; line-height: 1.35; margin: 18px 0 4px; }
  h2 { font-size: 16px; font-weight: 400; color: #A7ABB0; margin: 0 0 18px; }
  p { margin: 0; padding: 6px 0; border-top: 1px solid #2E3238; white-space: pre-line; }`;
let notes = null;

function openNotes() {
  notes = window.open("", "meeting-notes", "width=820,height=760");
  if (!notes) { say("浏览器拦截了备注窗口，请允许本页弹出窗口后再按 N", 8); return; }
  const page = notes.document;
  page.body.replaceChildren();
  page.title = "备注";
  const style = page.createElement("style");
  style.textContent = NOTES_STYLE;
  page.head.replaceChildren(style);
  for (const name of ["header", "h1", "h2", "div"]) page.body.append(page.createElement(name));
  page.onkeydown = onKey;
  refreshNotes();
  refreshNotesTime();
}

function isNotesOpen() { return Boolean(notes && !notes.closed); }

function refreshNotes() {
  if (!isNotesOpen()) return;
  const page = notes.document;
  const following = state.place + 1 === state.shown ? null : sections()[state.place + 1];
  page.querySelector("h1").textContent = current().getAttribute("aria-label");
  page.querySelector("h2").textContent = following ? `下一页：${following.getAttribute("aria-label")}` : "最后一页";
  page.querySelector("div").replaceChildren(
    page.importNode(current().querySelector("template.notes").content, true));
  refreshNotesTime();
}

function refreshNotesTime() {
  if (!isNotesOpen()) return;
  const page = notes.document;
  const parts = [`${state.place + 1} / ${state.shown}`, clock(), `已讲 ${elapsed()}`];
  page.querySelector("header").replaceChildren(...parts.map((text) => {
    const part = page.createElement("b");
    part.textContent = text;
    return part;
  }));
}

function elapsed() {
  const seconds = state.begunAt ? Math.floor((Date.now() - state.begunAt) / 1000) : 0;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
