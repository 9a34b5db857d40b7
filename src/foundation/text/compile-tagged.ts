import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: NodeCompiler | undefined;

/** A tagged PDF by ISO 14289-1 (PDF/UA-1): screen readers know title, language, headings and order. */
export const compileTagged = (template: string, name: string, data: object): Buffer => {
  compiler ??= NodeCompiler.create();
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { [name]: JSON.stringify(data) } },
    { pdfStandard: 'ua-1' },
  );
  // What was compiled stays in memory otherwise.
  compiler.evictCache(10);
  return pdf;
};
