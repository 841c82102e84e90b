// Maps that stay where they are: a new drawing takes the place of the old one, what is enlarged stays enlarged.
const LEFT_MS = 1000;
const STEP = 1.6;
const CLOSEST = 8;
// Letters are read at these sizes (pixels), however large the map is drawn.
const SMALLEST = 12;
const LARGEST = 14;
// Below this share of the smallest size names alone are shown, as on a phone; figures are told when one is pointed at.
const CROWDED = 0.75;
// What is told of a map, the first first: labels beside their areas are those of the ends.
const TOLD = ['.leader + .label', '.label:not(.leader + .label)', '.group', '.scale-text', '.north-name', '.mark-name', '.edge', '.road-name'];
// The air (pixels) that a browser counts to a line and that holds no letter.
const LEADING = 3;
// So long each period is shown when a map is played.
const STEP_MS = 1100;
const SVG = 'http://www.w3.org/2000/svg';
// What of an element's look a picture takes with it; the rest stands in the drawing.
const DRAWN = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'paint-order',
  'vector-effect', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'display', 'visibility',
];
const KEY_LETTERS = 13;
const KEY_ROW = 22;
const KEY_WIDTH = 190;
const decoder = new TextDecoder();
const maps = new Map();

export default function ({ parentElement, data, setTriggerValue }) {
  const text = decoder.decode(data);
  const shown = JSON.parse(text);
  const map = maps.get(shown.name) ?? make(shown.name);
  clearTimeout(map.leaving);
  if (map.root.parentElement !== parentElement) parentElement.append(map.root);
  map.choose = (code) => setTriggerValue('chosen', code);
  if (text !== map.text) {
    map.text = text;
    put(map, shown);
  }
  return () => {
    if (map.root.parentElement === parentElement) map.leaving = setTimeout(() => take(map), LEFT_MS);
  };
}

function make(name) {
  const root = document.createElement('div');
  const map = { name, root, drawing: document.createElement('div'), tip: document.createElement('div'), width: 0 };
  map.tip.className = 'map-tip';
  map.tip.hidden = true;
  root.append(map.drawing, tools(map), steps(map), map.tip);
  root.dataset.picture = name;
  root.picture = (least) => picture(map, least);
  root.addEventListener('pointermove', (event) => tell(map, event));
  root.addEventListener('pointerleave', () => {
    map.tip.hidden = true;
    outline(map);
  });
  root.addEventListener('click', (event) => point(map, event));
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (point(map, event)) event.preventDefault();
  });
  root.addEventListener('pointerdown', (event) => drag(map, event));
  map.sizes = new ResizeObserver(([entry]) => {
    map.width = entry.contentRect.width;
    if (map.width && map.whole) see(map, map.view);
  });
  map.sizes.observe(root);
  maps.set(name, map);
  return map;
}

// The whole map with its key as SVG of its own, in the colours that it has on the page, no narrower than `least` pixels.
function picture(map, least) {
  const { width, height } = map.whole;
  // Its title tells of the last period.
  stop(map);
  if (map.slider.value !== map.slider.max) {
    map.slider.value = map.slider.max;
    step(map);
  }
  const shown = Math.max(least, width);
  const scale = shown / width;
  // As large as it was laid out for, whatever was enlarged and however narrow the screen is.
  const { view } = map;
  const letters = map.svg.style.fontSize;
  map.root.classList.remove('crowded');
  map.svg.style.fontSize = `${map.size}px`;
  map.isGrown = false;
  thin(map);
  const drawn = map.svg.cloneNode(true);
  const seen = map.svg.querySelectorAll('*');
  for (const [place, copy] of [...drawn.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(seen[place]);
    for (const name of DRAWN) copy.style.setProperty(name, style.getPropertyValue(name));
  }
  map.svg.style.fontSize = letters;
  look(map, view);
  const rows = key(map.legend, shown);
  const whole = made('svg', { width: shown, height: height * scale + rows.height, 'font-size': KEY_LETTERS });
  for (const [name, value] of [['width', shown], ['height', height * scale], ['viewBox', `0 0 ${width} ${height}`]]) {
    drawn.setAttribute(name, value);
  }
  rows.drawn.setAttribute('transform', `translate(0 ${height * scale + KEY_ROW / 2})`);
  whole.setAttribute('viewBox', `0 0 ${shown} ${height * scale + rows.height}`);
  whole.append(drawn, rows.drawn);
  return { svg: new XMLSerializer().serializeToString(whole), width: shown, height: height * scale + rows.height };
}

// The classes in rows of as many as find room, each a patch of its colour and its words.
function key(entries, width) {
  const drawn = made('g', {});
  const across = Math.max(1, Math.floor(width / KEY_WIDTH));
  for (const [place, entry] of entries.entries()) {
    const [x, y] = [(place % across) * KEY_WIDTH, Math.floor(place / across) * KEY_ROW];
    drawn.append(made('rect', { x, y, width: 18, height: 12, fill: entry.color, stroke: entry.edge }));
    const words = made('text', { x: x + 26, y: y + 11, fill: entry.ink });
    words.textContent = entry.text;
    drawn.append(words);
  }
  return { drawn, height: (Math.ceil(entries.length / across) + 1) * KEY_ROW };
}

function made(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [word, value] of Object.entries(attributes)) element.setAttribute(word, value);
  return element;
}

