#!/usr/bin/env python3
"""The workshop as a page meets it: the real program on loopback with a small invented city.

    tests/app/workshop.py PROGRAM [--fuzz N] [--load SECONDS]

Fuzzed requests are drawn from a fixed seed: 2,000 unless told otherwise (--full tries 10,000).
"""
import argparse
import csv
import json
import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True

from workshop_client import Workshop, quoted, raw  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
CITY = "small_elected"
SCENARIO = ROOT / "scenarios" / f"{CITY}.toml"

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print(f"FAILED: {what}", file=sys.stderr)


def state(replicates=8, **b):
    return {"v": 1, "city": CITY, "years": 3, "replicates": replicates, "b": b}


def catalogue(workshop):
    status, headers, body = workshop.ask("/api/catalogue")
    expect(status == 200 and headers["Cache-Control"] == "no-store", "the catalogue is answered and not stored")
    told = json.loads(body)
    expect([city["key"] for city in told["cities"]] == [CITY], "the catalogue has the city that is served")
    expect([heading["key"] for heading in told["headings"]] ==
           ["autonomies", "choice", "accountability", "governance", "support", "leaders", "money"],
           "headings stand in the report's order")
    levers = {lever["key"]: lever for lever in told["levers"]}
    lists = levers["law.choice.list_length"]
    expect(lists["kind"] == "whole" and lists["low"] == 1 and lists["high"] == 20, "a lever has its range")
    expect(CITY in lists["values"], "a lever has its value in the city")
    expect("traditional" in levers["models.KEY.S6"]["values"][CITY], "a model's lever has its value by model")
    expect({"R1", "R9", "R1a", "all"} <= {preset["key"] for preset in told["presets"]}, "presets are there")
    expect(not any("placebo" in preset["key"] for preset in told["presets"]), "placebos are no presets")
    for name in ("level_math", "latent_growth_math", "effective_autonomy", "cost_per_pupil", "school_survival"):
        expect(any(outcome["key"] == name for outcome in told["outcomes"]), f"{name} is an outcome")
    pilot = next(model for model in told["models"] if model["key"] == "pilot")
    expect("autonomy" in pilot["description"] and told["program"], "a school model is described, the program named")
    _, _, again = workshop.ask("/api/catalogue")
    expect(again == body, "the catalogue is the same bytes again")


def explains(workshop):
    status, _, body = workshop.ask("/api/explain?key=law.choice.list_length&city=" + CITY)
    told = json.loads(body)
    expect(status == 200 and told["unit"] == "ranks" and told["meaning"], "a key is explained")
    expect(told["set"].startswith("places/") and str(ROOT) not in body.decode(), "where it stands, and no folder of this machine")
    status, _, body = workshop.ask("/api/explain?key=law.choice.list_lenght")
    expect(status == 404 and "list_length" in json.loads(body)["error"]["try"], "an unknown key names the nearest")
    expect(workshop.ask("/api/explain?key=nature.learning.leadership")[0] == 200, "nature is explained as well")


def wrong_states(workshop):
    """Every fault at once, each with its lever."""
    told = workshop.check(state(levers={"law.choice.list_length": 99, "law.choice.asignment": "x",
                                        "models.traditional.S6": 2, "law.governance.board": "king"}))
    by_lever = {fault["lever"]: fault for fault in told["faults"]}
    expect("law.choice.asignment" in by_lever, "an unknown lever is told")
    expect("assignment" in by_lever["law.choice.asignment"]["try"], "the nearest lever is told")
    told = workshop.check(state(levers={"law.choice.list_length": 99, "models.traditional.S6": 2,
                                        "law.governance.board": "king"}))
    by_lever = {fault["lever"]: fault for fault in told["faults"]}
    expect(set(by_lever) == {"law.choice.list_length", "models.traditional.S6", "law.governance.board"},
           f"all faults of values at once, not {sorted(by_lever)}")
    expect("1 to 20" in by_lever["law.choice.list_length"]["allowed"], "what is allowed is told")
    for wrong, words in (({"city": "atlantis"}, "no city"), ({"city": CITY, "years": 0}, "out of range"),
                         ({"city": CITY, "yeers": 3}, "no part of a state"), ({}, "missing"),
                         ({"city": CITY, "b": {"presets": ["R99"]}}, "no preset"),
                         ({"city": CITY, "b": {"presets": ["../R1"]}}, "no preset"),
                         ({"city": CITY, "b": {"models": {"pilot": "x"}}}, "school model"),
                         ({"city": CITY, "b": {"levers": {"law.choice.list_length": [1]}}}, "no value"),
                         ({"city": CITY, "seed": -1}, "out of range"), ({"city": CITY, "a": 3}, "object"),
                         ({"city": CITY, "locks": ["law.nothing"]}, "no lever")):
        told = workshop.check(wrong)
        expect(any(words in fault["text"] for fault in told["faults"]), f"{wrong}: no word of '{words}' in {told}")
    status, _, body = workshop.ask("/api/check", "POST", "{nonsense")
    expect(status == 400 and "JSON" in json.loads(body)["faults"][0]["text"], "what is no JSON is refused")
    told = workshop.check(state(presets=["R1"], levers={"law.choice.list_length": 3}))
    expect(not told["faults"], f"a sound state has no fault: {told['faults']}")
    moved = {move["key"] for move in told["moves"]["b"]}
    expect("law.choice.list_length" in moved and not told["moves"]["a"], "what a policy moves is told")
    stream = workshop.stream(state(levers={"law.choice.list_length": 99}))
    expect(stream.status == 400, "a state with faults is not streamed")
    stream.close()


