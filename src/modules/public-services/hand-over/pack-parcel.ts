import type { ApplicationContext, FileInfo, OpenedApplication } from '../applications/application.ts';
import { listFiles } from '../applications/enclosure-store.ts';
import { receiptLetter } from '../applications/letters/letters-of-application.ts';
import { openFile } from '../applications/open-application.ts';
import { signaturesOf } from '../applications/signing/signing.ts';
import { applicationMessages } from '../web/index.ts';
import type { Parcel, ParcelFile } from './delivery.ts';

export type ParcelSetting = ApplicationContext & {
  /** Where the world reaches this house. */ origin: string;
  townOf: (ars: string) => { label: string } | undefined;
};

const MIME_TYPES: Record<FileInfo['kind'], string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/** The evidence that was there when it was sent; what comes later is read here. */
const evidenceOf = async (
  setting: ParcelSetting,
  { application }: OpenedApplication,
): Promise<{ infos: FileInfo[]; files: ParcelFile[] }> => {
  const sentAt = application.submittedAt ?? new Date(0);
  const infos = (await listFiles(setting.database, application)).filter(({ addedAt }) => addedAt <= sentAt);
  const files: ParcelFile[] = [];
  for (const [at, { id, kind, field }] of infos.entries()) {
    const opened = await openFile(setting, application, id);
    if (!opened) throw new Error(`There is no file ${id}.`);
    const name = `${at + 1}-${field || 'nachweis'}.${kind === 'jpeg' ? 'jpg' : kind}`;
    files.push({ key: id, name, mimeType: MIME_TYPES[kind], bytes: opened.bytes });
  }
  return { infos, files };
};

/** Everything that goes to the office, opened: the receipt to read, the answers as data, the evidence. */
export const packParcel = async (setting: ParcelSetting, opened: OpenedApplication): Promise<Parcel> => {
  const { application, form, answers, signing } = opened;
  const { ars, id, receiptNumber, submittedAt } = application;
  const { infos, files } = await evidenceOf(setting, opened);
  const number = receiptNumber ?? '';
  const place = { language: 'de', town: setting.townOf(ars)?.label ?? ars } as const;
  const url = `${setting.origin}/antrag/${ars}/stand`;
  const receipt = receiptLetter(opened, infos, place, applicationMessages('de'), { code: undefined, url });
  const data = {
    form: { id: form.id, version: form.version, title: form.definition.title.de },
    serviceKey: form.serviceKey,
    municipality: ars,
    receiptNumber: number,
    submittedAt: submittedAt?.toISOString(),
    answers,
    ...(signing && signaturesOf(signing)),
  };
  return {
    applicationId: id,
    receiptNumber: number,
    formTitle: form.definition.title.de,
    serviceKey: form.serviceKey,
    ars,
    answers,
    files: [
      { key: 'receipt', name: `antrag-${number}.pdf`, mimeType: 'application/pdf', bytes: receipt },
      ...files,
      {
        key: 'data',
        name: `antrag-${number}.json`,
        mimeType: 'application/json',
        bytes: Buffer.from(JSON.stringify(data, null, 2)),
      },
    ],
  };
};
