import type { Context } from '../../../foundation/database/context.ts';
import type { PersonalData, PersonalDataSource } from '../../../foundation/database/personal-data.ts';
import { listMyData } from './my-data-store.ts';
import { myDataWords } from './my-data-words.ts';

const listPersonalData: PersonalDataSource = async ({ database }, personId) =>
  (await listMyData(database, personId)).map(([name, rows]) => ({ name, rows, ...myDataWords[name] }));

/** Everything that all modules store about a person. */
export const collectMyData = async (
  context: Pick<Context, 'database'>,
  personId: string,
  further: readonly PersonalDataSource[],
): Promise<PersonalData[]> => {
  const found: PersonalData[] = [];
  for (const source of [listPersonalData, ...further]) found.push(...(await source(context, personId)));
  return found;
};
