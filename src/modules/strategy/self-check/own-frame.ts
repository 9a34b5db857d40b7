import * as v from 'valibot';
import { fault, needed, optional, type RecordKind } from '../records/record-kind.ts';
import type { FrameLine } from './frames.ts';
import { deleteOwnFrame, type OwnFrame, saveOwnFrame } from './own-frame-store.ts';
import { questions } from './questions.ts';

const LINE = /^(?<text>.{1,300}?)\s*=\s*(?<ids>[a-z-]+(?:\s*,\s*[a-z-]+)*)$/;
const MOST_LINES = 200;

/** "Line of the form = statement, statement" on each line. @returns undefined where one is not like that. */
const readFrameLines = (text: string): FrameLine[] | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.flatMap((line) => {
    const { text: label = '', ids = '' } = LINE.exec(line.trim())?.groups ?? {};
    const asked = ids.split(/\s*,\s*/);
    return asked.every((id) => questions.some((one) => one.id === id)) ? [{ label, questions: asked }] : [];
  });
  return read.length === lines.length && read.length <= MOST_LINES && read.length > 0 ? read : undefined;
};

export const writeFrameLines = (lines: readonly FrameLine[]): string =>
  lines.map(({ label, questions: asked }) => `${label} = ${asked.join(', ')}`).join('\n');

/** How the form of a Land or another unit is answered by the statements of the self-check. */
export const ownFrames: RecordKind<Omit<OwnFrame, 'id' | 'ars'>> = {
  act: 'write-frame',
  schema: v.object({
    title: needed(200),
    source: optional(500),
    lines: v.pipe(
      needed(20_000),
      v.check((text) => readFrameLines(text) !== undefined, fault('no-question')),
      v.transform((text) => readFrameLines(text) ?? []),
    ),
  }),
  save: saveOwnFrame,
  drop: deleteOwnFrame,
};

/** Keys of a unit and of those above it: association, district, region, state. */
export const unitsAbove = (ars: string): string[] => [
  ...new Set([12, 9, 5, 3, 2].filter((length) => length <= ars.length).map((length) => ars.slice(0, length))),
];