def compared(program, workshop, asked, replicates, folder):
    """Rows of differences.csv of the downloaded scenarios, by outcome, model and year."""
    files = []
    for policy in "ab":
        status, headers, body = workshop.ask(f"/api/scenario.toml?policy={policy}&state={quoted(asked)}")
        expect(status == 200, f"policy {policy} can be downloaded: {body[:300]}")
        expect(f'"{CITY}_{policy}.toml"' in headers["Content-Disposition"], "a download has its name")
        files.append(folder / f"{CITY}_{policy}.toml")
        files[-1].write_bytes(body)
    run = subprocess.run([program, "compare", *files, "--replicates", str(replicates), "-o", folder / "compared",
                          "--quiet", "--force"], capture_output=True, text=True)
    expect(run.returncode == 0, f"the downloaded scenarios compare: {run.stderr}")
    with open(folder / "compared" / "differences.csv", newline="") as table:
        return {(row["measure"], row["model"], row["year"]): row for row in csv.DictReader(table)}


def told_as_compared(data, years, rows, n):
    """Every streamed number stands in the table, to the byte."""
    wrong, looked = [], 0
    columns = {"a": "base_mean", "b": "alternative_mean", "d": "difference", "low": "low", "high": "high"}
    for series in data["series"]:
        for at, year in enumerate(years):
            row = rows.get((series["o"], series["m"], year))
            for name, column in columns.items():
                value = series[name][at]
                cell = row[column] if row else ""
                looked += value is not None
                if (value or "") != cell:
                    wrong.append((series["o"], series["m"], year, column, value, cell))
            pairs = series["pairs"][at] if "pairs" in series else data["n"]
            if row and row["replicates"] != pairs:
                wrong.append((series["o"], series["m"], year, "pairs", pairs, row["replicates"]))
    expect(not wrong, f"after {n} pairs {len(wrong)} numbers are not those of compare: {wrong[:3]}")
    expect(looked > 1500, f"only {looked} numbers were looked at")


def streamed_and_compared(program, workshop):
    asked = state(presets=["R1", "R6"], levers={"law.choice.list_length": 3, "law.governance.board": "appointed",
                                                "autonomous.S6": 0.5})
    stream = workshop.stream(asked)
    expect(stream.status == 200 and stream.type == "text/event-stream", "a stream begins")
    events = stream.until("end")
    stream.close()
    names = [name for name, _ in events]
    expect(names[0] == "city" and names[-1] == "end", f"the city comes first and the end last: {names}")
    differences = [data for name, data in events if name == "differences"]
    expect([data["n"] for data in differences] == ["1", "8"], "differences come after 1 and after 8 pairs")
    years = events[0][1]["years"]
    expect(len(years) == 3, "years are those asked for")
    expect(len(events[0][1]["schools"]["rows"]) >= 14, "the city has its schools")
    schools = [data for name, data in events if name == "schools"]
    expect(len(schools) == 1 and len(schools[0]["rows"][0]) == len(schools[0]["columns"]), "schools side by side")
    expect(any(any(float(d or 0) != 0 for d in series["d"]) for series in differences[1]["series"]),
           "the policy makes a difference")
    # Terms of growth add up to it.
    last = {(s["o"], s["m"]): s for s in differences[1]["series"]}
    terms = [float(s["d"][-1]) for (o, m), s in last.items() if o.endswith("_math") and m == "" and
             o.removesuffix("_math") in ("teacher", "leadership", "program", "time", "resources", "class_size",
                                         "climate", "effort", "fit", "peers", "disruption", "anchor")]
    growth = float(last["latent_growth_math", ""]["d"][-1])
    expect(len(terms) == 12 and abs(sum(terms) - growth) < 1e-7, f"terms add up to growth: {sum(terms)} {growth}")
    with tempfile.TemporaryDirectory() as folder:
        for data in differences:
            rows = compared(program, workshop, asked, data["n"], pathlib.Path(folder))
            told_as_compared(data, years, rows, data["n"])


