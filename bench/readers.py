"""Many readers at two servers of one version, each with a websocket as a browser has it, and time to read between clicks.

`SANQU_BENCH_MINUTES` is how long they go on. The wait of a click is held against that of a reader who is alone, the
servers' memory at the end against that once every page has been seen.
"""

import asyncio
import os
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import websockets
from websockets import Origin, Subprotocol
from websockets.asyncio.client import ClientConnection

from bench.clicks import demonstration
from bench.ratio import Ratio, divided
from dashboard.metrics.areas import areas
from dashboard.metrics.versions import current
from dashboard.render.web.platform import BackMsg, ForwardMsg
from tests import serving

MINUTES = "SANQU_BENCH_MINUTES"
READERS, SERVERS, DEFAULT_MINUTES, ALONE = 50, 2, 30.0, 30
# Of the whole time, when every page has been seen and the memory is noted first.
SETTLED = 1 / 3
THINKING_SECONDS = (5.0, 15.0)
PATIENCE_SECONDS = 120
KIB = 1024
PAGES = ("overview", "park_output", "grid_coverage", "employment", "incubation", "party_building", "joint_meeting")
PERIODS = ("2025Q4", "2025Q3", "2025Q2", "2025Q1", "2024Q4", "2025")


@dataclass
class Seen:
    """What the readers met: the seconds of every click, how many had been when it settled, and whatever went wrong."""

    seconds: list[float] = field(default_factory=list)
    early: int = 0
    errors: list[str] = field(default_factory=list)


def areas_of(warehouse: Path) -> list[str]:
    """The codes of the 片区 and of what is in them."""
    known = areas(current(warehouse)).values()
    return sorted(one.area_code for one in known if one.is_in_scope and one.level in ("片区", "三区单元"))


def choices(areas: Sequence[str], seed: int) -> Iterator[tuple[str, str]]:
    """Without end the page that a reader goes to, and what the address says there."""
    drawn = random.Random(seed)
    while True:
        yield drawn.choice(PAGES), urlencode({"area": drawn.choice(areas), "period": drawn.choice(PERIODS)})


def connected(address: str) -> websockets.connect:
    """The websocket of a browser that has opened an address."""
    socket = address.replace("http://", "ws://") + "/_stcore/stream"
    return websockets.connect(socket, subprotocols=[Subprotocol("streamlit")], origin=Origin(address), max_size=None)


async def click(stream: ClientConnection, page: str, query: str, seen: Seen) -> None:
    """Ask for a page as the browser does, and take all messages until it is there."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    began = time.perf_counter()
    await stream.send(asked.SerializeToString())
    while True:
        told = ForwardMsg()
        told.ParseFromString(await asyncio.wait_for(stream.recv(decode=False), PATIENCE_SECONDS))
        if told.WhichOneof("type") == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
            seen.errors.append(f"{page}?{query}: {told.delta.new_element.exception.message}")
        if told.WhichOneof("type") == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            seen.seconds.append(time.perf_counter() - began)
            return


async def read(address: str, areas: Sequence[str], seed: int, ends: float, seen: Seen) -> None:
    """One reader: a page, a while to read it, the next one, until the time `ends`."""
    thinking = random.Random(-1 - seed)
    await asyncio.sleep(thinking.uniform(0.0, THINKING_SECONDS[1]))
    try:
        async with connected(address) as stream:
            for page, query in choices(areas, seed):
                if time.monotonic() > ends:
                    return
                await click(stream, page, query, seen)
                await asyncio.sleep(thinking.uniform(*THINKING_SECONDS))
    except (OSError, TimeoutError, websockets.WebSocketException) as error:
        seen.errors.append(repr(error))


async def alone(address: str, asked: Iterable[tuple[str, str]]) -> Seen:
    """A reader who is alone and does not stop to think."""
    seen = Seen()
    async with connected(address) as stream:
        for page, query in asked:
            await click(stream, page, query, seen)
    return seen


async def together(
    addresses: Sequence[str], areas: Sequence[str], seconds: float, processes: Sequence[int]
) -> tuple[Seen, float, float]:
    """All readers at once: what they met, and the memory of the servers once that had settled and at the end."""
    seen, ends = Seen(), time.monotonic() + seconds
    tasks = [
        asyncio.create_task(read(addresses[number % len(addresses)], areas, number, ends, seen))
        for number in range(READERS)
    ]
    await asyncio.sleep(seconds * SETTLED)
    seen.early, settled = len(seen.seconds), sum(map(held_mb, processes))
    await asyncio.gather(*tasks)
    return seen, settled, sum(map(held_mb, processes))


def held_mb(process: int) -> float:
    """The memory that a process holds; 0 where the system does not tell it."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / KIB


def measure() -> list[Ratio]:
    """The 95th of a hundred clicks among many readers ÷ the middle one of a reader alone, errors, and memory."""
    warehouse = demonstration()
    seconds = 60 * float(os.environ.get(MINUTES, DEFAULT_MINUTES))
    codes = areas_of(warehouse)
    with ExitStack() as stack:
        served = [stack.enter_context(serving.serve(warehouse)) for _ in range(SERVERS)]
        addresses, processes = [address for address, _ in served], [server.pid for _, server in served]
        few = list(islice(choices(codes, READERS), ALONE))
        for address in addresses:
            asyncio.run(alone(address, few))
        first = asyncio.run(alone(addresses[0], few))
        seen, settled, held = asyncio.run(together(addresses, codes, seconds, processes))
    slow, later = (quantiles(some, n=20)[-1] for some in (seen.seconds, seen.seconds[seen.early :]))
    name = f"{READERS} readers, {SERVERS} servers, {len(seen.seconds)} clicks in {seconds / 60:.0f} min"
    return [
        Ratio(f"{name}: 95 in 100 clicks take at most so many seconds", slow, "< 1"),
        Ratio("the same in the last two thirds", later, "< 1"),
        Ratio("the same ÷ the middle click of a reader alone", divided(later, median(first.seconds)), ""),
        Ratio("errors on the way", float(len(seen.errors)), "0"),
        Ratio(f"memory of the servers at the end ÷ after a third ({settled:.0f} MB)", divided(held, settled), "< 1.20"),
    ]
