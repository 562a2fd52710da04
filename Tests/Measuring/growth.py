"""Measures how time and memory grow with a document: python3 growth.py CALLOFF [SIZE] [SHAPE…]

Each shape is a document, a table or a folder with many elements of one kind. It is generated with
SIZE of them (5,000), twice and four times as many, and read by a command. If the work is proportional
to the document, each ratio is about 2; if it is quadratic, about 4. The last column has the exit
statuses.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

from shapes import SHAPES

#: Seconds after which a command is killed.
LIMIT = 100
#: Shapes whose sizes are a part of SIZE, because each of their elements is large.
PARTS = {"chained-themes": 20, "folder": 4, "wide-programme": 20, "table-years": 4}


def run(command, folder):
    """Seconds of processor time, peak MiB, exit status."""
    environment = dict(
        os.environ, XDG_CONFIG_HOME=f"{folder}/config", CALLOFF_STORE=f"{folder}/store.db"
    )
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, env=environment)
        start = time.monotonic()
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                return (
                    usage.ru_utime + usage.ru_stime,
                    usage.ru_maxrss / 1024,
                    os.waitstatus_to_exitcode(status),
                )
            if time.monotonic() - start > LIMIT:
                process.kill()
            time.sleep(0.002)


def measure(calloff, name, size):
    """The slowest command of a shape: seconds, MiB and exit status."""
    with tempfile.TemporaryDirectory() as folder:
        commands = SHAPES[name](folder, size)
        results = [run([calloff, *command], folder) for command in commands]
    return max(results)


def main():
    calloff = os.path.abspath(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    names = sys.argv[3:] or list(SHAPES)
    print(f"{'shape':24}{'of':>8}{'n, s':>9}{'2n, s':>9}{'4n, s':>9}  ratios{'4n, MiB':>14}  status")
    for name in names:
        n = size // PARTS.get(name, 1)
        found = [measure(calloff, name, n * factor) for factor in (1, 2, 4)]
        (a, b, c) = (seconds for seconds, _, _ in found)
        print(
            f"{name:24}{n:8}{a:9.2f}{b:9.2f}{c:9.2f}  {b / a:4.1f} {c / b:4.1f}"
            f"{found[-1][1]:10.0f}  {' '.join(str(status) for _, _, status in found)}",
            flush=True,
        )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
