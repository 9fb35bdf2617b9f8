"""What is done to a command: each way says how it is begun, what happens meanwhile, and how it may end."""
import dataclasses
import os
import pathlib
import shutil
import signal
import subprocess
import time

GIVEN_UP = 120  # seconds: whoever takes longer hangs


@dataclasses.dataclass
class Ending:
    status: int  # below 0: ended by that signal
    said: str
    seconds: float


def environment(**more):
    return {**os.environ, **{name: str(value) for name, value in more.items()}}


def start(command, folder, env=None):
    with open(folder.parent / f"{folder.name}.said", "w+", encoding="utf-8") as said:
        return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, env=env,
                                start_new_session=True)


def end(process, folder, began):
    try:
        status = process.wait(GIVEN_UP)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise AssertionError(f"still at work after {GIVEN_UP} s") from None
    said = (folder.parent / f"{folder.name}.said").read_text(encoding="utf-8", errors="replace")
    return Ending(status, said, time.monotonic() - began)


def undisturbed(command, folder, env=None):
    began = time.monotonic()
    return end(start(command, folder, env), folder, began)


class Way:
    """Begun as usual; `meanwhile` happens to it; `lifted` afterwards."""
    name = "nothing"
    ends = {0}
    words = ()  # of which one is said where it failed

    def __init__(self, moment, calm, tools):
        self.moment, self.calm, self.tools = moment, calm, tools

    def __str__(self):
        return f"{self.name} at {self.moment:.3f}"

    def begin(self, command, folder, work):
        began = time.monotonic()
        process = start(self.prefix(folder) + command, folder, self.env())
        self.meanwhile(process, folder, began)
        return end(process, folder, began)

    def prefix(self, folder):
        return []

    def env(self):
        return None

    def prepare(self, folder, work):
        pass

    def meanwhile(self, process, folder, began):
        pass

    def lift(self, folder, work, ending):
        pass

    def wait_for_moment(self, process, began):
        until = began + self.moment * self.calm.seconds
        while time.monotonic() < until and process.poll() is None:
            time.sleep(0.001)


class Signalled(Way):
    number = signal.SIGKILL

    def meanwhile(self, process, folder, began):
        self.wait_for_moment(process, began)
        if process.poll() is None:
            os.killpg(process.pid, self.number)


class Killed(Signalled):
    name, ends = "SIGKILL", {0, -signal.SIGKILL}


class Terminated(Signalled):
    name, number, ends = "SIGTERM", signal.SIGTERM, {0, 130, -signal.SIGTERM}
    words = ("interrupted", "stopp")


class Interrupted(Signalled):
    name, number, ends = "SIGINT", signal.SIGINT, {0, 130, -signal.SIGINT}
    words = ("interrupted", "stopp")


class InterruptedTwice(Interrupted):
    name = "SIGINT twice"

    def meanwhile(self, process, folder, began):
        super().meanwhile(process, folder, began)
        time.sleep(0.01)
        if process.poll() is None:
            os.killpg(process.pid, self.number)


class KilledAtCall(Way):
    """At a step of its writing, which no clock would hit: between two renames, say."""
    name, ends = "SIGKILL before a call", {0, -signal.SIGKILL}

    def env(self):
        call = 1 + int(self.moment * self.calm.calls)
        return environment(LD_PRELOAD=self.tools.preload, FAULT_CALL=call)

    def __str__(self):
        return f"{self.name}: {1 + int(self.moment * self.calm.calls)} of {self.calm.calls}"


class KilledNearTheEnd(KilledAtCall):
    """The same among the last calls, where files get their names."""

    def __init__(self, moment, calm, tools):
        super().__init__(1.0 - min(1.0, 40 / max(1, calm.calls)) * moment, calm, tools)


