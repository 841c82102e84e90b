// Plotly charts that stay where they are: a new figure changes what is drawn, nothing is taken away and drawn again.
const LIKE_PAPER = { displayModeBar: false, scrollZoom: false, doubleClick: false };
const RESIZED_MS = 100;
const LEFT_MS = 1000;
const decoder = new TextDecoder();
const charts = new Map();

// Streamlit takes an element without a key away when its content changes and puts another one there: the chart of the
// same name moves over before anything is painted.
export default function ({ parentElement, data, setTriggerValue }) {
  const text = decoder.decode(data);
  const shown = JSON.parse(text);
  const chart = charts.get(shown.name) ?? make(shown.name);
  clearTimeout(chart.leaving);
  if (chart.root.parentElement !== parentElement) parentElement.append(chart.root);
  chart.choose = (key) => setTriggerValue('chosen', key);
  if (text !== chart.text) {
    chart.text = text;
    chart.shown = shown;
    chart.root.setAttribute('aria-label', shown.alt);
    chart.root.classList.toggle('choosable', shown.is_choosable);
    chart.root.style.height = `${shown.figure.layout.height}px`;
    draw(chart);
  }
  return () => {
    if (chart.root.parentElement === parentElement) chart.leaving = setTimeout(() => take(chart), LEFT_MS);
  };
}

function make(name) {
  const chart = { name, root: document.createElement('div'), width: 0 };
  chart.root.className = 'chart';
  chart.root.setAttribute('role', 'figure');
  chart.root.dataset.picture = name;
  chart.root.picture = (least) => picture(chart, least);
  // Plotly would measure the page for every drawing; here the browser says when the width is another.
  chart.sizes = new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (!width || width === chart.width) return;
    clearTimeout(chart.resizing);
    chart.resizing = setTimeout(() => draw(chart), chart.width ? RESIZED_MS : 0);
    chart.width = width;
  });
  chart.sizes.observe(chart.root);
  charts.set(name, chart);
  return chart;
}

function take(chart) {
  charts.delete(chart.name);
  chart.sizes.disconnect();
  clearTimeout(chart.resizing);
  window.Plotly?.purge(chart.root);
}

// The library is fetched once for all charts of the window.
function library(address) {
  globalThis.plotlyLibrary ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(address, document.baseURI);
    script.onload = () => resolve(window.Plotly);
    script.onerror = reject;
    document.head.append(script);
  });
  return globalThis.plotlyLibrary;
}

// What is drawn, as SVG of its own, no narrower than `least` pixels: a phone's picture is read on paper too.
async function picture(chart, least) {
  const Plotly = window.Plotly ?? (await library(chart.shown.library));
  const { data, layout } = structuredClone(chart.shown.figure);
  const [width, height] = [Math.max(chart.width, least), layout.height];
  const options = { format: 'svg', width, height, imageDataOnly: true };
  return { svg: await Plotly.toImage({ data, layout: { ...layout, width } }, options), width, height };
}

// A sheet of paper may be narrower than the window: what is drawn is made smaller there, not cut.
function letShrink(chart) {
  for (const layer of chart.root.querySelectorAll('.main-svg')) {
    layer.setAttribute('viewBox', `0 0 ${layer.getAttribute('width')} ${layer.getAttribute('height')}`);
    layer.setAttribute('preserveAspectRatio', 'xMinYMin meet');
  }
}

async function draw(chart) {
  let Plotly = window.Plotly;
  try {
    Plotly ??= await library(chart.shown.library);
  } catch {
    chart.root.textContent = '画图的程序没有从服务器取到，请刷新页面。';
    return;
  }
  if (!chart.width) return;
  const { data, layout } = chart.shown.figure;
  const drawn = Plotly.react(chart.root, data, { ...layout, width: chart.width }, LIKE_PAPER);
  Promise.resolve(drawn).then(() => letShrink(chart));
  if (chart.isListening) return;
  chart.isListening = true;
  chart.root.on('plotly_click', ({ points }) => {
    const key = points[0]?.customdata?.[0];
    if (chart.shown.is_choosable && key) chart.choose(String(key));
  });
}
