import { wordsOf } from '../../../foundation/text/search-text.ts';
import type { ReferenceState } from './contract.ts';

/** What a firm is called beside its name; an entry may leave it out. */
const LEGAL_FORMS = new Set(['gmbh', 'ggmbh', 'ag', 'kg', 'ug', 'ev', 'eg', 'mbh', 'co', 'se', 'ohg', 'gbr']);

/** Whether the part »partners« of an entry has the name of an organisation, all its words in a row. */
export const namesPartner = (partners: string | null, name: string): boolean => {
  const asked = wordsOf(name).filter((word) => !LEGAL_FORMS.has(word));
  const said = wordsOf(partners ?? '');
  return asked.length > 0 && said.some((_, from) => asked.every((word, at) => said[from + at] === word));
};

/** A reference counts only where the entry names the partner and the town of the entry has said yes. */
export const stateOfReference = ({
  isNamed,
  answer,
}: {
  isNamed: boolean;
  answer: 'confirmed' | 'refused' | null;
}): ReferenceState => {
  if (answer === 'refused') return 'refused';
  if (!isNamed) return 'not-named';
  return answer === 'confirmed' ? 'confirmed' : 'waiting';
};
