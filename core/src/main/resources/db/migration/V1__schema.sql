-- Every table belongs to a tenant: tenant_id leads every key and every foreign key, so that the tables can be distributed
-- by it, and row-level security is forced on all of them for the role warmline_app, which owns nothing.

do $$
begin
  create role warmline_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'warmline_app', 'member') or (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant warmline_app to %I', current_user);
  end if;
end
$$;

create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;
comment on function current_tenant() is 'The tenant of this transaction, set by set_config(''app.tenant'', …, true); null when none is set.';

create table tenant (
  id         uuid        primary key,
  name       text        not null check (name <> ''),
  created_at timestamptz not null
);
comment on table tenant is 'A firm that uses Warmline; every row of every other table belongs to one.';

create table api_key (
  tenant_id  uuid        not null references tenant (id),
  id         uuid        not null,
  name       text        not null,
  key_hash   bytea       not null check (length(key_hash) = 32),
  scopes     text[]      not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);
create index api_key_hash on api_key (key_hash);
comment on table api_key is 'Keys of the API. Only the SHA-256 of a key is kept.';

create table agent (
  tenant_id  uuid        not null references tenant (id),
  id         uuid        not null,
  version    integer     not null,
  name       text        not null,
  email      text,
  languages  text[]      not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
comment on table agent is 'People who make calls. A deleted agent stays as a row, because calls refer to it.';

create table campaign (
  tenant_id                       uuid        not null references tenant (id),
  id                              uuid        not null,
  version                         integer     not null,
  name                            text        not null,
  description                     text,
  status                          text        not null check (status in ('ACTIVE', 'PAUSED')),
  default_country                 text        not null check (default_country ~ '^[A-Z]{2}$'),
  time_zone                       text        not null,
  calling_hours                   text        not null,
  max_attempts                    integer     not null check (max_attempts > 0),
  max_attempts_per_number_per_day integer     not null check (max_attempts_per_number_per_day > 0),
  min_minutes_between_attempts    integer     not null check (min_minutes_between_attempts >= 0),
  lease_seconds                   integer     not null check (lease_seconds > 0),
  callback_grace_minutes          integer     not null check (callback_grace_minutes >= 0),
  callback_default_delay_minutes  integer     not null check (callback_default_delay_minutes > 0),
  retries                         jsonb       not null,
  created_at                      timestamptz not null,
  updated_at                      timestamptz not null,
  primary key (tenant_id, id)
);
comment on table campaign is 'One list of leads, one offer, one set of policies.';

create table window_bucket (
  tenant_id   uuid        not null,
  id          bigint      not null generated always as identity,
  campaign_id uuid        not null,
  zones       text[]      not null check (cardinality(zones) > 0),
  language    text        not null default '',
  opens_at    timestamptz not null,
  closes_at   timestamptz not null check (closes_at >= opens_at),
  primary key (tenant_id, id),
  unique (tenant_id, campaign_id, zones, language),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade
);
create index window_bucket_closing on window_bucket (tenant_id, closes_at);
comment on table window_bucket is
  'Leads of a campaign with the same calling windows and language share a bucket. [opens_at, closes_at) is the opening that '
  'is on or comes next; infinity where none comes, or the campaign is paused. A claim probes the buckets that are open.';

create table lead (
  tenant_id       uuid        not null references tenant (id),
  id              uuid        not null,
  version         integer     not null default 0,
  campaign_id     uuid        not null,
  external_id     text,
  status          text        not null default 'COLD' check (status in ('COLD', 'ATTEMPTING', 'CONTACTED', 'CALLBACK_PENDING',
                    'NURTURE', 'CUSTOMER', 'DISQUALIFIED', 'EXHAUSTED', 'DO_NOT_CALL')),
  phone           text,
  title           text,
  first_name      text,
  last_name       text,
  company         text,
  job_title       text,
  email           text,
  website         text,
  street          text,
  city            text,
  county          text,
  region          text,
  postal_code     text,
  country         text,
  time_zone       text,
  language        text,
  score           integer     not null default 0 check (score between 0 and 1000),
  notes           text,
  custom_fields   jsonb       not null default '{}',
  attempts        integer     not null default 0 check (attempts >= 0),
  hang_ups        integer     not null default 0 check (hang_ups >= 0),
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  contacted_at    timestamptz,
  referred_by     uuid,
  erased_at       timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id)
);
create unique index lead_external_id on lead (tenant_id, campaign_id, external_id) where external_id is not null;
create unique index lead_phone_identity on lead (tenant_id, campaign_id, phone) where external_id is null and phone is not null;
create index lead_campaign on lead (tenant_id, campaign_id, id);
create index lead_updated on lead (tenant_id, updated_at);
create index lead_email on lead (tenant_id, lower(email)) where email is not null;
comment on table lead is 'One prospect in one campaign.';
comment on column lead.phone is 'The first number: with the campaign it identifies a lead that has no external id.';
comment on column lead.next_attempt_at is 'When we mean to dial again; the queue adds caps and calling hours.';

create table lead_phone (
  tenant_id         uuid     not null,
  lead_id           uuid     not null,
  position          smallint not null,
  e164              text     not null check (e164 ~ '^\+[1-9][0-9]{1,14}$'),
  zone_source       text     not null check (zone_source in ('EXPLICIT', 'PHONE_NUMBER', 'CAMPAIGN_DEFAULT')),
  candidate_zones   text[]   not null check (cardinality(candidate_zones) > 0),
  bucket_id         bigint   not null,
  uncallable_reason text,
  primary key (tenant_id, lead_id, position),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, bucket_id) references window_bucket (tenant_id, id)
);
create index lead_phone_number on lead_phone (tenant_id, e164);
comment on table lead_phone is 'The numbers of a lead in the order in which they are tried, each with the bucket it is called in.';