def whole_policies_compared(program, workshop):
    """Models that presets bring, a model that becomes like another, and a policy A of its own."""
    models = [model["key"] for model in json.loads(workshop.ask("/api/catalogue")[2])["cities"][0]["models"]]
    expect("pilot" in models or "innovation" in models, f"the city has autonomous schools: {models}")
    asked = state(replicates=2, presets=["all"], levers={"models.traditional.coaching": 0.7})
    asked["a"] = {"presets": ["R8"], "models": {models[1]: "independent_charter"}, "levers": {"autonomous.B1": 1}}
    stream = workshop.stream(asked)
    expect(stream.status == 200, "whole policies are streamed")
    events = stream.until("end")
    stream.close()
    with tempfile.TemporaryDirectory() as folder:
        rows = compared(program, workshop, asked, 2, pathlib.Path(folder))
        data = [data for name, data in events if name == "differences"][-1]
        told_as_compared(data, events[0][1]["years"], rows, "2")


def equal_policies(workshop):
    """A policy B that equals A, said in other words, differs by exactly 0."""
    asked = state(presets=["R1"])
    asked["a"] = {"presets": ["R1"], "levers": {}, "models": {}}
    for b in (asked["b"], {"presets": ["R1"], "levers": {"law.choice.list_length": listed_now(workshop)}}):
        asked["b"] = b
        stream = workshop.stream(asked)
        for name, data in stream.until("end"):
            if name != "differences":
                continue
            apart = [series for series in data["series"] if any(d not in (None, "0", "-0") for d in series["d"])]
            expect(not apart, f"equal policies differ: {apart[:1]}")
        stream.close()


def listed_now(workshop):
    told = json.loads(workshop.ask("/api/catalogue")[2])
    lever = next(one for one in told["levers"] if one["key"] == "law.choice.list_length")
    return lever["values"][CITY]["value"]


def who_may_ask(workshop):
    own = f"127.0.0.1:{workshop.port}"
    for headers, wanted in (({"Host": own}, 200), ({"Host": f"localhost:{workshop.port}"}, 200),
                            ({"Host": "evil.example"}, 403), ({"Host": f"evil.example:{workshop.port}"}, 403),
                            ({"Host": "127.0.0.1:1"}, 403), ({"Host": ""}, 403),
                            ({"Host": own, "Origin": "http://evil.example"}, 403),
                            ({"Host": own, "Origin": "null"}, 403),
                            ({"Host": own, "Origin": f"http://{own}"}, 200)):
        for path in ("/", "/api/catalogue"):
            status, answer, _ = workshop.ask(path, headers=headers)
            expect(status == wanted, f"{headers} {path}: {status}, not {wanted}")
            expect("script-src 'self'" in answer["Content-Security-Policy"], "a policy for scripts")
            expect(answer["X-Content-Type-Options"] == "nosniff", "no guessing of types")
    for path, method, wanted in (("/nothing", "GET", 404), ("/../etc/passwd", "GET", 404), ("/api/nothing", "GET", 404),
                                 ("/api/check", "GET", 405), ("/", "DELETE", 405), ("/api/stream", "GET", 400),
                                 ("/api/stream?state=" + "x" * 9000, "GET", 414), ("/", "HEAD", 200),
                                 ("/api/scenario.toml?policy=c", "GET", 400)):
        status, _, _ = workshop.ask(path, method)
        expect(status == wanted, f"{method} {path[:40]}: {status}, not {wanted}")
    status, _, _ = workshop.ask("/api/check", "POST", "x" * 70000)
    expect(status == 413, f"a body that is too long: {status}")


