// Keys, buttons and touch, and the beginning of it all.
const ACTIONS = {
  next, back, notes: openNotes, close: closePanel,
  overview: () => togglePanel("overview", openOverview), help: () => togglePanel("help", openHelp),
  play: () => play(), scheme: toggleScheme, blank: goBlank, full: toggleFull,
  first: () => show(0), last: () => show(state.shown - 1), leave,
};
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Home: "first", End: "last",
  p: "play", b: "blank", ".": "blank", f: "full", d: "scheme", n: "notes", o: "overview", "?": "help", h: "help",
  Escape: "leave",
};
const INSIDE_PANEL = new Set(["scheme", "full", "notes", "help", "overview", "blank", "leave"]);

// An open panel lies above the black screen.
function goBlank() {
  closePanel();
  blank();
}

function leave() {
  if (panel.open) closePanel();
  else if (state.isBlank) blank(false);
  else tell({ kind: "meeting-left" });
}

function onKey(event) {
  hush();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isOnControl = Boolean(event.target.closest?.("button, select"));
  if (isOnControl && (event.key === " " || event.key === "Enter")) return;
  if (event.target.closest?.("select") && event.key.startsWith("Arrow")) return;
  if (event.key === "Enter") { onEnter(event); return; }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (/^\d$/.test(key) && !panel.open) { gather(key); return; }
  const action = KEYS[key];
  if (!action || (panel.open && !INSIDE_PANEL.has(action))) return;
  event.preventDefault();
  state.digits = "";
  ACTIONS[action]();
}

function onEnter(event) {
  if (state.digits) jump();
  else if (follow(event.target)) event.preventDefault();
}

function gather(digit) {
  state.digits = (state.digits + digit).slice(-3);
  say(`第${state.digits}页，按回车跳转`);
}

function jump() {
  const place = Number(state.digits) - 1;
  if (!show(place)) say(`没有第${state.digits}页，共${state.count}页`);
  state.digits = "";
}

function onClick(event) {
  hush();
  const button = event.target.closest("[data-do]");
  if (button) ACTIONS[button.dataset.do]();
  else if (event.target === panel) closePanel();
  else if (event.target === byId("blank")) blank(false);
  else follow(event.target);
}

// Touch: a swipe, or a tap near the left or right edge where nothing else can be tapped.
const SWIPE = 60, EDGE = 0.1;
let touched = null;

function onTouchStart(event) { touched = event.changedTouches[0]; }

function onTouchEnd(event) {
  const end = event.changedTouches[0];
  const across = end.clientX - touched.clientX, down = end.clientY - touched.clientY;
  if (panel.open || event.target.closest("#bar")) return;
  if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) { across < 0 ? next() : back(); return; }
  // What is touched is what lies below the finger: browsers take something near by that can be clicked instead.
  const touchedElement = document.elementFromPoint(end.clientX, end.clientY);
  const isEdge = Math.min(end.clientX, innerWidth - end.clientX) < innerWidth * EDGE;
  if (!isEdge || Math.abs(across) > 10 || touchedElement?.closest("[data-drill], #blank")) return;
  event.preventDefault();
  end.clientX > innerWidth / 2 ? next() : back();
}

let idleStarts = 0;
function showBar() {
  byId("bar").classList.add("shown");
  document.body.classList.remove("idle");
  clearTimeout(idleStarts);
  idleStarts = setTimeout(() => {
    byId("bar").classList.remove("shown");
    document.body.classList.add("idle");
  }, 2500);
}

function listen() {
  addEventListener("resize", () => { fit(); tellToTurn(); });
  addEventListener("message", onMessage);
  addEventListener("hashchange", () => remembered() !== state.slide && show(remembered()));
  addEventListener("beforeprint", () => drawAll("light"));
  addEventListener("afterprint", () => drawChart(current()));
  addEventListener("mousemove", showBar);
  addEventListener("touchstart", (event) => { onTouchStart(event); showBar(); }, { passive: true });
  addEventListener("touchend", onTouchEnd, { passive: false });
  addEventListener("pagehide", () => notes?.close());
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || tell({ kind: "meeting-left" }));
  document.querySelector("#bar select").addEventListener("change", (event) => {
    state.seconds = Number(event.target.value);
    restart();
  });
}

stage.append(byId("clock"));
fit();
listen();
setInterval(tick, 100);
setInterval(tellTime, 1000);
tellTime();
show(remembered()) || show(root.dataset.start ?? 0) || show(0);
tellToTurn();
window.meeting = { next, back, show, state };
