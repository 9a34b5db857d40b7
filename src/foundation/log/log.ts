const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];
export type Log = Record<
  LogLevel,
  (event: string, fields?: Record<string, string | number | boolean>) => void
>;

/**
 * One JSON line for each event on standard error. Fields are numbers and short words that we chose:
 * never a request's body, query, address or header, so that no personal data gets into a log.
 */
export const createLog = (
  level: LogLevel,
  write = (line: string): void => void process.stderr.write(line),
): Log => {
  const at =
    (own: LogLevel) =>
    (event: string, fields: Record<string, string | number | boolean> = {}) => {
      if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level: own, event, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};
