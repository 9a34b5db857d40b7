/** What makes an entry less useful than it could be. */
export const weaknesses = ['blank', 'told', 'unconfirmed', 'old'] as const;
export type Weakness = (typeof weaknesses)[number];
