import * as client from 'openid-client';
import type { TrustLevel } from '../contract.ts';
import { type LevelWords, wordsReaching } from '../sign-in/trust-level.ts';

export type ProviderSetting = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  levelClaim?: string;
  levels: LevelWords;
};

export type Provider = ProviderSetting & {
  /** Absent while the provider does not answer. */ find: () => Promise<client.Configuration | undefined>;
  /** Where the browser goes to sign out there as well; absent where the provider has no such page. */
  signOutUrl: (returnUrl: string) => Promise<string | undefined>;
};

/** Whether this provider can say, in words that we know, that somebody is trusted this much. */
export const canReach = ({ levelClaim, levels }: ProviderSetting, needs: TrustLevel): boolean =>
  levelClaim !== undefined && wordsReaching(needs, levels).length > 0;

const AGAIN_AFTER_MILLISECONDS = 3_600_000;
const PATIENCE_SECONDS = 10;

/** Discovery at the first use and once an hour: the house starts without its provider, and follows its changes. */
export const openProvider = (setting: ProviderSetting, clock: () => Date): Provider => {
  let known: { found: client.Configuration; at: number } | undefined;
  const discover = async (): Promise<client.Configuration> => {
    const isHttp = setting.issuer.startsWith('http://');
    const found = await client.discovery(
      new URL(setting.issuer),
      setting.clientId,
      setting.clientSecret,
      undefined,
      {
        timeout: PATIENCE_SECONDS,
        // The configuration lets plain http through for the own machine only.
        execute: [client.enableNonRepudiationChecks, ...(isHttp ? [client.allowInsecureRequests] : [])],
      },
    );
    return found;
  };
  const find = async (): Promise<client.Configuration | undefined> => {
    const now = clock().getTime();
    if (known && now - known.at < AGAIN_AFTER_MILLISECONDS) return known.found;
    try {
      known = { found: await discover(), at: now };
    } catch {
      // An hour-old description is better than none: whatever it says is still checked at each sign-in.
    }
    return known?.found;
  };
  return {
    ...setting,
    find,
    signOutUrl: async (returnUrl) => {
      const found = await find();
      if (!found?.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(found, { post_logout_redirect_uri: returnUrl }).href;
    },
  };
};
