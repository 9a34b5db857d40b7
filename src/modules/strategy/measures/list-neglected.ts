import type { Context } from '../../../foundation/database/context.ts';
import type { Life } from '../contract.ts';
import { strategyMessages } from '../web/index.ts';
import { listMeasures } from './measure-store.ts';
import { lifeOfMeasure } from './pages/present-measure.ts';

const NEGLECTED: readonly Life[] = ['silent', 'ownerless'];

/** Measures of an agenda that nobody answers for any more; `life` in the words of the agenda. */
export const listNeglectedMeasures = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  ars: string,
): Promise<{ id: string; title: string; life: string; isPublic: boolean }[]> => {
  const { lives } = strategyMessages('de');
  return (await listMeasures(database, ars)).flatMap((measure) => {
    const life = lifeOfMeasure(measure, clock());
    const { id, facts, isPublic } = measure;
    return NEGLECTED.includes(life) ? [{ id, title: facts.title, life: lives[life], isPublic }] : [];
  });
};
