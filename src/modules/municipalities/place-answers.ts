import type { Municipality } from './municipality.ts';

type Text = { de: string; en: string };

/** By point. `approximate`: no boundary has the point (water, coast, simplified border), the nearest seat does. */
export type PointAnswer =
  | { kind: 'inside'; municipality: Municipality }
  | { kind: 'approximate'; municipality: Municipality; metres: number }
  | { kind: 'outside' };

/** The old key that a person used, and when its unit had ended at the latest. */
export type SucceededKey = { oldName: string; changedBy: string };

/** How well a name fits, best first. */
export type NameMatch = 'exact' | 'prefix' | 'word' | 'similar';

/** One line of the typing aid: `label` is the name, `hint` tells duplicates apart. */
export type NameHit = { municipality: Municipality; label: string; hint: string; match: NameMatch };

/** By any text a person types. `ask`: several fit, the person chooses; nothing is guessed. */
export type PlaceAnswer =
  | { kind: 'one'; municipality: Municipality; succession?: SucceededKey; note?: Text }
  | { kind: 'ask'; candidates: NameHit[]; note?: Text; source?: string }
  | { kind: 'none' };

/** By postcode. `source` is the table that says so, for the page to name. */
export type PostcodeAnswer =
  | { kind: 'one'; municipality: Municipality; source: string }
  | { kind: 'ask'; candidates: NameHit[]; source: string }
  | { kind: 'none' };

/** By AGS or ARS. `succeeded`: the key is an old one; successors, largest share first. */
export type KeyAnswer =
  | { kind: 'current'; municipality: Municipality }
  | { kind: 'succeeded'; successors: [Municipality, ...Municipality[]]; succession: SucceededKey; note: Text }
  | { kind: 'unknown' };
