import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { may } from '../../../accounts/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { findMeasure } from '../../measures/measure-store.ts';
import type { StrategySetting } from '../../setting.ts';
import {
  InteractionPage,
  InteractionsPage,
  type InteractionsView,
  type InteractionView,
  KnockOnPage,
  strategyMessages,
} from '../../web/index.ts';
import { type Interaction, interactionKinds, keyOf, type NodeName, nodeOf } from '../interaction.ts';
import { type AgendaGraph, loadInteractions } from '../load-interactions.ts';
import type { InteractionFaults } from '../read-interaction.ts';
import { contest, dropInteraction, type InteractionRefusal, writeInteraction } from '../write-interaction.ts';
import {
  interactionsView,
  knockOnView,
  reasonOf,
  type Shown,
  sentenceOf,
  titlesOf,
} from './present-interactions.ts';

const HERE = '/wirkungen';
const ONE = `${HERE}/:interaction{${UUID}}`;
const at = (c: DeskPage, path = ''): string => agendaAt(c, `${HERE}${path}`);

type Typed = Record<string, string>;
type Wrong = { typed?: Typed; faults?: InteractionFaults; refused?: InteractionRefusal };

const shownOf = (c: DeskPage, { named, graph }: AgendaGraph): Shown => ({
  words: { language: c.var.language, t: strategyMessages(c.var.language) },
  named,
  graph,
  path: at(c),
  edgeHref: ({ id, isDerived, from }) =>
    isDerived ? agendaAt(c, `/massnahmen/${from.id}`) : at(c, `/${id}`),
});

/** The form of an interaction: what was typed before what is stored. */
const formFields = (shown: Shown, { typed, faults }: Wrong, stored?: Interaction): FieldView[] => {
  const t = shown.words.t.interactions;
  const title = titlesOf(shown);
  const nodes = shown.named.map((node) => ({
    value: keyOf(node),
    label: `${title(node)} (${t.kinds[node.kind]})`,
  }));
  const field = (
    name: keyof typeof t.form & string,
    control: FieldView['control'],
    value: string | undefined,
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults?.[name];
    return {
      name,
      control,
      label: t.form[name],
      value: typed?.[name] ?? value ?? '',
      error: fault && t.faults[fault],
      ...more,
    };
  };
  return [
    field('from', 'select', stored && keyOf(stored.from), { choices: nodes }),
    field('kind', 'select', stored?.kind, {
      choices: interactionKinds.map((kind) => ({ value: kind, label: t.works[kind] })),
    }),
    field('to', 'select', stored && keyOf(stored.to), { choices: nodes }),
    field('strength', 'radios', stored && String(stored.strength), {
      choices: (['1', '2', '3'] as const).map((value) => ({ value, label: t.strengths[value] })),
    }),
    field('delay', 'line', stored && String(stored.delay), { inputMode: 'numeric' }),
    field('reason', 'area', stored?.reason, { hint: t.form.reasonHint }),
    field('source', 'line', stored?.source),
  ];
};

const answerAll = async (c: DeskPage, setting: StrategySetting, wrong: Wrong = {}): Promise<Response> => {
  const loaded = await loadInteractions(setting, c.var.acting.organisation.ars);
  const shown = shownOf(c, loaded);
  const { t } = shown.words;
  const i = t.interactions;
  const asked = nodeOf(c.req.query('teil') ?? '');
  const done = c.req.query('erledigt');
  const view: InteractionsView = {
    ...interactionsView(shown, asked && loaded.graph.at(asked)),
    title: i.title,
    lead: i.lead,
    done: done === 'gespeichert' ? i.saved : done === 'geloescht' ? i.dropped : undefined,
    refusal: wrong.refused && i.refused[wrong.refused],
    add: may(c.var.acting, 'edit-agenda') ? { action: at(c), fields: formFields(shown, wrong) } : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <InteractionsPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: agendaAt(c) }],
    },
    wrong.faults || wrong.refused ? 422 : 200,
  );
};

