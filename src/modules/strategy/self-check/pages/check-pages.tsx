import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { Message } from '../../../../foundation/i18n/message.ts';
import { may } from '../../../accounts/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { StrategySetting } from '../../setting.ts';
import {
  CheckPage,
  CheckResultPage,
  type CheckResultView,
  type CheckView,
  checkMessages,
  type Gap,
  recordMessages,
  strategyMessages,
} from '../../web/index.ts';
import { answerCheck, decideGap } from '../answer-check.ts';
import { type CheckDecision, decisions, listAnswers, listDecisions, listOwnAnswers } from '../check-store.ts';
import {
  type CheckAnswer,
  type Compared,
  compareAnswers,
  gapsIn,
  levels,
  SPREAD_TO_TALK,
} from '../compare-answers.ts';
import { areas } from '../contract.ts';
import { inFrames, inOwnFrame } from '../frames.ts';
import { unitsAbove } from '../own-frame.ts';
import { listOwnFrames } from '../own-frame-store.ts';
import { type Question, questions } from '../questions.ts';

const AT = '/selbstcheck';
const RESULT = `${AT}/ergebnis`;
const UNKNOWN = 'unbekannt';

const arsOf = (c: DeskPage): string => c.var.acting.organisation.ars;

const linksOf = (c: DeskPage, isShort: boolean | undefined) => {
  const t = checkMessages(c.var.language);
  const mayFrame = isShort === undefined && may(c.var.acting, 'edit-agenda');
  return [
    ...(mayFrame
      ? [{ label: recordMessages(c.var.language).frames.title, href: agendaAt(c, `${AT}/raster`) }]
      : []),
    ...(isShort === true ? [] : [{ label: t.toShort, href: agendaAt(c, AT) }]),
    ...(isShort === false ? [] : [{ label: t.toLong, href: `${agendaAt(c, AT)}?bogen=ganz` }]),
    ...(isShort === undefined
      ? [{ label: t.result.csv, href: agendaAt(c, `${AT}.csv`) }]
      : [{ label: t.toResult, href: agendaAt(c, RESULT) }]),
  ];
};

const crumbsOf = (c: DeskPage) => [{ label: strategyMessages(c.var.language).title, href: agendaAt(c) }];

const choiceOf = (level: number | null): string => (level === null ? UNKNOWN : String(level));

/** A statement with what this person said before, and what the platform knows. */
const presentQuestion = (
  c: DeskPage,
  { id, text }: Question,
  given: CheckAnswer | undefined,
  known: Message | undefined,
): CheckView['areas'][number]['questions'][number] => {
  const { language } = c.var;
  const t = checkMessages(language);
  const choices = levels.map((level) => ({ value: String(level), label: t.levels[level] ?? '' }));
  return {
    id,
    text: text[language],
    evidence: known && t.evidence(known[language]),
    fields: [
      {
        name: `heute-${id}`,
        control: 'select',
        label: t.today,
        value: given ? choiceOf(given.today) : '',
        choices: [...choices, { value: UNKNOWN, label: t.unknown }],
      },
      {
        name: `ziel-${id}`,
        control: 'select',
        label: t.target,
        value: given && given.target !== null ? String(given.target) : '',
        choices,
      },
    ],
  };
};

const answerForm = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = checkMessages(language);
  const isShort = c.req.query('bogen') !== 'ganz';
  const own = await listOwnAnswers(setting.database, arsOf(c), acting.personId);
  const evidence = await setting.evidence(arsOf(c));
  const asked = questions.filter((one) => !isShort || one.isShort);
  const saved = /^\d{1,2}$/.exec(c.req.query('gespeichert') ?? '')?.[0];
  const view: CheckView = {
    form: isShort ? t.short : t.long,
    done: saved === undefined ? undefined : t.saved(saved),
    action: `${agendaAt(c, AT)}${isShort ? '' : '?bogen=ganz'}`,
    links: linksOf(c, isShort),
    areas: areas
      .map((area) => ({
        name: t.areas[area],
        questions: asked
          .filter((one) => one.area === area)
          .map((one) =>
            presentQuestion(
              c,
              one,
              own.find(({ question }) => question === one.id),
              evidence[one.id],
            ),
          ),
      }))
      .filter((area) => area.questions.length > 0),
  };
  return c.var.page({ title: t.title, body: <CheckPage view={view} t={t} />, crumbs: crumbsOf(c) });
};

const presentGap = (
  c: DeskPage,
  setting: StrategySetting,
  { question, today, target, spread }: Compared,
  decision: CheckDecision | undefined,
): Gap => {
  const { language, acting } = c.var;
  const t = checkMessages(language);
  const { result } = t;
  const unit = setting.places.get(arsOf(c));
  const search = new URLSearchParams({ ort: unit?.ags ?? arsOf(c), q: question.words });
  const level = (value: number | null) => levelText(c, value);
  return {
    id: question.id,
    text: question.text[language],
    state: today === null ? result.nobodyKnows : result.state(level(today), level(target)),
    isDisputed: spread >= SPREAD_TO_TALK,
    library: `${localPath(language, '/netzwerk/bibliothek')}?${search}`,
    decided:
      decision &&
      result.decided(
        decision.decision === 'act' ? result.act : `${result[decision.decision]}. ${decision.reason}`,
        formatDate(language, decision.decidedAt),
      ),
    measure: decision?.measureId ? agendaAt(c, `/massnahmen/${decision.measureId}`) : undefined,
    fields: may(acting, 'edit-agenda')
      ? [
          {
            name: 'entscheidung',
            control: 'select',
            label: result.decide,
            value: decision?.decision ?? '',
            empty: result.none,
            choices: decisions.map((one) => ({ value: one, label: result[one] })),
          },
          { name: 'grund', control: 'line', label: result.reason, value: decision?.reason ?? '' },
        ]
      : [],
  };
};

