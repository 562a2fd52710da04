"""Programs in pseudo-terminals, with functions to type keys and measure times."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

#: Texts that the screen of a working session never shows.
ERRORS = (b"not stored", b"failed", b"locked", b"Fatal error")


class Session:
    """A program in a terminal of 80 columns and 24 rows."""

    def __init__(self, arguments, home):
        self.output = bytearray()
        self.process, self.master = pty.fork()
        if self.process == 0:
            environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
            try:
                os.execve(arguments[0], arguments, environment)
            finally:
                os._exit(127)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def send(self, keys):
        """Types keys, and returns the time."""
        moment = time.monotonic()
        os.write(self.master, keys)
        return moment

    def read(self):
        """The output so far, without waiting; empty after its end."""
        try:
            ready, _, _ = select.select([self.master], [], [], 0)
            taken = os.read(self.master, 1 << 16) if ready else b""
        except OSError:
            taken = b""
        self.output += taken
        return taken

    def wait(self, seconds):
        """Waits for output, and returns its time; None if there is none, or after the end."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        moment = time.monotonic()
        return moment if ready and self.read() else None

    def settle(self, quiet=0.2, most=20):
        """Reads until there is no output for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.wait(quiet):
            pass

    def expect(self, part, seconds=60):
        """Waits for a text in the output, and returns the time."""
        end = time.monotonic() + seconds
        while part not in self.output:
            if time.monotonic() > end or self.wait(1) is None and not self.lives():
                raise SystemExit(f"{part!r} was not seen:\n{self.output[-2000:]!r}")
        return time.monotonic()

    def lives(self):
        return os.waitpid(self.process, os.WNOHANG) == (0, 0)

    def errors(self):
        """The errors shown so far."""
        return [error.decode() for error in ERRORS if error in self.output]

    def end(self):
        """Quits the program, and returns its exit status; kills it if it does not end."""
        self.settle()
        # First leave fields, questions and menus.
        for keys in (b"\x1b", b"\x1b", b"\x1b", b"q"):
            self.send(keys)
            self.settle()
        for _ in range(100):
            self.read()
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
        print(f"a session does not end; its last output was\n{bytes(self.output[-600:])!r}")
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        return -signal.SIGKILL


def report(name, seconds):
    """Prints the distribution of some times in milliseconds."""
    times = sorted(1000 * second for second in seconds)
    if not times:
        print(f"{name}: none")
        return

    def at(part):
        return times[min(len(times) - 1, int(part * len(times)))]

    print(
        f"{name}: {len(times)}, median {at(0.5):.1f} ms, 95th {at(0.95):.1f} ms, "
        f"99th {at(0.99):.1f} ms, worst {times[-1]:.1f} ms"
    )
