// The list as the reader sees it at once; the server is told of every change and answers with what was kept.
const lists = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let list = lists.get(parentElement);
  if (!list) {
    list = { root: document.createElement('div'), rows: [], changes: data.answered };
    lists.set(parentElement, list);
    parentElement.appendChild(list.root);
  }
  list.longest = data.longest;
  list.tell = () => setTriggerValue('arranged', {
    order: list.rows.filter((row) => !row.is_fixed).map((row) => row.key),
    off: list.rows.filter((row) => !row.is_on).map((row) => row.key),
    remarks: Object.fromEntries(list.rows.filter((row) => row.remark).map((row) => [row.key, row.remark])),
    change: ++list.changes,
  });
  // An answer to an earlier change than the last one is overtaken.
  if (data.answered < list.changes) return;
  list.changes = data.answered;
  // What the reader has just done is already on the screen; drawing it again would take the cursor out of a remark.
  if (JSON.stringify(data.rows) === JSON.stringify(list.rows)) return;
  list.rows = data.rows.map((row) => ({ ...row }));
  draw(list);
}

function element(kind, className, text) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function draw(list) {
  const head = element('div', 'all');
  for (const [text, isOn] of [['全部放映', true], ['全部不放', false]]) {
    const button = element('button', '', text);
    button.type = 'button';
    button.onclick = () => change(list, () => list.rows.forEach((row) => { row.is_on = row.is_fixed || isOn; }));
    head.append(button);
  }
  const shown = list.rows.filter((row) => row.is_on).length;
  head.append(element('span', 'count', `放映${shown}页，共${list.rows.length}页`));
  const rows = element('ol');
  let number = 0;
  list.rows.forEach((row, place) => rows.append(line(list, row, place, row.is_on ? ++number : '')));
  list.root.replaceChildren(head, rows);
}

function line(list, row, place, number) {
  const item = element('li', `${row.is_on ? '' : 'off'} ${row.is_fixed ? 'fixed' : ''}`);
  item.dataset.key = row.key;
  const handle = element('span', 'handle', '⠿');
  handle.title = '拖动换位';
  const tick = element('input');
  tick.type = 'checkbox';
  tick.checked = row.is_on;
  tick.disabled = row.is_fixed;
  tick.setAttribute('aria-label', `放映：${row.text}`);
  tick.onchange = () => change(list, () => { row.is_on = tick.checked; }, row.key, 'input[type=checkbox]');
  const remark = element('input', 'remark');
  remark.type = 'text';
  remark.value = row.remark;
  remark.maxLength = list.longest;
  remark.placeholder = '补充说明';
  remark.setAttribute('aria-label', `补充说明：${row.text}`);
  remark.onchange = () => { row.remark = remark.value.trim(); list.tell(); };
  const moves = element('span', 'moves');
  for (const [text, step, name] of [['↑', -1, '上移'], ['↓', 1, '下移']]) {
    const button = element('button', '', text);
    button.type = 'button';
    button.title = name;
    button.setAttribute('aria-label', `${name}：${row.text}`);
    button.disabled = row.is_fixed || place + step < 1 || place + step >= list.rows.length;
    button.onclick = () => change(list, () => move(list, place, place + step), row.key, `button[title=${name}]`);
    moves.append(button);
  }
  item.append(handle, tick, element('span', 'number', number), element('span', 'group', row.group),
    element('span', 'text', row.text), remark, row.is_fixed ? element('span') : moves);
  if (!row.is_fixed) carry(list, item, handle, place);
  return item;
}

function move(list, from, to) {
  const [row] = list.rows.splice(from, 1);
  list.rows.splice(to, 0, row);
}

function change(list, make, key, selector) {
  make();
  draw(list);
  list.tell();
  if (!key) return;
  // A reader who moves a page by keyboard goes on moving it, at the end of the list in the other direction.
  const item = list.root.querySelector(`li[data-key="${CSS.escape(key)}"]`);
  const same = item.querySelector(selector);
  (same.disabled ? item.querySelector('.moves button:enabled') : same)?.focus();
}

function carry(list, item, handle, place) {
  handle.draggable = true;
  handle.ondragstart = (event) => {
    event.dataTransfer.setData('text/plain', String(place));
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(item, 0, 0);
    list.carried = place;
    item.classList.add('carried');
  };
  handle.ondragend = () => item.classList.remove('carried');
  item.ondragover = (event) => { event.preventDefault(); item.classList.add('over'); };
  item.ondragleave = () => item.classList.remove('over');
  item.ondrop = (event) => {
    event.preventDefault();
    const from = list.carried;
    if (from === undefined || from === place) { item.classList.remove('over'); return; }
    list.carried = undefined;
    // It comes to stand before the line that it was dropped on.
    change(list, () => move(list, from, from < place ? place - 1 : place));
  };
}
