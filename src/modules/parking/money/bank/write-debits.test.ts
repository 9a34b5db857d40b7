import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findAll,
  type Structure,
  structureFaults,
  xmlTree,
} from '../../../../foundation/testing/xml-tree.ts';
import { earliestCollection, mayCollectOn } from './banking-day.ts';
import { type Debit, sepaText, writeDebits } from './write-debits.ts';

// Order and number of elements in pain.008.001.08, as far as this file uses it; own words for its schema.
const STRUCTURE: Structure = {
  Document: 'CstmrDrctDbtInitn',
  CstmrDrctDbtInitn: 'GrpHdr PmtInf+',
  GrpHdr: 'MsgId CreDtTm NbOfTxs CtrlSum InitgPty',
  InitgPty: 'Nm',
  PmtInf:
    'PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf ReqdColltnDt Cdtr CdtrAcct CdtrAgt ChrgBr CdtrSchmeId DrctDbtTxInf+',
  PmtTpInf: 'SvcLvl LclInstrm SeqTp',
  SvcLvl: 'Cd',
  LclInstrm: 'Cd',
  Cdtr: 'Nm',
  CdtrAgt: 'FinInstnId',
  DbtrAgt: 'FinInstnId',
  FinInstnId: 'Othr',
  CdtrSchmeId: 'Id',
  DrctDbtTxInf: 'PmtId InstdAmt DrctDbtTx DbtrAgt Dbtr DbtrAcct RmtInf',
  PmtId: 'EndToEndId',
  DrctDbtTx: 'MndtRltdInf',
  MndtRltdInf: 'MndtId DtOfSgntr',
  Dbtr: 'Nm',
  RmtInf: 'Ustrd',
  PrvtId: 'Othr',
  SchmeNm: 'Prtry',
  CdtrAcct: 'Id',
  DbtrAcct: 'Id',
  Othr: 'Id SchmeNm?',
};

const file = {
  messageId: '0193b7a000007000800000000000aa',
  at: new Date('2026-12-01T08:00Z'),
  collectOn: '2026-12-04',
  creditor: { name: 'Stadt Köln <Kasse>', iban: 'DE02120300000000202051', creditorId: 'DE98ZZZ09999999999' },
};
const debit = (number: number, isFirst: boolean, cents = 200): Debit => ({
  endToEndId: `R-082120000000-2026-00000${number}`,
  cents,
  mandate: { reference: 'P0193B7A000007000800000000000000A', signedOn: '2026-11-24' },
  debtor: { name: 'Ada Größe & Söhne', iban: 'DE02500105170137075030' },
  isFirst,
});

test('the file has the structure of the format; first and further collections stand apart, each with its sum', () => {
  const tree = xmlTree(writeDebits(file, [debit(1, true), debit(2, false, 110), debit(3, false, 1)]));
  // An Id holds an account, a scheme, or text: what is in it is checked by its own name.
  const faults = structureFaults(tree, STRUCTURE).filter((fault) => !/^Id: (IBAN|PrvtId) $/.test(fault));
  assert.deepEqual(faults, []);
  assert.equal(tree.attributes.xmlns, 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08');
  const texts = (name: string) => findAll(tree, name).map(({ text }) => text);
  assert.deepEqual(texts('SeqTp'), ['FRST', 'RCUR']);
  assert.deepEqual(texts('CtrlSum'), ['3.11', '2.00', '1.11']);
  assert.deepEqual(texts('NbOfTxs'), ['3', '1', '2']);
  assert.deepEqual(texts('InstdAmt'), ['2.00', '1.10', '0.01']);
  assert.deepEqual(texts('ReqdColltnDt'), ['2026-12-04', '2026-12-04']);
  assert.ok(
    [...texts('PmtInfId'), ...texts('MsgId'), ...texts('EndToEndId'), ...texts('MndtId')].every(
      (id) => id.length <= 35,
    ),
  );
  assert.deepEqual(new Set(texts('Nm')), new Set(['Stadt Koeln Kasse', 'Ada Groesse Soehne']));
  assert.deepEqual(
    findAll(tree, 'CdtrSchmeId').map((node) => findAll(node, 'Prtry')[0]?.text),
    ['SEPA', 'SEPA'],
  );
});

test('the character set of the scheme is kept, whatever somebody is called', () => {
  assert.equal(sepaText('Łukasz Ñandú & <b>Ömer</b>\n“x”'), 'ukasz Nandu b Oemer /b x');
  assert.equal(sepaText('x'.repeat(200)).length, 70);
});

const collections: [today: string, earliest: string][] = [
  ['2026-11-24', '2026-11-26'],
  ['2026-11-27', '2026-12-01'],
  ['2026-12-23', '2026-12-28'],
  ['2027-03-24', '2027-03-30'],
];
for (const [today, earliest] of collections)
  test(`made on ${today}, collected on ${earliest} at the earliest`, () => {
    assert.equal(earliestCollection(today), earliest);
    assert.equal(mayCollectOn(earliest, today), true);
    for (const day of [today, '2026-12-25', '2027-05-01', 'morgen', '2099-01-05', '2026-11-29'])
      assert.equal(mayCollectOn(day, today), false, day);
  });
