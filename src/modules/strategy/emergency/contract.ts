/**
 * What has to be known of a service when its machines are down. After the questions of BSI-Standard 200-4 (business
 * continuity): who decides, how it goes on by hand, what is needed, who is told, how it comes back.
 */
export const sheetTexts = ['decides', 'byHand', 'needed', 'told', 'supplier', 'restart', 'catchUp'] as const;
export type SheetTexts = Record<(typeof sheetTexts)[number], string>;
