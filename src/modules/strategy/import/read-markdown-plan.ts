import { type FoundPlan, noPlan, shortened } from './found-plan.ts';

const LONGEST_TITLE = 120;
const LONGEST_GOAL = 1000;

const GOALS = /ziele?\b|leit(l)?ini?en|leitlinien|vision/i;
const PROJECTS = /projekte?|maßnahmen?/i;

/** `**Name** - what it is`, as strategies list their projects. */
const PROJECT = /^(?:[-*]\s+)?\*\*(.+?)\*\*[\s:–-]*(.*)$/;

const plain = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_]{1,2}/g, '')
    .trim();

type Section = { heading: string; blocks: { heading: string | undefined; paragraphs: string[] }[] };

const sectionsOf = (lines: readonly string[]): Section[] => {
  const sections: Section[] = [];
  for (const line of lines) {
    const section = /^##\s+(?!#)(.*)$/.exec(line)?.[1];
    const block = /^###\s+(.*)$/.exec(line)?.[1];
    const current = sections.at(-1);
    if (section !== undefined)
      sections.push({ heading: plain(section), blocks: [{ heading: undefined, paragraphs: [] }] });
    else if (block !== undefined)
      current?.blocks.push({ heading: plain(block).replace(/:$/, ''), paragraphs: [] });
    else if (line.trim() !== '') current?.blocks.at(-1)?.paragraphs.push(line.trim());
  }
  return sections;
};

/**
 * One field of action as a chapter: its first heading is the field, a section of goals holds a goal for each subheading
 * (or one for the chapter), a section of projects holds measures in bold.
 */
export const readMarkdownPlan = (text: string): FoundPlan => {
  const plan = noPlan();
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const field = plain(/^#\s+(.*)$/m.exec(text)?.[1] ?? '');
  if (field === '') {
    plan.rejected.push({
      position: '1',
      reason: {
        de: 'Es fehlt die Überschrift mit dem Handlungsfeld (# …)',
        en: 'The heading with the field (# …) is missing',
      },
    });
    return plan;
  }
  for (const { heading, blocks } of sectionsOf(lines)) {
    if (GOALS.test(heading))
      for (const block of blocks) {
        const [first = ''] = block.paragraphs.map(plain);
        // Before the first subheading stands an introduction, unless there is none.
        if (block.heading === undefined && (blocks.length > 1 || first === '')) continue;
        plan.goals.push({
          title: shortened(block.heading ?? field, LONGEST_TITLE),
          text: shortened(first, LONGEST_GOAL),
          field,
        });
      }
    if (PROJECTS.test(heading))
      for (const paragraph of blocks.flatMap(({ paragraphs }) => paragraphs)) {
        const [, name, what = ''] = PROJECT.exec(paragraph) ?? [];
        if (name === undefined) continue;
        plan.measures.push({
          title: shortened(plain(name), LONGEST_TITLE),
          goal: shortened(plain(what), LONGEST_GOAL),
          field,
          leadRole: '',
          begins: null,
          ends: null,
          once: 0,
          running: 0,
        });
      }
  }
  return plan;
};
