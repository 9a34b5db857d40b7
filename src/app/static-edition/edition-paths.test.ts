import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOfPage, linkBetween } from './edition-paths.ts';

const ID = '0193b7a0-0000-7000-8000-000000000001';
const scope = { townPath: '/ort/leezen-01060053', place: '01060053', offerIds: new Set([ID]) };

const pages: [href: string, file: string | undefined][] = [
  ['/ort/leezen-01060053?ort=01060053', 'index.html'],
  ['/ort/karlsruhe-08212000', undefined],
  [`/angebot/${ID}?ort=01060053`, `angebot/${ID}.html`],
  [`/angebot/${ID}.ics`, undefined],
  [`/angebot/${ID.replace('1', '2')}`, undefined],
  ['/?ort=01060053', 'liste-1.html'],
  ['/?ort=01060053&seite=2', 'liste-2.html'],
  ['/?ort=01060053&kategorie=museum', undefined],
  ['/?ort=08212000', undefined],
  ['/', undefined],
  ['/impressum?ort=01060053', 'impressum.html'],
  ['/anmelden', undefined],
  ['//evil.example/impressum', undefined],
  ['https://evil.example/impressum', undefined],
  ['#inhalt', undefined],
];
for (const [href, file] of pages)
  test(`${href} is ${file ?? 'not copied'}`, () => assert.equal(fileOfPage(href, scope), file));

const links: [from: string, to: string, link: string][] = [
  ['index.html', 'assets/app.css', 'assets/app.css'],
  ['angebot/x.html', 'index.html', '../index.html'],
  ['angebot/x.html', 'angebot/y.html', 'y.html'],
  ['index.html', 'index.html', 'index.html'],
];
for (const [from, to, link] of links)
  test(`from ${from} to ${to}: ${link}`, () => assert.equal(linkBetween(from, to), link));
