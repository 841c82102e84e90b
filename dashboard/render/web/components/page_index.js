// The words of the index: a click opens the section, if it is closed, and brings it below the bar that stays in view.
const OPENED_MS = 60;
// A link that opens one section leads to it; what stands above it may still be growing.
const ARRIVING_MS = [100, 500, 1500];
let hasArrived = false;
const place = (key) => document.querySelector(`.st-key-section-${key}`);
const fold = (key) => place(key)?.querySelector('details');
const main = () => document.querySelector(':--main');

export default function ({ parentElement, data, setTriggerValue }) {
  const nav = parentElement.querySelector('nav');
  const words = new Map([['', word('要点', () => main().scrollTo({ top: 0, behavior: motion() }))]]);
  for (const { key, title } of data.entries) words.set(key, word(title, () => lead(key)));
  nav.replaceChildren(...words.values());
  if (data.entries.length > 1) {
    // Clicks on all of them at once would overtake each other: the server opens them in one run.
    const all = word('全部展开', () => setTriggerValue('all', true));
    all.className = 'all';
    nav.append(all);
  }
  const mark = () => {
    const bar = nav.getBoundingClientRect().bottom + 120;
    const passed = data.entries.filter(({ key }) => fold(key)?.open && place(key).getBoundingClientRect().top < bar);
    const now = passed.at(-1)?.key ?? '';
    for (const [key, one] of words) one.setAttribute('aria-current', String(key === now));
  };
  main()?.addEventListener('scroll', mark, { passive: true });
  mark();
  arrive();
  return () => main()?.removeEventListener('scroll', mark);
}

function word(text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

function motion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

function open(key) {
  const details = fold(key);
  if (details && !details.open) details.querySelector('summary').click();
}

// Once a page load, and not behind an answer, nor where the reader has begun to move.
function arrive() {
  const asked = new URLSearchParams(location.search);
  const keys = (asked.get('open') ?? '').split(',');
  const isLed = !hasArrived && keys.length === 1 && fold(keys[0]) && !asked.has('ask') && !main()?.scrollTop;
  hasArrived = true;
  if (!isLed) return;
  let isMoving = false;
  for (const kind of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(kind, () => { isMoving = true; }, { once: true, passive: true });
  }
  for (const wait of ARRIVING_MS) {
    setTimeout(() => isMoving || place(keys[0])?.scrollIntoView({ block: 'start', behavior: 'auto' }), wait);
  }
}

function lead(key) {
  open(key);
  setTimeout(() => place(key)?.scrollIntoView({ block: 'start', behavior: motion() }), OPENED_MS);
}
