-- What bought nothing and went back through its buyer's bank is no loss: the books say so.
do $$
declare
  known text;
begin
  select substring(pg_get_constraintdef(oid) from '^CHECK (.*)$') into known
  from pg_constraint where conrelid = 'ledger.postings'::regclass and conname = 'postings_cause_kind_check';
  alter table ledger.postings drop constraint postings_cause_kind_check;
  execute format(
    'alter table ledger.postings add constraint postings_cause_kind_check check (%s or cause_kind = ''surplus_charged_back'')',
    known);
end $$;
