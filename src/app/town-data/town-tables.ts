/** Rows of one table that belong to a town; `$ars` stands for its key. */
export type TownTable = {
  name: string;
  /** After "from <table> t where". */ belongs: string;
  /** Absent: all that are not computed. */ columns?: string[];
};

const OWN = 't.ars = $ars';
/** What lies in the town, and what the town publishes elsewhere. */
const OFFER = (ars: string, id: string) => `(${ars} = $ars or exists (select from offers.sighting g
  where g.ars = ${ars} and g.offer_id = ${id} and g.source_ars = $ars))`;

/** Everything that is a town's own, in the order in which it can be put back. */
export const townTables: TownTable[] = [
  {
    name: 'accounts.person',
    columns: ['id', 'name', 'mail', 'created_at'],
    belongs: `t.id in (
      select person_id from accounts.role where ars = $ars
      union select person_id from accounts.administrator_change where ars = $ars
      union select owner from offers.entry where ars = $ars
      union select uploaded_by from offers.sheet where ars = $ars
      union select handled_by from offers.suggestion where ars = $ars
      union select lead_id from strategy.measure where ars = $ars
      union select substitute_id from strategy.measure where ars = $ars
      union select editor_id from strategy.dpia where ars = $ars
      union select r.handled_by from offers.mistake_report r where ${OFFER('r.ars', 'r.offer_id')})`,
  },
  { name: 'accounts.organisation', belongs: OWN },
  { name: 'accounts.role', belongs: OWN },
  { name: 'accounts.delegation', belongs: OWN },
  { name: 'accounts.administrator_change', belongs: OWN },
  { name: 'accounts.audit_entry', belongs: OWN },
  { name: 'accounts.audit_head', belongs: OWN },
  {
    // Of others only who shows the same offers: without them nobody could say where an offer came from.
    name: 'offers.source',
    belongs: `(t.ars = $ars or exists (select from offers.sighting s
      where s.source_ars = t.ars and s.source_id = t.id and ${OFFER('s.ars', 's.offer_id')}))`,
  },
  { name: 'offers.import_run', belongs: OWN },
  { name: 'offers.offer', belongs: OFFER('t.ars', 't.id') },
  { name: 'offers.occurrence', belongs: OFFER('t.ars', 't.offer_id') },
  { name: 'offers.sighting', belongs: OFFER('t.ars', 't.offer_id') },
  { name: 'offers.mistake_report', belongs: OFFER('t.ars', 't.offer_id') },
  { name: 'offers.sheet', belongs: OWN },
  { name: 'offers.sheet_row', belongs: OWN },
  { name: 'offers.entry', belongs: OWN },
  { name: 'offers.entry_template', belongs: OWN },
  { name: 'offers.suggestion', belongs: OWN },
  { name: 'offers.link_check', belongs: OWN },
  { name: 'public_services.source', belongs: OWN },
  { name: 'public_services.import_run', belongs: OWN },
  { name: 'public_services.public_service', belongs: OWN },
  { name: 'public_services.competent_authority', belongs: OWN },
  { name: 'public_services.responsibility', belongs: OWN },
  { name: 'public_services.responsibility_key', belongs: OWN },
  { name: 'public_services.wrong_office_report', belongs: OWN },
  { name: 'public_services.form', belongs: OWN },
  { name: 'public_services.form_draft', belongs: OWN },
  { name: 'public_services.form_use', belongs: OWN },
  { name: 'public_services.service_use', belongs: OWN },
  { name: 'public_services.delivery_choice', belongs: OWN },
  { name: 'strategy.agenda', belongs: OWN },
  { name: 'strategy.goal', belongs: OWN },
  { name: 'strategy.agenda_version', belongs: OWN },
  { name: 'strategy.measure', belongs: OWN },
  { name: 'strategy.measure_update', belongs: OWN },
  { name: 'strategy.council_paper', belongs: OWN },
  { name: 'strategy.check_decision', belongs: OWN },
  { name: 'strategy.risk', belongs: OWN },
  { name: 'strategy.dpia', belongs: OWN },
  { name: 'participation.comment', belongs: OWN },
  { name: 'strategy.own_frame', belongs: OWN },
  { name: 'strategy.meeting', belongs: OWN },
  { name: 'strategy.decision', belongs: OWN },
  { name: 'strategy.wanted_skill', belongs: OWN },
  { name: 'strategy.training', belongs: OWN },
  { name: 'strategy.emergency_sheet', belongs: OWN },
  { name: 'funding.programme', belongs: OWN },
  { name: 'strategy.interaction', belongs: OWN },
  { name: 'strategy.yearly_limit', belongs: OWN },
  { name: 'knowledge.entry', belongs: OWN },
  { name: 'knowledge.entry_version', belongs: OWN },
  { name: 'knowledge.completion_request', belongs: OWN },
  { name: 'knowledge.entry_merge', belongs: OWN },
  { name: 'knowledge.dossier', belongs: OWN },
  { name: 'knowledge.dossier_version', belongs: OWN },
  { name: 'knowledge.call', belongs: OWN },
  { name: 'knowledge.reuse', belongs: OWN },
  { name: 'knowledge.living', belongs: OWN },
  { name: 'knowledge.advice_question', belongs: OWN },
  { name: 'knowledge.advice_thread', belongs: OWN },
  { name: 'knowledge.advice_message', belongs: OWN },
  { name: 'knowledge.commons_line', belongs: OWN },
  { name: 'knowledge.partner', belongs: OWN },
  { name: 'knowledge.partner_reference', belongs: OWN },
  { name: 'knowledge.cooperation', belongs: OWN },
  { name: 'parking.zone', belongs: OWN },
  { name: 'parking.refusal', belongs: OWN },
  { name: 'parking.rest_day', belongs: OWN },
  { name: 'parking.town_account', belongs: OWN },
  { name: 'parking.pilot_plan', belongs: OWN },
  { name: 'parking.pilot_upload', belongs: OWN },
  { name: 'parking.pilot_drive', belongs: OWN },
  {
    name: 'parking.source',
    belongs: `(t.ars = $ars or exists (select from parking.site s
      where s.source_ars = t.ars and s.source_id = t.id and s.ars = $ars))`,
  },
  { name: 'parking.site', belongs: '(t.ars = $ars or t.source_ars = $ars)' },
];