def token_of_a_link(program):
    workshop = Workshop(program, SCENARIO, "--listen", "0.0.0.0", "--quiet")
    workshop.host = "127.0.0.1"
    try:
        expect(len(workshop.token) == 32, "the link has a token")
        expect(workshop.ask("/api/catalogue")[0] == 403, "without the token nothing is answered")
        expect(workshop.ask("/?token=" + "0" * 32)[0] == 403, "nor with another")
        status, headers, _ = workshop.ask("/?token=" + workshop.token)
        cookie = headers["Set-Cookie"].split(";")[0]
        expect(status == 200 and "HttpOnly" in headers["Set-Cookie"], "the page is given, and a cookie with it")
        expect(workshop.ask("/api/catalogue", headers={"Cookie": cookie})[0] == 200, "the cookie is enough")
        expect(workshop.ask("/api/catalogue?token=" + workshop.token)[0] == 200, "so is the token")
        status, _, _ = workshop.ask("/", headers={"Cookie": cookie, "Host": f"evil.example:{workshop.port}"})
        expect(status == 403, "a name of elsewhere is refused with the token, too")
    finally:
        workshop.close()


def many_streams(workshop):
    """Forty watch at once and a plain request is answered; past the limit one is asked to come back."""
    def long_state(number):
        asked = state(replicates=256, levers={"law.choice.outreach": number / 1000})
        asked["years"] = 30
        return asked
    streams = [workshop.stream(long_state(number)) for number in range(40)]
    expect(all(stream.status == 200 for stream in streams), "forty streams are open")
    expect(workshop.ask("/api/catalogue")[0] == 200, "a plain request is answered beside them")
    while len(streams) < 60 and streams[-1].status == 200:
        streams.append(workshop.stream(long_state(len(streams))))
    expect(streams[-1].status == 503 and int(streams[-1].retry_after) > 0, "one too many is asked to come back")
    expect(len(streams) == 49, f"the limit is 48 streams, not {len(streams) - 1}")
    name, _ = next(streams[0].events())
    expect(name in ("city", "differences"), "the first is answered while the others wait")
    for stream in streams:
        stream.close()
    # Who left is noticed: the room is there again, and what they waited for is not lived on.
    for _ in range(100):
        stream = workshop.stream(state())
        if stream.status == 200:
            break
        stream.close()
        time.sleep(0.1)
    expect(stream.status == 200, "when they have left there is room again")
    stream.until("end")
    stream.close()