class DiskFull(Way):
    """A disk of its own, with less room than is wanted; where none may be mounted, files may not grow."""
    name, ends = "disk full", {0, 1}
    words = ("No space left", "File too large", "full", "room", "MiB are needed")

    def prepare(self, folder, work):
        if not self.tools.mounts:
            return
        there = folder.with_name(folder.name + ".there")
        folder.rename(there)
        folder.mkdir()
        size = size_of(there) + int(self.moment * (self.calm.bytes + 65536)) + 4096
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={-(-size // 4096) * 4096}", "none", folder], check=True)
        shutil.copytree(there, folder, dirs_exist_ok=True)
        shutil.rmtree(there)

    def prefix(self, folder):
        return [] if self.tools.mounts else ["prlimit", f"--fsize={int(self.moment * self.calm.largest)}"]

    def lift(self, folder, work, ending):
        if self.tools.mounts:
            subprocess.run(["mount", "-o", "remount,size=1g", folder], check=True)


class FilesLimited(Way):
    """No file may grow beyond a size: another error than that of a full disk, and ignored by few."""
    name, ends = "file size limited", {0, 1}
    words = ("File too large", "full", "room", "disk")

    def prefix(self, folder):
        return ["prlimit", f"--fsize={int(self.moment * self.calm.largest)}"]


class NotAllowed(Way):
    """Nobody may write in the folders any more, from some moment on."""
    name, ends = "write permission taken", {0, 1, 2}
    words = ("Permission denied", "permission", "may not be written", "readonly", "not be written")

    def prefix(self, folder):
        return self.tools.without_privileges

    def meanwhile(self, process, folder, began):
        self.wait_for_moment(process, began)
        self.taken = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
        for path in self.taken:
            if path.exists():
                path.chmod(0o555)

    def lift(self, folder, work, ending):
        for path in self.taken:
            if path.exists():
                path.chmod(0o755)


class NeverAllowed(NotAllowed):
    name = "no write permission"

    def prepare(self, folder, work):
        super().meanwhile(None, folder, -1e9)

    def meanwhile(self, process, folder, began):
        pass


class FilesReadOnly(NotAllowed):
    """Files that are there already may be read only."""
    name = "files read-only"

    def prepare(self, folder, work):
        self.taken = []
        self.files = [path for path in folder.rglob("*") if path.is_file()]
        for path in self.files:
            path.chmod(0o444)

    def meanwhile(self, process, folder, began):
        pass

    def lift(self, folder, work, ending):
        for path in self.files:
            if path.exists():
                path.chmod(0o644)


class CutShort(Way):
    """A store that is there already lost its end."""
    name, ends = "store cut short", {0, 2}
    words = ("is damaged", "move it away", "missing", "not a database", "malformed")

    def prepare(self, folder, work):
        stores = sorted(folder.glob(work.stores))
        self.store = stores[int(self.moment * 1e6) % len(stores)]
        os.truncate(self.store, int(self.moment * self.store.stat().st_size))

    def lift(self, folder, work, ending):
        # What the message asks for.
        if ending.status != 0 and self.store.exists():
            self.store.unlink()
        for command in work.remade:
            undisturbed([self.tools.program, *command], folder)


class ClockBack(Way):
    name, ends = "clock set back", {0}

    def env(self):
        return environment(LD_PRELOAD=self.tools.preload, FAULT_BACK=86400 * 400,
                           FAULT_AFTER=self.moment * self.calm.seconds)


class MemoryLimited(Way):
    name, ends = "memory limited", {0, 1}
    words = ("memory",)

    def bytes(self):
        """Enough at least for the program to be loaded."""
        return max(48 << 20, int(self.calm.memory * (0.1 + 1.1 * self.moment)))

    def prefix(self, folder):
        return ["prlimit", f"--as={self.bytes()}"]

    def __str__(self):
        return f"{self.name} to {self.bytes() >> 20} MiB"


class FewFiles(Way):
    name, ends = "open files limited", {0, 1, 2}
    words = ("Too many open files", "open files", "unable to open", "cannot open")

    def files(self):
        return 4 + int(self.moment * 24)

    def prefix(self, folder):
        return ["prlimit", f"--nofile={self.files()}"]

    def __str__(self):
        return f"{self.name} to {self.files()}"


def size_of(folder):
    return sum(-(-path.stat().st_size // 4096) * 4096 + 4096 for path in pathlib.Path(folder).rglob("*"))


WAYS = [Killed, Killed, KilledAtCall, KilledAtCall, KilledNearTheEnd, KilledNearTheEnd, Terminated, Interrupted,
        InterruptedTwice, DiskFull, DiskFull, FilesLimited, NotAllowed, NeverAllowed, FilesReadOnly, CutShort, CutShort,
        ClockBack, MemoryLimited, FewFiles]
