// One stream of lives, from its opening to its end. Read by fetch, since an EventSource tells
// neither that too many streams are open nor what was refused.
import type { CityEvent, Differences, Failure, SchoolsEvent } from "./answers.ts";
import { streamAddress } from "./ask.ts";
import { EventReader, type ServerEvent } from "./server_events.ts";
import type { State } from "./state.ts";

/** What is heard of a stream. */
export interface Listener {
  city(event: CityEvent): void;
  differences(event: Differences): void;
  schools(event: SchoolsEvent): void;
  progress(done: number, of: number): void;
  end(n: number): void;
  failed(failure: Failure): void;
  /** All seats are taken: it asks again in so many seconds. */
  waits(seconds: number): void;
  /** No word from the program: it asks again in so many seconds. */
  lost(seconds: number): void;
}

// The program says something every two seconds.
const kSilence = 10_000;
const kAgain = 3;

export class Stream {
  private readonly stop = new AbortController();
  private timer = 0;

  constructor(private readonly state: State, private readonly listener: Listener) {
    void this.open();
  }

  /** What it was living is given up; nothing more is heard of it. */
  close(): void {
    clearTimeout(this.timer);
    this.stop.abort();
  }

  private async open(): Promise<void> {
    const silence = new AbortController();
    const signal = anyOf(this.stop.signal, silence.signal);
    try {
      const response = await fetch(streamAddress(this.state), { headers: { Accept: "text/event-stream" }, signal });
      if (response.status === 503) return this.again(secondsOf(response), (s) => this.listener.waits(s));
      if (!response.ok || !response.body) return this.listener.failed(await failureOf(response));
      if (await this.listen(response.body.getReader(), silence)) return;
    } catch {
      // Cut off; whether by this page is seen below.
    }
    this.again(kAgain, (s) => this.listener.lost(s));
  }

  /** Whether it came to its end. */
  private async listen(from: ReadableStreamDefaultReader<Uint8Array>, silence: AbortController): Promise<boolean> {
    const reader = new EventReader();
    const decoder = new TextDecoder();
    for (;;) {
      const watch = setTimeout(() => silence.abort(), kSilence);
      const { done, value } = await from.read().finally(() => clearTimeout(watch));
      if (done || this.stop.signal.aborted) return this.stop.signal.aborted;
      for (const event of reader.read(decoder.decode(value, { stream: true }))) {
        if (this.hear(event)) return true;
      }
    }
  }

  private hear({ name, data }: ServerEvent): boolean {
    if (this.stop.signal.aborted) return true;
    const said: unknown = JSON.parse(data);
    switch (name) {
      case "city": this.listener.city(said as CityEvent); return false;
      case "differences": this.listener.differences(said as Differences); return false;
      case "schools": this.listener.schools(said as SchoolsEvent); return false;
      case "progress": this.listener.progress((said as { done: number }).done, (said as { of: number }).of); return false;
      case "end": this.listener.end((said as { n: number }).n); return true;
      case "error": this.listener.failed(said as Failure); return true;
      default: return false;
    }
  }

  private again(seconds: number, tell: (seconds: number) => void): void {
    if (this.stop.signal.aborted) return;
    tell(seconds);
    this.timer = window.setTimeout(() => void this.open(), seconds * 1000);
  }
}

function secondsOf(response: Response): number {
  const said = Number(response.headers.get("Retry-After"));
  return said > 0 ? Math.min(said, 60) : kAgain;
}

async function failureOf(response: Response): Promise<Failure> {
  try {
    const body = (await response.json()) as { error?: Failure; faults?: { text: string }[] };
    if (body.error) return body.error;
    if (body.faults?.[0]) return { message: body.faults[0].text, try: "" };
  } catch {
    // Its number is all that is known.
  }
  return { message: `the program answered ${response.status}`, try: "" };
}

/** Aborts as soon as one of them does. */
function anyOf(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort();
    signal.addEventListener("abort", () => both.abort(), { once: true });
  }
  return both.signal;
}
