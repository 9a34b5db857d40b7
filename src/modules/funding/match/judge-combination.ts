import type { Case, Judgement } from './case.ts';
import { cannotTell, no, yes } from './judgement.ts';

const folded = (text: string): string => text.toLocaleLowerCase('de');

/** Many programmes may not pay for what another one pays for. */
export const judgeCombination = ({ programme, measure: { funding } }: Case): Judgement => {
  const has = funding.trim() !== '' && !folded(funding).includes(folded(programme.title));
  if (!has) return yes('Die Maßnahme hat keine andere Förderung.', 'The measure has no other funding.');
  if (programme.notWith === null)
    return cannotTell(
      'Ob es sich mit der Förderung verträgt, die schon eingetragen ist, sagt die Quelle nicht.',
      'The source does not say whether it goes with the funding that is entered already.',
    );
  const banned = programme.notWith.find((word) => folded(funding).includes(folded(word)));
  return banned === undefined
    ? yes('Es verträgt sich mit der eingetragenen Förderung.', 'It goes with the funding that is entered.')
    : no(`Nicht zusammen mit „${banned}“.`, `Not together with “${banned}”.`);
};
