-- Whether a tax is also on the fees that buyers pay.
alter table pricing.rules add column on_fees boolean not null default false check (kind = 'tax' or not on_fees);
