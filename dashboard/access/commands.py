"""The commands `python -m dashboard user …` and `audit verify`: accounts in and out, and whether the record holds."""

import argparse
import getpass
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from command_line import Parser, wrong
from dashboard.access.account import Account
from dashboard.access.roles import Role
from dashboard.metrics.areas import areas
from dashboard.metrics.scope import Scope
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.store.accounts import (
    accounts,
    accounts_file,
    add_account,
    change_account,
    checked_name,
    hashed,
    remove_account,
    token_mark,
)
from dashboard.store.attempts import forget_failures
from dashboard.store.audit import Did, record, verify
from dashboard.store.prepared import NotKept

EVERY_AREA = "all"
# What the record calls whoever sits at the machine itself.
AT_THE_MACHINE = "（本机命令）"


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `user` and `audit` to the commands of `python -m dashboard`."""
    user = commands.add_parser("user", help="管理登录账号").add_subparsers(dest="what", required=True, metavar="做什么")
    add = _named(user, "add", "增加账号，密码输入时不显示，也可由标准输入读入")
    add.add_argument(
        "--role", required=True, choices=[role.value for role in Role], metavar="角色", help="、".join(Role)
    )
    _scope_of(add)
    add.add_argument("--claim", action="append", default=[], metavar="邮箱或编号", help="统一身份认证里的邮箱或 sub")
    add.add_argument("--no-password", action="store_true", help="不设密码，只用统一身份认证登录")
    add.set_defaults(run=lambda given: _told(_add, given))
    user.add_parser("list", help="列出账号").set_defaults(run=lambda _: _list())
    for name, run, told in (
        ("remove", _remove, "删除账号，已登录的立即失效"),
        ("password", _password, "重新设密码，已登录的立即失效，暂停的恢复"),
        ("token", _token, "给一个接口令牌，只显示这一次；原来的令牌失效"),
    ):
        _named(user, name, told).set_defaults(run=lambda given, run=run: _told(run, given))
    scope = _named(user, "scope", "改能看的区域，立即生效")
    _scope_of(scope)
    scope.set_defaults(run=lambda given: _told(_scope, given))
    audit = commands.add_parser("audit", help="核对审计记录").add_subparsers(
        dest="what", required=True, metavar="做什么"
    )
    audit.add_parser("verify", help="逐行核对有没有改过、少过").set_defaults(run=lambda _: _verify())


def _named(commands: "argparse._SubParsersAction[Parser]", name: str, told: str) -> Parser:
    one = commands.add_parser(name, help=told)
    one.add_argument("name", metavar="账号", help="岗位或单位的名称，不用姓名")
    return one


def _scope_of(parser: Parser) -> None:
    parser.add_argument(
        "--area",
        action="append",
        required=True,
        metavar="区域代码",
        help=f"能看的区域，连同下级；可写多次；{EVERY_AREA} 为全部",
    )


def _told(run: Callable[[argparse.Namespace], str], given: argparse.Namespace) -> int:
    """Run a command that changes accounts: say what was done and record it, or say why not."""
    try:
        words = run(given)
    except NotKept as error:
        return wrong(str(error))
    record(AT_THE_MACHINE, Did.MANAGED, f"{given.what} {given.name}", datetime.now(UTC))
    print(words)
    return 0


def _add(given: argparse.Namespace) -> str:
    name, scope = checked_name(given.name), _checked_scope(given.area)
    if name in accounts():
        raise NotKept(f"已有账号“{name}”，没有增加。")
    password = "" if given.no_password else hashed(_asked_password(), name)
    add_account(Account(name=name, role=Role(given.role), scope=scope, password=password, claims=tuple(given.claim)))
    return f"已增加账号“{name}”（{given.role}），存在 {accounts_file()}。"


def _remove(given: argparse.Namespace) -> str:
    remove_account(given.name)
    return f"已删除账号“{given.name}”。"


def _password(given: argparse.Namespace) -> str:
    if given.name not in accounts():
        raise NotKept(f"没有账号“{given.name}”。")
    password = hashed(_asked_password(), given.name)
    change_account(given.name, lambda one: replace(one, password=password))
    forget_failures(given.name)
    return f"账号“{given.name}”的密码已重新设置。"


def _token(given: argparse.Namespace) -> str:
    token = secrets.token_urlsafe(32)
    change_account(given.name, lambda one: replace(one, tokens=(token_mark(token),)))
    return f"账号“{given.name}”的接口令牌，请现在抄存，以后不再显示：\n{token}"


def _scope(given: argparse.Namespace) -> str:
    scope = _checked_scope(given.area)
    change_account(given.name, lambda one: replace(one, scope=scope))
    return f"账号“{given.name}”现在能看：{_scope_words(scope)}。"


def _list() -> int:
    for one in accounts().values():
        ways = ("密码",) * bool(one.password) + ("统一认证",) * bool(one.claims) + ("接口令牌",) * bool(one.tokens)
        print(f"{one.name}\t{one.role}\t{_scope_words(one.scope)}\t{'、'.join(ways) or '不能登录'}")
    if not accounts():
        print("还没有账号。用 python -m dashboard user add 账号 --role 管理 --area all 增加第一个。")
    return 0


def _verify() -> int:
    found = verify()
    if found.broken_at:
        return wrong(f"审计记录从第 {found.broken_at} 行起对不上：被改过、删过、截去了末尾，或写到一半中断。")
    if found.lines and not found.has_end:
        return wrong("审计记录逐行相符，但记着末行的文件 audit.end 不见了，看不出末尾有没有少；下一次记录会重新写出。")
    print(f"审计记录 {found.lines} 行，逐行相符，末尾没有少。最后一行的印记：{found.last_seal}（可另行抄存）。")
    return 0


def _asked_password() -> str:
    """What somebody types unseen, twice; from elsewhere the first line. Raises NotKept where the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("密码：")
    if getpass.getpass("再输一次：") != password:
        raise NotKept("两次输入的密码不同，没有保存。")
    return password


def _checked_scope(codes: list[str]) -> Scope:
    """The areas as they are kept. Raises NotKept for a code that the published version does not know."""
    if EVERY_AREA in codes:
        return None
    try:
        known = areas(current())
    except WarehouseUnavailable:
        return tuple(codes)
    if unknown := [code for code in codes if code not in known]:
        raise NotKept(f"没有区域代码 {'、'.join(unknown)}，没有保存。代码见“区域目录”。")
    return tuple(codes)


def _scope_words(scope: Scope) -> str:
    return "全部区域" if scope is None else "、".join(scope)
