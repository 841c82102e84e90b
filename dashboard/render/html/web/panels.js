// What opens over the stage: the data behind a point, the list of slides, the help.
const panel = byId("panel");

function openPanel(title, ...content) {
  byId("panel-title").textContent = title;
  panel.querySelector(".content").replaceChildren(...content);
  delete panel.dataset.name;
  if (!panel.open) panel.showModal();
  panel.focus();
  panel.scrollTop = 0;
}

function closePanel() { panel.close(); }

// What opens a panel closes it again.
function togglePanel(name, open) {
  if (panel.open && panel.dataset.name === name) { closePanel(); return; }
  open();
  panel.dataset.name = name;
}

function openDrill(section, point) {
  const found = [...section.querySelectorAll("template.drill")].find((one) => one.dataset.point === point);
  if (found) openPanel(found.dataset.title, found.content.cloneNode(true));
}

function openHelp() { openPanel("按键", byId("help").content.cloneNode(true)); }

function openOverview() {
  const list = document.createElement("ol");
  list.append(...sections().map(overviewItem));
  openPanel("目录", list);
  list.querySelector("[aria-current]")?.focus();
}

function overviewItem(section, place) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const number = document.createElement("span");
  const title = document.createElement("b");
  number.textContent = String(place + 1);
  title.textContent = section.getAttribute("aria-label");
  title.style.fontWeight = "inherit";
  button.dataset.show = section.dataset.key;
  if (place === state.place) button.setAttribute("aria-current", "true");
  button.append(number, title);
  item.append(button);
  return item;
}

function follow(target) {
  const link = target.closest("[data-show]");
  if (link) { closePanel(); show(link.dataset.show); return true; }
  const drill = target.closest("[data-drill]");
  if (drill) { openDrill(drill.closest(".slide"), drill.dataset.drill); return true; }
  return false;
}
