// How messages get to an engine and back: over a WebSocket to one's own machine.

export type Received = string | ArrayBuffer;

export interface Transport {
  send(text: string): void;
  close(): void;
}

export interface Listener {
  opened(): void;
  received(message: Received): void;
  lost(): void;
}

const SUBPROTOCOL = "noron.lab.1";
const KEY = "noron-lab-key";
const SESSION = "noron-lab-session";
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

// The key comes once, behind the # of the address, which no server and no log sees.
function takeKey(): void {
  const given = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return;
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, "", location.pathname + location.search);
}

export function socketTransport(listener: Listener): Transport {
  takeKey();
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
      listener.lost();
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

  connect();
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
