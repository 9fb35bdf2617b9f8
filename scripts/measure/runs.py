"""Runs of the program and what they took: processor time, wall time, peak memory, bytes on disk."""
import os
import re
import shutil
import subprocess
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
CHAPTER = re.compile(r"(\w+) +([\d.]+) +[\d.]*%? +([\d.]+)(?: +(\d+) student-years)?$")


class Took:
    """What one run took."""

    def __init__(self, wall, processor, memory, disk, chapters, student_years):
        self.wall, self.processor = wall, processor  # seconds
        self.memory, self.disk = memory, disk  # bytes
        self.chapters = chapters  # seconds by chapter, with the wall's clock
        self.student_years = student_years


def path_of(scenario):
    """The file of a shipped scenario that is named, or the file itself."""
    return scenario if scenario.endswith(".toml") else f"{ROOT}/scenarios/{scenario}.toml"


def built():
    subprocess.run([f"{ROOT}/scripts/build", "program"], check=True)
    return f"{ROOT}/build/app/homeroom"


def command_of(program, what, options):
    """The command line of a run: of a scenario, or of a comparison ("compare boston")."""
    verb, _, scenario = what.rpartition(" ")
    return [program, verb or "run", path_of(scenario), *map(str, options)]


def take(program, what, *options, keep=None):
    """Runs `what` with the options; its folder is removed, or kept at `keep`."""
    folder = tempfile.mkdtemp(prefix="homeroom_measure_")
    into = keep or f"{folder}/run"
    command = [*command_of(program, what, options), "-o", into, "--force", "--quiet"]
    command += ["--timing"] if command[1] == "run" else []
    try:
        before = time.monotonic()
        with open(f"{folder}/said", "w+b") as said:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.monotonic() - before
            said.seek(0)
            text = said.read().decode()
        if process.returncode:
            raise SystemExit(f"measure: {' '.join(command)}: status {process.returncode}\n{text}")
        return Took(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024.0, bytes_in(into),
                    *chapters_in(text))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def disturbed(took):
    """True where a run on two threads did not get two processors: its wall time then tells of its
    neighbours."""
    return took.processor < 1.8 * took.wall


def bytes_in(folder):
    return float(sum(os.path.getsize(os.path.join(at, name))
                     for at, _, names in os.walk(folder) for name in names))


def chapters_in(text):
    """Seconds by chapter, and student-years, of what --timing says."""
    chapters, student_years = {}, 0.0
    for line in text.splitlines():
        if found := CHAPTER.match(line):
            if found[4]:
                student_years = float(found[4])
            else:
                chapters[found[1]] = float(found[2])
    return chapters, student_years


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def planned_text(program, what, *options):
    """What --dry-run predicts, with its parts."""
    command = [*command_of(program, what, options), "--quiet", "--dry-run", "--timing"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def planned(program, what, *options):
    """What --dry-run predicts: seconds of wall and of processor time, bytes of memory and on disk."""
    text = planned_text(program, what, *options)
    return [float(re.search(rf"^{what} +(\S+)", text, re.M)[1])
            for what in ("predicted seconds", "predicted processor", "predicted memory", "predicted disk")]


def yardstick(program):
    """Seconds of the program's own yardstick on this machine, now."""
    text = planned_text(program, "small_elected")
    return float(re.search(r"^yardstick +(\S+)", text, re.M)[1])


def processor_name():
    with open("/proc/cpuinfo") as facts:
        for line in facts:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "an unknown processor"

