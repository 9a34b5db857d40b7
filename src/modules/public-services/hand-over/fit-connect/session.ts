import * as v from 'valibot';
import type { DeliveryRefusal } from '../delivery.ts';
import { type Answer, askService, type Question, refusalOf } from './ask-service.ts';
import type { FitConnectSetting } from './setting.ts';

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty(), v.maxLength(10_000)),
  expires_in: v.pipe(v.number(), v.minValue(0)),
});
const EARLIER_MILLISECONDS = 60_000;

export const parseAnswer = <Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | DeliveryRefusal => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : { refused: 'bad-answer' };
  } catch {
    return { refused: 'bad-answer' };
  }
};

/** @returns calls of the submission service with an access token that is kept until shortly before its end. */
export const openSession = (setting: FitConnectSetting, clock: () => Date) => {
  let token: { text: string; until: number } | undefined;
  const signIn = async (signal: AbortSignal): Promise<string | DeliveryRefusal> => {
    if (token && token.until > clock().getTime()) return token.text;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: setting.clientId,
      client_secret: setting.clientSecret,
    });
    const answer = await askService(setting.tokenUrl, { method: 'POST', signal, body });
    if ('refused' in answer) return answer;
    // 400 is what an unknown client gets (RFC 6749, 5.2).
    const refusal = answer.status === 400 ? ({ refused: 'unauthorised' } as const) : refusalOf(answer.status);
    if (refusal) return refusal;
    const found = parseAnswer(TokenSchema, answer.text);
    if ('refused' in found) return found;
    const until = clock().getTime() + found.expires_in * 1_000 - EARLIER_MILLISECONDS;
    token = { text: found.access_token, until };
    return found.access_token;
  };
  return async (
    path: string,
    signal: AbortSignal,
    question: Question = {},
  ): Promise<Answer | DeliveryRefusal> => {
    const bearer = await signIn(signal);
    if (typeof bearer !== 'string') return bearer;
    const headers = { ...question.headers, authorization: `Bearer ${bearer}` };
    const answer = await askService(`${setting.submissionUrl}${path}`, { ...question, headers, signal });
    if ('refused' in answer) return answer;
    if (answer.status === 401) token = undefined;
    return answer.status === 404 ? answer : (refusalOf(answer.status) ?? answer);
  };
};
