// Copies the page's own address with other parameters, and says so for a moment.
const SHOWN_MS = 2000;

export default function ({ parentElement, data }) {
  const button = parentElement.querySelector('button') ?? parentElement.appendChild(document.createElement('button'));
  button.type = 'button';
  button.textContent = data.label;
  button.setAttribute('aria-live', 'polite');
  button.onclick = async () => {
    const { origin, pathname } = window.location;
    const link = `${origin}${pathname}?${data.query}`;
    button.dataset.link = link;
    button.textContent = (await copied(link)) ? '已复制' : '请复制地址栏中的链接';
    setTimeout(() => { button.textContent = data.label; }, SHOWN_MS);
  };
}

async function copied(text) {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser may still let it go the older way.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;opacity:0';
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
}
