// A button; the document that it opens lies above the page in a frame, full screen where the browser allows it.
const stages = new Map();

export default function ({ parentElement, data, key, setTriggerValue }) {
  let button = parentElement.querySelector('button');
  if (!button) {
    button = document.createElement('button');
    button.type = 'button';
    parentElement.appendChild(button);
  }
  button.textContent = data.label;
  button.onclick = () => {
    // The screen must be asked for within the click; the document comes a moment later.
    stages.get(key)?.close();
    stages.set(key, open(setTriggerValue, () => stages.delete(key)));
    setTriggerValue('wanted', true);
  };
  const stage = stages.get(key);
  if (!stage) return;
  stage.setTrigger(setTriggerValue);
  if (data.document) stage.load(data.document, data.version);
  else if (data.update) stage.update(data.update, data.version);
}

function open(setTriggerValue, forget) {
  const layer = document.createElement('div');
  layer.className = 'full-screen-stage';
  layer.setAttribute('role', 'dialog');
  layer.setAttribute('aria-modal', 'true');
  layer.style.cssText =
    'position:fixed;inset:0;z-index:2147483000;display:grid;place-items:center;background:var(--ground);' +
    'color:var(--second-ink);font-size:24px';
  layer.textContent = '正在准备…';
  const page = document.body;
  const overflow = page.style.overflow;
  page.style.overflow = 'hidden';
  page.appendChild(layer);
  let trigger = setTriggerValue;
  let frame = null;
  let address = null;
  let version = null;
  let isOpen = true;

  const onMessage = (event) => {
    if (frame && event.source === frame.contentWindow && event.data?.kind === 'meeting-left') close();
  };
  const onKey = (event) => { if (event.key === 'Escape') close(); };
  // Escape leaves the full screen without a word to the page: whoever leaves it has done.
  const onScreen = () => { if (!document.fullscreenElement) close(); };
  function close() {
    if (!isOpen) return;
    isOpen = false;
    window.removeEventListener('message', onMessage);
    window.removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onScreen);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    layer.remove();
    page.style.overflow = overflow;
    if (address) URL.revokeObjectURL(address);
    forget();
    trigger('left', true);
  }
  window.addEventListener('message', onMessage);
  window.addEventListener('keydown', onKey, true);
  document.addEventListener('fullscreenchange', onScreen);
  layer.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {});

  return {
    close,
    setTrigger(latest) { trigger = latest; },
    load(text, its) {
      if (frame) return;
      version = its;
      address = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
      frame = document.createElement('iframe');
      frame.allow = 'fullscreen';
      frame.title = '放映';
      frame.style.cssText = 'border:0;width:100%;height:100%;position:absolute;inset:0';
      frame.onload = () => frame.contentWindow.focus();
      frame.src = address;
      layer.replaceChildren(frame);
      trigger('shown', its);
    },
    update(message, its) {
      if (!frame || its === version) return;
      version = its;
      frame.contentWindow.postMessage(message, window.location.origin);
      trigger('shown', its);
    },
  };
}