/** Tables that no town takes along, and why. */
export const leftOut: Record<string, string> = {
  'municipalities.municipality': 'the register is the same everywhere',
  'municipalities.succession': 'the register is the same everywhere',
  'municipalities.boundary': 'the register is the same everywhere',
  'municipalities.postcode': 'the register is the same everywhere',
  'events.domain_event': 'handed on within minutes to the modules of this house',
  'accounts.credential': 'a password is no business of another house; a mail link lets its owner in',
  'accounts.identity': 'belongs to the provider of this house',
  'accounts.session': 'a session holds in this house alone',
  'accounts.device': 'known in this house alone',
  'accounts.attempt': 'counts in this house alone',
  'accounts.mail_link': 'good for minutes',
  'accounts.provider_round': 'good for minutes',
  'accounts.invitation': 'its link leads to this house',
  'accounts.notice': 'belongs to a person, who takes it along at /konto/daten',
  'accounts.notice_pace': 'a choice of a person, made anew in another house',
  'accounts.quiet_hours': 'a choice of a person, made anew in another house',
  'accounts.unsubscribe_link': 'its link leads to this house',
  'accounts.kept_form': 'lives for hours',
  'offers.word': 'counted anew from the texts that arrive',
  'public_services.word': 'counted anew from the texts that are read',
  'public_services.link_check': 'looked at anew by the next self-test',
  'public_services.coverage': 'found anew by the next self-test',
  'public_services.coverage_finding': 'found anew by the next self-test',
  'public_services.data_key': 'opens with the master key of this house alone',
  'public_services.application':
    'sealed for this house; brought to its end here, the person holds receipt and decision',
  'public_services.form_comment': 'sealed for this house, and kept for 180 days only',
  'public_services.application_message': 'goes with its application',
  'public_services.application_file': 'goes with its application',
  'public_services.application_signing': 'goes with its application',
  'public_services.application_mail': 'sent within minutes',
  'public_services.delivery': 'goes with its application',
  'strategy.check_answer': 'an answer belongs to a person, who said it apart and without a name',
  'strategy.offered_skill': 'what somebody can is said by the person alone',
  'strategy.training_seat': 'who comes to a training belongs to the person',
  'strategy.heartbeat_link': 'its link leads to this house',
  'parking.host': 'a private person or firm shares anew in another house, after its own permit check there',
  'parking.pool': 'goes with its host; how one gets in is sealed for this house',
  'parking.open_time': 'goes with its pool',
  'parking.host_strike': 'goes with its host',
  'parking.photo': 'goes with its pool',
  'parking.booking': 'a promise of this house, kept here to its end',
  'parking.booking_event': 'goes with its booking',
  'parking.slot_load': 'goes with its bookings',
  'parking.stay': 'goes with its booking',
  'parking.payment': 'goes with its booking; who pays is sealed for this house',
  'parking.payment_order': 'asked of the provider of this house',
  'parking.ledger_transaction': 'the mirror of the provider of this house, closed here',
  'parking.ledger_posting': 'goes with its transaction',
  'parking.number_series': 'documents are numbered anew in another house',
  'parking.money_document': 'sealed for this house; drivers and hosts have their copies',
  'parking.host_tax': 'sealed for this house, which reports what was earned here',
  'parking.mandate': 'sealed for this house; another one asks for a mandate of its own',
  'parking.debit_run': 'sealed for this house; the bank has the file',
  'parking.test_payment': 'books of the test provider: no money',
  'parking.test_movement': 'books of the test provider: no money',
  'parking.site_count': 'kept for 60 days only, and counted anew',
  'parking.demand': 'asked for in this house, forgotten after 60 days',
  'parking.forecast': 'computed anew from the same figures',
  'parking.day_price': 'holds for one day',
  'parking.price_set': 'learned anew from the days of another house',
};
