import type { FieldView } from '../../../foundation/ui/Control.tsx';

export const line = (name: string, label: string, value = '', more: Partial<FieldView> = {}): FieldView => ({
  name,
  control: 'line',
  label,
  value,
  ...more,
});
export const area = (name: string, label: string, value = ''): FieldView => ({
  ...line(name, label, value),
  control: 'area',
});
export const day = (name: string, label: string, value = ''): FieldView =>
  line(name, label, value, { isDay: true });
export const select = (
  name: string,
  label: string,
  value: string | null | undefined,
  more: { choices: { value: string; label: string }[]; empty: string },
): FieldView => ({ ...line(name, label, value ?? ''), control: 'select', ...more });
