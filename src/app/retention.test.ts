import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBefore } from '../foundation/database/retention.ts';
import { createLog } from '../foundation/log/log.ts';
import { TEST_NOW, testDatabase } from '../foundation/testing/database.ts';
import { importLines, KARLSRUHE } from '../modules/offers/offers.builder.ts';
import { makePartitions } from '../modules/sensors/observations/partition-store.ts';
import { plantStream } from '../modules/sensors/sensors.builder.ts';
import { enforceRetention, retentionRules } from './retention.ts';

const context = await testDatabase();
const { pool } = context.connection;
await importLines(context, 'id;name;category;lon;lat', ['1;Museum;museum;8.404;49.009']);

/** Somebody with a password, so that the account itself counts as used. */
const someone = async (): Promise<string> => {
  const id = context.newId();
  await pool.query('insert into accounts.person (id, name, created_at) values ($1, $2, $3)', [
    id,
    'Person',
    TEST_NOW,
  ]);
  await pool.query("insert into accounts.credential values ($1, 'x', $2)", [id, TEST_NOW]);
  return id;
};
const person = await someone();
await pool.query(
  `insert into accounts.organisation (ars, id, kind, name, created_at)
   select ars, ars, 'municipality', name, $2 from municipalities.municipality where ars = $1`,
  [KARLSRUHE, TEST_NOW],
);

/** An application that stays, for what goes before it. */
const DELIVERED = '0193b7a0-0000-7000-8000-00000000000d';

const BOOKING =
  'ars, id, secret_hash, request_key, state, pool_id, lon, lat, from_slot, to_slot, held_to_slot, walk_limit_m, cents_per_hour, quoted_cents, asked_at, ended_at';

const PAYMENT =
  'ars, booking_id, payee, way, state, host_id, pool_id, reserved_cents, charged_cents, expires_at';
const OWED =
  "'town', 'invoice', 'paid', (select id from parking.host limit 1), (select id from parking.pool), 1, 1, $4";

