import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { type DeskEnvironment, permit } from '../../../accounts/index.ts';
import { TemplatesPage } from '../../web/index.ts';
import { listTemplates } from '../list-store.ts';
import { removeTemplate } from '../templates.ts';
import { DESK, deskAt, doneNote, type OfferDeskSetting, wordsOf } from './desk-page.ts';

const AT = '/vorlagen';

export const templatePages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.get(`${DESK}${AT}`, permit('edit-offers'), async (c) => {
    const t = wordsOf(c);
    const templates = await listTemplates(setting.database, c.var.acting.organisation);
    const view = {
      note: doneNote(c),
      templates: templates.map(({ id, name }) => ({
        id,
        name,
        useHref: deskAt(c, '/angebote/neu', { vorlage: id }),
        removeAction: deskAt(c, `${AT}/${id}/loeschen`),
      })),
    };
    const body = <TemplatesPage view={view} t={t} />;
    return c.var.page({ title: t.templates.title, body, isIndexed: false });
  });
  pages.post(`${DESK}${AT}/:id{${UUID}}/loeschen`, permit('edit-offers'), async (c) => {
    const result = await removeTemplate(setting, c.var.acting, { id: c.req.param('id') });
    if ('refused' in result) return c.notFound();
    return c.redirect(deskAt(c, AT, { erledigt: 'remove-template' }), 303);
  });
  return pages;
};
