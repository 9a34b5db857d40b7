import type { InfoPages } from './info.messages.de.ts';

export const infoEn = (operator: string): InfoPages => ({
  imprint: {
    title: 'Contact and imprint',
    lead: 'Who runs these pages and how to get in touch.',
    sections: [
      { heading: 'Operator', paragraphs: [operator] },
      {
        heading: 'Content',
        paragraphs: [
          'The offers come from the sources named at each entry. If something is wrong, please report it right at the entry.',
        ],
        links: [['/en/quellen', 'Sources and licences']],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'You can read everything public here without saying anything about yourself.',
    sections: [
      {
        heading: 'What we do not do',
        paragraphs: [
          'As long as you do not sign in, we set no cookies. We do not track you; how often a service or a form is opened we count as a sum of the day only. Your browser asks this server only. Exception: where the operator has set a map background, the map loads its images from there.',
        ],
      },
      {
        heading: 'Your position',
        paragraphs: [
          'Your position is used only if you press the button and your browser allows it. It then stands, rounded to about 10 metres, in the address of the page. We do not store it and write it to no log.',
        ],
      },
      {
        heading: 'What we store',
        paragraphs: [
          'If you report a mistake, we store your text and the time, without your name and network address.',
          'Our operating log holds time, page without search terms, result and duration, no network addresses.',
        ],
        links: [['/en/datenschutz/fristen', 'How long we keep data']],
      },
      {
        heading: 'When you make an application',
        paragraphs: [
          'What you write and upload lies encrypted. Only the office that it goes to sees it; the log shows who has looked at it.',
          'Where your municipality has set it so, the application goes on encrypted as well: by mail to the town hall, or by FIT-Connect, the delivery service of the federation and the states. After the end we delete it on schedule.',
        ],
        links: [['/en/datenschutz/fristen', 'How long we keep data']],
      },
      {
        heading: 'When you park or share a space',
        paragraphs: [
          'Of a number plate we store a check number only and forget it 48 hours after the end. Where a space is and how one gets in is told only to whoever is about to park there.',
          'A licensed payment service takes drivers’ money, never we. Name, address, account and facts for the tax office are kept encrypted. Documents are kept for 8 years, what is reported to the tax office for 10, even when you delete your account: the law asks for it.',
          'Who got no space is only counted: hour and reason.',
        ],
      },
      {
        heading: 'When you sign in',
        paragraphs: [
          'Then we set one cookie for being signed in, which ends when you close the browser, and one by which we know your device again for 180 days. They only protect your account.',
          'We store your mail address or, with a provider, your name and your identifier there, your password only as a check value, and for each sign-in browser, operating system, beginning and last use, for 12 hours at most, and 12 hours longer so that no form is lost.',
          'Against guessing of passwords we count attempts. For that, a check value is made of the shortened network address, which we delete after two days at the latest.',
          'We also store your notices, when you want mails, your roles, and what you do for an organisation. What you send after a sign-in has ended we keep for you for 12 hours at most, passwords never.',
          'In your account you see everything that is stored about you, download it, and delete your account yourself.',
        ],
        links: [
          ['/en/konto/daten', 'What is stored about you'],
          ['/en/konto', 'Your account'],
        ],
      },
      {
        heading: 'On your device',
        paragraphs: [
          'So that you can read lists you looked at without a network, your browser keeps up to 30 pages. Delete them with the site data of your browser.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'Everybody should be able to use these pages.',
    sections: [
      {
        heading: 'State',
        paragraphs: [
          'With every change we check by machine against WCAG 2.1 level AA, in light and dark, with forced colours and at a width of 320 pixels. A check by people with screen readers is still to be done.',
        ],
      },
      {
        heading: 'Known limits',
        paragraphs: [
          'Texts from other sources can be hard to understand. The map needs JavaScript; everything on it is in the list as well. The texts in Leichte Sprache have not been checked by the target group yet.',
        ],
      },
      {
        heading: 'Something does not work?',
        paragraphs: [
          `Write to the operator: ${operator} If you get no answer, turn to the arbitration office under your state's act on equality for people with disabilities.`,
        ],
      },
    ],
  },
  help: {
    title: 'Help',
    lead: 'How to find what is open and what is on around you.',
    sections: [
      {
        heading: 'Choose a place',
        paragraphs: [
          'Enter a place or a postcode, or use your position. If several municipalities fit, we ask. The place stays chosen on all pages until you change it at the top.',
        ],
      },
      {
        heading: 'What the words mean',
        paragraphs: [
          '“open until”: by the source it is open now. “opens”: it is closed now, and this is when it opens. “closed”: no next time is known. “opening hours not known”: the source says nothing or nothing understandable; that does not mean closed.',
          'A name struck through with “cancelled” stays in the list, so that you do not come in vain.',
        ],
      },
      {
        heading: 'Take it with you',
        paragraphs: [
          'Each list can be subscribed to as a calendar or feed, and printed. You can also install this page on your device; lists you looked at last can then be read without a network.',
        ],
      },
    ],
  },
  data: {
    title: 'Open data',
    lead: 'Everything public is there for machines too, without sign-in or contract.',
    sections: [
      {
        heading: 'For programs',
        paragraphs: [
          'A JSON API described by OpenAPI 3.1. Errors come as problem+json, in German and English.',
        ],
        links: [
          ['/api/openapi.json', 'Description of the API (OpenAPI 3.1)'],
          ['/api/categories', 'List of the kinds of offers'],
        ],
      },
      {
        heading: 'For maps and geographic information',
        paragraphs: [
          'OGC API Features: municipalities, districts, places and events for QGIS, GDAL and others, in EPSG:25832 as well, with CQL2 filters.',
        ],
        links: [['/ogc', 'OGC API Features']],
      },
      {
        heading: 'For calendars and news readers',
        paragraphs: [
          'Each list under “Here & now” is there as iCalendar and as Atom feed; the links are below the list.',
        ],
      },
      {
        heading: 'Licences',
        paragraphs: ['Each entry names its source and, where known, its licence.'],
        links: [['/en/quellen', 'Sources and licences']],
      },
    ],
  },
});