def broken_requests(workshop, count):
    """Nothing that is sent ends the program, or is answered by a failure of its own."""
    draw = random.Random(20180901)
    good = quoted(state(replicates=1, presets=["R1"], levers={"law.choice.list_length": 3}))
    body = json.dumps(state(levers={"law.choice.list_length": 3}))
    paths = ["/", "/api/catalogue", "/api/explain?key=law.choice.list_length&city=" + CITY, "/api/check",
             "/api/scenario.toml?policy=b&state=" + good, "/api/stream?state=" + good, "/workshop.js"]

    def mutated(text):
        letters = bytearray(text)
        for _ in range(draw.randrange(1, 6)):
            at = draw.randrange(len(letters) + 1)
            what = draw.randrange(4)
            if what == 0:
                letters[at:at] = bytes(draw.randrange(256) for _ in range(draw.randrange(1, 9)))
            elif what == 1:
                del letters[at:at + draw.randrange(1, 9)]
            elif what == 2 and letters:
                letters[at % len(letters)] = draw.randrange(256)
            else:
                letters[at:at] = draw.choice([b"%00", b"%ff", b"{", b"[[[[[[[[", b"\r\n", b"1e999", b"../", b'"',
                                              b"9" * 40, b"\\u0000", b"autonomous.", b"null", b"%"])
        return bytes(letters)

    statuses = {}
    for number in range(count):
        kind = draw.randrange(4)
        if kind == 0:
            request = mutated(f"GET {draw.choice(paths)} HTTP/1.1\r\nHost: 127.0.0.1:{workshop.port}\r\n\r\n".encode())
        elif kind == 1:
            path = mutated(draw.choice(paths).encode()).replace(b"\r", b"").replace(b"\n", b"").replace(b" ", b"+")
            request = b"GET " + path + f" HTTP/1.1\r\nHost: 127.0.0.1:{workshop.port}\r\nConnection: close\r\n\r\n".encode()
        elif kind == 2:
            sent = mutated(body.encode())
            request = (f"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:{workshop.port}\r\nConnection: close\r\n"
                       f"Content-Length: {len(sent)}\r\n\r\n").encode() + sent
        else:
            request = bytes(draw.randrange(256) for _ in range(draw.randrange(1, 300))) + b"\r\n\r\n"
        status = raw(workshop, request, patience=10 if kind in (1, 2) else 0.03)
        statuses[status] = statuses.get(status, 0) + 1
        if status >= 500 and status != 503:
            expect(False, f"request {number} is answered {status}: {request[:400]!r}")
        if not workshop.alive():
            expect(False, f"request {number} ended the program: {request[:400]!r}")
            return
    expect(statuses.get(200, 0) > count // 50, f"too few sound requests among them: {statuses}")
    expect(workshop.ask("/api/catalogue")[0] == 200, "after all of them it answers as before")


def load(workshop, seconds):
    """Twenty pages that move levers without end: each gets answers, nobody a failure, and who asks the same is told
    the same. What is kept is bounded, so that the second half of a minute and more takes little memory beyond the
    first."""
    until = time.monotonic() + seconds
    wrong, answered, first, memory = [], [], {}, []

    def page(number):
        draw = random.Random(number)
        while time.monotonic() < until:
            try:
                levers = {"law.choice.list_length": draw.randrange(1, 8), "law.choice.outreach": draw.randrange(5) / 4}
                stream = workshop.stream(state(replicates=32, levers=levers))
                if stream.status == 200:
                    for name, told in stream.events():
                        if name == "differences":
                            answered.append(number)
                            if first.setdefault((str(levers), told["n"]), told) != told:
                                wrong.append(f"another difference of {levers} after {told['n']} pairs")
                            break
                elif stream.status != 503:
                    wrong.append(stream.status)
                stream.close()
            except OSError as error:
                wrong.append(repr(error))

    pages = [threading.Thread(target=page, args=(number,)) for number in range(20)]
    for one in pages:
        one.start()
    time.sleep(seconds / 2)
    memory.append(workshop.memory())
    for one in pages:
        one.join()
    memory.append(workshop.memory())
    print(f"workshop: {len(answered)} answers to {len(first)} questions in {seconds} s, {memory} MiB at half time and "
          "at the end")
    expect(not wrong, f"under load: {wrong[:3]}")
    expect(seconds < 60 or memory[1] < 1.25 * memory[0] + 16, f"memory grows under load: {memory} MiB")
    expect(len(set(answered)) == 20, f"{len(set(answered))} of 20 pages were answered")
    expect(workshop.ask("/api/catalogue")[0] == 200, "after the load it answers as before")


def refusals(program):
    """What cannot be opened says so and serves nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for arguments, status, words in (
                ([SCENARIO, "--port", port], 1, "cannot be had"), ([SCENARIO, "--port", "99999"], 2, "out of range"),
                ([SCENARIO, "--listen", "example.org"], 2, "no address"), (["nothing.toml"], 2, "nothing.toml"),
                ([ROOT / "scenarios" / "national.toml"], 2, "is a nation"), ([SCENARIO, SCENARIO], 2, "name of another"),
                ([SCENARIO, "--memory", "1"], 2, "out of range")):
            run = subprocess.run([program, "workshop", *map(str, arguments)], capture_output=True, text=True, timeout=60)
            expect(run.returncode == status and words in run.stderr,
                   f"{arguments}: {run.returncode}, {run.stderr!r}; not {status} with '{words}'")
            expect(not run.stdout, "no link where nothing is served")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--fuzz", type=int, default=2000)
    parser.add_argument("--load", type=float, default=10)
    options = parser.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    os.chdir(ROOT)
    refusals(options.program)
    token_of_a_link(options.program)
    workshop = Workshop(options.program, SCENARIO, "--quiet")
    try:
        catalogue(workshop)
        explains(workshop)
        wrong_states(workshop)
        streamed_and_compared(options.program, workshop)
        whole_policies_compared(options.program, workshop)
        equal_policies(workshop)
        who_may_ask(workshop)
        many_streams(workshop)
        broken_requests(workshop, options.fuzz)
        load(workshop, options.load)
        # Ctrl-C with a stream open.
        stream = workshop.stream(state(replicates=256, levers={"law.choice.outreach": 0.77}))
        with socket.create_connection((workshop.host, workshop.port)):  # nor one that says nothing
            status, said = workshop.close()
        expect(status == 0, f"Ctrl-C ends it with 0, not {status}: {said}")
        stream.close()
    finally:
        if workshop.alive():
            workshop.process.kill()
    if failures:
        sys.exit(f"{len(failures)} failures")
    print("all as expected")


main()
