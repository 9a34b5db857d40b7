import type { Prepared } from './prepare-records.ts';

/** Where and how this source saw a record before. */
export type Sighting = {
  ars: string;
  foreignId: string;
  offerId: string;
  hash: string;
  vanished: boolean;
  /** Another source's sighting leads, this one only fills what is missing. */ fills: boolean;
  /** The leading sighting of the offer has vanished. */ leaderless: boolean;
};

/** What happens to a record that is new or different; `offerId` is absent for a new offer. */
export type Change = {
  record: Prepared;
  kind: 'created' | 'changed' | 'returned' | 'moved';
  offerId?: string;
  fills: boolean;
};

export type ImportPlan = {
  changes: Change[];
  unchanged: Sighting[];
  vanished: Sighting[];
  leftBehind: Sighting[];
};

/** Compares the file with what the source said before. A record that crossed a border is withdrawn there and new here. */
export const planImport = (prepared: Prepared[], sightings: Sighting[]): ImportPlan => {
  const plan: ImportPlan = { changes: [], unchanged: [], vanished: [], leftBehind: [] };
  const known = new Map<string, Sighting[]>();
  for (const sighting of sightings)
    known.set(sighting.foreignId, [...(known.get(sighting.foreignId) ?? []), sighting]);
  for (const record of prepared) {
    const before = known.get(record.foreignId) ?? [];
    known.delete(record.foreignId);
    const here = before.find((sighting) => sighting.ars === record.ars);
    const elsewhere = before.filter((sighting) => sighting !== here && !sighting.vanished);
    plan.leftBehind.push(...elsewhere);
    if (!here) plan.changes.push({ record, kind: elsewhere.length > 0 ? 'moved' : 'created', fills: false });
    else if (!here.vanished && here.hash === record.hash && !(here.fills && here.leaderless))
      plan.unchanged.push(here);
    else
      plan.changes.push({
        record,
        kind: here.vanished ? 'returned' : 'changed',
        offerId: here.offerId,
        fills: here.fills && !here.leaderless,
      });
  }
  for (const before of known.values()) plan.vanished.push(...before.filter((sighting) => !sighting.vanished));
  return plan;
};
