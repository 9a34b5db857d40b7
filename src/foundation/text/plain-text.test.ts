import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from './plain-text.ts';

const cases: [html: string, plain: string | undefined][] = [
  ['<p>Eins</p><p>Zwei &amp; drei</p>', 'Eins\nZwei & drei'],
  ['<ul><li>Ausweis</li><li>Foto</li></ul>', 'Ausweis\nFoto'],
  ['a < b und c > d', 'a < b und c > d'],
  ['<b>fett</b> &amp;lt; &lt;b&gt;', 'fett &lt; <b>'],
  ['<script>alert(1)</script>Hallo', 'Hallo'],
  ['<p onclick="x()">Ein&nbsp;Wort</p>', 'Ein Wort'],
  ['&hellip; <p></p>', '…'],
  ['<p> </p>', undefined],
];
for (const [html, plain] of cases) test(`${html} is »${plain}«`, () => assert.equal(plainText(html), plain));

test('the short way and the parser read plain markup alike', () => {
  const pieces = fc.constantFrom(
    'Text',
    ' ',
    '<p>',
    '</p>',
    '<br/>',
    '<li>',
    '</li>',
    '<b>',
    '</b>',
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&nbsp;',
    ';',
    'ä',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const html = parts.join('');
      // A tag that the short way does not know sends the same text through the parser.
      assert.equal(plainText(`<b>${html}</b>`), plainText(`<font>${html}</font>`));
    }),
  );
});
