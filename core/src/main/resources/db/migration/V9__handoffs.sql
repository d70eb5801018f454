-- Hand-offs: warm leads delivered to the client, who accepts or returns them; and the pre-qualification without which there is none.

alter table lead add column qualification jsonb;
comment on column lead.qualification is 'What the latest call found out: good prospect, fits, understands the offer, with answers and words. Personal.';

alter table call
  add column qualification jsonb,
  add column handoff_id    uuid,
  add column check_in      text check (check_in in ('SATISFIED', 'REORDER', 'COMPLAINT', 'NOT_INTERESTED'));
comment on column call.qualification is 'The pre-qualification as it was recorded with this call. Personal.';
comment on column call.check_in is 'What a customer said who was asked how things are.';

create table handoff (
  tenant_id      uuid        not null,
  id             uuid        not null,
  version        integer     not null,
  lead_id        uuid        not null,
  campaign_id    uuid        not null,
  client_id      uuid,
  agent_id       uuid        not null,
  call_id        uuid        not null,
  kind           text        not null check (kind in ('QUALIFIED', 'NURTURE')),
  status         text        not null check (status in ('OFFERED', 'ACCEPTED', 'RETURNED', 'EXPIRED')),
  qualification  jsonb,
  reason         text,
  revisit_on     date,
  offered_at     timestamptz not null,
  decide_by      timestamptz not null check (decide_by > offered_at),
  decided_at     timestamptz,
  return_reason  text        check (return_reason in ('DUPLICATE', 'WRONG_PERSON', 'NO_NEED', 'NOT_INTERESTED', 'OUT_OF_AREA', 'NOT_READY')),
  comment        text,
  ready_on       date,
  expired_at     timestamptz,
  expiry_reason  text,
  client_verdict text        generated always as (case status when 'ACCEPTED' then status when 'RETURNED' then return_reason end) stored,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  check ((status in ('ACCEPTED', 'RETURNED')) = (decided_at is not null)),
  check ((status = 'RETURNED') = (return_reason is not null)),
  check ((status = 'EXPIRED') = (expired_at is not null)),
  check ((status = 'EXPIRED') = (expiry_reason is not null)),
  check ((ready_on is not null) = (return_reason is not null and return_reason = 'NOT_READY')),
  check (kind <> 'NURTURE' or revisit_on is not null)
);
create unique index handoff_one_offered on handoff (tenant_id, lead_id) where status = 'OFFERED';
create index handoff_to_expire on handoff (tenant_id, decide_by) where status = 'OFFERED';
create index handoff_lead on handoff (tenant_id, lead_id);
create index handoff_campaign on handoff (tenant_id, campaign_id, id);
create index handoff_client on handoff (tenant_id, client_id, id) where client_id is not null;
comment on table handoff is 'Warm leads offered to the client, with our verdict and theirs. Of a lead at most one offer waits for a decision.';
comment on column handoff.client_id is 'To whom it was offered; null: the tenant itself, for which the campaign calls.';
comment on column handoff.kind is 'Our verdict: pre-qualified, or interested but not ready.';
comment on column handoff.qualification is 'What our verdict rests on. Emptied when the lead is erased.';
comment on column handoff.reason is 'Why a nurture lead is not ready yet. Emptied when the lead is erased.';
comment on column handoff.decide_by is 'When it expires if the client has not decided.';
comment on column handoff.ready_on is 'When the client, who returned it as not ready, wants it called again.';
comment on column handoff.expiry_reason is 'UNDECIDED if its time was up, else what made an end of it.';
comment on column handoff.client_verdict is 'ACCEPTED, or the reason for the return; null: the client never said.';

alter table handoff enable row level security;
alter table handoff force row level security;
create policy own_tenant on handoff using (tenant_id = current_tenant());
grant select, insert, update, delete on handoff to warmline_app;
