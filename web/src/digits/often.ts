// A question that is asked again and again while a network changes, one at a time: the next one
// waits for the answer, so a slow engine is asked less.

export function repeatedly(ask: () => Promise<void>, pause: number): () => void {
  let isOpen = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    void ask()
      .catch(() => undefined)
      .then(() => {
        if (isOpen) timer = setTimeout(next, pause);
      });
  };
  next();
  return () => {
    isOpen = false;
    clearTimeout(timer);
  };
}

// Tell whether an element is in sight: what is not need not be asked for while the network runs.
export function watched(element: Element, tell: (isInSight: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) =>
    tell(entries.at(-1)?.isIntersecting === true),
  );
  observer.observe(element);
  return () => observer.disconnect();
}
