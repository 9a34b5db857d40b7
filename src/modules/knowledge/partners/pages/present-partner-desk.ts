import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { fieldsOfAction } from '../../library/contract.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import { libraryMessages, type PartnerDeskView, type PartnerMessages } from '../../web/index.ts';
import type { PartnerFaults } from '../check-partner.ts';
import { type PartnerKind, type PartnerPart, partnerKinds } from '../contract.ts';
import type { StoredPartner } from '../partner-store.ts';
import { namesPartner, stateOfReference } from '../reference-rule.ts';
import type { StoredReference } from '../reference-store.ts';

export type Words = { language: Language; t: PartnerMessages };
export type Shown = {
  done?: string | undefined;
  typed?: Record<string, string>;
  faults?: PartnerFaults;
  referenceFault?: string;
};

/** What is stored, as if it had been typed. */
const typedOf = (partner: StoredPartner | undefined, ofUnit: PartnerKind): Record<string, string> => ({
  art: partner?.kind ?? ofUnit,
  angebot: partner?.offers ?? '',
  bedarf: partner?.needs ?? '',
  rat: partner?.advises ? 'ja' : '',
  zeigen: partner?.is_shown ? 'ja' : '',
  ...Object.fromEntries((partner?.fields ?? []).map((field) => [`feld-${field}`, 'ja'])),
});

export const stateText = (
  { t }: Pick<Words, 't'>,
  { partners, partner, answer }: Pick<StoredReference, 'partners' | 'partner' | 'answer'>,
): string => t.states[stateOfReference({ isNamed: namesPartner(partners, partner), answer })];

type Stored = {
  partner: StoredPartner | undefined;
  kindOfDesk: PartnerKind;
  references: readonly StoredReference[];
  toConfirm: readonly StoredReference[];
};

export const presentPartnerDesk = (
  words: Words,
  { partner, kindOfDesk, references, toConfirm }: Stored,
  at: (path?: string) => string,
  shown: Shown,
): PartnerDeskView => {
  const { language, t } = words;
  const typed = shown.typed ?? typedOf(partner, kindOfDesk);
  const error = (part: PartnerPart) => {
    const fault = shown.faults?.[part];
    return fault && t.fault(fault);
  };
  const tick = (name: string, label: string): FieldView => ({
    name,
    control: 'tick',
    label,
    value: typed[name] ?? '',
  });
  const area = (name: string, label: string, part: PartnerPart): FieldView => ({
    name,
    control: 'area',
    label,
    hint: t.desk.length,
    value: typed[name] ?? '',
    error: error(part),
  });
  return {
    action: at(),
    done: shown.done,
    isSaved: partner !== undefined,
    kind: {
      name: 'art',
      control: 'select',
      label: t.desk.kind,
      value: typed.art ?? '',
      error: error('kind'),
      choices: partnerKinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
    },
    texts: [area('angebot', t.desk.offers, 'offers'), area('bedarf', t.desk.needs, 'needs')],
    fields: fieldsOfAction.map((field) =>
      tick(`feld-${field}`, libraryMessages(language).choices[field] ?? field),
    ),
    fieldsError: error('fields'),
    ticks: [tick('rat', t.desk.advises), tick('zeigen', t.desk.shown)],
    references: references.map((one) => ({
      key: one.entry_id,
      href: localPath(language, entryPath(one.entry_id)),
      title: `${one.town}: ${one.title}`,
      state: stateText(words, one),
      remove: at('/nachweise/entfernen'),
    })),
    add: {
      action: at('/nachweise'),
      field: {
        name: 'eintrag',
        control: 'line',
        label: t.desk.entry,
        value: shown.typed?.eintrag ?? '',
        error: shown.referenceFault,
      },
    },
    toConfirm: toConfirm.map((one) => ({
      key: `${one.organisation_id}${one.entry_id}`,
      text: t.desk.isTrue(one.partner, one.title),
      state: stateText(words, one),
      action: at(`/bestaetigen/${one.entry_id}/${one.organisation_id}`),
      isOpen: one.answer === null,
    })),
  };
};
