-- The law in the queue: whom a campaign calls, what a lead agreed to, where a number may ring, and what follows for its bucket.

alter table campaign
  add column audience      text   not null default 'B2C' check (audience in ('B2C', 'B2B')),
  add column calling_rules text[] not null default '{}';
comment on column campaign.calling_rules is 'Ids of the house rules it keeps besides the law.';

create table calling_rule (
  tenant_id  uuid        not null references tenant (id),
  id         text        not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  body       jsonb       not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table calling_rule is 'House rules. The law itself is data of the application.';
alter table calling_rule enable row level security;
alter table calling_rule force row level security;
create policy own_tenant on calling_rule using (tenant_id = current_tenant());
grant select, insert, update, delete on calling_rule to warmline_app;

alter table lead
  add column consent_kind     text check (consent_kind in ('IMPLIED', 'EXPRESS', 'WRITTEN')),
  add column consent_given_at timestamptz,
  add column consent_evidence text,
  add check ((consent_kind is null) = (consent_given_at is null) and (consent_kind is null) = (consent_evidence is null));

alter table lead_phone
  add column jurisdictions text[] not null default '{}',
  drop constraint lead_phone_zone_source_check,
  add constraint lead_phone_zone_source_check
    check (zone_source in ('EXPLICIT', 'STATED_PLACE', 'POSTAL_ADDRESS', 'PHONE_NUMBER', 'COUNTRY', 'CAMPAIGN_DEFAULT'));
comment on column lead_phone.jurisdictions is 'All countries and states the prospect may be in, whether they have calling rules or not.';

alter table window_bucket
  add column jurisdictions    text[]    not null default '{}',
  add column consent          text      not null default 'NONE' check (consent in ('NONE', 'IMPLIED', 'EXPRESS', 'WRITTEN')),
  add column rules            text[]    not null default '{}',
  add column closed_by        text,
  add column cap_calls        integer[] not null default '{}',
  add column cap_minutes      integer[] not null default '{}',
  add column cooldown_days    integer,
  add column refusal_is_final boolean   not null default false,
  drop constraint window_bucket_tenant_id_campaign_id_zones_language_key,
  add unique (tenant_id, campaign_id, zones, jurisdictions, consent, language),
  add check (cardinality(cap_calls) = cardinality(cap_minutes));
comment on column window_bucket.jurisdictions is 'Those that have calling rules.';
comment on column window_bucket.rules is 'The calling rules in force when the opening was worked out.';
comment on column window_bucket.closed_by is 'What forbade a call when the opening was worked out.';
comment on column window_bucket.cap_calls is 'With cap_minutes: at most so many calls to a number in so many minutes.';
comment on column window_bucket.cooldown_days is 'How long a number is left alone after its owner was not interested.';
comment on column window_bucket.refusal_is_final is 'Whether it is then left alone for good.';

alter table claim add column rules text[] not null default '{}';
alter table call add column breaches jsonb not null default '[]';
