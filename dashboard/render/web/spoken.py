"""Turns the platform's English labels, which a screen reader says and a mouse shows, into the reader's language."""

import streamlit as st

from dashboard.render.web.platform import filled

LABELS = {
    "App pages": "页面",
    "Clear all": "全部清除",
    "Close": "关闭",
    "Collapse sidebar": "收起菜单",
    "Copy to clipboard": "复制",
    "Download as CSV": "下载 CSV",
    "Expand sidebar": "打开菜单",
    "Fullscreen": "全屏",
    "Close fullscreen": "退出全屏",
    "Main menu": "设置",
    "Open": "展开选项",
    "Running...": "正在更新",
    "Search": "查找",
    "Selected values": "已选",
    "Show/hide columns": "选择显示的列",
    "Sidebar": "菜单",
}
SKIP = "跳到正文"
# Elements come and go at every click: each is looked at once, when it comes.
SAY = filled("""
export default function ({ data }) {
  const ATTRIBUTES = ['aria-label', 'title'];
  const say = (element) => ATTRIBUTES.forEach((name) => {
    const said = element.getAttribute(name) ?? '';
    // The tools of a table name it behind theirs: "Search: …".
    const [tool, ...named] = said.split(': ');
    const words = data.labels[said] ?? (named.length ? data.labels[tool] : undefined);
    if (words) element.setAttribute(name, said in data.labels ? words : `${words}：${named.join(': ')}`);
  });
  const look = (root) => {
    say(root);
    root.querySelectorAll('[aria-label], [title]').forEach(say);
  };
  document.documentElement.lang = 'zh-CN';
  // The first stop of the keyboard shows this text.
  document.querySelector(':--skip').textContent = data.skip;
  look(document.body);
  const observer = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === 'attributes') say(target);
    addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && look(node));
  }));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label', 'title'] });
  return () => observer.disconnect();
}
""")
_say = st.components.v2.component("spoken", js=SAY)


def speak_chinese() -> None:
    """Say, once per run of `app.py`, what the platform says in English; the page is marked as Chinese."""
    _say(data={"labels": LABELS, "skip": SKIP}, key="spoken", height=0)
