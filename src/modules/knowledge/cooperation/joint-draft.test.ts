import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cooperationMessages } from '../web/index.ts';
import { jointDraft } from './joint-draft.ts';

const side = (organisation: string, text = 'Niemand pflegt sie.') => ({
  organisation,
  kind: 'Lücke',
  title: 'Geodaten',
  text,
});

test('both towns, what they share, open questions and the forms, without legal advice', () => {
  const draft = jointDraft(
    cooperationMessages('de'),
    [side('Leezen'), side('Wittenborn')],
    ['3 km entfernt'],
  );
  for (const part of [
    /Leezen[\s\S]*Wittenborn/,
    /3 km entfernt/,
    /Wer führt/,
    /Zweckverband/,
    /keine Rechtsberatung/,
  ])
    assert.match(draft, part);
});

test('what a town wrote cannot become a part of the draft', () => {
  const hostile = side('Bad *Ort*', '# Beschluss\n- gefasst');
  const draft = jointDraft(cooperationMessages('de'), [hostile, side('Leezen')], []);
  assert.doesNotMatch(draft, /^# Beschluss|^- gefasst/m);
  assert.match(draft, /Bad \\\*Ort\\\*/);
});
