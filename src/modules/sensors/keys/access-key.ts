/** What a device or a program shows: the key's number and its secret part. */
export type ShownKey = { id: string; secret: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const shown = (id: string, secret: string): ShownKey | undefined =>
  UUID.test(id) && secret !== '' && secret.length <= 200 ? { id, secret } : undefined;

/** A key in one word, as `Authorization: Bearer` carries it. */
export const writtenKey = ({ id, secret }: ShownKey): string => `${id}.${secret}`;

/** Reads `Authorization`: Bearer <number>.<secret>, or Basic with both as name and password. */
export const keyInHeader = (header: string | undefined): ShownKey | undefined => {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(header?.trim() ?? '') ?? [];
  const isBasic = scheme.toLowerCase() === 'basic';
  if (!isBasic && scheme.toLowerCase() !== 'bearer') return undefined;
  const text = isBasic ? Buffer.from(value, 'base64').toString() : value;
  const at = text.indexOf(isBasic ? ':' : '.');
  return at < 0 ? undefined : shown(text.slice(0, at), text.slice(at + 1));
};

/** What a client of MQTT gives as name and password. */
export const keyOfLogin = (name: string | undefined, password: string | undefined): ShownKey | undefined =>
  shown(name ?? '', password ?? '');
