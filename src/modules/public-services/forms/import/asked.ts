import type { LayoutField } from '../form-definition.ts';

/** A field on its way from a foreign schema: with what the layout does not say and the schema of answers does. */
export type Asked = LayoutField & {
  isRequired: boolean;
  /** A number without fraction. */ isWhole?: boolean;
  limits: Record<string, number>;
};
