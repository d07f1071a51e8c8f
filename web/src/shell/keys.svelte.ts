// What keys do on the page that is shown, in place of what they do elsewhere.

export const pageKeys = $state<{ current: Record<string, () => void> }>({ current: {} });
