// Work that is done a few times a second at most, however often it is asked for. What it returns
// calls off what has not been done yet: an effect of Svelte returns it.

export function seldom(milliseconds: number): (work: () => void) => () => void {
  let last = -Infinity;
  return (work) => {
    const wait = Math.max(0, last + milliseconds - performance.now());
    const timer = setTimeout(() => {
      last = performance.now();
      work();
    }, wait);
    return () => clearTimeout(timer);
  };
}
