import { formatDate } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { type EntryView, libraryMessages } from '../web/index.ts';
import type { Living } from './living-store.ts';
import { figureText } from './told-measure.ts';

const SILENT_DAYS = 100;
const DAY_MILLISECONDS = 86_400_000;
/** Whose data may end without anybody wondering. */
const OVER = ['done', 'stopped'];

/** What the running thing behind an entry says by itself, and since when it is silent. */
export const presentLiving = (
  language: Language,
  living: Living | undefined,
  now: Date,
): EntryView['living'] => {
  if (!living) return undefined;
  const { living: t } = libraryMessages(language);
  const day = formatDate(language, living.toldAt);
  const isSilent =
    !OVER.includes(living.state) && now.getTime() - living.toldAt.getTime() > SILENT_DAYS * DAY_MILLISECONDS;
  return {
    title: t.title,
    lines: [
      t.state(t.states[living.state] ?? living.state, day),
      ...(living.text === '' ? [] : [living.text]),
      ...living.figures.flatMap((figure) => figureText(figure) ?? []),
    ],
    silent: isSilent ? t.silent(day) : undefined,
  };
};
