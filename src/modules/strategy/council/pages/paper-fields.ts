import type { Typed } from '../../../../foundation/http/typed-body.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import type { CouncilMessages } from '../../web/index.ts';
import { effects, type Paper, type PaperField } from '../paper.ts';

/** What somebody typed into one of the two forms, and what is wrong with it. */
export type Tried = { typed?: Typed; wrong?: string[]; of?: 'paper' | 'resolution' };

const CONTROLS: Record<PaperField, Partial<FieldView>> = {
  title: {},
  body: {},
  sittingOn: { isDay: true },
  facts: { control: 'area' },
  proposal: { control: 'area' },
  funding: { control: 'area' },
  climate: { control: 'select' },
  climateText: { control: 'area' },
  dataProtection: { control: 'area' },
  alternatives: { control: 'area' },
};

export const paperFields = (t: CouncilMessages, { facts }: Paper, { typed, wrong, of }: Tried): FieldView[] =>
  (Object.entries(CONTROLS) as [PaperField, Partial<FieldView>][]).map(([name, control]) => ({
    name,
    control: 'line',
    label: t.fields[name],
    value: of === 'paper' ? (typed?.[name] ?? '') : facts[name],
    error: of === 'paper' && wrong?.includes(name) ? t.wrong : undefined,
    ...(name === 'climate' && {
      choices: effects.map((value) => ({ value, label: t.climates[value] })),
    }),
    ...control,
  }));

// The form of the paper has a body as well, and an id stands once on a page.
const PREFIX = 'beschluss-';
const RESOLUTION = ['on', 'body', 'text', 'paper'] as const;

/** What was typed of a resolution, by the names of its facts. */
export const resolutionTyped = (typed: Typed): Typed =>
  Object.fromEntries(RESOLUTION.map((name) => [name, typed[`${PREFIX}${name}`] ?? '']));

export const resolutionFields = (
  t: CouncilMessages,
  { facts }: Paper,
  { typed, wrong, of }: Tried,
): FieldView[] => {
  const before: Typed = { on: facts.sittingOn, body: facts.body, text: facts.proposal, paper: '' };
  return RESOLUTION.map((name) => ({
    name: `${PREFIX}${name}`,
    control: name === 'text' ? 'area' : 'line',
    label: t.resolution[name],
    value: (of === 'resolution' ? typed?.[name] : before[name]) ?? '',
    error: of === 'resolution' && wrong?.includes(name) ? t.wrong : undefined,
    isDay: name === 'on',
  }));
};
