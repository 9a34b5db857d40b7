const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Under which origin somebody may sign in: https, or the own machine, where browsers keep secure cookies as well.
 * Without PUBLIC_URL no other host is believed: the header could be forged, and a link mailed to the wrong house.
 */
export const signInOrigin = (publicUrl: string | undefined, requestUrl: string): string | undefined => {
  const { origin, protocol, hostname } = new URL(publicUrl ?? requestUrl);
  return LOOPBACK.has(hostname) || (publicUrl && protocol === 'https:') ? origin : undefined;
};
