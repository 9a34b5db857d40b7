import type { Written } from './observation-store.ts';

type Heard = { ars: string; written: readonly Written[] };
type Listener = (heard: Heard) => void;

// Of this process alone: another one that serves the same database has listeners of its own.
const listeners = new Set<Listener>();

/** Tells those who listen in this process what has just been stored. */
export const announce = (heard: Heard): void => {
  if (heard.written.length > 0) for (const listener of listeners) listener(heard);
};

/** Without listeners nobody needs the rows. */
export const isHeard = (): boolean => listeners.size > 0;

/** @returns a function that ends the listening. */
export const hearObservations = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
