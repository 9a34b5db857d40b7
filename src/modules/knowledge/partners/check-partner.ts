import { plainText } from '../../../foundation/text/plain-text.ts';
import { fieldsOfAction } from '../library/contract.ts';
import { advertisingIn, LONGEST_TEXT } from './check-advertising.ts';
import { type PartnerFault, type PartnerKind, type PartnerPart, partnerKinds } from './contract.ts';

export type PartnerText = {
  kind: PartnerKind;
  offers: string;
  needs: string;
  fields: string[];
  advises: boolean;
  isShown: boolean;
};
export type PartnerFaults = Partial<Record<PartnerPart, PartnerFault>>;

/** How a partner describes itself, or what is wrong with it. One of offers and needs is enough. */
export const readPartner = (
  typed: Record<string, string>,
): { partner: PartnerText } | { faults: PartnerFaults } => {
  const kind = partnerKinds.find((one) => one === typed.art);
  const offers = plainText(typed.angebot, 4 * LONGEST_TEXT) ?? '';
  const needs = plainText(typed.bedarf, 4 * LONGEST_TEXT) ?? '';
  const fields = fieldsOfAction.filter((field) => typed[`feld-${field}`] === 'ja');
  const faults: PartnerFaults = {};
  if (!kind) faults.kind = { fault: 'no-choice' };
  const offersFault = advertisingIn(offers);
  const needsFault = advertisingIn(needs, [offers]);
  if (offersFault) faults.offers = offersFault;
  else if (offers === '' && needs === '') faults.offers = { fault: 'missing' };
  if (needsFault) faults.needs = needsFault;
  if (fields.length === 0) faults.fields = { fault: 'missing' };
  if (!kind || Object.keys(faults).length > 0) return { faults };
  return {
    partner: {
      kind,
      offers,
      needs,
      fields,
      advises: typed.rat === 'ja',
      isShown: typed.zeigen === 'ja',
    },
  };
};
