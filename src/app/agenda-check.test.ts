import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/agenda-check';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { grant, administrate, signIn } = await startDesk(FOLDER);
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/agenda/selbstcheck`;
let officer: Browser;
let clerk: Browser;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
before(async () => {
  officer = await administrate('01060053', 'anna@leezen.example');
  await grant(LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  clerk = await signIn('dora@leezen.example');
  await grant(LEEZEN, 'dora@leezen.example', 'caseWorker');
});

test('two people answer apart, each sees their own answers alone', async () => {
  assert.match(await textOf(officer.ask(`${DESK}/ergebnis`)), /Noch hat niemand geantwortet/);
  const saved = await officer.post(DESK, {
    'heute-lead-owner': '0',
    'ziel-lead-owner': '3',
    'heute-safe-plan': 'unbekannt',
    'ziel-safe-plan': '3',
    'heute-data-list': '9',
  });
  assert.match(saved.headers.get('location') ?? '', /gespeichert=3/);
  await clerk.post(DESK, { 'heute-lead-owner': '3', 'ziel-lead-owner': '3' });
  const own = await textOf(clerk.ask(DESK));
  assert.match(own, /id="heute-lead-owner"[\s\S]*?<option value="3" selected/);
  assert.doesNotMatch(own, /id="heute-safe-plan"[\s\S]{0,400}?value="unbekannt" selected/);
});

test('the result ends in decisions: differences to talk about, what nobody knows, a measure or a reason', async () => {
  const result = await textOf(officer.ask(`${DESK}/ergebnis`));
  assert.match(result, /weit auseinander/);
  assert.match(result, /Niemand weiß, wie es steht/);
  assert.match(result, /netzwerk\/bibliothek\?ort=01060053&amp;q=Notfallplan/);
  const decide = (typed: Record<string, string>) => officer.post(`${DESK}/ergebnis`, typed);
  const noReason = await decide({ frage: 'safe-plan', entscheidung: 'later' });
  assert.equal(noReason.status, 422);
  assert.match(await noReason.text(), /Bitte schreiben Sie einen Grund/);
  assert.equal((await decide({ frage: 'safe-plan', entscheidung: 'later', grund: 'Erst 2028' })).status, 303);
  const made = await decide({ frage: 'lead-owner', entscheidung: 'act' });
  const again = await decide({ frage: 'lead-owner', entscheidung: 'act' });
  assert.match(made.headers.get('location') ?? '', /\/agenda\/massnahmen\/[0-9a-f-]{36}$/);
  assert.equal(again.headers.get('location'), made.headers.get('location'));
  assert.match(await textOf(officer.ask(made.headers.get('location') ?? '')), /Eine Person mit Namen, Zeit/);
  assert.match(await textOf(officer.ask(`${DESK}/ergebnis`)), /Später\. Erst 2028/);
  assert.equal(
    (await clerk.post(`${DESK}/ergebnis`, { frage: 'safe-plan', entscheidung: 'no', grund: 'x' })).status,
    403,
  );
});

test('one answer stands in several frames, and is taken along as a table', async () => {
  const csv = await textOf(officer.ask(`${DESK}.csv`));
  assert.match(csv, /^frage,bereich,lordi,u4ssc/);
  assert.match(csv, /lead-owner,leadership,governance,economy,2,0,1.5,3,3/);
  assert.match(await textOf(officer.ask(`${DESK}/ergebnis`)), /LORDI: Steuerung/);
});
