// A table of words that the server has written; a click on a head asks for the rows in another order.
const NEXT = { '': 'high', high: 'low', low: '' };
const SIGNS = { '': '', high: '↓', low: '↑' };
const SAID = { '': 'none', high: 'descending', low: 'ascending' };
const tables = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let root = tables.get(parentElement);
  if (!root) {
    root = element('div', 'scroll');
    root.tabIndex = 0;
    tables.set(parentElement, root);
    parentElement.append(root);
  }
  const table = element('table');
  table.style.setProperty('--columns', data.columns.length);
  table.append(element('caption', '', data.caption), head(data, setTriggerValue), body(data));
  const left = root.scrollLeft;
  root.replaceChildren(table, ...(data.more ? [element('p', 'more', data.more)] : []));
  root.scrollLeft = left;
}

function element(kind, className, text) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function head(data, setTriggerValue) {
  const made = element('thead');
  const row = element('tr');
  for (const text of data.heads) {
    const cell = element('th', 'word', text);
    cell.scope = 'col';
    row.append(cell);
  }
  const [way, place] = data.order.split('-');
  data.columns.forEach((text, number) => {
    const now = data.order && Number(place) === number ? way : '';
    const cell = element('th', now ? 'sorted' : '');
    cell.scope = 'col';
    cell.setAttribute('aria-sort', SAID[now]);
    const button = element('button', '', text);
    button.type = 'button';
    button.append(element('span', 'sign', SIGNS[now]));
    button.onclick = () => setTriggerValue('sorted', NEXT[now] && `${NEXT[now]}-${number}`);
    cell.append(button);
    row.append(cell);
  });
  made.append(row);
  return made;
}

function body(data) {
  const made = element('tbody');
  for (const row of data.rows) {
    const line = element('tr', row.is_total ? 'total' : '');
    row.heads.forEach((text, place) => {
      const cell = element('th', place ? 'word' : 'word first', text);
      cell.scope = 'row';
      line.append(cell);
    });
    for (const one of row.cells) line.append(figure(one));
    made.append(line);
  }
  return made;
}

function figure(one) {
  const cell = element('td', one.is_absent ? 'absent' : '', one.text);
  if (one.bar !== null) {
    cell.classList.add('bar');
    cell.style.setProperty('--share', `${Math.round(one.bar * 1000) / 10}%`);
  }
  if (one.change) {
    cell.classList.add('compared');
    cell.append(element('span', `change ${one.tone}`, one.change));
  }
  return cell;
}
