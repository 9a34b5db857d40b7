import { Alert } from '../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { DeskMessages } from './messages.ts';

export type TownDataView = {
  name: string;
  action: string;
  here: string;
  state: 'none' | 'making' | 'failed';
  archive?: { text: string; href: string } | undefined;
};

export const DataPage = ({ view, t }: { view: TownDataView; t: DeskMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.data.title}</h1>
    <p class="kern-body">{t.data.lead(view.name)}</p>
    <p class="kern-body">{t.data.inside}</p>
    <p class="kern-body">{t.data.people}</p>
    {view.state === 'making' && (
      <Alert kind="info" title={t.data.making}>
        <a class="kern-link" href={view.here}>
          {t.data.reload}
        </a>
      </Alert>
    )}
    {view.state === 'failed' && <Alert kind="danger" title={t.data.failed} />}
    {view.archive && (
      <p class="kern-body">
        {view.archive.text}{' '}
        <a class="kern-link" href={view.archive.href}>
          {t.data.load}
        </a>
      </p>
    )}
    {view.state !== 'making' && (
      <form method="post" action={view.action}>
        <SubmitButton label={t.data.make} rank={view.archive ? 'secondary' : 'primary'} />
      </form>
    )}
  </div>
);
