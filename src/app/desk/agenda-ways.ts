import type { Context as HonoContext } from 'hono';
import { localPath } from '../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, may } from '../../modules/accounts/index.ts';
import { fundingMessages } from '../../modules/funding/web/index.ts';

type DeskPage = HonoContext<DeskEnvironment>;
type Way = { label: string; href: string };

/** From the agenda, or one of its measures, to the programmes that pay for it. */
export const fundingWays = (c: DeskPage, measure?: string): Way[] => {
  const { acting, language } = c.var;
  if (!may(acting, 'edit-agenda')) return [];
  const at = localPath(language, deskPath(acting, '/agenda/foerderung'));
  return [
    {
      label: fundingMessages(language).desk.title,
      href: measure === undefined ? at : `${at}?${new URLSearchParams({ massnahme: measure })}`,
    },
  ];
};
