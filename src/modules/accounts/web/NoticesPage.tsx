import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { type FieldState, Select, TextInput } from '../../../foundation/ui/inputs.tsx';
import { Pagination } from '../../../foundation/ui/Pagination.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { type NoticePace, type NoticeTopic, noticePaces, noticeTopics, paths } from '../contract.ts';
import type { AccountMessages } from './messages.ts';

export type NoticesView = {
  notices: {
    id: string;
    topic: NoticeTopic;
    subject: string;
    text: string;
    href?: string;
    at: string;
    isNew: boolean;
  }[];
  unread: number;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  hasMail: boolean;
  paces: Record<NoticeTopic, NoticePace>;
  quietFrom: FieldState;
  quietTo: FieldState;
  note?: string | undefined;
  action: (path: string) => string;
};

type Props = { view: NoticesView; t: AccountMessages };

const List = ({ view, t }: Props) => (
  <>
    <p class="kern-body">
      {view.notices.length === 0 ? t.notices.none : t.notices.count(String(view.unread))}
    </p>
    <ul class="cards">
      {view.notices.map((notice) => (
        <li key={notice.id} class="card">
          <p class="kern-body">
            <strong>{notice.subject}</strong>
            {notice.isNew && ` (${t.notices.unread})`}
          </p>
          <p class="kern-hint">
            {t.notices.topics[notice.topic]}, {notice.at}
          </p>
          {notice.text
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p key={line} class="kern-body">
                {line}
              </p>
            ))}
          {notice.href && (
            <a class="kern-link" href={notice.href}>
              {t.notices.open}
              <span class="kern-sr-only">: {notice.subject}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  </>
);

const Pages = ({ view, t }: Props) =>
  view.pages > 1 && (
    <Pagination
      label={t.notices.pages}
      position={t.notices.position(String(view.page), String(view.pages))}
      previous={view.page > 1 ? { href: view.hrefOf(view.page - 1), label: t.notices.newer } : undefined}
      next={view.page < view.pages ? { href: view.hrefOf(view.page + 1), label: t.notices.older } : undefined}
    />
  );

const Setting = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.notices.settingHeading}</h2>
    <p class="kern-body">{t.notices.settingLead}</p>
    {!view.hasMail && <Alert kind="info" title={t.notices.noMail} />}
    <form class="stack" method="post" action={view.action(paths.noticeSetting)} noValidate>
      <p class="kern-body">{t.notices.always}</p>
      {noticeTopics
        .filter((topic) => topic !== 'account')
        .map((topic) => (
          <Select
            key={topic}
            name={`takt-${topic}`}
            label={t.notices.topics[topic]}
            choices={noticePaces.map((pace) => ({ value: pace, label: t.notices.paces[pace] }))}
            state={{ value: view.paces[topic] }}
          />
        ))}
      <h3 class="kern-heading-small">{t.notices.quietHeading}</h3>
      <p class="kern-body">{t.notices.quietLead}</p>
      <TextInput
        name="ruhe-von"
        label={t.notices.quietFrom}
        hint={t.notices.quietHint}
        state={view.quietFrom}
      />
      <TextInput name="ruhe-bis" label={t.notices.quietTo} hint={t.notices.quietHint} state={view.quietTo} />
      <SubmitButton label={t.notices.save} />
    </form>
  </section>
);

export const NoticesPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['ruhe-von', view.quietFrom.error],
        ['ruhe-bis', view.quietTo.error],
      ]}
    />
    {view.note && <Alert kind="success" title={view.note} />}
    <h1 class="kern-heading-large">{t.notices.title}</h1>
    <p class="kern-body">{t.notices.lead}</p>
    <List view={view} t={t} />
    <Pages view={view} t={t} />
    {view.unread > 0 && (
      <form method="post" action={view.action(paths.noticesRead)}>
        <SubmitButton label={t.notices.allRead} rank="secondary" />
      </form>
    )}
    <Setting view={view} t={t} />
  </div>
);