/** What is planted for each class: $1 is a new id, $2 the moment that counts, $3 the person, $4 long ago, $5 the town. */
const plants: Record<string, [table: string, values: string]> = {
  sessions: [
    'session (token_hash, id, person_id, method, level, user_agent, created_at, last_seen_at, expires_at)',
    "$1, $1, $3, 'password', 'low', '', $4, $4, $2",
  ],
  devices: ['device (token_hash, person_id, expires_at)', '$1, $3, $2'],
  attempts: ['attempt (key_hash, failures, last_at)', '$1, 1, $2'],
  'mail-links': ['mail_link (token_hash, person_id, expires_at)', '$1, $3, $2'],
  'provider-rounds': [
    'provider_round (token_hash, state, nonce, verifier, return_path, expires_at)',
    "$1, '', '', '', '/', $2",
  ],
  'unused-accounts': ['person (id, name, created_at)', '$1, $1, $2'],
  notices: [
    'notice (id, person_id, topic, subject, text, created_at, sent_at)',
    "$1, $3, 'links', 'x', '', $4, $2",
  ],
  'kept-forms': [
    'kept_form (id, person_id, path, fields, kept_at, expires_at)',
    "$1, $3, '/konto', '[]', $4, $2",
  ],
  'unsubscribe-links': ['unsubscribe_link (token_hash, person_id, topic, created_at)', "$1, $3, 'links', $2"],
  invitations: [
    'invitation (ars, organisation_id, id, mail, role, token_hash, invited_at, expires_at)',
    "$5, $5, $1, 'a@stadt.example', 'editor', 'x', $4, $2",
  ],
  'administrator-changes': [
    'administrator_change (ars, organisation_id, id, change, person_id, proposed_by, proposed_at, expires_at)',
    "$5, $5, $1, 'grant', $6, $3, $4, $2",
  ],
  delegations: [
    'delegation (ars, organisation_id, id, role, to_ars, to_organisation_id, during, granted_at)',
    "$5, $5, $1, 'editor', '01', '01', tstzrange($4, $2), $4",
  ],
  suggestions: ['offers.suggestion (ars, id, fields, suggested_at)', "$5, $1, '{}', $2"],
  sheets: [
    'offers.sheet (ars, organisation_id, id, file_name, uploaded_by, uploaded_at)',
    "$5, $5, $1, 'Feste.xlsx', $3, $2",
  ],
  'application-drafts': [
    'public_services.application (ars, id, form_id, form_version, secret_hash, organisation_ars, organisation_id, key_number, answers, started_at, changed_at)',
    "$5, $1, 'antrag', 1, $1, $5, $5, 1, '', $4, $2",
  ],
  applications: [
    'public_services.application (ars, id, form_id, form_version, secret_hash, organisation_ars, organisation_id, key_number, answers, started_at, changed_at, state, submitted_at, closed_at)',
    "$5, $1, 'antrag', 1, $1, $5, $5, 1, '', $4, $4, 'granted', $4, $2",
  ],
  'application-deliveries': [
    'public_services.delivery (ars, application_id, id, way, state, asked_at, changed_at)',
    `$5, '${DELIVERED}', $1, 'mail', 'handedOver', $4, $2`,
  ],
  'form-comments': [
    'public_services.form_comment (ars, id, form_id, day, key_number, content)',
    "$5, $1, 'antrag', $2, 1, ''",
  ],
  'mistake-reports': [
    'offers.mistake_report (ars, id, offer_id, message, reported_at)',
    "$5, $1, (select id from offers.offer), 'falsche Zeit', $2",
  ],
  'domain-events': [
    'events.domain_event (ars, id, type, payload, at, delivered_at)',
    "$5, $1, 'offer-published', '{}', $4, $2",
  ],
  'survey-answers': [
    'participation.survey_answer (ars, survey_id, id, said, answered_on)',
    "$5, (select id from participation.survey), $1, '[]', ($2::timestamptz at time zone 'Europe/Berlin')::date",
  ],
  'town-reports': [
    'participation.report (ars, id, category, lon, lat, pt, state, secret_hash, way, reported_at, changed_at, closed_at)',
    "$5, $1, 'road', 8.4, 49, point(1, 1), 'fixed', $1, 'page', $4, $4, $2",
  ],
  'sprint-participants': [
    'sprints.participant (ars, sprint_id, id, party, name, secret_hash, joined_at)',
    "$5, (select id from sprints.sprint where ends_on = ($2::timestamptz at time zone 'Europe/Berlin')::date), $1, 'residents', 'x', $1, $4",
  ],
  comments: [
    'participation.comment (ars, id, subject_kind, subject_id, text, state, decline_reason, written_at, decided_at)',
    "$5, $1, 'goal', $1, 'x', 'declined', 'insult', $4, $2",
  ],
  'agenda-links': [
    'strategy.heartbeat_link (ars, measure_id, token_hash, person_id, sent_at, expires_at)',
    '$5, (select id from strategy.measure), $1, (select id from accounts.person limit 1), $4, $2',
  ],
  'knowledge-taken-back': [
    'knowledge.entry (ars, organisation_id, id, kind, taken_back_at, created_at, changed_at)',
    "$5, $5, $1, 'guide', $2, $4, $4",
  ],
  'knowledge-partners': [
    'knowledge.partner (ars, organisation_id, kind, offers, needs, fields, advises, is_shown, changed_at)',
    "$5, (select id from accounts.organisation o where ars = $5 and not exists (select from knowledge.partner p where p.organisation_id = o.id) limit 1), 'firm', $1, '', '{}', false, false, $2",
  ],
  'knowledge-cooperation': [
    'knowledge.cooperation (ars, organisation_id, id, kind, field, title, text, folded, began_at, ended_at)',
    "$5, $5, $1, 'gap', 'data', 'x', 'x', 'x', $4, $2",
  ],
  'knowledge-requests': [
    'knowledge.completion_request (ars, id, entry_id, parts, sentence, centre_ars, centre_id, asked_at, answered_at, reason)',
    `$5, $1, '${DELIVERED}', '{summary}', 'x', $5, $5, $4, $2, 'x'`,
  ],
  'knowledge-dossiers-taken-back': [
    'knowledge.dossier (ars, organisation_id, id, content, taken_back_at, created_at, changed_at)',
    "$5, $5, $1, '{}', $2, $4, $4",
  ],
  'knowledge-calls-withdrawn': [
    'knowledge.call (ars, organisation_id, id, facts, withdrawn_at, created_at, changed_at)',
    "$5, $5, $1, '{}', $2, $4, $4",
  ],
  'knowledge-advice': [
    'knowledge.advice_question (ars, organisation_id, id, title, question, field, is_public, asked_at, closed_at)',
    "$5, $5, $1, 'x', 'x', 'data', false, $4, $2",
  ],
  'parking-plates': [
    `parking.booking (${BOOKING}, plate_hash)`,
    "$5, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'left', (select id from parking.pool), 8, 49, 1, 2, 3, 100, 0, 0, $4, $2, $1",
  ],
  'sensor-objections': [
    'sensors.objection (ars, id, thing_id, text, contact, made_at)',
    "$5, $1, (select id from sensors.thing), 'x', '', $2",
  ],
  observations: [
    'sensors.observation (ars, datastream_id, at, value, reason)',
    "$5, (select id from sensors.datastream), $2, '1', $1",
  ],
  'parking-counts': [
    'parking.site_count (ars, site_id, at, count_kind, count_quality)',
    "$5, (select id from parking.site), $2, 'realtime', $1",
  ],
  'parking-demand': [
    'parking.demand (ars, id, day, requested_minute, x, y, arrival, departure, walk_limit)',
    '$5, $1, $2, 0, 0, 0, 600, 660, 350',
  ],
  'parking-strikes': [
    'parking.host_strike (ars, id, host_id, pool_id, cause, at)',
    "$5, $1, (select id from parking.host limit 1), (select id from parking.pool), 'taken', $2",
  ],
  'parking-forecasts': [
    'parking.forecast (ars, question_hash, question, state, asked_at, touched_at)',
    "$5, encode(sha256($1::bytea), 'hex'), to_jsonb($1::text), 'stopped', $4, $2",
  ],
  'parking-ledger': [
    'parking.ledger_transaction (ars, id, key, kind, at)',
    "$5, $1, $1, 'correction', $2); insert into parking.ledger_posting (ars, transaction_id, seq, account, cents) values ($5, $1, '1', 'bank', '1'), ($5, $1, '2', 'town', '-1'",
  ],
  'parking-documents': [
    'parking.money_document (ars, id, kind, year, number, gross_cents, vat_cents, content, issued_at)',
    "$5, $1, 'receipt', 2026, ('x' || right($1, 6))::bit(24)::int, 1, 0, '', $2",
  ],
  'parking-debit-files': [
    'parking.debit_run (ars, id, collect_on, count, cents, file, made_at)',
    "$5, $1, '2026-01-01', 1, 1, '', $2",
  ],
  'parking-payments': [`parking.payment (${PAYMENT}, opened_at)`, `$5, $1, ${OWED}, $2`],
  'parking-payers': [
    `parking.payment (${PAYMENT}, opened_at, payer, paid_at)`,
    `$5, gen_random_uuid(), ${OWED}, $4, $1, $2`,
  ],
  'parking-tax-facts': [
    'parking.host_tax (ars, host_id, facts, asked_at, used_at)',
    '$5, (select id from parking.host h where not exists (select from parking.host_tax t where t.host_id = h.id) limit 1), $1, $4, $2',
  ],
  'parking-mandates': [
    'parking.mandate (ars, id, reference, holder, signed_on, used_at)',
    "$5, $1, $1, '', $4, $2",
  ],
  'parking-bookings': [
    `parking.booking (${BOOKING})`,
    "$5, $1, $1, $1, 'left', (select id from parking.pool), 8, 49, 1, 2, 3, 100, 0, 0, $4, $2",
  ],
  'wrong-office-reports': [
    'public_services.wrong_office_report (ars, id, service_id, place, message, reported_at)',
    "$5, $1, $1, 'Karlsruhe', 'umgezogen', $2",
  ],
};

