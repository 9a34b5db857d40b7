import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { writeToOffice } from '../applicant-acts.ts';
import { findById } from '../application-store.ts';
import {
  CANARY,
  KARLSRUHE,
  LEEZEN,
  masterKey,
  notice,
  sentApplication,
  withForms,
} from '../applications.builder.ts';
import { listFiles } from '../enclosure-store.ts';
import { addFile } from '../fill-in.ts';
import { listMessages, openApplication, openFile } from '../open-application.ts';
import { dumpOf } from './dump.builder.ts';
import { openKeyRing } from './key-ring.ts';
import { rotateKeys } from './rotate-keys.ts';
import { open, seal } from './seal.ts';

const context = await withForms(await testDatabase());
const { pool } = context.connection;
const key = randomBytes(32);

test('what is sealed is opened with the same key in the same place alone', () => {
  const sealed = seal(key, 'a', Buffer.from('Text'));
  assert.equal(open(key, 'a', sealed).toString(), 'Text');
  assert.notDeepEqual(seal(key, 'a', Buffer.from('Text')), sealed);
  assert.throws(() => open(key, 'b', sealed));
  assert.throws(() => open(randomBytes(32), 'a', sealed));
  for (const at of [0, 15, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => open(key, 'a', changed), `byte ${at}`);
  }
});

test('another master key opens nothing, and is noticed before anything is done', async () => {
  await sentApplication(context);
  await openKeyRing(() => masterKey).verify(context);
  await assert.rejects(openKeyRing(() => randomBytes(32)).verify(context));
});

const PDF = Buffer.from(`%PDF-1.7\n(${CANARY})\n%%EOF`);

const withAll = async () => {
  const sent = await sentApplication(context);
  assert.ok('fileId' in (await addFile(context, sent.access, { field: '', bytes: PDF })));
  await writeToOffice(context, sent.access, { text: `Ich wohne im ${CANARY}.`, isAnswer: false }, notice);
  return sent;
};

const readAll = async (id: string) => {
  const application = await findById(context.database, { ars: LEEZEN, id }, false);
  assert.ok(application);
  const { answers } = await openApplication(context, application);
  const [message] = await listMessages(context, application);
  const [file] = await listFiles(context.database, application);
  const opened = await openFile(context, application, file?.id ?? '');
  return {
    keyNumber: application.keyNumber,
    street: answers.street,
    message: message?.text,
    file: opened?.bytes,
  };
};

test('a word typed into a form, a message and a file is found nowhere in the database', async () => {
  const { id } = await withAll();
  const all = await dumpOf(pool);
  await pool.query('create table public.planted as select convert_to($1, $2) as content', [CANARY, 'UTF8']);
  assert.ok((await dumpOf(pool)).includes(CANARY), 'it would be seen if it lay open');
  await pool.query('drop table public.planted');
  for (const word of [
    CANARY,
    'Anna Muster',
    'SE-QX 987',
    'anna@beispiel',
    Buffer.from(CANARY).toString('base64').slice(0, 16),
  ])
    assert.ok(!all.includes(word), word);
  assert.equal((await readAll(id)).street, CANARY);
});

const rotated = async (id: string, number: number) => {
  const all = await readAll(id);
  assert.deepEqual(all, { keyNumber: number, street: CANARY, message: `Ich wohne im ${CANARY}.`, file: PDF });
  const { rows } = await pool.query('select number from public_services.data_key where ars = $1', [LEEZEN]);
  assert.deepEqual(rows, [{ number }]);
};

test('a rotation seals everything with a new key and deletes the old one; another town keeps its own', async () => {
  const { id } = await withAll();
  const other = await sentApplication(context, KARLSRUHE);
  const result = await rotateKeys(context, context.keys, { ars: LEEZEN });
  assert.ok('rows' in result && result.rows >= 3, JSON.stringify(result));
  await rotated(id, 2);
  const untouched = await findById(context.database, { ars: KARLSRUHE, id: other.id }, false);
  assert.equal(untouched?.keyNumber, 1);
});

test('killed at any row, a rotation goes on with the key that it had begun', async () => {
  const { id } = await withAll();
  const { rows } = await pool.query(
    `select count(*) as rows from public_services.application where ars = $1`,
    [LEEZEN],
  );
  for (let stop = 1; stop <= Number(rows[0].rows) + 1; stop += 1) {
    let sealed = 0;
    const killed = {
      ...context.keys,
      seal: (...given: Parameters<typeof context.keys.seal>) => {
        sealed += 1;
        if (sealed > stop) throw new Error('killed');
        return context.keys.seal(...given);
      },
    };
    await assert.rejects(rotateKeys(context, killed, { ars: LEEZEN }), /killed/);
    assert.equal((await readAll(id)).street, CANARY, `after ${stop} rows everything can be read`);
  }
  await rotateKeys(context, context.keys, { ars: LEEZEN });
  await rotated(id, 3);
});

test('somebody who writes while the key changes loses nothing', async () => {
  const before = await withAll();
  const [sent] = await Promise.all([
    withAll(),
    rotateKeys(context, context.keys, { ars: LEEZEN }),
    withAll(),
  ]);
  await rotateKeys(context, context.keys, { ars: LEEZEN });
  for (const { id } of [before, sent ?? before]) assert.equal((await readAll(id)).street, CANARY);
});

test('a town without a key has nothing to rotate', async () => {
  assert.deepEqual(await rotateKeys(context, context.keys, { ars: '030000000000' }), { refused: 'no-key' });
});
