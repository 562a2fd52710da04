"""Measures many sessions on one plan: python3 together.py CALLOFF [SESSIONS] [SECONDS] [SEED]

Each session presses a key about every 200 ms; most keys change the plan. A key's time is measured to
the first bytes of the next frame. That frame may show another session's change that came just before,
so the time until the frames pause for 30 ms is reported too. All sessions start in the middle of the
lines, where each key does something. A key without a frame for two seconds counts as unanswered.
"""

import os
import random
import select
import sqlite3
import subprocess
import sys
import tempfile
import time

import plan
import terminal

PAUSE = 0.2
PATIENCE = 2
#: The keys, their frequency in percent, and whether they change the plan.
KEYS = [
    (b"d", 14, True),
    (b"y", 16, True),
    (b"u", 12, True),
    (b"J", 6, True),
    (b"K", 6, True),
    (b"amount", 16, True),
    (b"j", 15, False),
    (b"k", 15, False),
]
#: To the first amount of a line, a digit, and out of the field and the line again.
AMOUNT = [b"\r", b"j", b"j", b"j", b"j", b"j", b"\r", b"digit", b"\r", b"\x1b"]


class Typist:
    """Types keys in a session."""

    def __init__(self, session, chance):
        self.session = session
        self.chance = chance
        self.waiting = []
        self.key = None
        self.sent = self.first = self.last = None
        self.due = time.monotonic() + chance.uniform(0, PAUSE)
        self.answers, self.pauses, self.unanswered = [], [], {}
        self.worst = (0.0, b"")
        self.changes = self.undoable = 0

    def press(self):
        if not self.waiting:
            key, _, changes = self.chance.choices(KEYS, [weight for _, weight, _ in KEYS])[0]
            if key == b"u":
                # If there is nothing to undo, there may be no frame.
                key = b"u" if self.undoable else b"y"
                self.undoable = max(0, self.undoable - 1)
            elif changes:
                self.undoable += 1
            self.changes += changes
            self.waiting = list(AMOUNT) if key == b"amount" else [key]
        key = self.waiting.pop(0)
        if key == b"digit":
            key = str(self.chance.randint(1, 9)).encode()
        self.key, self.sent, self.first = key, self.session.send(key), None

    def take(self):
        """Records that output has arrived."""
        moment = time.monotonic()
        if self.session.read() and self.sent is not None:
            self.first = self.first or moment
            self.last = moment

    def look(self, now):
        """Presses the next key if it is due, and counts unanswered ones."""
        if self.sent is not None:
            if self.first and now - self.last > 0.03:
                self.answers.append(self.first - self.sent)
                self.worst = max(self.worst, (self.first - self.sent, self.key))
                self.pauses.append(self.last - self.sent)
            elif now - self.sent > PATIENCE:
                self.unanswered[self.key] = self.unanswered.get(self.key, 0) + 1
            else:
                return
            self.sent = None
            self.due = max(now, self.due + self.chance.uniform(0.5, 1.5) * PAUSE)
        elif now >= self.due:
            self.press()


def work(typists, seconds):
    """Types in all sessions for a while."""
    poll = select.poll()
    by_file = {typist.session.master: typist for typist in typists}
    for file in by_file:
        poll.register(file, select.POLLIN)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for file, event in poll.poll(5):
            by_file[file].take()
            if event & (select.POLLHUP | select.POLLERR):
                poll.unregister(file)
        for typist in typists:
            typist.look(time.monotonic())


def judge(store, typists, codes):
    """Prints the errors found at the end, and returns whether there are any."""
    wrong = [f"a session showed `{e}`" for t in typists for e in t.session.errors()]
    wrong += [f"a session ended with {code}" for code in codes if code != 0]
    with sqlite3.connect(store) as database:
        numbers = [row[0] for row in database.execute("SELECT number FROM step ORDER BY number")]
        (head, size), (lines,) = (
            database.execute("SELECT head, size FROM plan").fetchone(),
            database.execute("SELECT count(*) FROM line").fetchone(),
        )
        sessions = database.execute("SELECT count(DISTINCT session) FROM step").fetchone()[0]
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
    if numbers != list(range(1, head + 1)):
        wrong.append(f"the steps have gaps: {len(numbers)} steps, head {head}")
    if size != lines:
        wrong.append(f"{lines} lines instead of {size}")
    if sound != "ok":
        wrong.append(sound)
    changes = sum(typist.changes for typist in typists)
    print(f"steps: {head - 1} of {changes} keys that may change something, from {sessions - 1} sessions")
    for fault in sorted(set(wrong)):
        print(f"WRONG: {fault} ({wrong.count(fault)} times)")
    return bool(wrong)


def main():
    calloff = os.path.abspath(sys.argv[1])
    count, seconds, seed = (
        int(sys.argv[at]) if len(sys.argv) > at else default
        for at, default in ((2, 20), (3, 60), (4, 1))
    )
    with tempfile.TemporaryDirectory() as home:
        store = f"{home}/store"
        document = f"{home}/plan.yaml"
        with open(document, "w", encoding="utf-8") as file:
            file.write("\n".join(plan.plan(100, random.Random(seed))) + "\n")
        subprocess.run([calloff, "import", document, "--store", store], check=True)
        chance = random.Random(seed)
        sessions = [terminal.Session([calloff, "--store", store, "1"], home) for _ in range(count)]
        for session in sessions:
            session.expect(b"quit")
            session.send(b"j" * chance.randint(20, 80))
            session.settle()
        typists = [Typist(s, random.Random(seed * 1000 + n)) for n, s in enumerate(sessions)]
        work(typists, seconds)
        codes = [session.end() for session in sessions]
        terminal.report("key to first bytes", [a for t in typists for a in t.answers])
        terminal.report("key to a pause", [a for t in typists for a in t.pauses])
        worst, key = max(typist.worst for typist in typists)
        print(f"the worst was {key!r} with {1000 * worst:.1f} ms")
        unanswered = {}
        for typist in typists:
            for key, times in typist.unanswered.items():
                unanswered[key] = unanswered.get(key, 0) + times
        print("unanswered:", ", ".join(f"{k!r} {n}" for k, n in unanswered.items()) or "none")
        sys.exit(judge(store, typists, codes))


if __name__ == "__main__":
    main()
