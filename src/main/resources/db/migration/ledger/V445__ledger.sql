create schema ledger;
grant usage on schema ledger to marquee_app;

-- The books of every organization. A posting is written once for what caused it, and never again touched.
create table ledger.postings (
  organization_id uuid not null,
  id uuid not null,
  event_id uuid,                              -- null: about the organization as a whole
  order_id uuid,
  cause_kind text not null check (cause_kind in (
    'order_paid', 'order_refunded', 'payment_succeeded', 'payment_refunded', 'provider_fee', 'cash_received', 'cash_returned',
    'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_fee', 'payout_sent', 'payout_returned',
    'stake_held', 'stake_returned', 'stake_forfeited', 'gift_sold', 'gift_redeemed')),
  cause_id uuid not null,
  provider text,                              -- where the money was moved; null where none was
  at timestamptz not null,                    -- when it happened
  primary key (organization_id, id),
  unique (cause_kind, cause_id)
);
create index on ledger.postings (organization_id, at, id);
create index on ledger.postings (event_id, at, id) where event_id is not null;
create index on ledger.postings (order_id) where order_id is not null;

-- Its sides: a debit is above zero, a credit below, in minor units.
create table ledger.entries (
  organization_id uuid not null,
  posting_id uuid not null,
  position smallint not null,
  account text not null check (account in (
    'buyer_receivable', 'provider_balance', 'cash', 'payouts', 'disputes_held', 'disputes_lost', 'stakes_held', 'gift',
    'sales', 'discounts', 'fees', 'tax', 'platform_fee', 'provider_fee')),
  item uuid,                                  -- the ticket type that it is about, where it is about one
  currency text not null,
  amount bigint not null check (amount <> 0),
  primary key (organization_id, posting_id, position),
  foreign key (organization_id, posting_id) references ledger.postings
);

-- Checked where it is written and not at the commit: a posting's entries come in one statement, so the statement that
-- breaks the balance is the one that fails, and a thousand entries cost one look.
create function ledger.balanced() returns trigger language plpgsql as $$
declare
  torn uuid;
begin
  select posting_id into torn from written group by posting_id, currency having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'posting % does not balance', torn using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger balanced after insert on ledger.entries referencing new table as written
  for each statement execute function ledger.balanced();

-- What was written stays, for the owner of the tables too: a mistake is set right by another posting.
create function ledger.append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on ledger.postings
  for each statement execute function ledger.append_only();
create trigger append_only before update or delete or truncate on ledger.entries
  for each statement execute function ledger.append_only();

-- Sums are read from sub-totals, and from the postings that are in none yet. A job moves postings from the one to the other
-- in one transaction, so that every snapshot sees each of them once.
create table ledger.unsealed (
  organization_id uuid not null,
  posting_id uuid not null,
  primary key (organization_id, posting_id)
);
create table ledger.subtotals (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  event_id uuid,
  item uuid,
  cause_kind text not null,
  account text not null,
  currency text not null,
  month date not null,                        -- its first day, in UTC
  amount bigint not null,
  entries bigint not null,                    -- how many are in it
  unique nulls not distinct (organization_id, event_id, account, cause_kind, currency, month, item)
);
create index on ledger.subtotals (event_id) where event_id is not null;
create index on ledger.subtotals (account, month) include (currency, amount) where account = 'platform_fee';

call platform.protect('ledger.postings', 'select, insert');
call platform.protect('ledger.entries', 'select, insert');
call platform.protect('ledger.unsealed', 'select, insert, delete');
call platform.protect('ledger.subtotals', 'select, insert, update');
call event.within_tenant('ledger.postings');
call event.within_tenant('ledger.subtotals');

-- The organizations and events whose books the actor may open: where they are owner or admin.
create function ledger.open() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.books', true), ''), '{}')::uuid[] $$;

-- Only the system writes. Of people, an organization's owners and admins see its books, an event's those of the event.
create procedure ledger.books_policy(target regclass, event_test text)
language plpgsql as $$
begin
  execute format(
    'create policy system on %s using ((select platform.actor_kind()) = ''system''
       and (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything())))', target);
  execute format(
    'create policy finances on %s for select using (organization_id = any ((select ledger.open())::uuid[]) or %s)',
    target, event_test);
end $$;
call ledger.books_policy('ledger.postings', 'event_id = any ((select ledger.open())::uuid[])');
call ledger.books_policy('ledger.subtotals', 'event_id = any ((select ledger.open())::uuid[])');
call ledger.books_policy('ledger.entries', 'exists (select from ledger.postings p
  where p.organization_id = entries.organization_id and p.id = posting_id)');
call ledger.books_policy('ledger.unsealed', 'exists (select from ledger.postings p
  where p.organization_id = unsealed.organization_id and p.id = posting_id)');