create table claim (
  tenant_id      uuid        not null,
  id             uuid        not null,
  lead_id        uuid        not null,
  campaign_id    uuid        not null,
  agent_id       uuid        not null,
  callback_id    uuid,
  phone          text,
  status         text        not null check (status in ('ACTIVE', 'RELEASED', 'EXPIRED', 'COMPLETED', 'REVOKED')),
  fence          bigint      not null,
  tier           smallint    not null,
  score          integer     not null,
  due_at         timestamptz not null,
  claimed_at     timestamptz not null,
  expires_at     timestamptz not null,
  call_until     timestamptz not null,
  ended_at       timestamptz,
  release_reason text,
  note           text,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);
create index claim_active on claim (tenant_id, agent_id) where status = 'ACTIVE';
create index claim_lead on claim (tenant_id, lead_id);
comment on table claim is 'The leases agents held and hold. Whether one is live is decided by queue_entry.claim_id alone.';

create table callback (
  tenant_id          uuid        not null,
  id                 uuid        not null,
  version            integer     not null,
  lead_id            uuid        not null,
  campaign_id        uuid        not null,
  status             text        not null check (status in ('SCHEDULED', 'DUE', 'CLAIMED', 'KEPT', 'CANCELLED')),
  agent_id           uuid,
  due_at             timestamptz not null,
  latest_at          timestamptz not null check (latest_at >= due_at),
  resolution         text        not null check (resolution in ('GIVEN', 'DEFAULT_DELAY', 'RETRY')),
  words              text,
  note               text,
  overdue_at         timestamptz,
  deferrals          integer     not null default 0,
  created_by_call_id uuid,
  kept_by_call_id    uuid,
  cancel_reason      text,
  history            jsonb       not null default '[]',
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create unique index callback_one_open on callback (tenant_id, lead_id) where status in ('SCHEDULED', 'DUE', 'CLAIMED');
create index callback_to_fall_due on callback (tenant_id, due_at) where status = 'SCHEDULED';
create index callback_to_be_overdue on callback (tenant_id, latest_at) where status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null;
create index callback_list on callback (tenant_id, due_at, id);
create index callback_lead on callback (tenant_id, lead_id);
comment on table callback is 'Promises to call again. A lead has at most one open promise.';

create table queue_entry (
  tenant_id        uuid        not null,
  lead_id          uuid        not null,
  campaign_id      uuid        not null,
  bucket_id        bigint,
  phone            text,
  state            smallint    not null check (state in (0, 1, 2, 9)),
  tier             smallint    not null check (tier between 1 and 8),
  score            integer     not null,
  rank             integer     not null generated always as (tier * 10000 - score) stored,
  due_at           timestamptz not null,
  not_before       timestamptz not null,
  blocked_by       text,
  agent_id         uuid,
  callback_id      uuid,
  claim_id         uuid,
  lease_expires_at timestamptz,
  fence            bigint      not null default 0,
  primary key (tenant_id, lead_id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  check ((state = 2) = (claim_id is not null)),
  check ((state = 2) = (lease_expires_at is not null)),
  check (state = 9 or (bucket_id is not null and phone is not null)),
  check ((state in (1, 9)) = (blocked_by is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
create index queue_ready on queue_entry (tenant_id, bucket_id, rank, due_at, lead_id) where state = 0 and agent_id is null;
create index queue_personal on queue_entry (tenant_id, agent_id, rank, due_at, lead_id) where state = 0 and agent_id is not null;
create index queue_waiting on queue_entry (tenant_id, bucket_id, not_before) where state = 1;
create index queue_leased on queue_entry (tenant_id, lease_expires_at) where state = 2;
create unique index queue_one_call_per_number on queue_entry (tenant_id, phone) where state = 2;
create index queue_campaign on queue_entry (tenant_id, campaign_id);
comment on table queue_entry is
  'The queue: one slim row per lead, derived from the facts about it by the statement "refresh". '
  'state: 0 ready, 1 waiting until not_before, 2 leased, 9 closed.';
comment on index queue_one_call_per_number is 'Never two callers on one phone number.';

create table call (
  tenant_id        uuid        not null,
  id               uuid        not null,
  version          integer     not null,
  lead_id          uuid        not null,
  campaign_id      uuid        not null,
  agent_id         uuid        not null,
  claim_id         uuid,
  phone            text,
  disposition      text        not null,
  status_before    text        not null,
  rang             boolean     not null,
  late             boolean     not null,
  started_at       timestamptz not null,
  duration_seconds integer     check (duration_seconds >= 0),
  notes            text,
  reason           text,
  callback_id      uuid,
  kept_callback_id uuid,
  suppression_id   uuid,
  referred_lead_id uuid,
  amended_at       timestamptz,
  created_at       timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);
create index call_number on call (tenant_id, phone, started_at desc);
create index call_lead on call (tenant_id, lead_id, id);
create index call_campaign on call (tenant_id, campaign_id, id);
create index call_agent on call (tenant_id, agent_id, id);
comment on table call is 'Dial attempts and their outcomes.';
comment on column call.status_before is 'The status the lead had before, so that a correction can take the call back.';
comment on column call.rang is 'Whether the line rang, so that the gap between attempts counts from it.';

create table suppression (
  tenant_id        uuid        not null references tenant (id),
  id               uuid        not null,
  phone            text        not null check (phone ~ '^\+[1-9][0-9]{1,14}$'),
  scope            text        not null check (scope in ('TENANT', 'CAMPAIGN')),
  campaign_id      uuid,
  source           text        not null check (source in ('CALL', 'API')),
  reason           text,
  call_id          uuid,
  created_at       timestamptz not null,
  removed_at       timestamptz,
  removal_evidence text,
  primary key (tenant_id, id),
  check ((scope = 'CAMPAIGN') = (campaign_id is not null)),
  check ((removed_at is null) = (removal_evidence is null))
);
create unique index suppression_tenant on suppression (tenant_id, phone) where scope = 'TENANT' and removed_at is null;
create unique index suppression_campaign on suppression (tenant_id, phone, campaign_id) where scope = 'CAMPAIGN' and removed_at is null;
create index suppression_number on suppression (tenant_id, phone) where removed_at is null;
comment on table suppression is 'Numbers never to call. An entry is lifted, never deleted.';

create table import_job (
  tenant_id    uuid        not null,
  id           uuid        not null,
  campaign_id  uuid        not null,
  status       text        not null check (status in ('RECEIVING', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  dry_run      boolean     not null,
  format       text        not null check (format in ('CSV', 'NDJSON')),
  mapping      jsonb       not null default '{}',
  charset      text        not null,
  delimiter    text,
  columns      jsonb,
  bytes        bigint      not null default 0,
  rows_read    bigint      not null default 0,
  created      bigint      not null default 0,
  merged       bigint      not null default 0,
  rejected     bigint      not null default 0,
  failure      text,
  leased_until timestamptz,
  lapses       integer     not null default 0,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  check ((status in ('RECEIVING', 'RUNNING')) = (leased_until is not null)),
  check ((status in ('COMPLETED', 'FAILED')) = (finished_at is not null)),
  check ((status = 'FAILED') = (failure is not null)),
  check (rows_read = created + merged + rejected)
);
create index import_job_open on import_job (tenant_id, created_at) where status in ('RECEIVING', 'QUEUED', 'RUNNING');
comment on table import_job is 'Lead files on their way into a campaign. Rows, counts and progress are committed together, so a job resumes where it stopped.';
comment on column import_job.leased_until is 'RUNNING: when another server may go on with the job. RECEIVING: when the upload counts as given up.';
comment on column import_job.lapses is 'How often the lease has run out since the last progress.';

create table import_chunk (
  tenant_id uuid    not null,
  import_id uuid    not null,
  ordinal   integer not null,
  content   bytea   not null,
  primary key (tenant_id, import_id, ordinal),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
alter table import_chunk alter column content set storage external;
comment on table import_chunk is 'The received file in pieces, until the job has ended, so that any server can go on with it.';

create table import_rejection (
  tenant_id uuid   not null,
  import_id uuid   not null,
  ordinal   bigint not null,
  line      bigint not null,
  field     text,
  code      text   not null,
  reason    text   not null,
  primary key (tenant_id, import_id, ordinal),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
comment on table import_rejection is 'Rows of a file that were refused.';
comment on column import_rejection.ordinal is 'Number of the row among the rows of the file, from 1.';

create table import_rehearsal (
  tenant_id   uuid not null,
  import_id   uuid not null,
  lead_id     uuid not null,
  external_id text,
  phone       text not null,
  primary key (tenant_id, import_id, lead_id),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
create index import_rehearsal_external_id on import_rehearsal (tenant_id, import_id, external_id) where external_id is not null;
create index import_rehearsal_phone on import_rehearsal (tenant_id, import_id, phone);
comment on table import_rehearsal is
  'What a dry run would have made so far: the identities of new leads, and of leads that got an external id. Emptied at its end.';

create table event (
  tenant_id   uuid        not null references tenant (id),
  ordinal     bigint      not null generated always as identity,
  xid         xid8        not null default pg_current_xact_id(),
  sequence    bigint,
  type        text        not null,
  occurred_at timestamptz not null,
  subject_id  uuid        not null,
  data        jsonb       not null,
  primary key (tenant_id, ordinal)
);
create unique index event_sequence on event (tenant_id, sequence) where sequence is not null;
create index event_unsequenced on event (tenant_id, xid, ordinal) where sequence is null;
comment on table event is
  'What happened, written with it. The sequence is given afterwards, in the order of finished transactions, so that a reader '
  'who remembers the last sequence never misses an event that was committed late.';

create table event_counter (
  tenant_id uuid   primary key references tenant (id),
  last      bigint not null
);
comment on table event_counter is 'The last sequence number given in a tenant.';

create table idempotency_key (
  tenant_id   uuid        not null references tenant (id),
  key         text        not null,
  fingerprint text        not null,
  status      integer     not null,
  headers     jsonb       not null,
  body        text,
  created_at  timestamptz not null,
  primary key (tenant_id, key)
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);
comment on table idempotency_key is 'Answers to requests that carried an Idempotency-Key, written in the transaction of the request; kept 30 days.';

-- The walls between tenants.
do $$
declare
  t text;
begin
  for t in select table_name from information_schema.columns
           where table_schema = current_schema() and column_name = 'tenant_id' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t <> 'api_key' then
      execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    end if;
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;

alter table tenant enable row level security;
alter table tenant force row level security;
grant select, insert on tenant to warmline_app;
create policy own_tenant on tenant using (id = current_tenant());
create policy housekeeping on tenant for select using (current_setting('app.housekeeping', true) = 'on');
comment on policy housekeeping on tenant is 'Lets the housekeeping jobs list the tenants they then enter one by one.';

create policy own_tenant on api_key using (tenant_id = current_tenant());
create policy presented_key on api_key for select
  using (key_hash = decode(nullif(current_setting('app.presented_key', true), ''), 'hex'));
comment on policy presented_key on api_key is 'Lets a request find the one key it presents before its tenant is known.';

revoke update, delete on event from warmline_app;
grant update (sequence) on event to warmline_app;
revoke delete on suppression, call from warmline_app;
