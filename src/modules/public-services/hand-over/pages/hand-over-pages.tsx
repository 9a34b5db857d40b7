import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, may, permit } from '../../../accounts/index.ts';
import { listFormTitles } from '../../metrics/use-store.ts';
import { ChoicePage, DeliveriesPage, type HandOverMessages, handOverMessages } from '../../web/index.ts';
import { listChoices } from '../choice-store.ts';
import { AS_TOWN, type ChoiceField, type ChoiceWish, chooseDelivery } from '../choose-delivery.ts';
import { type Choice, ways } from '../delivery.ts';
import { listDeliveries } from '../delivery-store.ts';
import { checkCertificate } from '../mail/check-certificate.ts';
import { tryDeliveryAgain } from '../try-again.ts';
import { deliveryLines } from './present-delivery.ts';

export type HandOverSetting = Context & {
  /** True where no mail leaves the house. */ staysHere: boolean;
  hasFitConnect: boolean;
};

type Page = HonoContext<DeskEnvironment>;

const CHOICES = '/rathaus/:organisation/uebergabe';
const LIST = '/rathaus/:organisation/antraege/uebergaben';
const MOST_SHOWN = 200;
const FIELDS = {
  formId: 'formular',
  way: 'weg',
  mail: 'mail',
  certificate: 'zertifikat',
  destinationId: 'zustellpunkt',
  schemaUri: 'schema',
} as const satisfies Record<ChoiceField, string>;

const at = (c: Page, path: string): string => localPath(c.var.language, deskPath(c.var.acting, path));
const wordsOf = (c: Page): HandOverMessages => handOverMessages(c.var.language);

const whereText = (c: Page, choice: Choice | undefined, now: Date): string => {
  const t = wordsOf(c);
  if (choice?.way === 'mail') {
    const checked = checkCertificate(choice.certificate, now);
    if ('refused' in checked) return t.mailBroken(choice.mail, t.faults[checked.refused]);
    return t.mailTo(choice.mail, checked.subject, formatDate(c.var.language, checked.validTo));
  }
  if (choice?.way !== 'fitConnect') return '';
  const { destinationId, schemaUri } = choice;
  return destinationId === null ? t.routed(schemaUri) : t.destination(destinationId, schemaUri);
};

/** What stands in the fields for a form, as it was chosen. */
const wishOf = (formId: string, choice: Choice | undefined): Omit<ChoiceWish, 'certificate'> => ({
  formId,
  way: choice?.way ?? (formId === '' ? 'inbox' : AS_TOWN),
  mail: choice?.way === 'mail' ? choice.mail : '',
  destinationId: choice?.way === 'fitConnect' ? (choice.destinationId ?? '') : '',
  schemaUri: choice?.way === 'fitConnect' ? choice.schemaUri : '',
});

type Typed = { wish: Omit<ChoiceWish, 'certificate'>; errors: Partial<Record<ChoiceField, string>> };

