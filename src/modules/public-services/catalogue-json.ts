import type { NamedService, StoredService } from './catalogue/catalogue-store.ts';
import { addressLines } from './catalogue/competent-authority.ts';
import type { AuthorityJson, OfficeJson } from './contract.ts';
import { reasonWords, unknownWords } from './pages/present-answer.ts';
import type { AuthorityAnswer } from './responsibility/find-authority.ts';
import type { AuthorityOfRule } from './responsibility/responsibility.ts';
import { serviceMessages } from './web/index.ts';

export const serviceSummary = ({ id, ars, facts }: NamedService) => ({
  id,
  name: facts.name,
  leikaKeys: facts.leikaKeys,
  describedBy: ars,
});

export const serviceJson = (service: StoredService) => {
  const { names, texts, lifeEvents, channels, forms, trustLevel } = service.facts;
  return {
    ...serviceSummary(service),
    names,
    texts,
    lifeEvents,
    channels,
    forms,
    trustLevel: trustLevel ?? null,
    attribution: service.source.attribution,
    licence: service.source.licence,
    demonstration: service.source.demonstration,
    readAt: service.read_at.toISOString(),
  };
};

const officeJson = ({ id, ...facts }: AuthorityOfRule): OfficeJson => ({
  id,
  name: facts.name,
  address: addressLines(facts.address),
  lon: facts.point?.lon ?? null,
  lat: facts.point?.lat ?? null,
  openingHours: facts.openingHours ?? null,
  phone: facts.phone ?? null,
  mail: facts.mail ?? null,
  web: facts.web ?? null,
});

const both = (words: (language: 'de' | 'en') => string) => ({ de: words('de'), en: words('en') });

export const authorityJson = (answer: AuthorityAnswer): AuthorityJson => {
  if (answer.kind === 'one')
    return {
      kind: 'one',
      municipality: answer.municipality.ars,
      office: officeJson(answer.rule.authority),
      reason: both((language) => reasonWords(answer.reason, language).join(' ')),
      rule: {
        attribution: answer.rule.source.attribution,
        readAt: answer.rule.readAt.toISOString(),
        demonstration: answer.rule.source.demonstration,
      },
    };
  if (answer.kind === 'ask')
    return {
      kind: 'ask',
      by: answer.by,
      question: both((language) => serviceMessages(language).ask[answer.by]),
      choices: answer.choices.map(({ authority: { id, name } }) => ({ id, name })),
    };
  if (answer.kind === 'ask-place')
    return {
      kind: 'ask',
      by: 'municipality',
      question: both((language) => serviceMessages(language).ask.municipality),
      choices: answer.candidates.map(({ municipality, label, hint }) => ({
        id: municipality.ars,
        name: hint === '' ? label : `${label} (${hint})`,
      })),
    };
  return {
    kind: 'unknown',
    why: answer.why,
    advice: both((language) => {
      const t = serviceMessages(language);
      return `${unknownWords(answer, t)} ${t.unknown.advice}`;
    }),
  };
};
