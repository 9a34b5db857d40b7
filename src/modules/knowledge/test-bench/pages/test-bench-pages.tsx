import { Hono, type Context as HonoContext } from 'hono';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { type BenchMessages, type BenchResult, benchMessages, TestBenchPage } from '../../web/index.ts';
import { checkFile } from '../check-file.ts';
import { isSound, standardIds, type Unreadable, type Verdict } from '../verdict.ts';

type Page = HonoContext<KnowledgeEnvironment>;
type Refusal = keyof BenchMessages['refusals'];
type Given = { bytes: Uint8Array; from: string | undefined };

const AT = '/netzwerk/pruefstand';
const LARGEST_UPLOAD_BYTES = 8 * 1024 * 1024;
const LARGEST_FETCHED_BYTES = 20 * 1024 * 1024;
const SHOWN_PLACES = 3;
const LONGEST_ADDRESS = 1_000;

const isAddress = (text: string): boolean => {
  const url = text.length <= LONGEST_ADDRESS ? URL.parse(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '';
};

/** A file wins over an address: who chose one meant it. */
const given = async (
  c: Page,
  setting: KnowledgeSetting,
): Promise<Given | { refused: Refusal; address: string }> => {
  const { adresse, datei } = await c.req.parseBody();
  const address = typeof adresse === 'string' ? adresse.trim() : '';
  if (datei instanceof File && datei.size > 0)
    return datei.size > LARGEST_UPLOAD_BYTES
      ? { refused: 'too-large', address }
      : { bytes: new Uint8Array(await datei.arrayBuffer()), from: undefined };
  if (address === '') return { refused: 'no-input', address };
  if (!isAddress(address)) return { refused: 'not-an-address', address };
  if (await guardWriter(setting, 'test-bench', visitorOf(c, setting.proxies), 'booker'))
    return { refused: 'too-many-attempts', address };
  const fetched = await setting.fetch(address, LARGEST_FETCHED_BYTES);
  return fetched ? { bytes: fetched, from: address } : { refused: 'not-fetched', address };
};

const resultOf = (c: Page, verdict: Verdict | Unreadable, from: string | undefined): BenchResult => {
  const { language } = c.var;
  const t = benchMessages(language);
  const source = t.source(from ?? t.uploaded);
  if ('unreadable' in verdict)
    return {
      tone: 'danger',
      title: t.unreadable,
      facts: [verdict.unreadable[language], source],
      findings: [],
    };
  const { name } = t.standards[verdict.standard];
  const isClean = verdict.findings.length === 0;
  const counts = verdict.counts.map(({ what, count }) =>
    t.count(formatNumber(language, count), what[language]),
  );
  return {
    tone: isClean ? 'success' : isSound(verdict) ? 'warning' : 'danger',
    title: t[isClean ? 'sound' : isSound(verdict) ? 'advice' : 'faulty'](name),
    facts: [t.counts(counts.join(', ')), source],
    findings: verdict.findings.map(({ weight, clause, text, count, places }) => ({
      key: `${clause} ${text.de}`,
      weight: t[weight],
      text: text[language],
      clause,
      count: formatNumber(language, count),
      places: places.slice(0, SHOWN_PLACES).join(' · '),
    })),
  };
};

type Shown = { result?: BenchResult; refused?: Refusal; address?: string };

const answer = (c: Page, { result, refused, address = '' }: Shown = {}): Response => {
  const { language } = c.var;
  const t = benchMessages(language);
  const error = refused && t.refusals[refused];
  const isOfFile = refused === 'too-large';
  const view = {
    action: localPath(language, AT),
    address: {
      name: 'adresse',
      control: 'line' as const,
      label: t.address,
      hint: t.addressHint,
      value: address,
      error: isOfFile ? undefined : error,
    },
    fileError: isOfFile ? error : undefined,
    result,
    standards: standardIds.map((key) => ({ key, ...t.standards[key] })),
  };
  return c.var.page(
    {
      title: refused ? `${t.errorTitle} ${t.title}` : t.title,
      body: <TestBenchPage view={view} t={t} />,
      canonical: localPath(language, AT),
    },
    refused ? 422 : 200,
  );
};

/** Bodies that may be larger than a form. */
export const isBenchUpload = (method: string, path: string): boolean =>
  method === 'POST' && path.endsWith(AT);

/** Does it follow its standard? Looked at and forgotten. */
export const testBenchPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(AT, (c) => answer(c));
  pages.post(AT, async (c) => {
    const input = await given(c, setting);
    if ('refused' in input) return answer(c, input);
    const verdict = await checkFile(input.bytes, setting.clock());
    return answer(c, { result: resultOf(c, verdict, input.from), address: input.from ?? '' });
  });
  return pages;
};
