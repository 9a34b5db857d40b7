import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { ofOne } from '../../../../foundation/text/typed-text.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { may } from '../../../accounts/index.ts';
import { displayName } from '../../../municipalities/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { Measure } from '../../measures/measure.ts';
import { findMeasure } from '../../measures/measure-store.ts';
import type { StrategySetting } from '../../setting.ts';
import {
  DpiaPage,
  type DpiaView,
  type RiskMessages,
  RisksPage,
  type RisksView,
  riskMessages,
  strategyMessages,
} from '../../web/index.ts';
import { type AssessRefusal, dropRisk, signAssessment, takeModel, writeDpia, writeRisk } from '../assess.ts';
import { criteria, type dpiaTexts, obligatoryCases, riskKinds, riskStates } from '../contract.ts';
import { findDpia, listModels, listRisks, type Risk } from '../risk-store.ts';
import { missingIn, noDpia, thresholdOf } from '../threshold.ts';
import { writeAssessment } from '../write-assessment.ts';

const ONE = `/massnahmen/:measure{${UUID}}`;
const WRITTEN: readonly (typeof dpiaTexts)[number][] = [
  'description',
  'purpose',
  'necessity',
  'dangers',
  'safeguards',
];
const STATEMENTS: readonly (typeof dpiaTexts)[number][] = ['officer', 'views'];

const idOf = (c: DeskPage): string => c.req.param('measure') ?? '';
const storedOf = (c: DeskPage, { database }: StrategySetting): Promise<Measure | undefined> =>
  findMeasure(database, c.var.acting.organisation.ars, idOf(c));
const at = (c: DeskPage, path: string): string => agendaAt(c, `/massnahmen/${idOf(c)}${path}`);
const crumbsOf = (c: DeskPage, measure: Measure) => [
  { label: strategyMessages(c.var.language).title, href: agendaAt(c) },
  { label: measure.facts.title, href: at(c, '') },
];

const riskFields = (t: RiskMessages, risk?: Risk, suffix = ''): FieldView[] => {
  const degrees = ['1', '2', '3'].map((value) => ({ value, label: t.degrees[value] ?? value }));
  const select = (name: string, label: string, value: string, choices: FieldView['choices']): FieldView => ({
    name: `${name}${suffix}`,
    control: 'select',
    label,
    value,
    ...(choices && { choices }),
  });
  const kinds = riskKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }));
  const states = riskStates.map((state) => ({ value: state, label: t.states[state] }));
  return [
    select('kind', t.risks.kind, risk?.kind ?? 'other', kinds),
    { name: `text${suffix}`, control: 'area', label: t.risks.text, value: risk?.text ?? '' },
    select('likelihood', t.risks.likelihood, String(risk?.likelihood ?? 2), degrees),
    select('impact', t.risks.impact, String(risk?.impact ?? 2), degrees),
    {
      name: `mitigation${suffix}`,
      control: 'area',
      label: t.risks.mitigation,
      value: risk?.mitigation ?? '',
    },
    { name: `ownerRole${suffix}`, control: 'line', label: t.risks.ownerRole, value: risk?.ownerRole ?? '' },
    select('state', t.risks.state, risk?.state ?? 'open', states),
  ];
};

const answerRisks = async (
  c: DeskPage,
  setting: StrategySetting,
  refused?: AssessRefusal,
): Promise<Response> => {
  const measure = await storedOf(c, setting);
  if (!measure) return c.notFound();
  const { language, acting } = c.var;
  const t = riskMessages(language);
  const isEditor = may(acting, 'edit-agenda');
  const risks = await listRisks(setting.database, { ars: measure.ars, measureId: measure.id });
  const view: RisksView = {
    measure: measure.facts.title,
    refusal: refused && t.refused[refused],
    risks: risks.map((risk) => ({
      id: risk.id,
      head: [
        t.kinds[risk.kind],
        t.risks.weight(String(risk.likelihood * risk.impact)),
        t.states[risk.state],
        ...(risk.ownerRole === '' ? [] : [risk.ownerRole]),
      ].join(' · '),
      text: risk.text,
      mitigation: risk.mitigation,
      action: isEditor ? at(c, `/risiken/${risk.id}`) : undefined,
      drop: at(c, `/risiken/${risk.id}/loeschen`),
      fields: riskFields(t, risk, `-${risk.id}`),
    })),
    add: isEditor ? { action: at(c, '/risiken'), fields: riskFields(t) } : undefined,
    assessment: at(c, '/folgen'),
  };
  return c.var.page(
    {
      title: `${t.title}: ${measure.facts.title}`,
      body: <RisksPage view={view} t={t} />,
      crumbs: crumbsOf(c, measure),
    },
    refused ? 422 : 200,
  );
};

const modelsOf = async (
  c: DeskPage,
  { database, places }: StrategySetting,
  own: Measure,
): Promise<DpiaView['models']> => {
  const { language } = c.var;
  const t = riskMessages(language);
  const models = (await listModels(database)).filter(({ measureId }) => measureId !== own.id);
  if (models.length === 0) return undefined;
  const choices = models.map(({ ars, measureId, title, signedAt }) => {
    const unit = places.get(ars);
    return {
      value: measureId,
      label: t.dpia.modelOf(title, unit ? displayName(unit) : ars, formatDate(language, signedAt)),
    };
  });
  return {
    action: at(c, '/folgen/vorlage'),
    field: { name: 'vorlage', control: 'select', label: t.dpia.model, value: '', choices },
  };
};

