import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { LARGEST_FILE_BYTES } from '../contract.ts';
import { checkFile } from './check-file.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const pdf = (inside: string): Buffer => bytes(`%PDF-1.7\n1 0 obj\n${inside}\nendobj\n%%EOF\n`);
const packed = (text: string): Buffer =>
  Buffer.concat([bytes('%PDF-1.7\nstream\n'), deflateSync(bytes(text)), bytes('\nendstream\n%%EOF')]);
const script = packed('<</S/JavaScript>>');
const wrongChecksum = Buffer.from(script);
wrongChecksum.writeUInt32BE(7, script.indexOf('\nendstream') - 4);
const nested = Buffer.concat([bytes('%PDF-1.7\nstream\nx\x9cxx'), script.subarray(8)]);
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const refused: [what: string, file: Buffer, reason: string][] = [
  ['nothing', Buffer.alloc(0), 'no-file'],
  ['too many bytes', Buffer.alloc(LARGEST_FILE_BYTES + 1), 'too-large'],
  ['a web page', bytes('<html><script>alert(1)</script>'), 'not-pdf-or-picture'],
  [
    'a picture that draws by script',
    bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    'not-pdf-or-picture',
  ],
  ['a program', bytes('MZ\x90\x00'), 'not-pdf-or-picture'],
  ['the test virus', bytes(eicar), 'harmful'],
  ['the test virus in a PDF', pdf(eicar), 'harmful'],
  ['a PDF with a script', pdf('<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'), 'harmful'],
  ['a PDF with a script whose name is written with escapes', pdf('<</S/J#61vaScript>>'), 'harmful'],
  ['a PDF that starts a program', pdf('<</S/Launch/F(cmd.exe)>>'), 'harmful'],
  ['a PDF with a script in a packed part', packed('<</S/JavaScript>>'), 'harmful'],
  ['a script in a packed part with a wrong checksum', wrongChecksum, 'harmful'],
  ['a script in a packed part behind another beginning', nested, 'harmful'],
  ['a script packed in an odd way', pdf('<</Type/ObjStm/Filter/ASCIIHexDecode>>'), 'harmful'],
  ['a PDF that unpacks to gigabytes', packed('x'.repeat(60_000_000)), 'too-large'],
  [
    'a PDF that only costs time',
    Buffer.concat([bytes('%PDF-1.7'), bytes('stream\nx\x9c'.repeat(400_000)), bytes('endstream %%EOF')]),
    'too-large',
  ],
  ['a PDF that is locked', pdf('<</Encrypt 2 0 R>>'), 'locked'],
  ['half a PDF', bytes('%PDF-1.7\n1 0 obj'), 'broken'],
  ['a picture that is none', bytes('\xff\xd8\xffnichts'), 'broken'],
  ['half a PNG', bytes('\x89PNG\r\n\x1a\nxx'), 'broken'],
];
for (const [what, file, reason] of refused)
  test(`refused: ${what}`, async () => assert.deepEqual(await checkFile(file), { refused: reason }));

test('bytes that look like a short name by chance are no script', async () => {
  const file = pdf('\xff\xd8 /JS \x00 /AA /XFAq \xff');
  assert.deepEqual(await checkFile(file), { kind: 'pdf', bytes: file });
});

test('a PDF without actions is taken as it is', async () => {
  const file = packed('BT (Fahrzeugschein) Tj ET');
  assert.deepEqual(await checkFile(file), { kind: 'pdf', bytes: file });
});

test('a picture is drawn anew: where and when it was taken stays behind', async () => {
  const blank = sharp({ create: { width: 40, height: 20, channels: 3, background: 'green' } });
  const taken = await blank
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Kanarienvogel' }, IFD3: { GPSLatitude: '53/1 52/1 0/1' } })
    .toBuffer();
  assert.ok(taken.includes('Kanarienvogel'));
  const clean = await checkFile(taken);
  assert.ok('kind' in clean && clean.kind === 'jpeg');
  assert.ok(!Buffer.from(clean.bytes).includes('Kanarienvogel'));
  assert.equal((await sharp(clean.bytes).metadata()).exif, undefined);
  const png = await checkFile(await blank.png().toBuffer());
  assert.ok('kind' in png && png.kind === 'png');
});
