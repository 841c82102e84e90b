// Charts are drawn when their slide is shown first, and again when theme or data have changed since.
const CHART_CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };

function drawChart(section, scheme = state.scheme) {
  const box = section?.querySelector("[data-chart]");
  const chart = box && data.charts[box.dataset.chart];
  if (!chart || box.dataset.drawn === scheme) return;
  box.dataset.drawn = scheme;
  const plot = box.querySelector(".plot");
  // Plotly writes into what it is given.
  const figure = structuredClone(chart[scheme]);
  Plotly.react(plot, figure.data, figure.layout, CHART_CONFIG);
  plot.removeAllListeners("plotly_click");
  plot.on("plotly_click", (event) => openDrill(section, chart.points[event.points[0].pointNumber]));
}

function drawAll(scheme) { sections().forEach((one) => drawChart(one, scheme)); }
