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
    told = json.loads(path.read_text(encoding="utf-8"))
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


def done_in_stores(folder):
    """Runs that stand finished in the shards of a folder."""
    done = 0
    for store in folder.rglob(STORES + ".sqlite"):
        with tempfile.TemporaryDirectory() as copy:
            for part in store.parent.glob(store.name + "*"):
                shutil.copy(part, copy)
            try:
                with sqlite3.connect(f"{copy}/{store.name}") as file:
                    done += file.execute("SELECT count(*) FROM runs WHERE status = 'done'").fetchone()[0]
                file.close()
            except sqlite3.DatabaseError:
                pass
    return done


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
        if bytes_there in (calm.results.get(name), earlier.get(name)):
            continue
        if path.name == "manifest.json":
            continue
        top = name.rsplit("/", 1)[0]
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


def faults_of_ending(way, work, ending, calm):
    faults = []
    if ending.status not in way.ends:
        faults.append(f"ended by {ending.status}, not by one of {sorted(way.ends)}")
    if RAW.search(ending.said):
        faults.append(f"speaks the machine's words: {RAW.search(ending.said)[0]!r}")
    if ending.status > 0:
        if "homeroom" not in ending.said and "-o " not in ending.said:
            faults.append("does not say who speaks")
        if way.words and not any(word in ending.said for word in way.words):
            faults.append(f"says none of {', '.join(map(repr, way.words))}")
    return faults
