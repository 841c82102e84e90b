// Gives the upload box Chinese names for those who hear the page; what is seen is covered by the style beside this.
const NAMES = [
  [/^file upload$/i, (label) => label],
  [/^Add files$/i, () => '再加文件'],
  [/^(?:Remove|Delete|Cancel upload of) (.*)$/i, (_, name) => `去掉 ${name}`],
  [/^Click to retry upload$/i, () => '点一下再传'],
];
const REFUSED = '没有收下：文件太大，或传送中断。';

export default function ({ data, parentElement }) {
  const host = parentElement.getRootNode().host ?? parentElement;
  const box = host.closest('[class*="st-key-upload-"]');
  if (!box) return undefined;
  const put = (element, name, text) => { if (element.getAttribute(name) !== text) element.setAttribute(name, text); };
  const name = () => {
    for (const attribute of ['aria-label', 'title']) {
      for (const element of box.querySelectorAll(`[${attribute}]`)) {
        const told = element.getAttribute(attribute);
        for (const [pattern, say] of NAMES) {
          const found = told.match(pattern);
          if (found) put(element, attribute, say(data.label, found[1]));
        }
      }
    }
    for (const alert of box.querySelectorAll('[role="alert"]')) {
      if (alert.textContent !== REFUSED) alert.textContent = REFUSED;
    }
  };
  name();
  const observer = new MutationObserver(name);
  observer.observe(box, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label', 'title'] });
  return () => observer.disconnect();
}
