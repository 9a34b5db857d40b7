import { sql } from 'kysely';
import type { PersonalDataSource } from '../../foundation/database/personal-data.ts';

type Rows = Awaited<ReturnType<PersonalDataSource>>[number]['rows'];

/** What offers know of a person: asked by themself, across all municipalities. */
export const offerPersonalData: PersonalDataSource = async ({ database }, personId) => {
  const entries = await sql<Rows[number]>`
    select id, fields->>'name' as name, organisation_id as organisation, created_at, changed_at
    from offers.entry where owner = ${personId} order by created_at`.execute(database);
  const sheets = await sql<Rows[number]>`
    select id, file_name, organisation_id as organisation, uploaded_at
    from offers.sheet where uploaded_by = ${personId} order by uploaded_at`.execute(database);
  const answers = await sql<Rows[number]>`
    select 'report' as kind, id, outcome, handled_at from offers.mistake_report where handled_by = ${personId}
    union all
    select 'suggestion', id, outcome, handled_at from offers.suggestion where handled_by = ${personId}
    order by handled_at`.execute(database);
  const organisation = { de: 'Organisation', en: 'Organisation' };
  return [
    {
      name: 'entry',
      title: { de: 'Einträge, um die Sie sich kümmern', en: 'Entries that you look after' },
      fields: {
        name: { de: 'Name', en: 'Name' },
        organisation,
        created_at: { de: 'angelegt', en: 'created' },
        changed_at: { de: 'geändert', en: 'changed' },
      },
      rows: entries.rows,
    },
    {
      name: 'sheet',
      title: { de: 'Tabellen, die Sie hochgeladen haben', en: 'Tables that you uploaded' },
      fields: {
        file_name: { de: 'Datei', en: 'File' },
        organisation,
        uploaded_at: { de: 'vom', en: 'of' },
      },
      rows: sheets.rows,
    },
    {
      name: 'answer',
      title: {
        de: 'Hinweise und Vorschläge, die Sie beantwortet haben',
        en: 'Reports and suggestions that you answered',
      },
      fields: {
        kind: {
          de: 'Art',
          en: 'Kind',
          words: {
            report: { de: 'Hinweis auf einen Fehler', en: 'report of a mistake' },
            suggestion: { de: 'Vorschlag', en: 'suggestion' },
          },
        },
        outcome: {
          de: 'Antwort',
          en: 'Answer',
          words: {
            mended: { de: 'berichtigt', en: 'put right' },
            taken: { de: 'übernommen', en: 'taken' },
            declined: { de: 'abgelehnt', en: 'declined' },
          },
        },
        handled_at: { de: 'am', en: 'on' },
      },
      rows: answers.rows,
    },
  ];
};
