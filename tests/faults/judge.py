"""What must hold after a fault, and after it was lifted and gone on with."""
import fnmatch
import json
import re
import shutil
import sqlite3
import tempfile

TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
VOLATILE = ("started", "finished", "command_line", "threads")
# Words of the machine, not of the user.
RAW = re.compile(r"terminate called|std::|bad_alloc|basic_string|what\(\)|Assertion|Segmentation|filesystem error")
# Tables whose rows are sums over replicates, so that fewer replicates make other rows.
SUMS = ("differences*.csv", "moved.csv", "effect_*.csv", "claims.csv")
STORES = "shard-*"  # written in the order in which runs were over


def plain(path):
    """A file's bytes, without what differs from run to run."""
    if path.name != "manifest.json":
        return TIME.sub(b"TIME", path.read_bytes()) if path.suffix == ".html" else path.read_bytes()
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return path.read_bytes()
    for key in VOLATILE:
        told.pop(key, None)
    return json.dumps(told, sort_keys=True).encode()


def final_files(folder, work):
    """Files under their final names, by their path in the folder."""
    found = {}
    for result in work.results:
        top = folder / result
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            hidden = path.name.startswith(".") or path.name.endswith((".part", "-wal", "-shm", "-journal"))
            if path.is_file() and not hidden and not fnmatch.fnmatch(path.name, STORES):
                found[str(path.relative_to(folder))] = path
    return found


def results(folder, work):
    return {name: plain(path) for name, path in final_files(folder, work).items()}


def left_behind(folder, work):
    """Parts of files, and whatever else hides."""
    return sorted(str(path.relative_to(folder)) for result in work.results for path in (folder / result).rglob("*")
                  if path.is_file() and (path.name.startswith(".") or path.name.endswith((".part", "-wal", "-journal"))))


def rows_of_stores(folder, work, select):
    """What the stores say that the work goes on with; of a damaged one nothing."""
    rows = []
    for store in folder.glob(work.resumes) if work.resumes else ():
        with tempfile.TemporaryDirectory() as copy:
            for part in store.parent.glob(store.name + "*"):
                shutil.copy(part, copy)
            try:
                with sqlite3.connect(f"{copy}/{store.name}") as file:
                    rows += file.execute(select).fetchall()
                file.close()
            except sqlite3.DatabaseError:
                pass
    return rows


def done_in_stores(folder, work):
    """Runs that stand finished there."""
    return len(rows_of_stores(folder, work, "SELECT run FROM runs WHERE status = 'done'"))


def failures_in_stores(folder, work):
    """Why runs failed: whoever is told that some did finds it there."""
    return "\n".join(str(why) for why, in rows_of_stores(folder, work, "SELECT failure FROM runs WHERE status = 'failed'"))


def faults_of_resuming(ending, done):
    """What was finished is found again, not lived once more: equal bytes would hide that."""
    found = sum(map(int, re.findall(r"(\d+) were there already", ending.said)))
    return [] if found == done else [f"of {done} finished runs {found} were found again"]


def faults_of_table(name, text, calm, manifest):
    if text and not text.endswith(b"\n"):
        return [f"{name} ends within a line"]
    lines = text.split(b"\n")
    if calm is None:
        return [f"{name} has a final name that no undisturbed run gives"]
    if lines[:1] != calm.split(b"\n")[:1]:
        return [f"{name} has another header"]
    if any(fnmatch.fnmatch(name.rsplit("/", 1)[-1], pattern) for pattern in SUMS):
        whole = manifest is None or manifest.get("status") == "done"
        return [f"{name} lacks rows"] if whole and len(lines) < calm.count(b"\n") + 1 else []
    known = set(calm.split(b"\n"))
    strange = [line for line in lines if line not in known]
    if strange:
        return [f"{name} has rows that no undisturbed run has: {strange[0][:120]!r}"]
    return faults_of_replicates(name, lines, manifest)


def faults_of_replicates(name, lines, manifest):
    """No replicate stands there that the manifest does not call finished."""
    if manifest is None or b"replicate" not in lines[0] or b"scenario,replicate" not in lines[0]:
        return []
    there = {int(line.split(b",")[1]) for line in lines[1:] if line}
    beyond = there - set(manifest["replicates"]["finished"])
    return [f"{name} has replicates that the manifest does not call finished: {sorted(beyond)}"] if beyond else []


def faults_of_left(folder, work, calm, earlier, ending):
    """No half-written file under its final name; what was whole before stays so."""
    faults = []
    files = final_files(folder, work)
    manifests = {}
    for name, path in files.items():
        if path.name != "manifest.json":
            continue
        try:
            manifests[name.rsplit("/", 1)[0]] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            faults.append(f"{name} is no manifest: {error}")
    for top, manifest in manifests.items():
        gone = [table for table in manifest.get("tables", {}) if f"{top}/{table_file(table)}" not in files]
        if gone:
            faults.append(f"{top}/manifest.json ({manifest.get('status')}) tells of {', '.join(map(str, gone))}, "
                          "which is not there")
    for name, path in files.items():
        bytes_there = plain(path)
        top = name.rsplit("/", 1)[0]
        if bytes_there in (calm.results.get(name), earlier.get(name)):
            faults += faults_of_replicates(name, bytes_there.split(b"\n"), manifests.get(top))
            continue
        if path.name == "manifest.json":
            continue
        if path.suffix == ".csv" and top in work.results and work.name not in ("audit",):
            faults += faults_of_table(name, bytes_there, calm.results.get(name), manifests.get(top))
        elif path.name != "codebook.csv":
            faults.append(f"{name} is neither whole nor as it was before")
    for kept in work.keeps:
        now = {name: plain(path) for name, path in files.items() if name.split("/")[0] == kept}
        lost = [name for name, bytes_there in earlier.items() if name.split("/")[0] == kept and now.get(name) != bytes_there]
        if lost:
            faults.append(f"{', '.join(lost)}: whole before, and not any more")
    return faults


def table_file(table):
    return table if isinstance(table, str) else table.get("file", "")


def faults_of_ending(way, ending, failures=""):
    """`failures`: why runs failed, where these stand with their reasons in a store."""
    faults = []
    if ending.status not in way.ends:
        faults.append(f"ended by {ending.status}, not by one of {sorted(way.ends)}")
    if RAW.search(ending.said):
        faults.append(f"speaks the machine's words: {RAW.search(ending.said)[0]!r}")
    if ending.status > 0:
        if "homeroom" not in ending.said and "-o " not in ending.said:
            faults.append("does not say who speaks")
        if way.words and not any(word in ending.said + failures for word in way.words):
            faults.append(f"says none of {', '.join(map(repr, way.words))}")
    return faults
