import sanitizeHtml from 'sanitize-html';

const BREAKS = /<(br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]{0,500}>/gi;
const MARKUP = /<\/?[a-z!][^<>]*>|&(#\d+|#x[0-9a-f]+|[a-z]+\d*);/i;
// Half of a surrogate pair is no character, and PostgreSQL refuses it; U+FFFE and its kin no XML may hold.
const NO_CHARACTERS = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
// Control characters (PostgreSQL refuses U+0000), and marks that would turn the direction of the text around ours.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Foreign text, HTML or not, as plain text with line breaks; undefined where nothing is left. */
export const plainText = (text: string | undefined, longest = 8_000): string | undefined => {
  if (text === undefined) return undefined;
  // Twice the longest text is enough: markup beyond it would be cut anyway.
  const raw = text
    .slice(0, longest * 4)

    .replace(/\r\n?/g, '\n');
  const plain = cleanText(MARKUP.test(raw) ? withoutMarkup(raw) : raw);
  return plain === '' ? undefined : shorten(plain, longest);
};

/** Without characters that nobody sees, and without space that means nothing. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(NO_CHARACTERS, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Plain text in one line. */
export const oneLine = (text: string | undefined, longest = 300): string | undefined =>
  plainText(text, longest)?.replace(/\n+/g, ' ');

const withoutMarkup = (html: string): string => {
  const broken = /<(br|p|div|li)\b/i.test(html) ? html.replace(/\s+/g, ' ').replace(BREAKS, '$&\n') : html;
  return withoutPlainMarkup(broken) ?? withoutAnyMarkup(broken);
};

const PLAIN_TAG = /^<\/?(p|br|b|strong|em|i|u|ul|ol|li|h[1-6]|div|span) ?\/?>$/i;
const PLAIN_ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** Most texts hold nothing but plain tags: a tenth of the parser's time. Undefined where anything else occurs. */
const withoutPlainMarkup = (html: string): string | undefined => {
  let isPlain = true;
  const text = html.replace(/<[^<>]*>?|&[^;\s<&]{0,8};?/g, (sign) => {
    if (PLAIN_TAG.test(sign)) return '';
    const known = PLAIN_ENTITIES[sign];
    isPlain &&= known !== undefined;
    return known ?? '';
  });
  return isPlain ? text : undefined;
};

const withoutAnyMarkup = (broken: string): string =>
  sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const shorten = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)

        .trimEnd()}…`;
