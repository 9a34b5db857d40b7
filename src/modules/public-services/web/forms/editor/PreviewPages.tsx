import { Alert } from '../../../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../../../foundation/ui/SubmitButton.tsx';
import type { ApplicationMessages } from '../../applications/messages.ts';
import { Answers } from '../DraftPages.tsx';
import { StepPage } from '../StepPage.tsx';
import type { AnswerGroup, StepView } from '../view.ts';
import type { EditorMessages } from './messages.ts';

type Words = { t: EditorMessages; words: ApplicationMessages };

/** A page of the form as people will see it. */
export const PreviewPage = ({ view, t, words }: Words & { view: StepView }) => (
  <>
    <Alert kind="info" title={t.preview.note}>
      {view.uploads.length > 0 ? t.preview.noUpload : undefined}
    </Alert>
    <StepPage view={view} t={words} />
  </>
);

type End = { groups: AnswerGroup[]; again: string; back: string };

export const PreviewEndPage = ({ view, t, words }: Words & { view: End }) => (
  <div class="prose">
    <Alert kind="info" title={t.preview.note} />
    <h1 class="kern-heading-large">{t.preview.endTitle}</h1>
    <p class="kern-body">{t.preview.end}</p>
    <Answers groups={view.groups} change={words.summary.change} />
    <div class="button-row">
      <a class="kern-btn kern-btn--primary" href={view.back}>
        <span class="kern-label">{t.preview.back}</span>
      </a>
      <a class="kern-btn kern-btn--tertiary" href={view.again}>
        <span class="kern-label">{t.preview.again}</span>
      </a>
    </div>
  </div>
);

export const SurePage = (props: { title: string; action: string; back: string; t: EditorMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.sure.title}</h1>
    <p class="kern-body">{props.t.sure.text(props.title)}</p>
    <form method="post" action={props.action} class="button-row">
      <SubmitButton label={props.t.sure.button} />
      <a class="kern-btn kern-btn--tertiary" href={props.back}>
        <span class="kern-label">{props.t.sure.back}</span>
      </a>
    </form>
  </div>
);

/** What a data schema said that no form here can show. */
export const LeftOutPage = (props: {
  leftOut: { at: string; why: string }[];
  goOn: string;
  t: EditorMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.read.doneTitle}</h1>
    {props.leftOut.length === 0 ? (
      <p class="kern-body">{props.t.read.nothingLeftOut}</p>
    ) : (
      <>
        <p class="kern-body">{props.t.read.leftOut}</p>
        <ul class="kern-body bullets">
          {props.leftOut.map(({ at, why }) => (
            <li key={`${at} ${why}`}>
              {at}: {why}
            </li>
          ))}
        </ul>
      </>
    )}
    <a class="kern-btn kern-btn--primary" href={props.goOn}>
      <span class="kern-label">{props.t.read.goOn}</span>
    </a>
  </div>
);
