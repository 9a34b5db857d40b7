import type { Context } from '../../../foundation/database/context.ts';
import { listPulses } from '../room/sprint-store.ts';

const EVERY_MILLISECONDS = 1000;
const MOST_IN_ROOM = 300;
const MOST_IN_ALL = 2000;

type Listener = { hear: () => void /** The house closes. */; end: () => void };

/** Those who listen to rooms. Several processes may serve one room: all of them look at the same counter. */
export type LiveRooms = {
  /** @returns how to stop listening; undefined where too many listen already. */ listen: (
    sprintId: string,
    listener: Listener,
  ) => (() => void) | undefined;
  /** Ends all listening, for good: an open stream would hold the end of the process for minutes. */ close: () => void;
};

/** One look at the database in a second for all rooms together, and none as long as nobody listens. */
export const openLiveRooms = ({ database }: Pick<Context, 'database'>): LiveRooms => {
  const rooms = new Map<string, Set<Listener>>();
  const known = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isClosed = false;

  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const { id, pulse } of await listPulses(database, [...rooms.keys()])) {
        const before = known.get(id);
        known.set(id, pulse);
        if (before !== undefined && before !== pulse) for (const { hear } of rooms.get(id) ?? []) hear();
      }
    } catch {
      // A database that is away for a moment: the next look tells what was missed.
    } finally {
      isLooking = false;
    }
  };

  const leave = (sprintId: string, listener: Listener): void => {
    const room = rooms.get(sprintId);
    room?.delete(listener);
    if (room?.size === 0) {
      rooms.delete(sprintId);
      known.delete(sprintId);
    }
    if (rooms.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    listen: (sprintId, listener) => {
      const room = rooms.get(sprintId) ?? new Set<Listener>();
      const all = [...rooms.values()].reduce((sum, { size }) => sum + size, 0);
      if (isClosed || room.size >= MOST_IN_ROOM || all >= MOST_IN_ALL) return undefined;
      room.add(listener);
      rooms.set(sprintId, room);
      if (!timer) timer = setInterval(() => void look(), EVERY_MILLISECONDS).unref();
      void look();
      return () => leave(sprintId, listener);
    },
    close: () => {
      isClosed = true;
      for (const { end } of [...rooms.values()].flatMap((room) => [...room])) end();
    },
  };
};
