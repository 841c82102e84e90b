// Makes a picture of a chart on the page, its finding above and its source below, and saves or copies it.
const LEAST_WIDTH = 760;
const EDGE = 24;
const SCALE = 2;
const SAID_MS = 2500;
const LETTERS = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const NOT_COPIED = '浏览器不让复制，请下载';

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector('.tools') ?? parentElement.appendChild(document.createElement('div'));
  box.className = 'tools';
  const tools = [
    ['图片 PNG', async () => save(data, 'png', await pixels(await composed(data)))],
    ['图片 SVG', async () => save(data, 'svg', paper(await composed(data)))],
    ['复制图片', () => copyPicture(data)],
  ];
  if (data.query) tools.push(['复制链接', () => copyLink(data.query)]);
  box.replaceChildren(...tools.map(([label, work]) => tool(label, work)));
}

function tool(label, work) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.setAttribute('aria-live', 'polite');
  button.onclick = async () => {
    let said = NOT_COPIED;
    try {
      said = await work();
    } catch {
      said = '没有做成，请刷新页面再试';
    }
    button.textContent = said;
    setTimeout(() => { button.textContent = label; }, SAID_MS);
  };
  return button;
}

// The whole picture as one SVG: words that break where the line ends, and the drawing between them.
async function composed({ of, heading, foot, colors }) {
  const root = [...document.querySelectorAll('[data-picture]')].find((one) => one.dataset.picture === of);
  const drawn = await root.picture(LEAST_WIDTH);
  const [surface, ink, second] = colors;
  const width = drawn.width + 2 * EDGE;
  const above = [
    ...lines(heading[0], 18, 600, drawn.width).map((text) => ({ text, size: 18, weight: 600, color: ink })),
    ...lines(heading[1], 14, 400, drawn.width).map((text) => ({ text, size: 14, weight: 400, color: second })),
  ];
  const below = foot
    .flatMap((line) => lines(line, 12, 400, drawn.width))
    .map((text) => ({ text, size: 12, weight: 400, color: second }));
  const top = EDGE + high(above) + 8;
  const height = top + drawn.height + 8 + high(below) + EDGE;
  const inner = new DOMParser().parseFromString(drawn.svg, 'image/svg+xml').documentElement;
  for (const [name, value] of [['x', EDGE], ['y', top], ['width', drawn.width], ['height', drawn.height]]) {
    inner.setAttribute(name, value);
  }
  const svg = made('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': LETTERS });
  svg.append(made('rect', { width, height, fill: surface }));
  written(svg, above, EDGE);
  svg.append(document.importNode(inner, true));
  written(svg, below, top + drawn.height + 8);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function made(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function written(svg, rows, top) {
  let y = top;
  for (const { text, size, weight, color } of rows) {
    const line = made('text', { x: EDGE, y: y + size, 'font-size': size, 'font-weight': weight, fill: color });
    line.textContent = text;
    svg.append(line);
    y += high([{ size }]);
  }
}

function high(rows) {
  return rows.reduce((sum, { size }) => sum + Math.round(size * 1.5), 0);
}

// A text in lines no wider than `width` pixels; Chinese breaks anywhere.
function lines(text, size, weight, width) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${weight} ${size}px ${LETTERS}`;
  const rows = [];
  let row = '';
  for (const sign of text) {
    if (row && pen.measureText(row + sign).width > width) {
      rows.push(row);
      row = '';
    }
    row += sign;
  }
  return row ? [...rows, row] : rows;
}

function paper({ text }) {
  return new Blob([text], { type: 'image/svg+xml' });
}

async function pixels({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function save({ stem }, suffix, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${stem}.${suffix}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAID_MS);
  return '已保存';
}

async function copyPicture(data) {
  if (globalThis.isSecureContext && navigator.clipboard?.write) {
    // The browser wants to hear of it while the click is young: the picture may follow.
    const png = composed(data).then(pixels);
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return '已复制';
    } catch {
      // The browser may still let it go the older way.
    }
  }
  const image = document.createElement('img');
  const reader = new FileReader();
  const blob = await pixels(await composed(data));
  await new Promise((resolve) => {
    reader.onload = resolve;
    reader.readAsDataURL(blob);
  });
  image.src = reader.result;
  await image.decode();
  return copiedAsSeen(image) ? '已复制' : NOT_COPIED;
}

async function copyLink(query) {
  const address = new URL(globalThis.location.href);
  for (const [name, value] of Object.entries(query)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  }
  const link = address.toString();
  if (globalThis.isSecureContext) {
    try {
      await navigator.clipboard.writeText(link);
      return '已复制';
    } catch {
      // As above.
    }
  }
  const words = document.createElement('span');
  words.textContent = link;
  return copiedAsSeen(words) ? '已复制' : '请复制地址栏中的链接';
}

// On an intranet without https scripts have no clipboard: what is selected on the page can be copied all the same.
function copiedAsSeen(element) {
  const place = document.createElement('div');
  place.contentEditable = 'true';
  place.style.cssText = 'position:fixed;left:-9999px;top:0';
  place.append(element);
  document.body.append(place);
  const range = document.createRange();
  range.selectNodeContents(place);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const isDone = document.execCommand('copy');
  selection.removeAllRanges();
  place.remove();
  return isDone;
}
