-- What makes a lead worth a call besides promises and retries: the tasks of tiers 2 to 6, and the policies that make them.

alter table campaign
  add column deliverable             text    not null default 'APPOINTMENT'
                                             check (deliverable in ('WARM_LEAD', 'APPOINTMENT', 'CHECK_IN')),
  add column objective               text    not null default 'SECURE_MEETING',
  add column confirmation            text    not null default 'AT_ONCE'
                                             check (confirmation in ('AT_ONCE', 'NONE', 'DAY_BEFORE', 'SAME_DAY')),
  add column confirm_within_minutes  integer not null default 10 check (confirm_within_minutes > 0),
  add column qualifying_questions    integer not null default 0 check (qualifying_questions >= 0),
  add column max_unqualified_percent integer not null default 30 check (max_unqualified_percent between 0 and 100),
  add column hot_minutes             integer not null default 60 check (hot_minutes > 0),
  add column handoff_decision_days   integer not null default 5 check (handoff_decision_days > 0);

alter table lead drop constraint lead_status_check;
alter table lead add constraint lead_status_check
  check (status in ('COLD', 'ATTEMPTING', 'CONTACTED', 'CALLBACK_PENDING', 'WARM', 'QUALIFIED', 'HANDED_OFF', 'APPOINTMENT_SET',
                    'NURTURE', 'CUSTOMER', 'LAPSED', 'DISQUALIFIED', 'EXHAUSTED', 'DO_NOT_CALL'));

create table task (
  tenant_id    uuid        not null,
  id           uuid        not null,
  lead_id      uuid        not null,
  campaign_id  uuid        not null,
  kind         text        not null,
  tier         smallint    not null check (tier between 2 and 6),
  status       text        not null check (status in ('WAITING', 'DUE', 'DONE', 'CANCELLED')),
  reason       text        not null,
  subject_id   uuid,
  not_agent_id uuid,
  due_at       timestamptz not null,
  latest_at    timestamptz check (latest_at >= due_at),
  expires_at   timestamptz check (expires_at >= due_at),
  call_id      uuid,
  end_reason   text,
  created_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  check ((status in ('DONE', 'CANCELLED')) = (ended_at is not null)),
  check ((status = 'CANCELLED') = (end_reason is not null))
);
create unique index task_one_open on task (tenant_id, lead_id, tier) where status in ('WAITING', 'DUE');
create index task_to_fall_due on task (tenant_id, due_at) where status = 'WAITING';
create index task_to_expire on task (tenant_id, expires_at) where status in ('WAITING', 'DUE') and expires_at is not null;
create index task_spared on task (tenant_id, latest_at) where status in ('WAITING', 'DUE') and not_agent_id is not null;
create index task_lead on task (tenant_id, lead_id);
comment on table task is 'Reasons to call a lead that are neither a promise nor a retry. Of each tier a lead has at most one open task.';
comment on column task.subject_id is 'What it is about: the appointment, the signal, the programme.';
comment on column task.not_agent_id is 'Who does not get it while others are at work, until latest_at.';
comment on column task.latest_at is 'By when it should be done.';
comment on column task.expires_at is 'When it is cancelled if it was not done.';

alter table queue_entry add column task_id uuid, add column not_agent_id uuid;
create index queue_on_task on queue_entry (tenant_id, lead_id) where task_id is not null and state in (0, 1);
alter table claim add column task_id uuid;

do $$
declare
  t text;
begin
  foreach t in array array['task'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;
