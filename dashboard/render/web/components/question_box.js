// One box for questions: `/` leads to it, Enter asks, Escape puts the answer away.
const TYPING = 'input, textarea, select, [contenteditable="true"]';

export default function ({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector('form');
  const input = form.querySelector('input');
  input.placeholder = data.hint;
  input.maxLength = data.longest;
  input.setAttribute('aria-label', data.hint);
  // What the reader is typing is his until he asks.
  if (form.dataset.asked !== data.text) {
    form.dataset.asked = data.text;
    input.value = data.text;
  }
  const leave = () => {
    input.value = '';
    if (data.text) setTriggerValue('left', Date.now());
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text) setTriggerValue('asked', text);
    else leave();
  };
  // The small cross of a search box empties it, which tells nothing but this.
  input.onsearch = () => { if (!input.value) leave(); };
  const press = (event) => {
    if (event.key === 'Escape' && (data.text || event.composedPath().includes(input))) {
      leave();
      input.blur();
    }
    const isTyping = event.composedPath().some((one) => one.matches?.(TYPING));
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
