/** What a draft of a joint project says, in the words of its language. */
export type DraftWords = {
  draftTitle: (a: string, b: string) => string;
  draftNote: string;
  parts: { who: string; shared: string; open: string; forms: string };
  open: readonly string[];
  forms: readonly string[];
  formsNote: string;
};

type Side = { organisation: string; kind: string; title: string; text: string };

/** A line of foreign text must not become a heading, a list or a rule of the draft. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
const inline = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** The draft as Markdown: both sides in their own words, what they share, what is open, and which forms there are. */
export const jointDraft = (
  words: DraftWords,
  sides: readonly [Side, Side],
  shared: readonly string[],
): string => {
  const [a, b] = sides;
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  const side = ({ organisation, kind, title, text }: Side) =>
    `### ${inline(organisation)}\n\n${kind}: **${inline(title)}**\n\n${quoted(text)}`;
  return [
    `# ${words.draftTitle(inline(a.organisation), inline(b.organisation))}`,
    words.draftNote,
    `## ${words.parts.who}`,
    ...sides.map(side),
    `## ${words.parts.shared}`,
    list(shared),
    `## ${words.parts.open}`,
    list(words.open),
    `## ${words.parts.forms}`,
    list(words.forms),
    words.formsNote,
    '',
  ].join('\n\n');
};
