import type { Typed } from '../../../../foundation/http/typed-body.ts';
import { formatDate, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type DeskMoneyView, documentMessages, moneyMessages } from '../../web/index.ts';
import { numberText } from '../documents/money-document.ts';
import type { MoneyFaults } from '../form-reader.ts';
import type { Balance } from '../ledger/ledger-store.ts';
import type { Claim, DebitRun } from '../town/claim-store.ts';
import type { TownAccount } from '../town/town-account-store.ts';

type At = (path: string) => string;

export const claimRows = (
  language: Language,
  ars: string,
  claims: readonly Claim[],
  at: At,
): DeskMoneyView['claims'] => {
  const t = moneyMessages(language);
  const words = documentMessages(language);
  const time = (moment: Date) => `${formatDate(language, moment)}, ${formatTime(language, moment)}`;
  return claims.map((claim) => ({
    key: claim.bookingId,
    stay: words.stay(time(claim.stayFrom), time(claim.stayTo)),
    space: claim.property,
    way: [t.booking.ways[claim.way], ...(claim.debitRunId === null ? [] : [t.desk.inRun])].join(', '),
    sum: formatEuro(language, claim.cents),
    document: claim.document && {
      href: at(`/beleg/${claim.document.id}`),
      label: numberText({ ars, ...claim.document }),
    },
    paid: at(`/${claim.bookingId}/bezahlt`),
  }));
};

export const runLinks = (language: Language, runs: readonly DebitRun[], at: At): DeskMoneyView['runs'] => {
  const t = moneyMessages(language).desk;
  return runs.map(({ id, collectOn, count, cents }) => ({
    href: at(`/lastschriften/${id}`),
    label: t.run(
      formatDate(language, fromBerlin(collectOn, '12:00')),
      formatNumber(language, count),
      formatEuro(language, cents),
    ),
  }));
};

/** Debit and credit side by side, as bookkeeping shows a balance. */
export const balanceRows = (language: Language, balances: readonly Balance[]): DeskMoneyView['balances'] => {
  const t = moneyMessages(language).desk;
  return balances.map(({ account, cents }) => ({
    key: account,
    cells: [
      t.accounts[account],
      cents > 0 ? formatEuro(language, cents) : '',
      cents < 0 ? formatEuro(language, -cents) : '',
    ],
  }));
};

export const accountFields = (
  language: Language,
  account: TownAccount | undefined,
  { typed, faults = {} }: { typed?: Typed | undefined; faults?: MoneyFaults | undefined },
): FieldView[] => {
  const t = moneyMessages(language);
  const known: Typed = {
    name: account?.name ?? '',
    anschrift: account?.address ?? '',
    iban: account?.iban ?? '',
    glaeubiger: account?.creditorId ?? '',
    ust: String(account?.vatPercent ?? 0),
    steuernummer: account?.taxNumber ?? '',
  };
  const field = (
    name: keyof MoneyMessagesFields,
    control: FieldView['control'] = 'line',
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[name];
    return {
      name,
      control,
      label: t.desk.fields[name],
      value: (typed ?? known)[name] ?? '',
      error: fault && t.faults[fault],
      ...more,
    };
  };
  const vats = (['0', '19'] as const).map((value) => ({ value, label: t.desk.vats[value] }));
  return [
    field('name'),
    field('anschrift'),
    field('iban'),
    field('glaeubiger'),
    field('ust', 'radios', { choices: vats }),
    field('steuernummer'),
  ];
};

type MoneyMessagesFields = ReturnType<typeof moneyMessages>['desk']['fields'];
