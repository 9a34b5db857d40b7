import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { type Entry, openPromise } from 'yauzl';
import { MANIFEST_FILE, type Manifest, ManifestSchema } from './archive-format.ts';

export type Archive = {
  manifest: Manifest;
  open: (file: string) => Promise<Readable>;
  close: () => void;
};

const MOST_FILES = 1_000;

/** @throws Error that says what is wrong with the file as a whole. */
export const openArchive = async (file: string): Promise<Archive> => {
  const zip = await openPromise(file, { autoClose: false }).catch((cause: Error) => {
    throw new Error(`${file} ist kein lesbares Archiv (${cause.message}).`, { cause });
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_FILES) throw new Error(`${file} enthält zu viele Dateien.`);
    entries.set(entry.fileName, entry);
  }
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`${name} fehlt im Archiv.`);
    return zip.openReadStreamPromise(entry);
  };
  try {
    const parsed = v.safeParse(ManifestSchema, JSON.parse(await text(await open(MANIFEST_FILE))));
    if (!parsed.success) throw new Error(`${MANIFEST_FILE} passt nicht: ${parsed.issues[0].message}`);
    return { manifest: parsed.output, open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
};
