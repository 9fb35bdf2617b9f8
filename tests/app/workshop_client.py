"""A workshop on loopback, and what asks it: the standard library, and sockets for what it would not say."""
import contextlib
import http.client
import json
import signal
import socket
import subprocess
import urllib.parse


class Workshop:
    """The real program, opened on a free port; closed by Ctrl-C."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen(
            [program, "workshop", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.link = self.process.stdout.readline().strip()
        assert self.link.startswith("http://"), self.process.stderr.read()
        parts = urllib.parse.urlsplit(self.link)
        self.host, self.port = parts.hostname, parts.port
        self.token = urllib.parse.parse_qs(parts.query).get("token", [""])[0]

    def close(self):
        """Ctrl-C; the exit status and what was said."""
        self.process.send_signal(signal.SIGINT)
        said = self.process.communicate(timeout=60)[1]
        return self.process.returncode, said

    def memory(self):
        """MiB that the program holds."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

    def alive(self):
        return self.process.poll() is None

    def ask(self, path, method="GET", body=None, headers=None, timeout=60):
        """Status, headers, body."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def check(self, state):
        status, _, body = self.ask("/api/check", "POST", json.dumps(state))
        assert status == 200, (status, body)
        return json.loads(body)

    def stream(self, state, timeout=120):
        return Stream(self, state, timeout)


class Stream:
    """Server-sent events of one state; numbers stay as they are written."""

    def __init__(self, workshop, state, timeout):
        self.connection = http.client.HTTPConnection(workshop.host, workshop.port, timeout=timeout)
        self.connection.request("GET", "/api/stream?state=" + quoted(state))
        self.answer = self.connection.getresponse()
        self.status = self.answer.status
        self.retry_after = self.answer.headers.get("Retry-After")
        self.type = self.answer.headers.get("Content-Type")

    def events(self):
        name = None
        while True:
            line = self.answer.readline()
            if not line:
                return
            line = line.decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                yield name, json.loads(line[6:], parse_float=str, parse_int=str)

    def until(self, wanted):
        """Everything up to the first event of this name."""
        seen = []
        for name, data in self.events():
            seen.append((name, data))
            if name == wanted:
                return seen
        raise AssertionError(f"no event {wanted} after {[name for name, _ in seen]}")

    def close(self):
        # The answer holds the socket as well.
        if self.connection.sock:
            self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.answer.close()
        self.connection.close()


def quoted(state):
    return urllib.parse.quote(json.dumps(state, separators=(",", ":")), safe="")


def raw(workshop, request, patience):
    """Bytes as they are, and the status of what comes back; 0 where nothing does in so many seconds."""
    with socket.create_connection((workshop.host, workshop.port), timeout=20) as wire:
        try:
            wire.sendall(request)
            wire.settimeout(patience)
            answer = b""
            while b"\r\n" not in answer:
                piece = wire.recv(4096)
                if not piece:
                    break
                answer += piece
        except OSError:
            return 0
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
