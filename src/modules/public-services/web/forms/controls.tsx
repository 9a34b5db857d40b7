import { Control, FieldError } from '../../../../foundation/ui/Control.tsx';
import type { GroupView } from './view.ts';

/** Rows that repeat; the last one is empty, and a button brings one more. */
export const Group = ({ group, choose }: { group: GroupView; choose: string }) => (
  <fieldset class="kern-fieldset form-group" id={group.name} tabIndex={-1}>
    <legend class="kern-label">{group.label}</legend>
    <FieldError name={group.name} error={group.error} />
    {group.rows.map((row) => (
      <div class="form-pairs" key={row[0]?.name}>
        {row.map((field) => (
          <Control key={field.name} field={field} choose={choose} />
        ))}
      </div>
    ))}
  </fieldset>
);
