import { Hono, type Context as HonoContext } from 'hono';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { stateOf } from '../../../municipalities/index.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { PermitPage, type PermitView, permitMessages } from '../../web/index.ts';
import { isSharingWantedAt } from '../../zones/zone-store.ts';
import { isAsked, type Judgement, judgeSharing, openQuestions } from '../judge-sharing.ts';
import {
  type PermitAnswers,
  type PermitQuestion,
  type PermitRules,
  permitQuestions,
} from '../permit-rule.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken/darf-ich';
const questions = Object.keys(permitQuestions) as PermitQuestion[];

/** The answers in an address; what is none is as if it were not there. */
export const answersIn = (query: Record<string, string>): PermitAnswers =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = permitQuestions[question].find((value) => value === query[question]);
      return answer === undefined ? [] : [[question, answer]];
    }),
  );

/** What holds for a place, with what its municipality has published. */
export const judgeAt = async (
  { database, clock }: Pick<ParkingSetting, 'database' | 'clock'>,
  { rules }: PermitRules,
  answers: PermitAnswers,
  { ars, point }: { ars: string; point: { lon: number; lat: number } },
): Promise<Judgement> => {
  const isWanted = await isSharingWantedAt(database, ars, point);
  return judgeSharing(rules, answers, { state: ars.slice(0, 2), day: berlinDay(clock()), isWanted });
};

const fieldsOf = (c: Page, answers: PermitAnswers, isSent: boolean): FieldView[] => {
  const t = permitMessages(c.var.language);
  const open = new Set(openQuestions(answers));
  return questions.map((question) => ({
    name: question,
    control: permitQuestions[question].length > 6 ? ('select' as const) : ('radios' as const),
    label: t.questions[question],
    hint: question === 'area' || question === 'permit' ? t.hints[question] : undefined,
    value: answers[question] ?? '',
    error: isSent && open.has(question) ? t.missing : undefined,
    choices: permitQuestions[question].map((value) => ({
      value,
      label: (t.answers[question] as Record<string, string>)[value] ?? value,
    })),
  }));
};

const wayOf = async (
  c: Page,
  setting: ParkingSetting,
  { verdict }: Judgement,
  answers: PermitAnswers,
): Promise<NonNullable<PermitView['result']>['way']> => {
  const { here, language } = c.var;
  const t = permitMessages(language);
  const asked = Object.fromEntries(
    Object.entries(answers).filter(([one]) => isAsked(one as PermitQuestion, answers)),
  );
  if (verdict === 'green')
    return { href: withPlace(here, localPath(language, '/parken/teilen/neu'), asked), label: t.toSpace };
  if (verdict !== 'amber' || !here) return undefined;
  const form = await setting.askAuthority(here.ars);
  return form
    ? { href: localPath(language, form.href), label: t.toApplication }
    : {
        href: withPlace(here, localPath(language, '/leistungen'), { was: 'Bauberatung' }),
        label: t.toOffice,
      };
};

/** Whether somebody may share: rules with their law, worst first. Everything stands in the address, nothing is stored. */
export const permitPages = (setting: ParkingSetting, rules: PermitRules) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, async (c) => {
    const { here, language } = c.var;
    const t = permitMessages(language);
    const answers = answersIn(c.req.query());
    const isSent = Object.keys(answers).length > 0;
    const isWhole = isSent && openQuestions(answers).length === 0 && here !== undefined;
    const judged = isWhole && here ? await judgeAt(setting, rules, answers, here) : undefined;
    const view: PermitView = {
      place: here && `${here.label}${stateOf(here.ars) === '' ? '' : `, ${stateOf(here.ars)}`}`,
      action: localPath(language, AT),
      hidden: here?.parameters ?? {},
      fields: fieldsOf(c, answers, isSent && !isWhole),
      result: judged && {
        verdict: judged.verdict,
        rules: judged.rules.map((rule) => ({
          id: rule.id,
          verdict: rule.verdict,
          text: rule[language],
          law: t.law(rule.law, formatDate(language, fromBerlin(rule.validFrom))),
        })),
        way: await wayOf(c, setting, judged, answers),
      },
      source: rules.source,
    };
    const isWrong = isSent && !isWhole;
    return c.var.page(
      {
        title: isWrong ? `${t.errorTitle} ${t.title}` : t.title,
        body: <PermitPage view={view} t={t} />,
        canonical: localPath(language, AT),
      },
      isWrong ? 422 : 200,
    );
  });
  return pages;
};
