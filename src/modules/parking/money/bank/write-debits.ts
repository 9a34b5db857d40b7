import { writeXml, type XmlElement, xml } from '../../../../foundation/text/write-xml.ts';

export type Debit = {
  /** Of the invoice; comes back with every return. */ endToEndId: string;
  cents: number;
  mandate: { reference: string; signedOn: string };
  debtor: { name: string; iban: string };
  /** Whether the mandate was collected from before. */ isFirst: boolean;
};

export type DebitFile = {
  messageId: string;
  at: Date;
  collectOn: string;
  creditor: { name: string; iban: string; creditorId: string };
};

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
const LONGEST_NAME = 70;

/** The character set that every bank of the scheme takes; other letters lose their marks. */
export const sepaText = (text: string, longest = LONGEST_NAME): string =>
  text
    .replaceAll(/[äöüÄÖÜß]/g, (sign) => UMLAUTS[sign] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest);

const amount = (cents: number): string => (cents / 100).toFixed(2);
const sumOf = (debits: readonly Debit[]): number => debits.reduce((sum, { cents }) => sum + cents, 0);
/** Nobody names the bank: since 2016 the IBAN is enough. */
const unnamedBank = (): XmlElement => xml('FinInstnId', [xml('Othr', [xml('Id', 'NOTPROVIDED')])]);
const accountOf = (iban: string): XmlElement => xml('Id', [xml('IBAN', iban)]);

const transactionOf = ({ endToEndId, cents, mandate, debtor }: Debit): XmlElement =>
  xml('DrctDbtTxInf', [
    xml('PmtId', [xml('EndToEndId', endToEndId)]),
    xml('InstdAmt', amount(cents), { Ccy: 'EUR' }),
    xml('DrctDbtTx', [
      xml('MndtRltdInf', [xml('MndtId', mandate.reference), xml('DtOfSgntr', mandate.signedOn)]),
    ]),
    xml('DbtrAgt', [unnamedBank()]),
    xml('Dbtr', [xml('Nm', sepaText(debtor.name))]),
    xml('DbtrAcct', [accountOf(debtor.iban)]),
    xml('RmtInf', [xml('Ustrd', sepaText(`Parken ${endToEndId}`, 140))]),
  ]);

const groupOf = (
  { messageId, collectOn, creditor }: DebitFile,
  sequence: 'FRST' | 'RCUR',
  debits: readonly Debit[],
): XmlElement =>
  xml('PmtInf', [
    xml('PmtInfId', `${messageId}-${sequence}`),
    xml('PmtMtd', 'DD'),
    xml('NbOfTxs', String(debits.length)),
    xml('CtrlSum', amount(sumOf(debits))),
    xml('PmtTpInf', [
      xml('SvcLvl', [xml('Cd', 'SEPA')]),
      xml('LclInstrm', [xml('Cd', 'CORE')]),
      xml('SeqTp', sequence),
    ]),
    xml('ReqdColltnDt', collectOn),
    xml('Cdtr', [xml('Nm', sepaText(creditor.name))]),
    xml('CdtrAcct', [accountOf(creditor.iban)]),
    xml('CdtrAgt', [unnamedBank()]),
    xml('ChrgBr', 'SLEV'),
    xml('CdtrSchmeId', [
      xml('Id', [
        xml('PrvtId', [
          xml('Othr', [xml('Id', creditor.creditorId), xml('SchmeNm', [xml('Prtry', 'SEPA')])]),
        ]),
      ]),
    ]),
    ...debits.map(transactionOf),
  ]);

/** SEPA core direct debits for the bank: ISO 20022, pain.008.001.08; first and further collections stand apart. */
export const writeDebits = (file: DebitFile, debits: readonly Debit[]): string => {
  const groups = (['FRST', 'RCUR'] as const).flatMap((sequence) => {
    const ofGroup = debits.filter(({ isFirst }) => isFirst === (sequence === 'FRST'));
    return ofGroup.length === 0 ? [] : [groupOf(file, sequence, ofGroup)];
  });
  return writeXml(
    xml(
      'Document',
      [
        xml('CstmrDrctDbtInitn', [
          xml('GrpHdr', [
            xml('MsgId', file.messageId),
            xml('CreDtTm', file.at.toISOString().slice(0, 19)),
            xml('NbOfTxs', String(debits.length)),
            xml('CtrlSum', amount(sumOf(debits))),
            xml('InitgPty', [xml('Nm', sepaText(file.creditor.name))]),
          ]),
          ...groups,
        ]),
      ],
      { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08' },
    ),
  );
};
