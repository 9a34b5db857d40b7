import type { Context as HonoContext } from 'hono';
import { localPath } from '../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, may } from '../../modules/accounts/index.ts';
import { fundingMessages } from '../../modules/funding/web/index.ts';
import { councilMessages, reportMessages } from '../../modules/strategy/web/index.ts';

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

/** From the agenda to its papers, from a measure to a paper for it. */
export const councilWays = (c: DeskPage, measure?: string): Way[] => {
  const { acting, language } = c.var;
  if (!may(acting, 'edit-agenda')) return [];
  const t = councilMessages(language);
  const at = localPath(language, deskPath(acting, '/agenda/vorlagen'));
  return measure === undefined
    ? [
        { label: t.title, href: at },
        {
          label: reportMessages(language).way,
          href: localPath(language, deskPath(acting, '/agenda/bericht')),
        },
      ]
    : [{ label: t.ofMeasure, href: `${at}?${new URLSearchParams({ massnahme: measure })}` }];
};
