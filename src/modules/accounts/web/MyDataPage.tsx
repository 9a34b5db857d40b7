import { paths } from '../contract.ts';
import type { AccountMessages } from './messages.ts';

export type MyDataView = {
  /** Titles of classes without a row. */ empty: string[];
  classes: {
    name: string;
    title: string;
    count: string;
    rows: [label: string, value: string][][];
    more?: string;
  }[];
  action: (path: string) => string;
  retention: string;
};

type Props = { view: MyDataView; t: AccountMessages };

const rowKey = (row: [string, string][]): string => row.flat().join('|');

export const MyDataPage = ({ view, t }: Props) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.myData.title}</h1>
    <p class="kern-body">{t.myData.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.action(paths.myDataFile)} download>
        {t.myData.download}
      </a>
    </p>
    {view.classes.map((one) => (
      <section key={one.name}>
        <h2 class="kern-heading-small">{one.title}</h2>
        <p class="kern-body">{t.myData.count(one.count)}</p>
        <ul class="cards">
          {one.rows.map((row) => (
            <li key={rowKey(row)} class="card">
              {row.map(([label, value]) => (
                <p key={label} class="kern-body">
                  {label}: {value}
                </p>
              ))}
            </li>
          ))}
        </ul>
        {one.more && <p class="kern-hint">{t.myData.more(one.more)}</p>}
      </section>
    ))}
    {view.empty.length > 0 && (
      <section>
        <h2 class="kern-heading-small">{t.myData.none}</h2>
        <ul class="plain-list">
          {view.empty.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h2 class="kern-heading-small">{t.myData.deletion.heading}</h2>
      <p class="kern-body">{t.myData.deletion.lead}</p>
      <p class="kern-body">
        <a class="kern-link" href={view.action(paths.deleteAccount)}>
          {t.myData.deletion.link}
        </a>
      </p>
    </section>
    <p class="kern-body">
      <a class="kern-link" href={view.retention}>
        {t.myData.retention}
      </a>
    </p>
  </div>
);
