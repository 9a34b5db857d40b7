import * as v from 'valibot';
import { type Body, parseBody } from './create-entity.ts';
import { NotWritten } from './not-written.ts';
import { LinkSchema } from './read-entity.ts';

const COLUMNS = [
  'phenomenonTime',
  'resultTime',
  'result',
  'resultQuality',
  'validTime',
  'parameters',
  'FeatureOfInterest/id',
];
const MOST_ROWS = 20_000;

const PartSchema = v.object({
  Datastream: LinkSchema,
  components: v.pipe(v.array(v.picklist(COLUMNS)), v.minLength(1), v.maxLength(COLUMNS.length)),
  dataArray: v.pipe(v.array(v.array(v.unknown())), v.maxLength(MOST_ROWS)),
});
const AllSchema = v.pipe(v.array(PartSchema), v.minLength(1), v.maxLength(1000));

const bodyOf = (components: readonly string[], row: readonly unknown[]): Body => {
  const body: Body = {};
  for (const [at, name] of components.entries()) {
    if (name !== 'FeatureOfInterest/id') body[name] = row[at];
    else if (row[at] != null) body.FeatureOfInterest = { '@iot.id': row[at] };
  }
  return body;
};

/** The rows of `CreateObservations`, each as the observation that it stands for. */
export const readCreateObservations = (sent: unknown): { datastream: number; body: Body }[] => {
  const parts = parseBody(AllSchema, sent);
  const all = parts.flatMap(({ Datastream, components, dataArray }) =>
    dataArray.map((row) => ({ datastream: Datastream['@iot.id'], body: bodyOf(components, row) })),
  );
  if (all.length > MOST_ROWS)
    throw new NotWritten(
      413,
      `Höchstens ${MOST_ROWS} Werte auf einmal.`,
      `At most ${MOST_ROWS} values at once.`,
    );
  return all;
};
