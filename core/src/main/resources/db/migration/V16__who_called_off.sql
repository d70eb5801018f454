-- Whoever calls a promise off is on record, so that what the prospect called off is not held against the firm.

alter table callback add column cancelled_by text;
update callback set cancelled_by = case cancel_reason when 'CANCELLED_BY_PROSPECT' then 'PROSPECT' else 'FIRM' end
where cancel_reason is not null;
alter table callback add constraint callback_cancelled_by_check check ((cancelled_by is null) = (cancel_reason is null));