const answerOne = async (c: DeskPage, setting: StrategySetting, wrong: Wrong = {}): Promise<Response> => {
  const loaded = await loadInteractions(setting, c.var.acting.organisation.ars);
  const edge = loaded.graph.edges.find(({ id }) => id === c.req.param('interaction'));
  if (!edge) return c.notFound();
  const shown = shownOf(c, loaded);
  const { t } = shown.words;
  const i = t.interactions;
  const isEditor = may(c.var.acting, 'edit-agenda');
  const some = (text: string) => (text === '' ? [] : [text]);
  const view: InteractionView = {
    title: sentenceOf(shown, edge),
    refusal: wrong.refused && i.refused[wrong.refused],
    facts: [
      { label: i.reason, texts: [reasonOf(shown.words, edge)] },
      { label: i.sourceOf, texts: some(edge.source) },
      {
        label: i.how,
        texts: [i.note(i.strengths[`${edge.strength}`], i.delayed(String(edge.delay)))],
      },
    ],
    contested: edge.contested === null ? undefined : i.contestedBy(edge.contested),
    change: isEditor ? { action: at(c, `/${edge.id}`), fields: formFields(shown, wrong, edge) } : undefined,
    contest: {
      action: at(c, `/${edge.id}/widerspruch`),
      field: { name: 'note', control: 'area', label: i.contest, value: edge.contested ?? '' },
    },
    settle: isEditor && edge.contested !== null ? at(c, `/${edge.id}/geklaert`) : undefined,
    drop: isEditor ? at(c, `/${edge.id}/loeschen`) : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <InteractionPage view={view} t={t} />,
      crumbs: [
        { label: t.title, href: agendaAt(c) },
        { label: i.title, href: at(c) },
      ],
    },
    wrong.faults || wrong.refused ? 422 : 200,
  );
};

const answerKnockOn = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { ars } = c.var.acting.organisation;
  const measure = await findMeasure(setting.database, ars, c.req.param('measure') ?? '');
  if (!measure) return c.notFound();
  const loaded = await loadInteractions(setting, ars);
  const shown = shownOf(c, loaded);
  const { t } = shown.words;
  const self: NodeName = { kind: 'measure', id: measure.id };
  const { facts } = measure;
  const own: NodeName[] = [
    ...facts.fields.map((id) => ({ kind: 'field' as const, id })),
    ...facts.goalIds.map((id) => ({ kind: 'goal' as const, id })),
  ];
  const view = {
    title: t.interactions.of(facts.title),
    lead: t.interactions.knockOnText(facts.title),
    whole: `${at(c)}?teil=${encodeURIComponent(keyOf(self))}`,
    ...knockOnView(shown, loaded.graph.at(self) ?? -1, own),
  };
  return c.var.page({
    title: view.title,
    body: <KnockOnPage view={view} t={t} />,
    crumbs: [
      { label: t.title, href: agendaAt(c) },
      { label: facts.title, href: agendaAt(c, `/massnahmen/${measure.id}`) },
    ],
  });
};

const idOf = (c: DeskPage): string => c.req.param('interaction') ?? '';

const isKnown = async (c: DeskPage, setting: StrategySetting): Promise<boolean> =>
  (await loadInteractions(setting, c.var.acting.organisation.ars)).graph.edges.some(
    ({ id }) => id === idOf(c),
  );

const keep = async (c: DeskPage, setting: StrategySetting, id?: string): Promise<Response> => {
  const typed = await typedBody(c);
  const kept = await writeInteraction(setting, c.var.acting, typed, id);
  if ('id' in kept) return c.redirect(`${at(c)}?erledigt=gespeichert`, 303);
  return id === undefined
    ? answerAll(c, setting, { typed, ...kept })
    : answerOne(c, setting, { typed, ...kept });
};

const object = async (c: DeskPage, setting: StrategySetting, note: string | null): Promise<Response> => {
  if (!(await isKnown(c, setting))) return c.notFound();
  const told = await contest(setting, c.var.acting, { id: idOf(c), note });
  return 'refused' in told ? answerOne(c, setting, told) : c.redirect(at(c, `/${idOf(c)}`), 303);
};

/** What works on what, at the desk: looked at and contested by all, written by who edits the agenda. */
export const interactionPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', HERE, 'see-agenda', (c) => answerAll(c, setting)],
    ['POST', HERE, 'edit-agenda', (c) => keep(c, setting)],
    ['GET', ONE, 'see-agenda', (c) => answerOne(c, setting)],
    [
      'POST',
      ONE,
      'edit-agenda',
      async (c) => ((await isKnown(c, setting)) ? keep(c, setting, idOf(c)) : c.notFound()),
    ],
    [
      'POST',
      `${ONE}/widerspruch`,
      'see-agenda',
      async (c) => object(c, setting, (await typedBody(c)).note ?? ''),
    ],
    ['POST', `${ONE}/geklaert`, 'edit-agenda', (c) => object(c, setting, null)],
    [
      'POST',
      `${ONE}/loeschen`,
      'edit-agenda',
      async (c) => {
        await dropInteraction(setting, c.var.acting, idOf(c));
        return c.redirect(`${at(c)}?erledigt=geloescht`, 303);
      },
    ],
    ['GET', `/massnahmen/:measure{${UUID}}/wechselwirkungen`, 'see-agenda', (c) => answerKnockOn(c, setting)],
  ]);
