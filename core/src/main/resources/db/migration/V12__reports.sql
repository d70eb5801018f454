-- What reports ask of a call: what it was for, whether that was attained, and what time it was at the prospect's place.

alter table call
  add column objective          text,
  add column objective_attained boolean,
  add column attained           boolean,
  add column interest_stated    boolean,
  add column meeting_asked      boolean,
  add column zone               text;
comment on column call.objective is 'What the call was for; null before there were objectives.';
comment on column call.objective_attained is 'What the caller said.';
comment on column call.attained is 'What the caller said, else what the outcome tells; null where neither does.';
comment on column call.zone is 'Where the prospect was, for the hour of the day.';

create index call_started on call (tenant_id, started_at);
create index call_kept on call (tenant_id, kept_callback_id) where kept_callback_id is not null;
create index callback_latest on callback (tenant_id, latest_at);