await pool.query(`
  insert into public_services.form (ars, id, version, definition, published_at)
    values ('${KARLSRUHE}', 'antrag', 1, '{}', now());
  insert into public_services.data_key (ars, number, wrapped, created_at) values ('${KARLSRUHE}', 1, '', now());
  insert into public_services.application (ars, id, form_id, form_version, secret_hash, organisation_ars, organisation_id,
      key_number, answers, started_at, changed_at, state, submitted_at)
    values ('${KARLSRUHE}', '${DELIVERED}', 'antrag', 1, 'x', '${KARLSRUHE}', '${KARLSRUHE}', 1, '', now(), now(),
      'submitted', now());
  insert into knowledge.entry (ars, organisation_id, id, kind, created_at, changed_at)
    values ('${KARLSRUHE}', '${KARLSRUHE}', '${DELIVERED}', 'guide', now(), now());
  insert into parking.host (ars, id, kind, name, created_at) values ('${KARLSRUHE}', '${DELIVERED}', 'firm', 'Firma', now());
  insert into parking.host (ars, id, kind, name, created_at)
    values ('${KARLSRUHE}', '0193b7a0-0000-7000-8000-00000000000e', 'firm', 'Firma', now());
  insert into parking.pool (ars, id, host_id, name, kind, lon, lat, pt, capacity, access_kind, cents_per_hour, permit,
      permit_verdict, permit_checked_at, created_at, changed_at)
    values ('${KARLSRUHE}', '${DELIVERED}', '${DELIVERED}', 'Hof', 'open', 8, 49, '(1, 1)', 1, 'open', 0, '{}', 'green', now(),
      now(), now());
  insert into accounts.organisation (ars, id, kind, name, created_at) values ('${KARLSRUHE}', '${DELIVERED}', 'club', 'Verein', now());
  insert into parking.source (ars, id, name, format, attribution) values ('${KARLSRUHE}', 'p', 'P', 'karlsruhe', 'Stadt');
  insert into parking.site (ars, id, source_ars, source_id, foreign_id, content_hash, name, purpose, kind, lon, lat, pt,
      created_at, changed_at)
    values ('${KARLSRUHE}', '${DELIVERED}', '${KARLSRUHE}', 'p', '1', '', 'P 1', 'car', 'garage', 8, 49, '(1, 1)', now(), now())`);