function take(map) {
  stop(map);
  maps.delete(map.name);
  map.sizes.disconnect();
}

function put(map, shown) {
  map.drawing.innerHTML = shown.svg;
  map.svg = map.drawing.firstElementChild;
  map.svg.setAttribute('aria-label', shown.alt);
  // The browser's own tips come late and cannot be styled.
  for (const title of map.svg.querySelectorAll('.area > title')) {
    title.parentElement.dataset.tip = title.textContent;
    title.remove();
  }
  map.legend = shown.legend;
  map.root.className = shown.is_choosable ? 'map-frame choosable' : 'map-frame';
  map.root.style.cssText = shown.colors;
  const { width, height } = map.svg.viewBox.baseVal;
  map.drawing.style.aspectRatio = `${width} / ${height}`;
  map.size = Number.parseFloat(map.svg.style.fontSize);
  const isOther = !map.whole || map.whole.width !== width || map.whole.height !== height;
  map.whole = { x: 0, y: 0, width, height };
  map.isChoosable = shown.is_choosable;
  map.codes = [...map.svg.querySelectorAll('.area')].map((area) => area.dataset.code).join();
  see(map, isOther ? map.whole : map.view);
  stop(map);
  map.steps = shown.steps;
  map.bar.hidden = !map.steps.length;
  map.slider.max = Math.max(map.steps.length - 1, 0);
  map.slider.value = map.slider.max;
  tellStep(map);
}

// A slider through the periods: what it changes is the class of each area, its figure and the circles.
function steps(map) {
  map.bar = document.createElement('div');
  map.bar.className = 'map-steps';
  map.play = document.createElement('button');
  map.play.type = 'button';
  map.play.addEventListener('click', () => (map.playing ? stop(map) : play(map)));
  map.slider = document.createElement('input');
  map.slider.type = 'range';
  map.slider.min = 0;
  map.slider.setAttribute('aria-label', '地图的时期');
  map.slider.addEventListener('input', () => {
    stop(map);
    go(map);
  });
  map.when = document.createElement('output');
  map.bar.append(map.play, map.slider, map.when);
  map.steps = [];
  stop(map);
  return map.bar;
}

function play(map) {
  if (map.slider.value === map.slider.max) map.slider.value = 0;
  go(map);
  map.playing = setInterval(() => {
    map.slider.value = Number(map.slider.value) + 1;
    go(map);
    if (map.slider.value === map.slider.max) stop(map);
  }, STEP_MS);
  sayPlay(map);
}

function stop(map) {
  clearInterval(map.playing);
  map.playing = 0;
  sayPlay(map);
}

function sayPlay(map) {
  map.play.textContent = map.playing ? '❚❚' : '▶';
  map.play.setAttribute('aria-label', map.playing ? '停止播放' : '逐期播放地图');
}

function tellStep(map) {
  const shown = map.steps[map.slider.value];
  map.when.textContent = shown?.label ?? '';
  map.slider.setAttribute('aria-valuetext', shown?.label ?? '');
}

// The period of a map, and of the one beside it.
function go(map) {
  step(map);
  for (const other of others(map).filter((one) => one.steps.length === map.steps.length)) {
    other.slider.value = map.slider.value;
    step(other);
  }
}

function step(map) {
  const shown = map.steps[map.slider.value];
  tellStep(map);
  for (const area of map.svg.querySelectorAll('.area')) {
    const { code } = area.dataset;
    area.setAttribute('class', `area ${shown.kinds[code]}`);
    const [first, ...more] = area.dataset.tip.split('\n');
    const told = `${first.split('：')[0]}：${shown.texts[code]}`;
    area.dataset.tip = [told, ...more].join('\n');
    area.setAttribute('aria-label', told);
  }
  for (const label of map.svg.querySelectorAll('.label[data-of]')) {
    const code = label.dataset.of;
    if (!label.classList.contains('halo')) label.setAttribute('class', `label on-${shown.kinds[code]}`);
    const lines = label.querySelectorAll('tspan');
    label.dataset.figure ??= lines.length > 1 && lines[lines.length - 1].textContent === map.steps.at(-1).texts[code] ? 'yes' : '';
    if (label.dataset.figure) lines[lines.length - 1].textContent = shown.texts[code];
  }
  const counts = map.svg.querySelector('.counts');
  counts?.replaceChildren(...shown.circles.map(circle));
}