const answerChoices = async (c: Page, setting: HandOverSetting, typed?: Typed): Promise<Response> => {
  const { organisation } = c.var.acting;
  const t = wordsOf(c);
  const choices = await listChoices(setting.database, organisation.ars);
  const titles = await listFormTitles(setting.database, organisation.ars);
  const forms = [
    { value: '', label: t.allForms },
    ...[...titles].map(([value, title]) => ({ value, label: title[c.var.language] })),
  ];
  const asked = c.req.query('formular') ?? '';
  const formId = forms.some(({ value }) => value === asked) ? asked : '';
  const { wish, errors } = typed ?? { wish: wishOf(formId, choices.get(formId)), errors: {} };
  const field = (name: Exclude<ChoiceField, 'certificate'>) => ({ value: wish[name], error: errors[name] });
  const view = {
    isSaved: c.req.query('gespeichert') !== undefined,
    rows: forms.map(({ value, label }) => {
      const choice = choices.get(value);
      const fallback = value === '' ? t.ways.inbox : t.asTown;
      return {
        key: value,
        form: label,
        way: choice ? t.ways[choice.way] : fallback,
        where: whereText(c, choice, setting.clock()),
        href: `${at(c, '/uebergabe')}?${new URLSearchParams({ formular: value })}`,
      };
    }),
    forms,
    ways: [...ways.map((way) => ({ value: way, label: t.ways[way] })), { value: AS_TOWN, label: t.asTown }],
    fields: {
      formular: field('formId'),
      weg: field('way'),
      mail: field('mail'),
      zertifikat: { error: errors.certificate },
      zustellpunkt: field('destinationId'),
      schema: field('schemaUri'),
    },
    staysHere: setting.staysHere,
    hasFitConnect: setting.hasFitConnect,
    action: at(c, '/uebergabe'),
  };
  const isWrong = Object.keys(errors).length > 0;
  const title = isWrong ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page({ title, body: <ChoicePage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 1_000) : '');

const readWish = async (c: Page): Promise<ChoiceWish> => {
  const body = await c.req.parseBody();
  const file = body[FIELDS.certificate];
  return {
    formId: textOf(body[FIELDS.formId]),
    way: textOf(body[FIELDS.way]),
    mail: textOf(body[FIELDS.mail]),
    certificate: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
    destinationId: textOf(body[FIELDS.destinationId]).toLowerCase(),
    schemaUri: textOf(body[FIELDS.schemaUri]),
  };
};

const answerList = async (c: Page, { database }: Context): Promise<Response> => {
  const { acting, language } = c.var;
  const t = wordsOf(c);
  const mayTry = may(acting, 'work-on-applications');
  const done = c.req.query('erledigt');
  const rows = (await listDeliveries(database, acting.organisation, MOST_SHOWN)).map((delivery) => ({
    key: delivery.deliveryId,
    number: delivery.receiptNumber,
    href: at(c, `/antraege/${delivery.id}`),
    what: delivery.title[language],
    way: t.ways[delivery.way],
    state: deliveryLines(delivery, language),
    when: `${formatDate(language, delivery.changedAt)}, ${formatTime(language, delivery.changedAt)}`,
    ...(delivery.state === 'failed' && mayTry && { again: at(c, `/antraege/${delivery.id}/uebergabe`) }),
  }));
  const note =
    done === undefined
      ? undefined
      : ({
          kind: done === 'ja' ? 'success' : 'danger',
          title: done === 'ja' ? t.list.asked : t.list.notFailed,
        } as const);
  const view = { note, rows, back: at(c, '/antraege') };
  return c.var.page({
    title: t.list.title,
    body: <DeliveriesPage view={view} t={t} />,
    isIndexed: false,
  });
};

/** Where applications go, for those who administrate, and what became of them, for those who work on them. */
export const handOverPages = (setting: HandOverSetting): Hono<DeskEnvironment> => {
  const pages = new Hono<DeskEnvironment>();
  // Forms belong to a municipality; a club has none.
  const isTown = (c: Page): boolean => c.var.acting.organisation.id === c.var.acting.organisation.ars;
  pages.get(CHOICES, permit('choose-delivery'), (c) =>
    isTown(c) ? answerChoices(c, setting) : (c.notFound() as Response),
  );
  pages.post(CHOICES, permit('choose-delivery'), async (c) => {
    if (!isTown(c)) return c.notFound();
    const wish = await readWish(c);
    const result = await chooseDelivery(setting, c.var.acting, wish, setting.hasFitConnect);
    if ('chosen' in result) return c.redirect(`${at(c, '/uebergabe')}?gespeichert`, 303);
    const t = wordsOf(c);
    const errors = Object.fromEntries(result.faults.map(({ field, reason }) => [field, t.faults[reason]]));
    return answerChoices(c, setting, { wish, errors });
  });
  pages.get(LIST, permit('see-applications'), (c) => answerList(c, setting));
  pages.post(
    `/rathaus/:organisation/antraege/:id{${UUID}}/uebergabe`,
    permit('work-on-applications'),
    async (c) => {
      const result = await tryDeliveryAgain(setting, c.var.acting, { id: c.req.param('id') });
      if ('refused' in result && result.refused === 'unknown-application') return c.notFound();
      const done = 'asked' in result ? 'ja' : 'nein';
      return c.redirect(`${at(c, '/antraege/uebergaben')}?erledigt=${done}`, 303);
    },
  );
  return pages;
};
