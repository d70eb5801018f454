-- Programmes: standing rules that turn quiet leads and customers into warm calls. And what the timeline of a lead is read from.

create table programme (
  tenant_id     uuid        not null references tenant (id),
  id            uuid        not null,
  version       integer     not null,
  kind          text        not null check (kind in ('FIT_CHECK', 'REHEAT', 'CONTRACT_END', 'CUSTOMER_CHECK_IN', 'WIN_BACK')),
  name          text        not null check (name <> ''),
  enabled       boolean     not null,
  days          integer     not null check (days between 1 and 3650),
  campaign_ids  uuid[]      not null default '{}',
  max_per_day   integer     not null check (max_per_day > 0),
  hint          text,
  tasks_created bigint      not null default 0,
  last_run_at   timestamptz,
  next_run_at   timestamptz,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (tenant_id, id),
  check ((next_run_at is not null) = (enabled and deleted_at is null))
);
create index programme_due on programme (tenant_id, next_run_at) where next_run_at is not null;
create index programme_to_withdraw on programme (tenant_id, id) where deleted_at is not null;
comment on table programme is 'Standing rules that turn quiet leads and customers into warm tasks. A deleted one stays until its open tasks are withdrawn.';
comment on column programme.campaign_ids is 'Empty: all campaigns of the tenant.';
comment on column programme.version is 'Of what its user agreed on; a run does not change it.';

create table programme_task (
  tenant_id    uuid        not null,
  programme_id uuid        not null,
  lead_id      uuid        not null,
  period       date        not null,
  created_at   timestamptz not null,
  primary key (tenant_id, programme_id, lead_id, period),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade,
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade
);
create index programme_task_made on programme_task (tenant_id, programme_id, created_at);
create index programme_task_lead on programme_task (tenant_id, lead_id);
comment on table programme_task is 'For which periods programmes have made tasks: of a period a lead gets one, on however many servers.';
comment on column programme_task.period is 'The day from which the programme reckons: since when it is quiet or warm, or when the contract ends.';

create index task_open_about on task (tenant_id, subject_id) where status in ('WAITING', 'DUE');

alter table lead
  add column status_changed_at timestamptz,
  add column warmed_at         timestamptz;
alter table lead
  add column quiet_since       timestamptz not null
    generated always as (greatest(created_at, last_attempt_at, status_changed_at, warmed_at)) stored;
comment on column lead.warmed_at is 'When a programme last made a task for it.';
comment on column lead.quiet_since is 'The last time that we called it, that its status changed, or that a programme made a task for it.';

create index lead_quiet on lead (tenant_id, campaign_id, quiet_since, id)
  where status in ('CONTACTED', 'WARM', 'QUALIFIED', 'NURTURE', 'EXHAUSTED') and erased_at is null;
create index lead_quiet_customer on lead (tenant_id, campaign_id, quiet_since, id) where status = 'CUSTOMER' and erased_at is null;
create index lead_quiet_lapsed on lead (tenant_id, campaign_id, quiet_since, id) where status = 'LAPSED' and erased_at is null;
create index lead_warm_since on lead (tenant_id, campaign_id, status_changed_at, id) where status = 'WARM' and erased_at is null;
create index lead_contract_end on lead (tenant_id, campaign_id, contract_end, id) where contract_end is not null and erased_at is null;

-- A column of its own, because an index on an expression over data would not be used under row-level security.
alter table event
  add column lead_id uuid generated always as
    (coalesce(cast(data ->> 'leadId' as uuid), case when starts_with(type, 'lead.') then subject_id end)) stored;
create index event_of_lead on event (tenant_id, lead_id, ordinal) where lead_id is not null;
comment on column event.lead_id is 'The lead it is about, if it is about one.';

create index suppression_history on suppression (tenant_id, phone, created_at);

do $$
declare
  t text;
begin
  foreach t in array array['programme', 'programme_task'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;