await plantStream(context, KARLSRUHE, { keptDays: 30 });
await makePartitions(context.database, ['2026-10-01', '2026-11-01']);
await pool.query(`
  insert into sprints.sprint (ars, id, facts, ends_on, created_at, changed_at)
    select '${KARLSRUHE}', gen_random_uuid(), '{}', date '2026-01-01' + at, now(), now() from generate_series(0, 1000) at;
  insert into participation.survey (ars, id, title, closes_on, questions, changed_at)
    values ('${KARLSRUHE}', '${DELIVERED}', 'x', '2026-01-01', '[]', now());
  insert into strategy.agenda (ars, from_year, to_year, changed_at) values ('${KARLSRUHE}', 2027, 2031, now());
  insert into strategy.measure (ars, id, facts, state, created_at, changed_at)
    values ('${KARLSRUHE}', '${DELIVERED}', '{}', 'idea', now(), now())`);

/** Days after the moment that stands in the row. */
const OTHERWISE_MEASURED: Record<string, number> = { devices: 0, sessions: 0.5, observations: 30 };
/** Milliseconds that tell two moments apart: some rows know the day alone. */
const MINUTE = 60_000;
const COARSE: Record<string, number> = {
  // By whole days.
  observations: 24 * 60 * MINUTE,
  'survey-answers': 24 * 60 * MINUTE,
  'sprint-participants': 24 * 60 * MINUTE,
  'parking-demand': 24 * 60 * MINUTE,
  'form-comments': 24 * 60 * MINUTE,
};
const LONG_AGO = daysBefore(TEST_NOW, 3000);

/** As quoted literals: PostgreSQL then takes each for what its column is. */
const plant = async (dataClass: string, moment: Date): Promise<{ table: string; id: string }> => {
  const [into = '', values = ''] = plants[dataClass] ?? [];
  const id = context.newId();
  const all = [id, moment.toISOString(), person, LONG_AGO.toISOString(), KARLSRUHE, await someone()];
  const text = values.replaceAll(/\$(\d)/g, (_, number) => `'${all[Number(number) - 1]}'`);
  const table = into.includes('.') ? into : `accounts.${into}`;
  await pool.query(`insert into ${table} values (${text})`);
  return { table: table.split(' ')[0] ?? '', id };
};

const isThere = async ({ table, id }: { table: string; id: string }): Promise<boolean> =>
  (await pool.query(`select from ${table} row where row::text like '%' || $1 || '%'`, [id])).rowCount === 1;

test('each class of data stands in the table once', () => {
  const classes = retentionRules.map(({ dataClass }) => dataClass);
  assert.equal(new Set(classes).size, classes.length);
  assert.deepEqual(
    retentionRules
      .filter(({ prune }) => prune)
      .map(({ dataClass }) => dataClass)
      .sort(),
    Object.keys(plants).sort(),
  );
});

for (const { dataClass, keptDays, prune } of retentionRules) {
  if (!prune) continue;
  test(`${dataClass}: what is over goes, what is not stays`, async () => {
    const limit = daysBefore(
      TEST_NOW,
      OTHERWISE_MEASURED[dataClass] ?? (keptDays === 'until' ? 0 : keptDays),
    );
    const step = COARSE[dataClass] ?? MINUTE;
    const old = await plant(dataClass, new Date(limit.getTime() - step));
    const young = await plant(dataClass, new Date(limit.getTime() + step));
    assert.deepEqual([await isThere(old), await isThere(young)], [true, true]);
    assert.equal(await prune(context), 1);
    assert.deepEqual([await isThere(old), await isThere(young)], [false, true]);
  });
}

test('a rule that fails stops no other one, and is named in the log without what it said', async () => {
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line));
  const words = { de: '', en: '' };
  const rule = { what: words, kept: words, why: words, keptDays: 1 };
  const failing = async () => {
    throw new RangeError('Frau Muster');
  };
  const rules = [
    { ...rule, dataClass: 'fails', prune: failing },
    { ...rule, dataClass: 'stays' },
    { ...rule, dataClass: 'works', prune: async () => 7 },
  ];
  await assert.rejects(enforceRetention(context, log, rules), AggregateError);
  assert.match(lines.join(''), /"works":7/);
  assert.match(lines.join(''), /"dataClass":"fails","reason":"RangeError"/);
  assert.doesNotMatch(lines.join(''), /Muster|stays/);
});
