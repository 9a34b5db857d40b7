import type { NewNotice } from '../../accounts/index.ts';
import { reuseMessages } from '../web/index.ts';
import type { MeasureDraft } from './contract.ts';
import type { Reuse } from './reuse-store.ts';

type Words = Pick<NewNotice, 'subject' | 'text' | 'path'>;

/** Notices are written in German, like all that goes to a town hall. */
const t = reuseMessages('de');

export const reusedNotice = (draft: MeasureDraft, originId: string): Words => ({
  subject: t.notice.reused(draft.for.name, draft.title),
  text: t.notice.reusedText(draft.for.name, draft.title),
  path: `/rathaus/${originId}/nachnutzung`,
});

export const outcomeNotice = (reuse: Reuse): Words => ({
  subject: t.notice.outcome(reuse.organisation, reuse.entry_title, t.states[reuse.state]),
  text: `${t.notice.outcome(reuse.organisation, reuse.entry_title, t.states[reuse.state])}\n\n${reuse.result}`,
  path: `/rathaus/${reuse.entry_organisation_id}/nachnutzung`,
});
