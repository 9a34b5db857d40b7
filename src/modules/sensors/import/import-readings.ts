import type { Context } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { ForeignOptions } from './foreign.ts';
import { readers, type SensorFormat } from './readers.ts';
import { type Sender, type TakenForeign, takeForeign } from './take-foreign.ts';

export type ImportReport = TakenForeign & { rows: number; empty: number; notes: Message[] };

/** Reads a text of a foreign format and takes what is in it. */
export const importReadings = async (
  context: Context,
  sender: Sender,
  format: SensorFormat,
  { text, ...options }: ForeignOptions & { text: string },
): Promise<ImportReport> => {
  const foreign = readers[format](text, options);
  const { rows, empty, notes } = foreign;
  return { ...(await takeForeign(context, sender, foreign)), rows, empty, notes };
};
