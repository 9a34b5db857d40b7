import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cleanText } from './plain-text.ts';
import type { DocumentTable, TextDocument } from './text-document.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const LANGUAGES = { de: 'de-DE', en: 'en-GB' };
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '666666', space: 4 };

/** Lines of a text; what XML may not hold is taken out. */
const runs = (text: string, bold = false): TextRun[] =>
  cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, bold, ...(at > 0 && { break: 1 }) }));

const paragraph = (text: string): Paragraph =>
  new Paragraph({ children: runs(text), spacing: { after: 120 } });

const tableOf = ({ columns, rows }: DocumentTable): Table => {
  const cell = (text: string, at: number, isHead = false) =>
    new TableCell({
      children: [
        new Paragraph({
          children: runs(text, isHead),
          alignment: columns[at]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ label }, at) => cell(label, at, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at)) })),
    ],
  });
};

/** The same paper for whoever works on with it in an office program. */
export const writeDocx = (document: TextDocument): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: cleanText(document.title),
      creator: cleanText(document.sender),
      lastModifiedBy: cleanText(document.sender),
      styles: { default: { document: { run: { language: { value: LANGUAGES[document.lang] } } } } },
      sections: [
        {
          children: [
            new Paragraph({ children: runs(document.sender, true) }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(document.title) }),
            ...(document.note === null
              ? []
              : [
                  new Paragraph({
                    children: runs(document.note),
                    border: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
                  }),
                ]),
            ...document.facts.map(
              ([label, value]) =>
                new Paragraph({ children: [...runs(`${label}:`, true), new TextRun(' '), ...runs(value)] }),
            ),
            ...document.sections.flatMap(({ title, paragraphs, table }) => [
              new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(title) }),
              ...paragraphs.map(paragraph),
              ...(table ? [tableOf(table)] : []),
            ]),
          ],
        },
      ],
    }),
  );