/** The middle of several answers may lie between two words. */
const levelText = (c: DeskPage, value: number | null): string => {
  const { language } = c.var;
  const t = checkMessages(language);
  if (value === null) return t.result.none;
  const low = t.levels[Math.floor(value)] ?? '';
  return Number.isInteger(value) ? low : `${low} / ${t.levels[Math.ceil(value)]}`;
};

/** The same answers in the forms of this unit and of those above it. */
const ownFrameRows = async (
  c: DeskPage,
  { database }: StrategySetting,
  compared: readonly Compared[],
): Promise<CheckResultView['frames']> => {
  const { language } = c.var;
  const { result } = checkMessages(language);
  const frames = await listOwnFrames(database, unitsAbove(arsOf(c)));
  return frames.flatMap(({ id, title, lines }) =>
    inOwnFrame(compared, lines).map(({ label, mean, questions: asked }, at) => ({
      key: `${id}-${at}`,
      cells: [
        `${title}: ${label}`,
        mean === null ? result.none : formatNumber(language, mean),
        formatNumber(language, asked),
      ],
    })),
  );
};

const answerResult = async (
  c: DeskPage,
  setting: StrategySetting,
  refused?: 'no-decision' | 'no-reason',
): Promise<Response> => {
  const { language } = c.var;
  const t = checkMessages(language);
  const { result } = t;
  const compared = compareAnswers(await listAnswers(setting.database, arsOf(c)));
  const decided = new Map(
    (await listDecisions(setting.database, arsOf(c))).map((one) => [one.question, one]),
  );
  const most = Math.max(0, ...compared.map(({ answers }) => answers));
  const view: CheckResultView = {
    refusal: refused && result[refused],
    people: most === 0 ? undefined : result.people(formatNumber(language, most)),
    links: linksOf(c, undefined),
    action: agendaAt(c, RESULT),
    gaps: gapsIn(compared).map((one) => presentGap(c, setting, one, decided.get(one.question.id))),
    rows: compared.map(({ question, today, target, answers, spread }) => ({
      key: question.id,
      cells: [
        question.text[language],
        levelText(c, today),
        levelText(c, target),
        formatNumber(language, answers),
        spread >= SPREAD_TO_TALK ? result.talk : result.none,
      ],
    })),
    frames: [
      ...inFrames(compared).map((one) => ({
        key: `${one.frame}-${one.group}`,
        cells: [
          one.frame === 'lordi' ? t.lordi[one.group] : t.u4ssc[one.group],
          one.mean === null ? result.none : formatNumber(language, one.mean),
          formatNumber(language, one.questions),
        ],
      })),
      ...(await ownFrameRows(c, setting, compared)),
    ],
  };
  return c.var.page(
    { title: result.title, body: <CheckResultPage view={view} t={t} />, crumbs: crumbsOf(c) },
    refused ? 422 : 200,
  );
};

const HEAD = [
  'frage',
  'bereich',
  'lordi',
  'u4ssc',
  'antworten',
  'unbekannt',
  'heute',
  'ziel',
  'unterschied',
  'text',
];

const answerCsv = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { language } = c.var;
  const lines = compareAnswers(await listAnswers(setting.database, arsOf(c))).map(
    ({ question, answers, unknown, today, target, spread }) =>
      [
        question.id,
        question.area,
        question.frames.lordi,
        question.frames.u4ssc,
        answers,
        unknown,
        today ?? '',
        target ?? '',
        spread,
        `"${question.text[language].replaceAll('"', '""')}"`,
      ].join(','),
  );
  return c.body([HEAD.join(','), ...lines, ''].join('\r\n'), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="selbstcheck.csv"',
  });
};

/** Several people answer apart; the result ends in decisions. */
export const checkPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', AT, 'see-agenda', (c) => answerForm(c, setting)],
    [
      'POST',
      AT,
      'see-agenda',
      async (c) => {
        const count = await answerCheck(setting, c.var.acting, await typedBody(c));
        const form = c.req.query('bogen') === 'ganz' ? '&bogen=ganz' : '';
        return c.redirect(`${agendaAt(c, AT)}?gespeichert=${count}${form}`, 303);
      },
    ],
    ['GET', RESULT, 'see-agenda', (c) => answerResult(c, setting)],
    [
      'POST',
      RESULT,
      'edit-agenda',
      async (c) => {
        const typed = await typedBody(c);
        const decided = await decideGap(setting, c.var.acting, { typed, language: c.var.language });
        if ('refused' in decided) return answerResult(c, setting, decided.refused);
        return c.redirect(
          decided.measureId === null ? agendaAt(c, RESULT) : agendaAt(c, `/massnahmen/${decided.measureId}`),
          303,
        );
      },
    ],
    ['GET', `${AT}.csv`, 'see-agenda', (c) => answerCsv(c, setting)],
  ]);
