-- Types that are the same admission at another price or time are shown beneath one heading; empty for a type of its own.
alter table ticketing.ticket_types add column variant_of text not null default ''
  check (length(variant_of) <= 80);
