// How messages get to an engine and back: over a WebSocket to one's own machine. worker.ts has the
// other way.

import type { Loaded } from "./worker";

export type Received = string | ArrayBuffer;

export interface Transport {
  send(text: string): void;
  close(): void;
}

export interface Listener {
  opened(): void;
  received(message: Received): void;
  lost(why: "lost" | "no_key" | "no_wasm" | "no_engine", reason?: string): void;
  // Of an engine that comes into the browser first: how far it is, and what is shown meanwhile.
  loading?(percent: number, what: Loaded): void;
  recorded?(message: Received): void;
}

const SUBPROTOCOL = "noron.lab.1";
const KEY = "noron-lab-key";
const SESSION = "noron-lab-session";
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

const CHANNEL = "noron-lab";
const WAIT_FOR_KEY = 300;

// The key comes once, behind the # of the address, which no server and no log sees. A tab that is
// opened later asks the others, which are pages of the same server, for theirs.
export function takeKey(): void {
  const [, key, place] = /^#key=([\w-]+)(?:&to=(.*))?$/.exec(location.hash) ?? [];
  if (key === undefined) return;
  sessionStorage.setItem(KEY, key);
  const hash = place === undefined ? "" : `#/${place}`;
  history.replaceState(null, "", location.pathname + location.search + hash);
}

function keyOfOtherTab(): Promise<string | null> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((done) => {
    const end = (key: string | null): void => {
      channel.close();
      done(key);
    };
    channel.onmessage = ({ data }: MessageEvent<{ key?: string }>) => {
      if (typeof data.key === "string") end(data.key);
    };
    channel.postMessage({ wanted: true });
    setTimeout(() => end(null), WAIT_FOR_KEY);
  });
}

function answerOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ wanted?: boolean }>) => {
    const key = sessionStorage.getItem(KEY);
    if (data.wanted === true && key !== null) channel.postMessage({ key });
  };
}

export function socketTransport(listener: Listener): Transport {
  let socket: WebSocket | undefined;
  let pause = FIRST_PAUSE;
  let isClosed = false;

  function connect(): void {
    const key = sessionStorage.getItem(KEY) ?? "";
    const session = sessionStorage.getItem(SESSION);
    const names = [SUBPROTOCOL, `key.${key}`];
    if (session !== null) names.push(`session.${session}`);
    socket = new WebSocket(`ws://${location.host}/ws`, names);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      pause = FIRST_PAUSE;
      listener.opened();
    };
    socket.onmessage = (event: MessageEvent<Received>) => {
      if (typeof event.data === "string") keep(event.data);
      listener.received(event.data);
    };
    socket.onclose = () => {
      if (isClosed) return;
      listener.lost("lost");
      setTimeout(connect, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
  }

  // A key that stays, and the session to come back to.
  function keep(text: string): void {
    const answer = JSON.parse(text) as { t: string; name?: string; key?: string };
    if (answer.t !== "session") return;
    if (answer.key !== undefined) sessionStorage.setItem(KEY, answer.key);
    if (answer.name !== undefined) sessionStorage.setItem(SESSION, answer.name);
  }

  async function begin(): Promise<void> {
    if (sessionStorage.getItem(KEY) === null) {
      const key = await keyOfOtherTab();
      if (key === null) {
        listener.lost("no_key");
        return;
      }
      sessionStorage.setItem(KEY, key);
    }
    answerOtherTabs();
    connect();
  }

  void begin();
  return {
    send: (text) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      isClosed = true;
      socket?.close();
    },
  };
}
