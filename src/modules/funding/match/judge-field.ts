import { fundingFields } from '../contract.ts';
import type { Case, Judgement } from './case.ts';
import { cannotTell, no, yes } from './judgement.ts';

const isListed = (field: string): boolean => fundingFields.some((one) => one === field);

/** A field that a town named itself fits no list: nobody can tell. */
export const judgeField = ({ programme: { fields }, measure }: Case): Judgement => {
  if (fields === null)
    return cannotTell(
      'Die Quelle nennt kein Handlungsfeld als Regel.',
      'The source names no field of action as a rule.',
    );
  if (fields.ids.some((id) => measure.fields.includes(id)))
    return yes('Das Handlungsfeld passt.', 'The field of action fits.');
  if (measure.fields.length === 0)
    return cannotTell('Die Maßnahme hat noch kein Handlungsfeld.', 'The measure has no field of action yet.');
  if (fields.rest !== '')
    return cannotTell(
      `Die Quelle nennt außerdem: „${fields.rest}“.`,
      `The source also names: “${fields.rest}”.`,
    );
  if (measure.fields.some((field) => !isListed(field)))
    return cannotTell(
      'Die Maßnahme hat ein eigenes Handlungsfeld, das die Quelle nicht kennt.',
      'The measure has a field of its own that the source does not know.',
    );
  return no('Das Handlungsfeld ist ein anderes.', 'The field of action is another one.');
};
