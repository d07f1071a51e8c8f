// Keeps the lab's files in the browser, so that it works without network after one visit. In front of
// this stands what make site writes: VERSION, FILES, the SHA-256 of each file by its path, and LATER,
// the same of those that are kept only if a page has asked for them.
//
// A file is kept under its hash: those that a new version has in common with the old one are not
// loaded again, whatever their paths, and the others are removed when the new one takes over.

const SCOPE = self.registration.scope;
const CACHE = `noron-lab ${SCOPE}`;
const START = "index.html";
const ALL = { ...FILES, ...LATER };

const keyOf = (path) => `${SCOPE}?sha256=${ALL[path]}`;

function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(SCOPE)) return null;
  const path = address.slice(SCOPE.length) || START;
  return path in ALL ? path : null;
}

// The copy has no address and is not compressed, so that it may be given for another path.
async function keep(path, response) {
  const content = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const text = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || text !== ALL[path]) throw new Error(`${path} is of another version`);
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  await (await caches.open(CACHE)).put(keyOf(path), new Response(content, { headers }));
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(FILES)) {
    if (await cache.match(keyOf(path))) continue;
    await keep(path, await fetch(SCOPE + path, { cache: "no-cache" }));
  }
}

async function removeOthers() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(ALL).map(keyOf));
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
}

async function answer(event, path) {
  const kept = await (await caches.open(CACHE)).match(keyOf(path));
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(path, response.clone()).catch(() => undefined));
  return response;
}

// At the first visit the page loads the files, and they are kept on their way. A later version is
// loaded whole, and takes over when no page of the one before is open.
self.addEventListener("install", (event) => {
  event.waitUntil(self.registration.active ? keepAll() : self.skipWaiting());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(removeOthers().then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path !== null) event.respondWith(answer(event, path));
});
self.addEventListener("message", (event) => {
  if (event.data === "keep all") event.waitUntil(keepAll().catch(() => undefined));
  if ((event.data.version ?? VERSION) !== VERSION) event.source.postMessage("other version");
});
