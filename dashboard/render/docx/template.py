"""Fills a Word template with texts; whatever is wrong with the template is said in Chinese, with what to do."""

import io
import os
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from dashboard.render.package import settled
from dashboard.render.unavailable import DocumentUnavailable

OWN_DATA = Path(__file__).resolve().parents[3] / "data"
FOLDER = "documents"
NAMES = "docs/word_templates.md"
# A whole tag of Jinja, and what begins or ends one.
TAG = re.compile(r"\{\{(?:(?!\{[{%#]).)*?\}\}|\{%(?:(?!\{[{%#]).)*?%\}|\{#.*?#\}", re.DOTALL)
TAG_END = re.compile(r"\{[{%#]|[}%#]\}")
QUOTED = re.compile(r"'([^']*)'")
NO_WORD_FILE = (OpcError, zipfile.BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError)
# What calculating with a text, or asking it for what it has not, comes to inside a template.
WRONG_USE = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, etree.XMLSyntaxError)


class _Template(DocxTemplate):
    """A template that refuses what docxtpl would repair in silence: tags that tear a paragraph or a row apart."""

    def fix_tables(self, xml: str) -> etree._Element:
        etree.fromstring(xml)
        return super().fix_tables(xml)


def template_file(name: str) -> Path:
    """The template in the town's own data folder (`SANQU_DATA`) where it has one, otherwise that of the product."""
    own = Path(os.environ.get("SANQU_DATA") or OWN_DATA) / FOLDER / name
    return own if own.exists() else OWN_DATA / FOLDER / name


def filled(name: str, values: dict[str, Any], title: str, day: datetime) -> bytes:
    """The template with `values` in its placeholders, as text that is never run; `title` and `day` are its properties.

    Equal values give equal bytes. Raises DocumentUnavailable where the template is missing, no Word file, or names
    what there is not.
    """
    shown = f"data/{FOLDER}/{name}"
    template = _opened(template_file(name), shown)
    if torn := _torn(template):
        raise DocumentUnavailable(_broken(shown, torn))
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        template.render(values, environment, autoescape=True)
        # A part that was not needed this time may ask for what there is not, too.
        unknown = template.get_undeclared_template_variables(environment, values)
    except TemplateSyntaxError as error:
        raise DocumentUnavailable(_broken(shown, _place(error))) from error
    except UndefinedError as error:
        raise DocumentUnavailable(_unknown(shown, [_named(error)])) from error
    except WRONG_USE as error:
        raise DocumentUnavailable(
            f"Word 模板 {shown} 的标签用法有误，套不出文字。请对照 {NAMES} 改正（成行、成段的标签要整行整段使用），"
            f"或换回原来的模板文件。"
        ) from error
    if unknown:
        raise DocumentUnavailable(_unknown(shown, sorted(unknown)))
    return _saved(template, title, day)


def _opened(file: Path, shown: str) -> _Template:
    if not file.exists():
        raise DocumentUnavailable(f"缺少 Word 模板 {shown}。请从安装包里把这个文件放回原处，再写一次。")
    try:
        template = _Template(io.BytesIO(file.read_bytes()))
        template.init_docx()
    except NO_WORD_FILE as error:
        raise DocumentUnavailable(
            f"Word 模板 {shown} 打不开，它不是 .docx 文件或已损坏。请在 Word 里另存为 .docx，或换回原来的模板文件。"
        ) from error
    return template


def _unknown(shown: str, names: Sequence[str]) -> str:
    told = "、".join(f"“{name}”" for name in names)
    return f"Word 模板 {shown} 里有不认识的占位符：{told}。请改成 {NAMES} 所列的名称，或换回原来的模板文件。"


def _named(error: UndefinedError) -> str:
    """What the template asked for: the last name in Jinja's words."""
    names: list[str] = QUOTED.findall(str(error))
    return names[-1]


def _torn(template: DocxTemplate) -> str:
    """The first paragraph that begins a tag without ending it, or ends one that it did not begin; nothing where none does.

    Together with the tags of paragraphs behind it such a beginning may be read as something else, without an error.
    """
    for part in template.docx.part.package.iter_parts():
        if re.fullmatch(r"/word/\w+\.xml", part.partname):
            for paragraph in etree.fromstring(part.blob).iter(qn("w:p")):
                text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
                if TAG_END.search(TAG.sub("", text)):
                    return text
    return ""


def _place(error: TemplateSyntaxError) -> str:
    """The text of the paragraph in which the mistake stands, to which docxtpl gives a line of its own."""
    lines = (error.source or "").splitlines()
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    return re.sub(r"<[^>]+>", "", line)


def _broken(shown: str, paragraph: str) -> str:
    """What is wrong, where and what to do."""
    text = paragraph.strip()
    where = f"，在“{text[:60]}”这一段" if text else ""
    return (
        f"Word 模板 {shown} 的标签没有写完整或不成对{where}。请检查 {{{{ }}}}、{{% for %}}…{{% endfor %}}、"
        f"{{% if %}}…{{% endif %}}（半角符号），或换回原来的模板文件。"
    )


def _saved(template: DocxTemplate, title: str, day: datetime) -> bytes:
    properties = template.docx.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = title[:255], "", "", ""
    properties.created = properties.modified = day
    properties.revision = 1
    written = io.BytesIO()
    template.save(written)
    return settled(written.getvalue(), day)