const answerDpia = async (
  c: DeskPage,
  setting: StrategySetting,
  refused?: AssessRefusal,
): Promise<Response> => {
  const measure = await storedOf(c, setting);
  if (!measure) return c.notFound();
  const { language, acting } = c.var;
  const t = riskMessages(language);
  const stored = await findDpia(setting.database, { ars: measure.ars, measureId: measure.id });
  const content = stored?.content ?? noDpia;
  const missing = missingIn(content);
  const tick = (prefix: string, name: string, label: string, isTicked: boolean): FieldView => ({
    name: `${prefix}-${name}`,
    control: 'tick',
    label,
    value: isTicked ? 'ja' : '',
  });
  const area = (name: (typeof dpiaTexts)[number]): FieldView => ({
    name,
    control: 'area',
    label: t.texts[name],
    value: content[name],
  });
  const view: DpiaView = {
    measure: measure.facts.title,
    refusal: refused && t.refused[refused],
    done: c.req.query('erledigt') === 'gespeichert' ? t.dpia.saved : undefined,
    threshold: t.thresholds[thresholdOf(content)],
    state: [
      stored?.signedAt && stored.signedRole !== null
        ? t.dpia.signed(stored.signedRole, formatDate(language, stored.signedAt))
        : t.dpia.notSigned,
      ...(stored?.isShared ? [t.dpia.isShared] : []),
      ...(missing.length > 0 ? [t.dpia.missing(missing.map((name) => t.texts[name]).join(' · '))] : []),
    ],
    action: at(c, '/folgen'),
    revision: String(stored?.revision ?? 0),
    personal: {
      name: 'personal',
      control: 'radios',
      label: t.dpia.personal,
      value: content.hasPersonalData === null ? '' : content.hasPersonalData ? 'ja' : 'nein',
      choices: [
        { value: 'ja', label: t.dpia.yes },
        { value: 'nein', label: t.dpia.no },
      ],
    },
    cases: obligatoryCases.map((one) => tick('fall', one, t.cases[one], content.cases.includes(one))),
    criteria: criteria.map((one) => tick('merkmal', one, t.criteria[one], content.criteria.includes(one))),
    texts: WRITTEN.map(area),
    statements: STATEMENTS.map(area),
    models: await modelsOf(c, setting, measure),
    sign:
      may(acting, 'sign-dpia') && stored && missing.length === 0 && !stored.signedAt
        ? {
            action: at(c, '/folgen/freigeben'),
            fields: [
              { name: 'role', control: 'line', label: t.dpia.role, value: '' },
              { name: 'shared', control: 'tick', label: t.dpia.shared, value: '' },
            ],
          }
        : undefined,
    mayWrite: may(acting, 'edit-agenda'),
    pdf: at(c, '/folgen.pdf'),
  };
  return c.var.page(
    {
      title: `${t.dpiaTitle}: ${measure.facts.title}`,
      body: <DpiaPage view={view} t={t} />,
      crumbs: crumbsOf(c, measure),
    },
    refused ? 422 : 200,
  );
};

const answerPdf = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const measure = await storedOf(c, setting);
  if (!measure) return c.notFound();
  const stored = await findDpia(setting.database, { ars: measure.ars, measureId: measure.id });
  const pdf = writeAssessment(c.var.language, {
    sender: c.var.acting.organisation.name,
    title: measure.facts.title,
    stored,
    now: setting.clock(),
  });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="folgenabschaetzung.pdf"',
  });
};

type Outcome = { done: true } | { refused: AssessRefusal };

/** Where an act leads: back with what was done, or with why it was not. */
const led =
  (answer: typeof answerRisks, path: string) =>
  async (c: DeskPage, setting: StrategySetting, outcome: Outcome): Promise<Response> =>
    'refused' in outcome
      ? answer(c, setting, outcome.refused)
      : c.redirect(`${at(c, path)}?erledigt=gespeichert`, 303);
const backToRisks = led(answerRisks, '/risiken');
const backToDpia = led(answerDpia, '/folgen');

/** The risks of a measure, and its data protection impact assessment. */
export const riskPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', `${ONE}/risiken`, 'see-agenda', (c) => answerRisks(c, setting)],
    [
      'POST',
      `${ONE}/risiken`,
      'edit-agenda',
      async (c) =>
        backToRisks(c, setting, await writeRisk(setting, c.var.acting, idOf(c), await typedBody(c))),
    ],
    [
      'POST',
      `${ONE}/risiken/:risk{${UUID}}`,
      'edit-agenda',
      async (c) => {
        const id = c.req.param('risk') ?? '';
        const typed = ofOne(await typedBody(c), id);
        return backToRisks(c, setting, await writeRisk(setting, c.var.acting, idOf(c), typed, id));
      },
    ],
    [
      'POST',
      `${ONE}/risiken/:risk{${UUID}}/loeschen`,
      'edit-agenda',
      async (c) =>
        backToRisks(c, setting, await dropRisk(setting, c.var.acting, idOf(c), c.req.param('risk') ?? '')),
    ],
    ['GET', `${ONE}/folgen`, 'see-agenda', (c) => answerDpia(c, setting)],
    ['GET', `${ONE}/folgen.pdf`, 'see-agenda', (c) => answerPdf(c, setting)],
    [
      'POST',
      `${ONE}/folgen`,
      'edit-agenda',
      async (c) =>
        backToDpia(c, setting, await writeDpia(setting, c.var.acting, idOf(c), await typedBody(c))),
    ],
    [
      'POST',
      `${ONE}/folgen/vorlage`,
      'edit-agenda',
      async (c) =>
        backToDpia(c, setting, await takeModel(setting, c.var.acting, idOf(c), await typedBody(c))),
    ],
    [
      'POST',
      `${ONE}/folgen/freigeben`,
      'sign-dpia',
      async (c) =>
        backToDpia(c, setting, await signAssessment(setting, c.var.acting, idOf(c), await typedBody(c))),
    ],
  ]);
