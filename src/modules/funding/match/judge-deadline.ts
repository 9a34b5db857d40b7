import { formatDate } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { Case, Judgement } from './case.ts';
import { cannotTell, no, yes } from './judgement.ts';
import { isOldSource, programmeStateOf } from './programme-state.ts';

const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));

const closed = (closes: string | null, isSaidClosed: boolean): Judgement =>
  closes !== null && !isSaidClosed
    ? no(
        `Die Frist ist am ${dayText('de', closes)} abgelaufen.`,
        `The deadline was ${dayText('en', closes)}.`,
      )
    : no(
        'Die Quelle sagt: zurzeit kein Antrag möglich.',
        'The source says: no application possible at present.',
      );

const unknown = ({ programme, today }: Case): Judgement => {
  const { sourceOn } = programme;
  if (sourceOn === null)
    return cannotTell(
      'Die Quelle hat kein Datum. Ob man noch Anträge stellen kann, weiß dieses Haus nicht.',
      'The source has no date. This house does not know whether applications are still possible.',
    );
  return isOldSource(sourceOn, today)
    ? cannotTell(
        `Die Quelle ist alt (${sourceOn}). Ob man noch Anträge stellen kann, weiß dieses Haus nicht.`,
        `The source is old (${sourceOn}). This house does not know whether applications are still possible.`,
      )
    : cannotTell('Die Quelle nennt keine Frist.', 'The source names no deadline.');
};

export const judgeDeadline = (one: Case): Judgement => {
  const { opens, closes, isSaidClosed } = one.programme.deadline;
  const state = programmeStateOf(one.programme, one.today);
  if (state === 'closed') return closed(closes, isSaidClosed);
  if (state === 'unknown') return unknown(one);
  if (state === 'ahead')
    return yes(
      `Anträge sind ab ${dayText('de', opens ?? '')} möglich.`,
      `Applications are possible from ${dayText('en', opens ?? '')}.`,
    );
  return closes === null
    ? yes('Anträge sind laufend möglich.', 'Applications are possible at any time.')
    : yes(
        `Anträge sind bis ${dayText('de', closes)} möglich.`,
        `Applications are possible until ${dayText('en', closes)}.`,
      );
};
