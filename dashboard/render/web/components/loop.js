// A page of the show: it is scrolled through in its time, then the next one is loaded, once the server answers.
const RETRY_MS = 10000;
const BAR = 120;
// A page that is being drawn is still short.
const START_MS = 3000;
const main = () => document.querySelector(':--main');

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector('.show') ?? parentElement.appendChild(document.createElement('div'));
  box.className = 'show';
  const said = document.createElement('span');
  said.textContent = data.words;
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.textContent = '停止放映';
  box.replaceChildren(said, stop);
  document.body.classList.add('looped');
  const timers = [...scrolls(data.seconds), setTimeout(() => go(data, timers), data.seconds * 1000)];
  const leave = () => {
    timers.forEach(clearTimeout);
    document.body.classList.remove('looped');
  };
  const end = () => {
    leave();
    const { pathname, searchParams } = new URL(globalThis.location.href);
    for (const name of ['loop', 'seconds']) searchParams.delete(name);
    globalThis.location.assign(`${pathname}?${searchParams}`);
  };
  stop.onclick = end;
  const key = (event) => {
    if (event.key === 'Escape') end();
  };
  document.addEventListener('keydown', key);
  return () => {
    leave();
    document.removeEventListener('keydown', key);
  };
}

// When to show the next part of the page, so that all of it is seen in its time.
function scrolls(seconds) {
  const start = setTimeout(() => {
    const view = main();
    if (!view) return;
    const step = Math.max(view.clientHeight - BAR, 1);
    const parts = Math.ceil(Math.max(view.scrollHeight - view.clientHeight, 0) / step);
    for (let part = 1; part <= parts; part += 1) {
      const wait = (seconds * 1000 * part) / (parts + 1) - START_MS;
      made.push(setTimeout(() => view.scrollTo({ top: part * step, behavior: 'smooth' }), Math.max(wait, 0)));
    }
  }, START_MS);
  const made = [start];
  return made;
}

async function go(data, timers) {
  const address = new URL(globalThis.location.href);
  address.pathname = address.pathname.replace(/[^/]*$/, data.next);
  for (const name of [...address.searchParams.keys()]) {
    if (!data.kept.includes(name)) address.searchParams.delete(name);
  }
  try {
    const answer = await fetch(new URL('_stcore/health', document.baseURI), { cache: 'no-store' });
    if (!answer.ok) throw new Error('not ready');
    globalThis.location.assign(address);
  } catch {
    timers.push(setTimeout(() => go(data, timers), RETRY_MS));
  }
}
