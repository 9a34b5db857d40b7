import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { ApplicantKind } from '../contract.ts';
import type { Case, Judgement } from './case.ts';
import { cannotTell, no, yes } from './judgement.ts';

export const judgeArea = ({ programme, town }: Case): Judgement => {
  const { area, areaText } = programme;
  if (area === null)
    return areaText === ''
      ? cannotTell('Die Quelle nennt kein Gebiet.', 'The source names no area.')
      : cannotTell(
          `Ob Ihr Ort im Gebiet „${areaText}“ liegt, steht nicht als Regel da.`,
          `Whether your place lies in the area “${areaText}” is not written as a rule.`,
        );
  if (area.includes('')) return yes('Gilt in ganz Deutschland.', 'Holds in all of Germany.');
  if (area.some((key) => town.ars.startsWith(key)))
    return yes(`Ihr Ort liegt im Gebiet „${areaText}“.`, `Your place lies in the area “${areaText}”.`);
  return no(`Gilt nur in: ${areaText}.`, `Holds in this area only: ${areaText}.`);
};

const APPLICANTS: Record<ApplicantKind, Message> = {
  municipality: { de: 'Gemeinden', en: 'municipalities' },
  urbanDistrict: { de: 'kreisfreie Städte', en: 'urban districts' },
  district: { de: 'Kreise', en: 'districts' },
  association: { de: 'Gemeindeverbände', en: 'associations of municipalities' },
  company: { de: 'kommunale Unternehmen', en: 'municipal companies' },
  joint: { de: 'mehrere Gemeinden zusammen', en: 'several municipalities together' },
};

/** An urban district is a municipality as well. */
const answersTo = (kind: ApplicantKind, isJoint: boolean): ApplicantKind[] => [
  kind,
  ...(kind === 'urbanDistrict' ? ['municipality' as const] : []),
  ...(isJoint ? ['joint' as const] : []),
];

export const judgeApplicant = ({ programme: { applicants }, town, measure }: Case): Judgement => {
  if (applicants === null)
    return cannotTell(
      'Die Quelle sagt nicht, wer sich bewerben kann.',
      'The source does not say who may apply.',
    );
  const { kinds, rest } = applicants;
  const [own, ...more] = answersTo(town.kind, measure.isJoint);
  const found = [own, ...more].find((kind) => kind !== undefined && kinds.includes(kind));
  if (found !== undefined)
    return yes(`Bewerben können sich ${APPLICANTS[found].de}.`, `Open to ${APPLICANTS[found].en}.`);
  if (rest !== '')
    return cannotTell(
      `Ob Sie gemeint sind, ist offen. Die Quelle sagt: „${rest}“.`,
      `Whether you are meant is open. The source says: “${rest}”.`,
    );
  const listed = (language: 'de' | 'en') => kinds.map((kind) => APPLICANTS[kind][language]).join(', ');
  return no(`Bewerben können sich nur: ${listed('de')}.`, `Open only to: ${listed('en')}.`);
};

export const judgeSize = ({ programme: { inhabitants }, town: { population } }: Case): Judgement => {
  if (inhabitants === null)
    return cannotTell('Die Quelle nennt keine Grenze der Größe.', 'The source names no limit of size.');
  const { from, to } = inhabitants;
  if (from === null && to === null) return yes('Die Größe spielt keine Rolle.', 'Size does not matter.');
  if (population === null)
    return cannotTell(
      'Die Zahl Ihrer Einwohner ist nicht bekannt.',
      'Your number of inhabitants is not known.',
    );
  const [de, en] = [formatNumber('de', population), formatNumber('en', population)];
  if (from !== null && population < from)
    return no(
      `Erst ab ${formatNumber('de', from)} Einwohnern; Sie haben ${de}.`,
      `Only from ${formatNumber('en', from)} inhabitants; you have ${en}.`,
    );
  if (to !== null && population > to)
    return no(
      `Nur bis ${formatNumber('de', to)} Einwohner; Sie haben ${de}.`,
      `Only up to ${formatNumber('en', to)} inhabitants; you have ${en}.`,
    );
  return yes(
    `Mit ${de} Einwohnern liegen Sie in der Grenze.`,
    `With ${en} inhabitants you are within the limit.`,
  );
};
