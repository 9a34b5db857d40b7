import { Control, type FieldView } from './Control.tsx';
import { SubmitButton } from './SubmitButton.tsx';

/** A form of plain fields with one button. */
export const FieldForm = ({
  action,
  fields,
  label,
  choose = '',
}: {
  action: string;
  fields: FieldView[];
  label: string;
  choose?: string;
}) => (
  <form method="post" action={action} noValidate class="stack">
    {fields.map((field) => (
      <Control key={field.name} field={field} choose={choose} />
    ))}
    <SubmitButton label={label} rank="secondary" />
  </form>
);
