-- Clients, do-not-call entries of a client, and the do-not-call registries of states.

create table client (
  tenant_id         uuid        not null references tenant (id),
  id                uuid        not null,
  version           integer     not null,
  name              text        not null check (name <> ''),
  notes             text,
  time_zone         text,
  country           text        check (country ~ '^[A-Z]{2}$'),
  fiscal_year_start integer     not null check (fiscal_year_start between 1 and 12),
  hemisphere        text        check (hemisphere in ('NORTHERN', 'SOUTHERN')),
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  deleted_at        timestamptz,
  primary key (tenant_id, id)
);
comment on table client is
  'Businesses on whose behalf campaigns call. A deleted one stays as a row, because do-not-call entries refer to it for good.';
comment on column client.hemisphere is 'Null: that of the country.';

alter table campaign
  add column client_id uuid,
  add foreign key (tenant_id, client_id) references client (tenant_id, id);
create index campaign_client on campaign (tenant_id, client_id) where client_id is not null;
comment on column campaign.client_id is 'On whose behalf it calls; null: on the tenant''s own.';

alter table suppression
  drop constraint suppression_scope_check,
  add column client_id uuid,
  add column removed_by uuid,
  add constraint suppression_scope_check check (scope in ('TENANT', 'CLIENT', 'CAMPAIGN')),
  add constraint suppression_client_check check ((scope = 'CLIENT') = (client_id is not null)),
  add foreign key (tenant_id, client_id) references client (tenant_id, id);
create unique index suppression_client on suppression (tenant_id, phone, client_id) where scope = 'CLIENT' and removed_at is null;
create index suppression_of_client on suppression (tenant_id, client_id) where client_id is not null and removed_at is null;
comment on column suppression.removed_by is 'The API key by which it was lifted.';

alter table lead_phone add column country text check (country ~ '^[A-Z]{2}$');
comment on column lead_phone.country is 'The country of the number; null: not known, then its calling code decides.';

create table suppression_import (
  tenant_id    uuid        not null references tenant (id),
  id           uuid        not null,
  registry     text        not null check (registry <> ''),
  jurisdiction text        not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  as_of        date        not null,
  status       text        not null check (status in ('RECEIVING', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  bytes        bigint      not null default 0,
  lines_read   bigint      not null default 0,
  numbers      bigint      not null default 0,
  repeated     bigint      not null default 0,
  rejected     bigint      not null default 0,
  rejections   jsonb       not null default '[]',
  in_force_at  timestamptz,
  replaces     uuid,
  whole        boolean     not null default false,
  leads        bigint      not null default 0,
  failure      text,
  leased_until timestamptz,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  primary key (tenant_id, id),
  check ((status in ('RECEIVING', 'RUNNING')) = (leased_until is not null)),
  check ((status in ('COMPLETED', 'FAILED')) = (finished_at is not null)),
  check ((status = 'FAILED') = (failure is not null)),
  check (lines_read = numbers + repeated + rejected)
);
create index suppression_import_open on suppression_import (tenant_id, created_at) where status in ('RECEIVING', 'QUEUED', 'RUNNING');
comment on table suppression_import is
  'Files of registries. The numbers of a file are a list of their own, which takes the place of the one before in one update of registry.';
comment on column suppression_import.replaces is 'The list that was in force before, until the queue has followed and it is deleted.';
comment on column suppression_import.whole is 'Whether the queue has to follow for every number of the country: dialling stops or begins again.';
comment on column suppression_import.leads is 'Leads whose place in the queue was derived anew so far.';

create table registry (
  tenant_id    uuid        not null,
  id           uuid        not null,
  name         text        not null check (name <> ''),
  jurisdiction text        not null,
  country      text        not null generated always as (substr(jurisdiction, 1, 2)) stored,
  calling_code text        not null check (calling_code ~ '^\+[1-9][0-9]{0,2}$'),
  as_of        date        not null,
  list_id      uuid        not null,
  numbers      bigint      not null,
  max_age_days integer     check (max_age_days > 0),
  warns_at     timestamptz,
  expires_at   timestamptz,
  warned_at    timestamptz,
  expired_at   timestamptz,
  stopped_at   timestamptz,
  imported_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, list_id) references suppression_import (tenant_id, id),
  check (expired_at is null or expires_at is not null),
  check (stopped_at is null or expired_at is not null)
);
comment on table registry is 'Do-not-call registries, each with the list that is in force.';
comment on column registry.calling_code is 'Of its country, for numbers whose country is not known.';
comment on column registry.expired_at is 'When it was found to be older than the law allows: ordinary dialling of its country stops.';
comment on column registry.stopped_at is 'When the whole queue had followed that.';

create table registry_number (
  tenant_id uuid not null,
  list_id   uuid not null,
  phone     text not null,
  primary key (tenant_id, list_id, phone)
);
comment on table registry_number is
  'Numbers of lists. Without a foreign key, which would cost a look-up for each of millions of rows; lists are made and deleted by imports alone.';

do $$
declare
  t text;
begin
  foreach t in array array['client', 'suppression_import', 'registry', 'registry_number'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;

revoke delete on client from warmline_app;
