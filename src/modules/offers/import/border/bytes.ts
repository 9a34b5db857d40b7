import { textOfFile } from '../../../../foundation/text/file-text.ts';
import { type ReaderInput, type Unreadable, unreadable } from './reading.ts';

const REASONS = {
  'too-large': unreadable('Die Datei ist zu groß.', 'The file is too large.'),
  'not-unpackable': unreadable('Die Datei lässt sich nicht entpacken.', 'The file cannot be unpacked.'),
};

export const textOf = ({ bytes, contentType }: ReaderInput): string | Unreadable => {
  const text = textOfFile(bytes, contentType);
  return typeof text === 'string' ? text : REASONS[text.refused];
};

export const jsonOf = (input: ReaderInput): { json: unknown } | Unreadable => {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return unreadable(
      `Kein JSON: ${(error as Error).message.slice(0, 150)}`,
      `Not JSON: ${(error as Error).message.slice(0, 150)}`,
    );
  }
};
