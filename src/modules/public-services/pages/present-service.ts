import { formatDate } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { StoredService } from '../catalogue/catalogue-store.ts';
import { nameIn, type ServiceFacts, type TextKind, textOf } from '../catalogue/public-service.ts';
import type { AnswerView, ServiceMessages, ServiceView, TextView } from '../web/index.ts';

type Words = { language: Language; t: ServiceMessages };

const paragraphsOf = (text: string): string[] => [
  ...new Set(text.split(/\n+/).filter((line) => line !== '')),
];

const textView = (
  facts: ServiceFacts,
  kind: TextKind,
  heading: string,
  language: Language,
): TextView | undefined => {
  const found = textOf(facts, kind, language);
  return (
    found && {
      heading,
      paragraphs: paragraphsOf(found.text),
      // A screen reader must not read German as English.
      ...(found.language !== language && { language: found.language }),
    }
  );
};

const DETAILS = [
  'description',
  'procedure',
  'conditions',
  'hints',
  'furtherInformation',
  'legalRemedy',
] as const;

const waysOf = ({ channels }: ServiceFacts, answer: AnswerView, t: ServiceMessages): string[] => {
  const office = answer.kind === 'one' ? answer.office : undefined;
  const told = (way: string, more: string[] = []): string[] => [[way, ...more].join(': ')];
  return channels.flatMap((channel) => {
    if (channel.kind === 'phone') return [t.service.call(channel.number)];
    if (channel.kind === 'counter')
      return told(t.service.counter, office && office.hours.length > 0 ? [office.hours.join('; ')] : []);
    return channel.kind === 'post'
      ? told(t.service.post, office && office.address.length > 0 ? [office.address.join(', ')] : [])
      : [];
  });
};

const onlineOf = (
  { channels, trustLevel }: ServiceFacts,
  t: ServiceMessages,
): Pick<ServiceView, 'online'> => {
  const online = channels.find((channel) => channel.kind === 'online');
  if (!online) return {};
  return {
    online: {
      href: online.url,
      label: online.label ?? t.service.online,
      trust: trustLevel && t.service.trust[trustLevel],
    },
  };
};

export const sourceView = (
  { read_at, source }: Pick<StoredService, 'read_at' | 'source'>,
  { language, t }: Words,
): ServiceView['source'] => ({
  read: t.service.read(formatDate(language, read_at)),
  name: source.attribution,
  licence: source.licence === null ? t.service.licenceUnknown : t.service.licence(source.licence),
});

type About = {
  answer: AnswerView;
  place: string | undefined;
  otherUnit: string | undefined;
  wrong: ServiceView['wrong'];
};

export const serviceView = (service: StoredService, about: About, words: Words): ServiceView => {
  const { facts } = service;
  const { language, t } = words;
  const summary = textOf(facts, 'summary', language);
  const of = (kind: TextKind, heading: string) => textView(facts, kind, heading, language);
  return {
    name: nameIn(facts, language),
    summary: summary ? paragraphsOf(summary.text) : [],
    ...(summary && summary.language !== language && { summaryLanguage: summary.language }),
    isDemonstration:
      service.source.demonstration || (about.answer.kind === 'one' && about.answer.isDemonstration),
    isWithdrawn: service.withdrawn_at !== null,
    otherUnit: about.otherUnit === undefined ? undefined : t.service.otherUnit(about.otherUnit),
    place: about.place,
    answer: about.answer,
    ...onlineOf(facts, t),
    evidence: of('evidence', t.service.evidence),
    cost: of('cost', t.service.cost),
    durations: [of('processingTime', t.service.duration), of('deadline', t.service.deadline)].filter(
      (text) => text !== undefined,
    ),
    ways: waysOf(facts, about.answer, t),
    forms: facts.forms.map(({ url, label }) => ({ href: url, label })),
    details: DETAILS.flatMap((kind) => of(kind, t.kinds[kind]) ?? []),
    law: of('legalBasis', t.service.law),
    key: facts.leikaKeys.length > 0 ? t.service.key(facts.leikaKeys.join(', ')) : undefined,
    source: sourceView(service, words),
    wrong: about.wrong,
  };
};
