// The state of the presentation, and which slide is shown.
const root = document.documentElement;
const stage = document.getElementById("stage");
const holder = document.getElementById("slides");
const byId = (id) => document.getElementById(id);
const state = {
  place: 0, isPlaying: false, seconds: 20, isBlank: false, begunAt: null, digits: "",
  get slide() { return current()?.dataset.key; },
  get scheme() { return root.dataset.scheme; },
  get count() { return sections().length; },
  // Pages of the appendix stand behind the others and come only when somebody asks for them.
  get shown() { return sections().filter((one) => !one.dataset.appendix).length || sections().length; },
};
let data = JSON.parse(byId("data").textContent);

function sections() { return [...holder.children]; }

function current() { return sections()[state.place]; }

function placeOf(key) { return sections().findIndex((one) => one.dataset.key === key); }

function fit() {
  root.style.setProperty("--scale", String(Math.min(innerWidth / 1280, innerHeight / 720)));
}

function show(keyOrPlace) {
  const wanted = typeof keyOrPlace === "number" ? keyOrPlace : placeOf(keyOrPlace);
  if (wanted < 0 || wanted >= state.count) return false;
  const isOther = wanted !== state.place;
  state.place = wanted;
  sections().forEach((one, place) => one.classList.toggle("shown", place === wanted));
  if (state.isBlank) blank(false);
  drawChart(current());
  restart();
  refreshNotes();
  remember();
  if (isOther) tell({ kind: "meeting-slide", slide: state.slide });
  return true;
}

function next() {
  state.begunAt ??= Date.now();
  if (state.place + 1 === state.shown && state.shown < state.count) {
    say(`放映到此为止；附录第${state.shown + 1}—${state.count}页，按页号和回车打开`);
    return false;
  }
  return show(state.place + 1);
}

function back() { return show(state.place - 1); }

// A document without an address of its own (srcdoc) has none to remember the slide in.
function remember() {
  if (location.protocol !== "about:") location.replace(`#${encodeURIComponent(state.slide)}`);
}

function remembered() {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
}

function tell(message) {
  if (window.parent !== window) window.parent.postMessage(message, self.origin === "null" ? "*" : self.origin);
}

function blank(isBlank = !state.isBlank) {
  state.isBlank = isBlank;
  byId("blank").hidden = !isBlank;
}

function toggleScheme() {
  root.dataset.scheme = state.scheme === "dark" ? "light" : "dark";
  drawChart(current());
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => say("浏览器没有允许全屏，可按 F11"));
}

let sayingEnds = 0;
function say(text, seconds = 4) {
  byId("said").textContent = text;
  byId("said").classList.add("shown");
  clearTimeout(sayingEnds);
  sayingEnds = setTimeout(hush, seconds * 1000);
}

function hush() { byId("said").classList.remove("shown"); }

// A slide as wide as an upright phone is small: said once.
let isTurnTold = false;
function tellToTurn() {
  if (isTurnTold || innerHeight <= innerWidth) return;
  isTurnTold = true;
  say("横过来看更大", 8);
}

// Auto-play: the hairline fills, then the next slide comes; it waits while a panel is open.
let filled = 0;
let lastTick = performance.now();

function restart() { filled = 0; }

function play(isPlaying = !state.isPlaying) {
  state.isPlaying = isPlaying;
  document.body.classList.toggle("playing", isPlaying);
  document.querySelector("[data-do=play]").textContent = isPlaying ? "暂停播放" : "自动播放";
  restart();
}

function tick() {
  const now = performance.now();
  const isRunning = state.isPlaying && !state.isBlank && !byId("panel").open;
  if (isRunning) filled += (now - lastTick) / 1000 / state.seconds;
  lastTick = now;
  byId("progress").firstElementChild.style.width = `${Math.min(filled, 1) * 100}%`;
  if (filled >= 1) show((state.place + 1) % state.shown);
}

function clock(time = new Date()) {
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

function tellTime() {
  byId("clock").textContent = clock();
  refreshNotesTime();
}

// A later state of the meeting takes the place of the one that is shown.
function renew(message) {
  const key = state.slide;
  holder.innerHTML = message.slides;
  data = message.data;
  document.title = data.title;
  const place = placeOf(key);
  state.place = place < 0 ? Math.min(state.place, state.count - 1) : place;
  const held = filled;
  show(state.place);
  filled = held;
}

function onMessage(event) {
  if (event.source !== window.parent || event.origin !== self.origin) return;
  if (event.data?.kind === "meeting-update") renew(event.data);
  if (event.data?.kind === "meeting-show") show(event.data.slide);
}
