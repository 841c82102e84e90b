// A card in the corner: an offer first, then step by step; what a step speaks of is framed meanwhile.
const SEEN = 'sanqu-tour';

export default function ({ parentElement, data }) {
  const card = parentElement.querySelector('aside');
  if (isSeen()) return undefined;
  card.hidden = false;
  let framed = null;
  const frame = (part) => {
    framed?.classList.remove('in-tour');
    framed = part && document.querySelector(part);
    framed?.classList.add('in-tour');
    framed?.scrollIntoView({ block: 'center' });
  };
  const end = () => {
    frame('');
    card.hidden = true;
    remember();
  };
  const step = (place) => {
    const { part, text } = data.steps[place];
    frame(part);
    const isLast = place === data.steps.length - 1;
    const back = place ? [word('上一步', () => step(place - 1))] : [];
    const on = isLast ? word('完成', end) : word('下一步', () => step(place + 1));
    fill(card, `${place + 1}/${data.steps.length}　${text}`, [on, ...back, ...(isLast ? [] : [word('结束', end)])]);
  };
  fill(card, '第一次使用？四步看懂这里。', [word('开始', () => step(0)), word('不再提示', end)]);
  return () => frame('');
}

function fill(card, text, buttons) {
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.textContent = text;
  buttons[0].className = 'on';
  card.replaceChildren(words, ...buttons);
}

function word(text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

// A browser that keeps nothing offers the tour at every visit.
function isSeen() {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(SEEN, 'yes');
  } catch {
    // Nothing to be done.
  }
}