function circle([x, y, radius]) {
  const drawn = document.createElementNS(SVG, 'circle');
  drawn.setAttribute('class', 'count');
  for (const [name, value] of [['cx', x], ['cy', y], ['r', radius]]) drawn.setAttribute(name, value);
  return drawn;
}

// Two maps of the same areas move together, and what is pointed at in one is outlined in the other.
function others(map) {
  const isSame = (one) => one !== map && one.codes === map.codes && one.whole?.width === map.whole.width && one.whole.height === map.whole.height;
  return [...maps.values()].filter(isSame);
}

function look(map, view) {
  see(map, view);
  for (const other of others(map)) see(other, map.view);
}

// The part of the drawing that is seen; letters keep the size at which they are read.
function see(map, view) {
  const { whole } = map;
  const width = Math.min(Math.max(view.width, whole.width / CLOSEST), whole.width);
  const height = (width * whole.height) / whole.width;
  const x = Math.min(Math.max(view.x, 0), whole.width - width);
  const y = Math.min(Math.max(view.y, 0), whole.height - height);
  map.view = { x, y, width, height };
  map.svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  map.root.classList.toggle('moved', width < whole.width * 0.999);
  const scale = (map.width || whole.width) / width;
  const letters = Math.min(Math.max(map.size * scale, SMALLEST), LARGEST) / scale;
  map.svg.style.fontSize = `${letters}px`;
  map.isGrown = letters > map.size;
  map.root.classList.toggle('crowded', map.size * scale < CROWDED * SMALLEST);
  thin(map);
}

// Where letters had to grow beyond what the map was laid out for, a name that lies on one told before it gives way.
function thin(map) {
  const names = TOLD.flatMap((kind) => [...map.svg.querySelectorAll(kind)]);
  for (const name of names) hide(name, false);
  if (!map.isGrown) return;
  const kept = [];
  for (const name of names) {
    const box = name.getBoundingClientRect();
    const isOn = (other) =>
      box.left < other.right && other.left < box.right && box.top + LEADING < other.bottom && other.top + LEADING < box.bottom;
    if (kept.some(isOn)) hide(name, true);
    else kept.push(box);
  }
}

// A name with what belongs to it: the line to a label, the place that a name tells.
function hide(name, isHidden) {
  const own = name.previousElementSibling;
  for (const one of own?.matches('.leader, .mark') ? [own, name] : [name]) one.classList.toggle('hidden', isHidden);
}

function tools(map) {
  const box = document.createElement('div');
  box.className = 'map-zoom';
  for (const [sign, label, factor] of [['+', '放大地图', 1 / STEP], ['−', '缩小地图', STEP], ['⤢', '显示全图', 99]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      const { x, y, width, height } = map.view;
      const wide = width * factor;
      look(map, { x: x + (width - wide) / 2, y: y + (height * (1 - factor)) / 2, width: wide });
    });
    box.append(button);
  }
  return box;
}

function outline(map, code) {
  if (map.outlined === code) return;
  map.outlined = code;
  for (const other of others(map)) {
    for (const area of other.svg.querySelectorAll('.area')) area.classList.toggle('pointed', area.dataset.code === code);
  }
}

function tell(map, event) {
  const area = event.target.closest?.('.area');
  outline(map, area?.dataset.code);
  map.tip.hidden = !area;
  if (!area) return;
  map.tip.textContent = area.dataset.tip;
  const frame = map.root.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = map.tip;
  const left = Math.min(event.clientX - frame.left + 14, frame.width - offsetWidth - 2);
  const below = event.clientY - frame.top + 14;
  map.tip.style.left = `${Math.max(left, 0)}px`;
  map.tip.style.top = `${below + offsetHeight > frame.height ? Math.max(below - offsetHeight - 28, 0) : below}px`;
}

// Pointing at the chosen area, or beside all of them, lets it go.
function point(map, event) {
  if (!map.isChoosable || map.isDragged) return false;
  const area = event.target.closest?.('.area');
  const isChosen = Boolean(map.svg.querySelector('.chosen'));
  if (area) map.choose(area.dataset.code);
  else if (isChosen && event.type === 'click') map.choose('');
  return Boolean(area);
}

function drag(map, event) {
  map.isDragged = false;
  if (!map.root.classList.contains('moved') || event.target.closest('.map-zoom')) return;
  const start = { x: event.clientX, y: event.clientY, view: map.view };
  const move = (now) => {
    const unit = start.view.width / map.width;
    const [across, down] = [now.clientX - start.x, now.clientY - start.y];
    map.isDragged ||= Math.abs(across) + Math.abs(down) > 4;
    look(map, { ...start.view, x: start.view.x - across * unit, y: start.view.y - down * unit });
  };
  const end = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}
