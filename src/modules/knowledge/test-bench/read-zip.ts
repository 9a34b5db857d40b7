import { fromBufferPromise } from 'yauzl';

const MOST_BYTES = 200 * 1024 * 1024;
const MOST_FILES = 200;

/** The text files of an archive by name; undefined where it cannot be read or is too large. What it states as sizes is not believed. */
export const textsInZip = async (bytes: Uint8Array): Promise<Map<string, string> | undefined> => {
  const texts = new Map<string, string>();
  let left = MOST_BYTES;
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes), { autoClose: false });
    for await (const entry of archive.eachEntry()) {
      if (texts.size >= MOST_FILES) return undefined;
      if (!entry.fileName.endsWith('.txt')) continue;
      const parts: Buffer[] = [];
      const content = await archive.openReadStreamPromise(entry);
      for await (const part of content as AsyncIterable<Buffer>) {
        left -= part.length;
        if (left < 0) return undefined;
        parts.push(part);
      }
      texts.set(entry.fileName.replace(/^.*\//, ''), Buffer.concat(parts).toString('utf8'));
    }
    return texts;
  } catch {
    return undefined;
  }
};
