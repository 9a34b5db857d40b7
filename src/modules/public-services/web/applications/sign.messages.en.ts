import type { Translation } from '../../../../foundation/i18n/language.ts';
import type { signDe } from './sign.messages.de.ts';

export const signEn: Translation<typeof signDe> = {
  start: (who) => `Depending on your answers somebody else signs as well: ${who}. You get a link for that.`,
  summaryLead: (who) =>
    `By clicking you sign. The application is sent once somebody else agrees: ${who}. You get a link to pass on.`,
  summaryButton: 'Sign and get the link',
  chooseOrganisation: 'By your account you belong to:',
  takeName: (name) => `Fill in ${name}`,
  representation: 'Acting for somebody',
  proof: 'How sure this is',
  member: (name, town) => `confirmed member of ${name}, entered by ${town}`,
  ownStatement: 'own statement, not confirmed',
  signatures: 'Signatures',
  first: 'First signature',
  second: (who) => `Second signature, ${who}`,
  stillOpen: 'still missing',
  by: (name, at) => (name === '' ? at : `${name}, ${at}`),
  changedLabel: 'After the signatures',
  changed: 'answers or files were changed',
  waiting: {
    title: 'Waits for the second signature',
    lead: (who) =>
      `You have signed. Still missing: ${who}. Then the application is sent by itself. Until then nobody at the town hall sees it.`,
    link: 'Link for the second person',
    linkLead:
      'Give this link only to the person who is to sign: it shows everything you wrote. We show it only now, write it down.',
    noLink:
      'We have shown you the link already. Is it lost? Then make a new one; the old one is no longer valid.',
    renew: 'Make a new link',
    mail: 'Send the link by mail',
    mailField: 'Mail address of the second person',
    mailHint: 'Who can open their mailbox can read the application as well.',
    mailButton: 'Send the link',
    mailed: 'We are about to send the link.',
    change: 'Change something after all',
    changeLead: 'The application is then a draft again, and the link is no longer valid.',
    takeBack: 'Take the application back',
    expires: (day) => `If nobody signs, we delete the application on ${day}.`,
  },
  declinedTitle: 'The second person did not sign.',
  declinedReason: (reason) => `Their reason: ${reason}`,
  declinedNoReason: 'They gave no reason.',
  page: {
    title: 'Your signature is asked for',
    lead: (town) =>
      `Somebody has filled in this application to ${town}. It is sent only once you agree as well. Please read everything.`,
    as: (who) => `You sign as: ${who}`,
    you: 'In the answers “you” means the person who filled in the application.',
    agree: 'Agree',
    name: 'Your first and last name',
    button: 'Sign and send the application',
    decline: 'Do not agree',
    declineLead: 'The application then goes back as a draft and is not sent.',
    reason: 'Reason (optional)',
    reasonHint: 'Only the person who filled in the application reads it.',
    declineButton: 'Do not sign',
    signed: 'The application is sent.',
    signedLead: (number, day) =>
      `Both signatures are there. The receipt number is ${number}, an answer comes by ${day}.`,
    signedNext: 'There is nothing more to do. Questions of the town hall go to the person who filled it in.',
    declined: 'You did not sign.',
    declinedLead: 'The application is not sent. The person who filled it in is told.',
    dead: 'This link is not valid',
    deadLead: 'Perhaps the application was taken back or has expired. Ask the person who gave you the link.',
  },
  faults: {
    'name-missing': 'Please write your name.',
    'not-ticked': 'Please confirm this with a tick.',
    changed: 'The application has changed since you read it. Please look at it once more.',
    'same-person': 'You are signed in with the account that has signed already. Another person must sign.',
    'not-a-mail-address': 'Enter a mail address, for example name@example.org.',
    'not-now': 'That is no longer possible.',
  },
  mail: {
    toSignSubject: 'Please sign an application',
    toSign: (title, url) =>
      `Hello,\n\nsomebody has filled in the application “${title}” and needs your signature. Here you read everything and agree or not:\n${url}\n\nGive the link to nobody. If you know nothing of this, delete this mail.`,
    declinedSubject: 'Your application was not signed',
    declined: (title, url) =>
      `Hello,\n\nyour application “${title}” is not sent: the second person did not sign. With your code you open the draft here again:\n${url}`,
  },
};
