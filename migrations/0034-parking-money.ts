import type { Migration } from '../src/foundation/database/migrate.ts';

// Nobody's money lies here: a licensed provider holds what drivers pay, this is the mirror. Each transaction of the ledger
// sums to zero, judged when it commits, and no line of it is ever changed.
export const parkingMoney: Migration = {
  name: '0034-parking-money',
  sql: `
    alter table parking.booking drop constraint booking_state_check;
    alter table parking.booking add constraint booking_state_check check (state in ('requested', 'promised', 'fixed',
      'arrived', 'overstaying', 'left', 'noShow', 'cancelled', 'failed'));

    -- What a booking costs and who pays how. It outlives its booking: the law keeps it longer.
    create table parking.payment (
      ars text not null references municipalities.municipality (ars) on update cascade,
      booking_id uuid not null,
      payee text not null check (payee in ('host', 'town')),
      way text check (way in ('provider', 'invoice', 'debit', 'counter')),
      state text not null check (state in ('requested', 'secured', 'due', 'paid', 'released', 'refunded')),
      host_id uuid not null,
      pool_id uuid not null,
      -- The provider's own.
      reference text,
      reserved_cents integer not null check (reserved_cents > 0),
      charged_cents integer check (charged_cents >= 0),
      fee_cents integer not null default 0 check (fee_cents >= 0),
      vat_cents integer not null default 0 check (vat_cents >= 0),
      -- Sealed: name, address, account.
      payer text,
      mandate_id uuid,
      debit_run_id uuid,
      -- Where the property lies that was let (PStTG); stays when its host has gone.
      property text not null default '',
      stay_from timestamptz,
      stay_to timestamptz,
      opened_at timestamptz not null,
      expires_at timestamptz not null,
      secured_at timestamptz,
      settled_at timestamptz,
      paid_at timestamptz,
      primary key (ars, booking_id),
      foreign key (ars, host_id) references parking.host (ars, id) on update cascade,
      check (way is null or (way = 'provider') = (payee = 'host')),
      check (state in ('requested', 'released') or way is not null),
      check (state in ('requested', 'secured') or charged_cents is not null)
    );
    create index payment_of_reference on parking.payment (ars, reference) where reference is not null;
    create index payment_unsettled on parking.payment (opened_at) where state in ('requested', 'secured');
    create index payment_of_host on parking.payment (ars, host_id, settled_at);
    create index payment_of_town on parking.payment (ars, settled_at) where payee = 'town' and state = 'due';

    -- What the provider is asked for: written with the change that needs it, so that a crash neither charges twice nor
    -- forgets. The key is the booking and the purpose: the provider does the same key once.
    create table parking.payment_order (
      ars text not null references municipalities.municipality (ars) on update cascade,
      key text not null,
      purpose text not null check (purpose in ('capture', 'cancel', 'refund', 'payOut')),
      booking_id uuid,
      host_id uuid,
      cents integer not null check (cents >= 0),
      fee_cents integer not null default 0,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
      tries smallint not null default 0,
      next_at timestamptz not null,
      reason text,
      made_at timestamptz not null,
      done_at timestamptz,
      primary key (ars, key)
    );
    create index payment_order_due on parking.payment_order (next_at) where state = 'waiting';

    create table parking.ledger_transaction (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      key text not null,
      kind text not null check (kind in ('charge', 'capture', 'refund', 'payOut', 'paid', 'correction')),
      booking_id uuid,
      at timestamptz not null,
      primary key (ars, id),
      unique (ars, key)
    );
    create index ledger_by_time on parking.ledger_transaction (ars, at);

    -- Positive is debit, negative is credit.
    create table parking.ledger_posting (
      ars text not null,
      transaction_id uuid not null,
      seq smallint not null,
      account text not null check (account in ('driver', 'host', 'fee', 'vat', 'provider', 'town', 'bank')),
      host_id uuid,
      cents bigint not null check (cents <> 0),
      primary key (ars, transaction_id, seq),
      foreign key (ars, transaction_id) references parking.ledger_transaction (ars, id)
        on delete cascade on update cascade,
      check ((account = 'host') = (host_id is not null))
    );
    create index ledger_of_host on parking.ledger_posting (ars, host_id) where host_id is not null;

    create function parking.ledger_balances() returns trigger language plpgsql as $$
    declare
      one uuid := coalesce(to_jsonb(new) ->> 'transaction_id', to_jsonb(new) ->> 'id')::uuid;
      total bigint;
      parts integer;
    begin
      select coalesce(sum(cents), 0), count(*) into total, parts from parking.ledger_posting
        where ars = new.ars and transaction_id = one;
      if total <> 0 or parts < 2 then
        raise exception 'Ledger transaction % of % lines sums to %.', one, parts, total using errcode = '23514';
      end if;
      return null;
    end $$;
    create constraint trigger ledger_balances after insert on parking.ledger_transaction
      deferrable initially deferred for each row execute function parking.ledger_balances();
    create constraint trigger ledger_balances after insert on parking.ledger_posting
      deferrable initially deferred for each row execute function parking.ledger_balances();

    -- Only the key of a municipality may move (a merger), and only what the law no longer keeps may go.
    create function parking.ledger_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and to_jsonb(new) - 'ars' = to_jsonb(old) - 'ars' then
        return new;
      end if;
      if tg_op = 'DELETE' and current_setting('parking.retention', true) = 'on' then
        return old;
      end if;
      raise exception 'The ledger is appended only.' using errcode = '23514';
    end $$;
    create trigger ledger_is_kept before update or delete on parking.ledger_transaction
      for each row execute function parking.ledger_is_kept();
    create trigger ledger_is_kept before update or delete on parking.ledger_posting
      for each row execute function parking.ledger_is_kept();

    create table parking.number_series (
      ars text not null references municipalities.municipality (ars) on update cascade,
      kind text not null,
      year smallint not null,
      last integer not null check (last > 0),
      primary key (ars, kind, year)
    );

    -- Receipts, credit notes, invoices: the content as it was issued, sealed; a correction is a new one that cancels.
    create table parking.money_document (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      kind text not null check (kind in ('receipt', 'invoice', 'creditNote', 'cancellation')),
      year smallint not null,
      number integer not null,
      booking_id uuid,
      host_id uuid,
      -- The first day of the month that a credit note is for.
      month date,
      cancels uuid,
      gross_cents integer not null,
      vat_cents integer not null,
      content text not null,
      issued_at timestamptz not null,
      primary key (ars, id),
      unique (ars, kind, year, number),
      unique (ars, cancels)
    );
    create unique index document_of_booking on parking.money_document (ars, booking_id)
      where kind in ('receipt', 'invoice');
    create unique index document_of_month on parking.money_document (ars, host_id, month) where kind = 'creditNote';

    -- What the law asks of a host (PStTG); sealed.
    create table parking.host_tax (
      ars text not null,
      host_id uuid not null,
      facts text,
      vat text not null default 'none' check (vat in ('none', 'small', 'full')),
      -- The first money that a host earned: from then on days count.
      asked_at timestamptz not null,
      reminded smallint not null default 0,
      complete_at timestamptz,
      blocked_at timestamptz,
      used_at timestamptz not null,
      primary key (ars, host_id),
      foreign key (ars, host_id) references parking.host (ars, id) on update cascade,
      check (complete_at is null or facts is not null)
    );

    create table parking.town_account (
      ars text primary key references municipalities.municipality (ars) on update cascade,
      name text not null,
      address text not null,
      iban text not null,
      creditor_id text not null,
      vat_percent smallint not null default 0 check (vat_percent in (0, 19)),
      tax_number text not null default '',
      changed_at timestamptz not null
    );

    create table parking.mandate (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      reference text not null,
      person_id uuid references accounts.person (id) on delete set null,
      -- Sealed: name, address, account.
      holder text not null,
      signed_on date not null,
      used_at timestamptz not null,
      uses integer not null default 0,
      primary key (ars, id),
      unique (ars, reference)
    );
    create index mandate_of_person on parking.mandate (person_id) where person_id is not null;

    create table parking.debit_run (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      collect_on date not null,
      count integer not null,
      cents integer not null,
      -- Sealed: the file as the bank gets it.
      file text not null,
      made_at timestamptz not null,
      primary key (ars, id)
    );

    -- The books of the test provider: its own, so that comparing means something.
    create table parking.test_payment (
      ars text not null,
      reference uuid not null,
      key text not null,
      state text not null check (state in ('open', 'authorised', 'declined', 'captured', 'cancelled')),
      cents integer not null,
      made_at timestamptz not null,
      primary key (ars, reference),
      unique (ars, key)
    );
    create table parking.test_movement (
      ars text not null,
      key text not null,
      kind text not null check (kind in ('capture', 'refund', 'payOut')),
      reference uuid,
      host text not null,
      cents integer not null,
      fee_cents integer not null default 0,
      at timestamptz not null,
      primary key (ars, key)
    );
  `,
};
