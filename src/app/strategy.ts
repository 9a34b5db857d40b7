import type { Message } from '../foundation/i18n/message.ts';
import { reuseMessages } from '../modules/knowledge/web/index.ts';
import type { StrategySetting } from '../modules/strategy/index.ts';
import { countryOf } from './country.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import { talkOf } from './participation.ts';
import type { Platform } from './platform.ts';

/** What the picture of the country knows of a town answers a question of the self-check in part. */
const EVIDENCE: Record<string, { sign: string } & Message> = {
  'admin-online': {
    sign: 'forms',
    de: 'Hier lässt sich mindestens ein Formular ausfüllen und absenden.',
    en: 'At least one form can be filled in and sent here.',
  },
  'admin-find': {
    sign: 'services',
    de: 'Hier steht für mindestens eine Leistung, wer zuständig ist.',
    en: 'For at least one service it stands here who is in charge.',
  },
  'move-data': {
    sign: 'parking',
    de: 'Hier ist mindestens ein Parkplatz verzeichnet oder wird geteilt.',
    en: 'At least one parking space is listed or shared here.',
  },
  'basic-clubs': {
    sign: 'offers',
    de: 'Hier steht mindestens ein Angebot aus Ihrem Ort.',
    en: 'At least one offer of your place stands here.',
  },
  'data-open': {
    sign: 'sources',
    de: 'Daten aus Ihrem Ort kommen hier an.',
    en: 'Data of your place arrive here.',
  },
};

const evidenceOf = async (platform: Platform, setting: FrameSetting, ars: string) => {
  const { known } = await countryOf(platform, setting).read();
  const signs = known.get(ars);
  return Object.fromEntries(
    Object.entries(EVIDENCE).flatMap(([question, { sign, de, en }]) =>
      [...(signs?.keys() ?? [])].some((one) => one === sign) ? [[question, { de, en }]] : [],
    ),
  );
};

/** What the agenda needs of the settings and of the other modules. */
export const strategySetting = (platform: Platform, setting: FrameSetting): StrategySetting => ({
  ...platform,
  places: setting.places,
  origin: originOf(setting.config.publicUrl),
  checkText: (language, what) => reuseMessages(language).checks[what] ?? what,
  talkOf: talkOf(platform),
  evidence: (ars) => evidenceOf(platform, setting, ars),
});
