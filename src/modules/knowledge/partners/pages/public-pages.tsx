import { Hono } from 'hono';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { displayName } from '../../../municipalities/index.ts';
import { fieldsOfAction } from '../../library/contract.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { libraryMessages, type PartnerCard, PartnersPage, partnerMessages } from '../../web/index.ts';
import { listPartners, type StoredPartner } from '../partner-store.ts';
import { namesPartner, stateOfReference } from '../reference-rule.ts';
import { listReferences, type StoredReference } from '../reference-store.ts';
import { stateText, type Words } from './present-partner-desk.ts';

const AT = '/netzwerk/partner';

const keyOf = ({ ars, organisation_id }: { ars: string; organisation_id: string }): string =>
  `${ars}/${organisation_id}`;

type Around = { references: readonly StoredReference[]; town: string | undefined };

const cardOf = (words: Words, partner: StoredPartner, { references, town }: Around): PartnerCard => {
  const { language, t } = words;
  const { choices } = libraryMessages(language);
  return {
    key: keyOf(partner),
    name: partner.name,
    about: [t.kinds[partner.kind], ...(town !== undefined && town !== partner.name ? [town] : [])].join(
      ' · ',
    ),
    offers: partner.offers,
    needs: partner.needs,
    fields: partner.fields.map((field) => choices[field] ?? field).join(', '),
    notes: [
      ...(partner.advises ? [t.advises] : []),
      t.changed(formatDate(language, partner.changed_at)),
      ...(partner.demonstration ? [t.demonstration] : []),
    ],
    references: references.map((one) => ({
      href: localPath(language, entryPath(one.entry_id)),
      title: `${one.town}: ${one.title}`,
      state: stateText(words, one),
    })),
  };
};

const partnerJson = (
  partner: StoredPartner,
  references: readonly StoredReference[],
  address: (id: string) => string,
) => ({
  ars: partner.ars,
  name: partner.name,
  kind: partner.kind,
  offers: partner.offers,
  needs: partner.needs,
  fields: partner.fields,
  advises: partner.advises,
  changedOn: berlinDay(partner.changed_at),
  demonstration: partner.demonstration,
  references: references.map((one) => ({
    entry: address(one.entry_id),
    title: one.title,
    town: one.town,
    state: stateOfReference({ isNamed: namesPartner(one.partners, one.partner), answer: one.answer }),
  })),
});

/** Partners as everybody sees them, and as JSON. */
export const partnerPages = ({ database, places, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  const referencesBy = async () => Map.groupBy(await listReferences(database), keyOf);
  pages.get(AT, async (c) => {
    const { language } = c.var;
    const t = partnerMessages(language);
    const field = fieldsOfAction.find((one) => one === c.req.query('feld'));
    const references = await referencesBy();
    const partners = (await listPartners(database)).filter(
      ({ fields }) => field === undefined || fields.includes(field),
    );
    const cards = partners.map((partner) => {
      const unit = places.get(partner.ars);
      const around = { references: references.get(keyOf(partner)) ?? [], town: unit && displayName(unit) };
      return cardOf({ language, t }, partner, around);
    });
    const { choices } = libraryMessages(language);
    const filter: FieldView = {
      name: 'feld',
      control: 'select',
      label: t.field,
      value: field ?? '',
      empty: t.all,
      choices: fieldsOfAction.map((one) => ({ value: one, label: choices[one] ?? one })),
    };
    const shown = { action: localPath(language, AT), filter, cards, count: t.found(cards.length) };
    return c.var.page({
      title: t.title,
      body: <PartnersPage {...shown} json={`${AT}.json`} t={t} />,
      canonical: localPath(language, AT),
      isIndexed: field === undefined,
      crumbs: [{ label: t.network, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'application/json', title: t.json, href: `${AT}.json` }],
    });
  });
  pages.get(`${AT}.json`, async (c) => {
    const references = await referencesBy();
    const address = (id: string) => origin(c.req.url) + entryPath(id);
    const partners = (await listPartners(database)).map((partner) =>
      partnerJson(partner, references.get(keyOf(partner)) ?? [], address),
    );
    return c.json({ partners });
  });
  return pages;
};
