import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagramInPage, drawModules } from './diagram.ts';

test('ARCHITECTURE.md shows the modules as they are (else: node --import tsx tools/diagram.ts)', () =>
  assert.equal(diagramInPage(), drawModules()));
