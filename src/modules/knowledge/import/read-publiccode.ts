import * as v from 'valibot';
import { parse } from 'yaml';
import type { ReadEntries } from './found-entry.ts';

const MOST_ALIASES = 50;
const text = v.pipe(v.string(), v.maxLength(500));

/** As much of publiccode.yml (0.2 to 0.5) as are facts; descriptions are texts of others and stay where they are. */
const SoftwareSchema = v.object({
  name: text,
  url: text,
  softwareVersion: v.optional(text),
  developmentStatus: v.optional(text),
  platforms: v.optional(v.array(text), []),
  usedBy: v.optional(v.array(text), []),
  legal: v.object({ license: text, mainCopyrightOwner: v.optional(text), repoOwner: v.optional(text) }),
});

/** @param key the unit that hands the entry on. */
export const readPubliccode = (yaml: string, key: string): ReadEntries => {
  let content: unknown;
  try {
    content = parse(yaml, { maxAliasCount: MOST_ALIASES });
  } catch {
    content = undefined;
  }
  const read = v.safeParse(SoftwareSchema, content);
  if (!read.success)
    return {
      found: [],
      rejected: [
        {
          position: 'publiccode.yml',
          reason: {
            de: 'Name, Adresse oder Lizenz der Software fehlen',
            en: 'Name, address or licence of the software are missing',
          },
        },
      ],
    };
  const { name, url, softwareVersion, developmentStatus, platforms, usedBy, legal } = read.output;
  const facts = [
    `${name} ist freie Software (${legal.license}).`,
    softwareVersion && `Fassung ${softwareVersion}.`,
    developmentStatus && `Stand der Entwicklung: ${developmentStatus}.`,
    usedBy.length > 0 && `Nach eigener Angabe genutzt von ${usedBy.length} Stellen.`,
  ];
  const parts = {
    title: name,
    summary: facts.filter(Boolean).join(' '),
    repository: url,
    softwareLicence: legal.license,
    publisher: legal.mainCopyrightOwner ?? legal.repoOwner ?? '',
    technology: platforms.join(', '),
    standards: 'publiccode.yml',
    // Facts alone: nobody's text.
    licence: 'CC0-1.0',
  };
  return { found: [{ foreignId: url, key, kind: 'tool', parts }], rejected: [] };
};
