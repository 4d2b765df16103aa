"""All children together: one loop, one thread, that reads what they print and sees which of them ends."""

import contextlib
import selectors
import signal
import socket
import time
from collections.abc import Callable

from dlquiz.supervisor.child import Child
from dlquiz.supervisor.output import Output
from dlquiz.supervisor.parts import Part

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
KILL_SECONDS = 5.0


class Crew:
    """The running children. ``stops_asked`` counts the Ctrl-Cs and SIGTERMs that have come in."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.children: dict[str, Child] = {}
        self.stops_asked = 0
        self._selector = selectors.DefaultSelector()
        self._wake_read, self._wake_write = socket.socketpair()
        self._wake_read.setblocking(False)
        self._wake_write.setblocking(False)
        self._selector.register(self._wake_read, selectors.EVENT_READ)

    def take_signals(self) -> None:
        """From here on signals wake the loop, and none of them interrupts it halfway."""
        signal.set_wakeup_fd(self._wake_write.fileno(), warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup stays in force
                signal.signal(number, self._stop_asked)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)

    def _stop_asked(self, number: int, frame: object) -> None:
        self.stops_asked += 1

    def start(self, part: Part) -> Child:
        child = Child(part)
        self.children[part.name] = child
        self._selector.register(child.stdout, selectors.EVENT_READ, child)
        return child

    def turn(self, patience: float) -> list[Child]:
        """Wait for something to happen, show what was printed, and return the children that have ended."""
        for key, _ in self._selector.select(patience):
            if isinstance(key.data, Child):
                self._show(key.data)
            else:
                with contextlib.suppress(BlockingIOError):
                    self._wake_read.recv(4096)
        ended = [child for child in self.children.values() if child.has_ended()]
        for child in ended:
            self._forget(child)
        return ended

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Turn until the condition holds, the time is up, a child ends, or a stop is asked for."""
        deadline = time.monotonic() + seconds
        while not condition():
            if self.stops_asked or time.monotonic() > deadline or self.turn(0.05):
                return False
        return True

    def stop(self, names: tuple[str, ...]) -> None:
        """End these children: politely, then, when their time is up or a second Ctrl-C comes, at once."""
        children = [self.children[name] for name in names if name in self.children]
        killed: set[str] = set()
        started = time.monotonic()
        for child in children:
            child.stop()
        while running := [child for child in children if self.children.get(child.name) is child]:
            spent = time.monotonic() - started
            for child in running:
                overdue = spent > child.part.stop_seconds or self.stops_asked > 1
                if overdue and child.name not in killed:
                    killed.add(child.name)
                    self.output.say(f"{child.name} has not ended by itself and is killed")
                    child.signal_group(signal.SIGKILL)
            if spent > max(child.part.stop_seconds for child in children) + KILL_SECONDS:
                break  # not even killed: nothing more can be done from here
            self.turn(0.1)

    def _show(self, child: Child) -> None:
        data = child.read()
        if data:
            self.output.feed(child.name, data)
        elif data is not None:
            self._unregister(child)

    def _forget(self, child: Child) -> None:
        while data := child.read():
            self.output.feed(child.name, data)
        self.output.finish(child.name)
        self._unregister(child)
        child.close()
        del self.children[child.name]

    def _unregister(self, child: Child) -> None:
        with contextlib.suppress(KeyError):
            self._selector.unregister(child.stdout)

    def close(self) -> None:
        """Give back the loop's own descriptors."""
        signal.set_wakeup_fd(-1)
        self._selector.close()
        self._wake_read.close()
        self._wake_write.close()
