-- Disputes that were open when we learned what an inquiry is were all taken for disputes. Which of them a bank only asks about, the
-- provider says when it is next heard of; until then the moves of an inquiry would be taken for old news.
select set_config('marquee.everything', 'on', true);
alter table payment.disputes add column assumed boolean not null default false;
update payment.disputes set assumed = true
where withdrawn_at = created_at and not inquiry and state in ('needs_response', 'under_review');
