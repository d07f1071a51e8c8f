// The files of the lab are kept in the browser by a service worker, where there may be one: on
// https and on this machine itself.

const LONGEST_WAIT = 2000;

// Returns when the files that are loaded from now on are kept, or cannot be. `version` is that of the
// page.
export async function keptOffline(version: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const workers = navigator.serviceWorker;
  try {
    const isFirst = workers.controller === null;
    await workers.register("./sw.js");
    if (isFirst) await changed(workers);
    else leaveOldVersion(workers, version);
  } catch {
    // Without it the lab works as long as its server is there.
  }
}

function changed(workers: ServiceWorkerContainer): Promise<void> {
  return new Promise((done) => {
    workers.addEventListener("controllerchange", () => done(), { once: true });
    setTimeout(done, LONGEST_WAIT);
  });
}

// A newer version may have taken over while this page was on its way.
function leaveOldVersion(workers: ServiceWorkerContainer, version: string): void {
  workers.addEventListener("message", ({ data }) => {
    if (data === "other version") location.reload();
  });
  workers.controller?.postMessage({ version });
}

// What this visit has not loaded is kept too.
export function keepAll(): void {
  if ("serviceWorker" in navigator) navigator.serviceWorker.controller?.postMessage("keep all");
}
