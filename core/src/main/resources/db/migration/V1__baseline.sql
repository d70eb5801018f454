-- The schema, table by table in the order of the concepts: the firm, whom it works for, its lists, the people on them, what keeps a
-- number from being called, what is promised, the queue, calls, what follows from them, and what is told to the outside.
--
-- Rules that hold for all of it:
-- * Every table belongs to a tenant. tenant_id leads every key and every foreign key, so that the tables can be distributed by it, and
--   row-level security is forced on all of them for the role warmline_app, which owns nothing.
-- * Every reference is a foreign key. The few columns that look like one and are none say so in a comment.
-- * References between records of one lead name the lead too: they cannot cross leads, and are looked up by the lead's own index.
-- * References between records of one call are checked at commit, so that these can be written in any order.
-- * What happened in a campaign stays there when its lead moves, and keeps the campaign from being deleted. Whatever may be deleted
--   at all hangs on its lead and goes with it.

-- The role in which the application works, the one in which it looks over all tenants for what is due, and those in which it looks with
-- the eyes of a client or of an agent: these may do what the application may, and see less. In the role of the operator it knows which
-- tenants there are, and may delete what is a tenant's without having read it.

do $$
declare
  r text;
begin
  foreach r in array array['warmline_app', 'warmline_rounds', 'warmline_client', 'warmline_agent', 'warmline_operator'] loop
    if not exists (select from pg_roles where rolname = r) then
      begin
        execute format('create role %I nologin', r);
      exception
        when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, r, 'member') or (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to %I', r, current_user);
    end if;
  end loop;
  foreach r in array array['warmline_client', 'warmline_agent'] loop
    if not exists (select from pg_auth_members where roleid = 'warmline_app'::regrole and member = r::regrole) then
      execute format('grant warmline_app to %I', r);
    end if;
  end loop;
end
$$;

create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;
comment on function current_tenant() is 'The tenant of this transaction, set by set local app.tenant; null when none is set.';

create function current_client() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.client', true), '')::uuid;
comment on function current_client() is 'With whose eyes the role warmline_client looks, set as the tenant is.';

create function current_agent() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.agent', true), '')::uuid;
comment on function current_agent() is 'With whose eyes the role warmline_agent looks, set as the tenant is.';

-- What is looked for by words that are nearly right. Who may create extensions in a database of its own may create this one. What
-- else its index needs stands in afterMigrate__search.

create extension if not exists pg_trgm;

-- So that the index of these words can begin with the tenant.

create extension if not exists btree_gin;

-- Most texts have no accent: to look for each of sixty in the words of a lead takes twenty times as long as to see that.

create function folded(words text) returns text
  language sql immutable parallel safe
  return case
    when octet_length(words) = length(words) then lower(words)
    else translate(lower(words), 'áàâäãåāăąçćčďéèêëēėęěíìîïīįñńňóòôöõōőŕřśšşťúùûüūůűųýÿźžżľĺğ',
                                 'aaaaaaaaacccdeeeeeeeeiiiiiinnnooooooorrssstuuuuuuuuyyzzzllg')
  end;
comment on function folded(text) is 'Words as they are looked for: without capitals and accents.';

-- Whether names may be one person's. lead.SamePerson knows the same short names; a test holds the two together.

create function folded_name(name text) returns text
  language sql immutable parallel safe
  return regexp_replace(
    replace(lower(regexp_replace(normalize(coalesce(name, ''), nfkd), '[\u0300-\u036f]+', '', 'g')), 'ß', 'ss'),
    '[[:punct:][:space:]’‘´]+', '', 'g');
comment on function folded_name(text) is 'A name without capitals, accents, blanks and signs, as lead.SamePerson folds it: Groß is Gross, O''Brien is OBrien.';

create function first_name_in_full(name text) returns text
  language sql immutable parallel safe
  return (
    select coalesce((select n.in_full from (values
      ('jim', 'james'), ('jimmy', 'james'), ('jamie', 'james'), ('bob', 'robert'), ('bobby', 'robert'), ('rob', 'robert'),
      ('robbie', 'robert'), ('bill', 'william'), ('billy', 'william'), ('will', 'william'), ('willy', 'william'),
      ('rick', 'richard'), ('dick', 'richard'), ('rich', 'richard'), ('ricky', 'richard'), ('mike', 'michael'),
      ('mick', 'michael'), ('micky', 'michael'), ('tom', 'thomas'), ('tommy', 'thomas'), ('joe', 'joseph'),
      ('joey', 'joseph'), ('johnny', 'john'), ('jack', 'john'), ('charlie', 'charles'), ('chuck', 'charles'),
      ('ed', 'edward'), ('eddie', 'edward'), ('ted', 'edward'), ('ned', 'edward'), ('dan', 'daniel'), ('danny', 'daniel'),
      ('dave', 'david'), ('chris', 'christopher'), ('matt', 'matthew'), ('tony', 'anthony'), ('andy', 'andrew'),
      ('drew', 'andrew'), ('steve', 'steven'), ('ken', 'kenneth'), ('kenny', 'kenneth'), ('greg', 'gregory'),
      ('ben', 'benjamin'), ('sam', 'samuel'), ('nick', 'nicholas'), ('tim', 'timothy'), ('jeff', 'jeffrey'),
      ('ron', 'ronald'), ('don', 'donald'), ('larry', 'lawrence'), ('liz', 'elizabeth'), ('beth', 'elizabeth'),
      ('betty', 'elizabeth'), ('lisa', 'elizabeth'), ('peggy', 'margaret'), ('maggie', 'margaret'), ('meg', 'margaret'),
      ('kate', 'katherine'), ('kathy', 'katherine'), ('katie', 'katherine'), ('jen', 'jennifer'), ('jenny', 'jennifer'),
      ('sue', 'susan'), ('susie', 'susan'), ('debbie', 'deborah'), ('deb', 'deborah'), ('pat', 'patricia'),
      ('patty', 'patricia'), ('tricia', 'patricia'), ('becky', 'rebecca'), ('vicky', 'victoria'), ('alex', 'alexander'),
      ('sascha', 'alexander'), ('hannes', 'johannes'), ('hans', 'johannes'), ('fritz', 'friedrich'), ('max', 'maximilian')
    ) as n (short, in_full) where n.short = w.word), w.word)
    from (select folded_name(split_part(ltrim(translate(coalesce(name, ''), '-.,', '   ')), ' ', 1)) as word) w);
comment on function first_name_in_full(text) is 'The first word of a first name, folded; of one that is short for another that one. Empty: there is none.';

create function may_be_one_first_name(one text, other text) returns boolean
  language sql immutable parallel safe
  return (
    select n.one in ('', n.other) or n.other = '' or (least(length(n.one), length(n.other)) = 1 and left(n.one, 1) = left(n.other, 1))
    from (select first_name_in_full(one) as one, first_name_in_full(other) as other) n);
comment on function may_be_one_first_name(text, text) is
  'Whether two first names may be one person''s: Rob is Robert, and so are R. and Robert J.; one that is missing may be any.';

create function may_be_one_name(first_name text, last_name text, other_first text, other_last text) returns boolean
  language sql immutable parallel safe
  return last_name is null or other_last is null
    or folded_name(last_name) = folded_name(other_last) and may_be_one_first_name(first_name, other_first)
    or folded_name(first_name) = folded_name(other_last) and folded_name(last_name) = folded_name(other_first);
comment on function may_be_one_name(text, text, text, text) is
  'Whether two people with a number in common may be one by their names, also with first and last name changed about.';

-- The firm and who gets in.

create table tenant (
  id           uuid        primary key,
  name         text        not null check (name <> ''),
  created_at   timestamptz not null,
  suspended_at timestamptz
);
create index tenant_suspended on tenant (id) where suspended_at is not null;
comment on table tenant is 'A firm that uses Warmline; every row of every other table belongs to one, but for those of the operator.';
comment on column tenant.suspended_at is 'Since when its keys are refused and its work rests. Null: it is not suspended.';

create table api_key (
  tenant_id    uuid        not null references tenant (id),
  id           uuid        not null,
  name         text        not null,
  key_hash     bytea       not null check (length(key_hash) = 32),
  scopes       text[]      not null,
  networks     text[]      not null default '{}',
  client_id    uuid,
  agent_id     uuid,
  rotated_from uuid,
  issuer       text,
  subject      text,
  told_at      timestamptz,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  foreign key (tenant_id, rotated_from) references api_key (tenant_id, id),
  constraint api_key_one_limit check (num_nonnulls(client_id, agent_id) <= 1),
  constraint api_key_of_agent_ends check (agent_id is null or expires_at is not null or subject is not null),
  constraint api_key_of_person check (num_nonnulls(issuer, subject, told_at) in (0, 3) and (subject is null or rotated_from is null))
);
create index api_key_hash on api_key (key_hash);
create index api_key_client on api_key (tenant_id, client_id) where client_id is not null;
create index api_key_agent on api_key (tenant_id, agent_id) where agent_id is not null;
comment on table api_key is 'Keys of the API, and people who sign in by OpenID Connect. Only the SHA-256 of a key is kept.';
comment on column api_key.networks is 'From where it may be used (CIDR). Empty: from anywhere.';
comment on column api_key.client_id is 'It sees what is this client''s, and nothing else.';
comment on column api_key.agent_id is 'It acts as this agent, and as nobody else.';
comment on column api_key.issuer is 'The provider of OpenID Connect of the person whose row this is; null: it is a key. Nobody can present such a row: its digest is of issuer and subject.';
comment on column api_key.subject is 'The person, as the provider tells persons apart.';
comment on column api_key.told_at is 'When the token was issued by which the name, the scopes and the limit stand here: the newest that was shown.';
comment on column api_key.rotated_from is 'The key that it takes the place of.';
comment on column api_key.last_used_at is 'To the minute.';

create table idempotency_key (
  tenant_id   uuid        not null references tenant (id),
  key         text        not null,
  fingerprint text        not null,
  status      integer     not null,
  headers     jsonb       not null,
  body        text,
  subjects    text[]      not null default '{}',
  erased_at   timestamptz,
  created_at  timestamptz not null,
  primary key (tenant_id, key),
  check (erased_at is null or (body is null and subjects = '{}'))
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);
comment on table idempotency_key is 'Answers to requests that carried an Idempotency-Key, written in the transaction of the request; kept 30 days.';
comment on column idempotency_key.key is 'SHA-256 of the key, which may say whom it is about.';
comment on column idempotency_key.subjects is
  'The leads and the numbers in the body. Without an index: only an erasure asks for them, and reads the 30 days of its tenant.';
comment on column idempotency_key.erased_at is 'When the body was erased with its lead; the request is not done again for that.';

create table agent (
  tenant_id  uuid        not null references tenant (id),
  id         uuid        not null,
  version    integer     not null,
  name       text        not null,
  email      text,
  languages  text[]      not null default '{}',
  team         text        check (team <> ''),
  skills       text[]      not null default '{}',
  campaign_ids uuid[]      not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
comment on table agent is 'People who make calls. A deleted agent stays as a row, because calls refer to it.';
comment on column agent.campaign_ids is
  'The campaigns whose leads the agent gets; empty: all. Not a foreign key, as it is a list; the id of a deleted campaign names no lead, '
  'and whoever worked that campaign alone gets no others for its end.';

alter table api_key add constraint api_key_agent foreign key (tenant_id, agent_id) references agent (tenant_id, id);

create table calendar_link (
  tenant_id  uuid        not null,
  agent_id   uuid        not null,
  token_hash bytea       not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  primary key (tenant_id, agent_id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
create index calendar_link_hash on calendar_link (token_hash);
comment on table calendar_link is
  'The link by which an agent''s calendar program reads callbacks, at most one an agent. Only the SHA-256 of its token is kept.';

create table shift (
  tenant_id       uuid        not null,
  id              uuid        not null,
  agent_id        uuid        not null,
  campaign_ids    uuid[]      not null default '{}',
  state           text        not null check (state in ('READY', 'BREAK', 'WRAP_UP')),
  state_since     timestamptz not null,
  silence_seconds integer     not null check (silence_seconds > 0),
  signed_on_at    timestamptz not null,
  seen_at         timestamptz not null,
  silent_at       timestamptz not null,
  signed_off_at   timestamptz,
  ended_by        text        check (ended_by in ('AGENT', 'SILENCE', 'DELETION')),
  claims_returned integer     not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  check ((signed_off_at is null) = (ended_by is null))
);
create unique index shift_open on shift (tenant_id, agent_id) where signed_off_at is null;
create index shift_latest on shift (tenant_id, agent_id, signed_on_at desc);
create index shift_silent_anywhere on shift (silent_at) where signed_off_at is null;
comment on table shift is 'When agents were at work. An agent has at most one open shift.';
comment on column shift.campaign_ids is
  'The campaigns for which the agent signed on; empty: all that the agent works. Not a foreign key, as it is a list.';
comment on column shift.seen_at is 'The last sign of life: a heartbeat, a claim, a call. To a quarter of a minute.';
comment on column shift.silent_at is 'When the shift ends by itself if there is no other; not while the agent holds a lead.';

create table shift_part (
  tenant_id uuid        not null,
  shift_id  uuid        not null,
  agent_id  uuid        not null,
  state     text        not null check (state in ('READY', 'BREAK', 'WRAP_UP')),
  began_at  timestamptz not null,
  ended_at  timestamptz check (ended_at >= began_at),
  primary key (tenant_id, shift_id, began_at),
  foreign key (tenant_id, shift_id) references shift (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);
create index shift_part_began on shift_part (tenant_id, began_at);
comment on table shift_part is 'What an agent did in a shift, one after the other; of an open shift the last has no end.';

-- Whom the firm calls for.

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
  meeting_hours     text,
  meeting_minutes   integer     not null default 30 check (meeting_minutes between 5 and 480),
  daily_dials       integer     check (daily_dials >= 0),
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  deleted_at        timestamptz,
  primary key (tenant_id, id),
  constraint client_meeting_zone check (meeting_hours is null or time_zone is not null),
  constraint client_quota_zone check (daily_dials is null or time_zone is not null)
);
comment on table client is
  'Businesses on whose behalf campaigns call. A deleted one stays as a row, because do-not-call entries refer to it for good.';
comment on column client.hemisphere is 'Null: that of the country.';
comment on column client.meeting_hours is 'When it takes meetings, on its own clock (the text form of calling hours). Null: not known.';
comment on column client.daily_dials is 'How many dials a day all its campaigns may make together, on its own clock. Null: as many as there are.';
comment on column client.meeting_minutes is 'How long a meeting takes where nobody says otherwise, and how far free slots are apart.';

alter table api_key add constraint api_key_client foreign key (tenant_id, client_id) references client (tenant_id, id);

-- The lists, their terms, and when they may be called.

create table calling_rule (
  tenant_id  uuid        not null references tenant (id),
  id         text        not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  body       jsonb       not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table calling_rule is 'House rules. The law itself is data of the application.';

create table accepted_jurisdiction (
  tenant_id     uuid        not null references tenant (id),
  country       text        not null check (country ~ '^[A-Z]{2}$'),
  calling_hours text        not null,
  accepted_by   text        not null check (accepted_by <> ''),
  reason        text        not null check (reason <> ''),
  accepted_at   timestamptz not null,
  api_key_id    uuid,
  primary key (tenant_id, country),
  foreign key (tenant_id, api_key_id) references api_key (tenant_id, id)
);
comment on table accepted_jurisdiction is
  'Countries of which no calling rule is known and which the tenant calls on its own account. Events keep what was taken back.';
comment on column accepted_jurisdiction.country is 'ISO 3166-1; ZZ: numbers that belong to no country.';

create table lifted_rule (
  tenant_id  uuid        not null references tenant (id),
  id         text        not null,
  lifted_by  text        not null check (lifted_by <> ''),
  reason     text        not null check (reason <> ''),
  lifted_at  timestamptz not null,
  api_key_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, api_key_id) references api_key (tenant_id, id)
);
comment on table lifted_rule is 'Recommended rules that the tenant does not keep.';

create table campaign (
  tenant_id                       uuid        not null references tenant (id),
  id                              uuid        not null,
  version                         integer     not null,
  client_id                       uuid,
  name                            text        not null,
  description                     text,
  status                          text        not null check (status in ('ACTIVE', 'PAUSED')),
  default_country                 text        not null check (default_country ~ '^[A-Z]{2}$'),
  time_zone                       text        not null,
  calling_hours                   text        not null,
  audience                        text        not null default 'B2C' check (audience in ('B2C', 'B2B')),
  calling_rules                   text[]      not null default '{}',
  deliverable                     text        not null default 'APPOINTMENT'
                                              check (deliverable in ('WARM_LEAD', 'APPOINTMENT', 'CHECK_IN')),
  objective                       text        not null default 'SECURE_MEETING',
  max_attempts                    integer     not null check (max_attempts > 0),
  max_attempts_per_number_per_day integer     not null check (max_attempts_per_number_per_day > 0),
  min_minutes_between_attempts    integer     not null check (min_minutes_between_attempts >= 0),
  retries                         jsonb       not null,
  lease_seconds                   integer     not null check (lease_seconds > 0),
  callback_grace_minutes          integer     not null check (callback_grace_minutes >= 0),
  callback_default_delay_minutes  integer     not null check (callback_default_delay_minutes > 0),
  max_deferrals                   integer     not null default 3 check (max_deferrals > 0),
  max_claims_per_agent            integer     not null default 200 check (max_claims_per_agent > 0),
  one_call_per_company            boolean     not null default false,
  confirmation                    text        not null default 'AT_ONCE'
                                              check (confirmation in ('AT_ONCE', 'NONE', 'DAY_BEFORE', 'SAME_DAY')),
  confirm_within_minutes          integer     not null default 10 check (confirm_within_minutes > 0),
  qualifying_questions            integer     not null default 0 check (qualifying_questions >= 0),
  max_unqualified_percent         integer     not null default 30 check (max_unqualified_percent between 1 and 100),
  hot_minutes                     integer     not null default 60 check (hot_minutes > 0),
  handoff_decision_days           integer     not null default 5 check (handoff_decision_days > 0),
  scripts                         jsonb       not null default '{}' check (jsonb_typeof(scripts) = 'object'),
  script_changes                  timestamptz[] not null default '{}',
  messages                        jsonb       not null default '{}' check (jsonb_typeof(messages) = 'object'),
  qualifying                      jsonb       not null default '{}' check (jsonb_typeof(qualifying) = 'object'),
  shares                          jsonb       check (jsonb_typeof(shares -> 'lists') = 'array'),
  daily_dials                     integer     check (daily_dials >= 0),
  weight                          integer     not null default 1 check (weight between 1 and 100),
  skills                          text[]      not null default '{}',
  teams                           text[]      not null default '{}',
  created_at                      timestamptz not null,
  updated_at                      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);
create index campaign_client on campaign (tenant_id, client_id) where client_id is not null;
comment on column campaign.script_changes is 'When its scripts were changed. Those of its creation are version 1, and each change begins the next.';
comment on table campaign is 'One list of leads, one offer, one set of policies.';
comment on column campaign.client_id is 'On whose behalf it calls; null: on the tenant''s own.';
comment on column campaign.calling_rules is 'Ids of the house rules it keeps besides the law.';
comment on column campaign.shares is 'The lists among which its cold leads are shared out, each with its share; null: they are not.';
comment on column campaign.max_deferrals is 'From so many deferrals on a callback is shown as deferred again and again.';
comment on column campaign.max_claims_per_agent is 'An agent who holds so many leads, of whichever campaigns, gets none of this one.';
comment on column campaign.one_call_per_company is 'Of the leads of one company, of this client, one is handed out at a time.';
comment on column campaign.daily_dials is 'How many dials a day are made, on the clock of the campaign; promises and confirmations are made beyond it. Null: no end.';
comment on column campaign.weight is 'Its share of the ordinary work of agents who work several campaigns.';
comment on column campaign.skills is 'What an agent must be able to do to get its leads.';
comment on column campaign.teams is 'Whose agents get its leads; empty: those of all.';
comment on column campaign.qualifying is 'The questions that are asked before a hand-off, with their ids, and what the client does next.';
comment on column campaign.messages is 'Its own wordings of the messages that are owed after calls, by kind; of one that is absent the shipped ones are used.';
comment on column campaign.scripts is 'Templates of talk tracks by kind of call; for a kind that is absent the one that is shipped is used.';

create table kept_law (
  tenant_id uuid        not null references tenant (id),
  digest    text        not null check (digest ~ '^[0-9a-f]{64}$'),
  body      text        not null,
  kept_at   timestamptz not null,
  primary key (tenant_id, digest)
);
comment on table kept_law is
  'The law as openings were worked out by it: rules in full with their versions, what was lifted of them, clocks, zone data. '
  'Named by the digest of its text, so the same law is kept once; never changed, so that a call can be explained years later.';

create table window_bucket (
  tenant_id        uuid        not null,
  id               bigint      not null generated always as identity,
  campaign_id      uuid        not null,
  zones            text[]      not null check (cardinality(zones) > 0),
  lead_zones       text[]      not null default '{}',
  jurisdictions    text[]      not null default '{}',
  lead_places      text[]      not null default '{}',
  area_codes       text[]      not null default '{}',
  free_of          text[]      not null default '{}',
  law_edition      integer     not null default 0,
  law              text,
  consent          text        not null default 'NONE' check (consent in ('NONE', 'IMPLIED', 'EXPRESS', 'WRITTEN')),
  contract         boolean     not null default false,
  language         text        not null default '',
  opens_at         timestamptz not null,
  closes_at        timestamptz not null check (closes_at >= opens_at),
  rules            text[]      not null default '{}',
  closed_by        text,
  cap_calls        integer[]   not null default '{}',
  cap_minutes      integer[]   not null default '{}',
  cooldown_days    integer,
  refusal_is_final boolean     not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, campaign_id, id),
  unique (tenant_id, campaign_id, zones, jurisdictions, area_codes, consent, contract, language),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  check (cardinality(cap_calls) = cardinality(cap_minutes))
);
create index window_bucket_closing on window_bucket (tenant_id, closes_at);
create index window_bucket_to_roll on window_bucket (closes_at);
comment on table window_bucket is
  'Leads of a campaign with the same calling windows and language share a bucket. [opens_at, closes_at) is the opening that '
  'is on or comes next; infinity where none comes, or the campaign is paused. A claim probes the buckets that are open.';
comment on column window_bucket.zones is 'One in place of all whose clocks agreed when the bucket was made.';
comment on column window_bucket.lead_zones is
  'The zones that leads were put in with; it opens when the clocks of all of them allow it. Empty: no lead can be in it.';
comment on column window_bucket.jurisdictions is
  'Those that had calling rules of their own when the bucket was made, and the countries of the others.';
comment on column window_bucket.lead_places is
  'The countries and states that leads were put in with: a rule that comes later holds for the bucket until they have left.';
comment on column window_bucket.area_codes is
  'Those of its numbers for which the house had rules of its own when the bucket was made, such as US 305.';
comment on column window_bucket.free_of is
  'Area codes with rules of the house that none of its numbers has: a rule for any other holds for the bucket, until they have left.';
comment on column window_bucket.contract is 'Its leads have a running contract, where a rule exempts those who have one.';
comment on column window_bucket.law_edition is 'The edition of the law by which the opening was worked out.';
comment on column window_bucket.law is 'The digest of the law by which the opening was worked out, as it is kept. Not a foreign key: see claim.law.';
comment on column window_bucket.rules is 'The calling rules in force when the opening was worked out.';
comment on column window_bucket.closed_by is 'What forbade a call when the opening was worked out.';
comment on column window_bucket.cap_calls is 'With cap_minutes: at most so many calls to a number in so many minutes.';
comment on column window_bucket.cooldown_days is 'How long a number is left alone after its owner was not interested.';
comment on column window_bucket.refusal_is_final is 'Whether it is then left alone for good.';

-- The people on the lists, and how they get there.

create table lead (
  tenant_id          uuid        not null,
  id                 uuid        not null,
  version            integer     not null default 0,
  campaign_id        uuid        not null,
  external_id        text,
  status             text        not null default 'COLD'
                                 check (status in ('COLD', 'ATTEMPTING', 'CONTACTED', 'CALLBACK_PENDING', 'WARM', 'QUALIFIED',
                                   'HANDED_OFF', 'APPOINTMENT_SET', 'NURTURE', 'CUSTOMER', 'LAPSED', 'DISQUALIFIED', 'EXHAUSTED',
                                   'DO_NOT_CALL')),
  phone              text,
  title              text,
  first_name         text,
  last_name          text,
  company            text,
  job_title          text,
  email              text,
  website            text,
  street             text,
  city               text,
  county             text,
  region             text,
  postal_code        text,
  country            text,
  time_zone          text,
  language           text,
  stated_country     text        check (stated_country ~ '^[A-Z]{2}$'),
  stated_region      text,
  stated_postal_code text,
  consent_kind       text        check (consent_kind in ('IMPLIED', 'EXPRESS', 'WRITTEN')),
  consent_given_at   timestamptz,
  consent_evidence   text,
  consent_scope      text,
  consent_source     text,
  consent_expires_at timestamptz,
  consent_withdrawn_at timestamptz,
  consent_taken_over_at timestamptz,
  customer_since     date,
  customer_until     date        check (customer_until >= customer_since),
  last_purchase_on   date,
  last_inquiry_at    timestamptz,
  contract_end       date,
  score              integer     not null default 0 check (score between 0 and 1000),
  notes              text,
  custom_fields      jsonb       not null default '{}',
  tags               text[]      not null default '{}',
  qualification      jsonb,
  attempts           integer     not null default 0 check (attempts >= 0),
  hang_ups           integer     not null default 0 check (hang_ups >= 0),
  last_attempt_at    timestamptz,
  next_attempt_at    timestamptz,
  contacted_at       timestamptz,
  status_changed_at  timestamptz,
  warmed_at          timestamptz,
  quiet_since        timestamptz not null
                                 generated always as (greatest(created_at, last_attempt_at, status_changed_at, warmed_at)) stored,
  search             text        not null
                                 generated always as (folded(
                                   coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(company, '') || ' ' ||
                                   coalesce(email, '') || ' ' || coalesce(external_id, '') || ' ' || coalesce(job_title, '') || ' ' ||
                                   coalesce(city, '') || ' ' || left(coalesce(notes, ''), 300) || ' ' ||
                                   left(cast(jsonb_path_query_array(custom_fields, '$.*') as text), 300))) stored,
  company_domain     text,
  company_name       text,
  referred_by        uuid,
  import_id          uuid,
  erased_at          timestamptz,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (tenant_id, id),
  constraint lead_campaign unique (tenant_id, campaign_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, referred_by) references lead (tenant_id, id) on delete set null (referred_by),
  check ((consent_kind is null) = (consent_given_at is null) and (consent_kind is null) = (consent_evidence is null)),
  constraint lead_consent_of_nothing check (consent_kind is not null or (consent_scope is null and consent_source is null
    and consent_expires_at is null and consent_withdrawn_at is null)),
  constraint lead_consent_order check (consent_expires_at > consent_given_at and consent_withdrawn_at >= consent_given_at),
  constraint lead_customer_until check (customer_until is null or customer_since is not null)
);
create unique index lead_external_id on lead (tenant_id, campaign_id, external_id) where external_id is not null;
create index lead_phone_identity on lead (tenant_id, campaign_id, phone) where external_id is null and phone is not null;
create index lead_search on lead using gin (tenant_id, search gin_trgm_ops) with (gin_pending_list_limit = 16384);
-- Searches are planned for the tenant that asks, so the planner should know how many leads it has, down to one in a thousand of all.
alter table lead alter column tenant_id set statistics 1000;
create index lead_tagged on lead (tenant_id, id) where tags <> '{}';
create index lead_updated on lead (tenant_id, updated_at);
create index lead_withdrawn on lead (tenant_id, external_id) where consent_withdrawn_at is not null;
create index lead_email on lead (tenant_id, lower(email)) where email is not null;
create index lead_company_domain on lead (tenant_id, company_domain) where company_domain is not null;
create index lead_company_name on lead (tenant_id, company_name) where company_name is not null;
create index lead_referred_by on lead (tenant_id, referred_by) where referred_by is not null;
create index lead_quiet on lead (tenant_id, campaign_id, quiet_since, id)
  where status in ('CONTACTED', 'WARM', 'QUALIFIED', 'NURTURE', 'EXHAUSTED') and erased_at is null;
create index lead_quiet_customer on lead (tenant_id, campaign_id, quiet_since, id) where status = 'CUSTOMER' and erased_at is null;
create index lead_quiet_lapsed on lead (tenant_id, campaign_id, quiet_since, id) where status = 'LAPSED' and erased_at is null;
create index lead_warm_since on lead (tenant_id, campaign_id, status_changed_at, id) where status = 'WARM' and erased_at is null;
create index lead_contract_end on lead (tenant_id, campaign_id, contract_end, id) where contract_end is not null and erased_at is null;
comment on table lead is 'One prospect in one campaign.';
comment on column lead.search is 'What it is found by; nothing once the lead is erased.';
comment on column lead.phone is 'The first number: with the campaign it identifies a lead that has no external id.';
comment on column lead.company_domain is 'The domain of its company, if that has one of its own. With company_name it says who is of one company.';
comment on column lead.company_name is 'Country and name of its company, without legal form, capitals, accents and punctuation.';
comment on column lead.stated_region is 'With country and postal code: the place that the prospect named, trusted more than the address.';
comment on column lead.consent_scope is 'What the consent is for, in its own words.';
comment on column lead.consent_expires_at is 'From then on it is none; null: it does not run out.';
comment on column lead.consent_withdrawn_at is 'When the prospect withdrew it: nobody is called until another is given.';
comment on column lead.consent_taken_over_at is
  'The withdrawal that was said as another lead of the person: while consent_withdrawn_at is the same it goes no further from here.';
comment on column lead.customer_since is 'Since when the prospect has a contract with whoever is called for; customer_until is its last day.';
comment on column lead.contract_end is 'When the contract that the prospect has with somebody else ends, at the prospect''s place.';
comment on column lead.qualification is 'What the latest call found out: good prospect, fits, understands the offer, with answers and words. Personal.';
comment on column lead.next_attempt_at is 'When we mean to dial again; the queue adds caps and calling hours.';
comment on column lead.warmed_at is 'When a programme last made a task for it.';
comment on column lead.quiet_since is 'The last time that we called it, that its status changed, or that a programme made a task for it.';
comment on column lead.tags is 'Words by which the user tells leads apart, in lower case.';
comment on index lead_search is
  'What was written last stands in its list of pending entries, up to 16 MB, which every search reads as well. tidy_lead_search empties it: '
  'whoever writes a lead does not wait for the sorting.';
comment on index lead_tagged is
  'Of the leads that have tags, whichever: row-level security lets no operator of arrays look into an index.';
comment on column lead.import_id is 'The import that made it, if one did.';
comment on column lead.referred_by is 'The lead that named it to us.';

create table lead_phone (
  tenant_id         uuid     not null,
  lead_id           uuid     not null,
  position          smallint not null,
  e164              text     not null check (e164 ~ '^\+[1-9][0-9]{1,14}$'),
  country           text     check (country ~ '^[A-Z]{2}$'),
  extension         text     check (extension ~ '^[0-9]{1,9}$'),
  zone_source       text     not null check (zone_source in ('EXPLICIT', 'STATED_PLACE', 'POSTAL_ADDRESS', 'PHONE_NUMBER', 'COUNTRY',
                      'CAMPAIGN_DEFAULT')),
  candidate_zones   text[]   not null check (cardinality(candidate_zones) > 0),
  jurisdictions     text[]   not null default '{}',
  bucket_id         bigint   not null,
  uncallable_reason text,
  stated_type       text     check (stated_type in ('MOBILE', 'DIRECT', 'SWITCHBOARD', 'HOME')),
  primary key (tenant_id, lead_id, position),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, bucket_id) references window_bucket (tenant_id, id)
);
create index lead_phone_number on lead_phone (tenant_id, e164);
comment on table lead_phone is 'The numbers of a lead in the order in which they are tried, each with the bucket it is called in.';
comment on column lead_phone.country is 'The country of the number; null: not known, then its calling code decides.';
comment on column lead_phone.extension is 'The desk behind the number, to be asked for or dialled when it answers.';
comment on column lead_phone.stated_type is 'What kind of line it was said to be; null: no more than the numbering plan says.';
comment on column lead_phone.jurisdictions is 'All countries and states the prospect may be in, whether they have calling rules or not.';

create table import_job (
  tenant_id           uuid        not null,
  id                  uuid        not null,
  campaign_id         uuid        not null,
  status              text        not null check (status in ('RECEIVING', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  dry_run             boolean     not null,
  duplicates          text        not null default 'MERGE' check (duplicates in ('SKIP', 'MERGE', 'TAKE_OVER', 'NEW')),
  format              text        not null check (format in ('CSV', 'NDJSON', 'XLSX')),
  mapping             jsonb       not null default '{}',
  outcomes            jsonb       not null default '{}',
  charset             text        not null,
  delimiter           text,
  source              text,
  sheet               text,
  sheets_left_out     text[]      not null default '{}',
  header              text,
  header_line         bigint,
  columns             jsonb,
  bytes               bigint      not null default 0,
  bytes_read          bigint      not null default 0,
  rows_read           bigint      not null default 0,
  created             bigint      not null default 0,
  merged              bigint      not null default 0,
  skipped             bigint      not null default 0,
  rejected            bigint      not null default 0,
  warned              bigint      not null default 0,
  found               jsonb       not null default '{}',
  failure             text,
  leased_until        timestamptz,
  lapses              integer     not null default 0,
  started_at          timestamptz,
  created_at          timestamptz not null,
  finished_at         timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  check ((status in ('RECEIVING', 'RUNNING')) = (leased_until is not null)),
  check ((status in ('COMPLETED', 'FAILED')) = (finished_at is not null)),
  check ((status = 'FAILED') = (failure is not null)),
  check (rows_read = created + merged + skipped + rejected)
);
create index import_job_open on import_job (tenant_id, created_at) where status in ('RECEIVING', 'QUEUED', 'RUNNING');
create index import_job_campaign on import_job (tenant_id, campaign_id);
comment on table import_job is 'Lead files on their way into a campaign. Rows, counts and progress are committed together, so a job resumes where it stopped.';
comment on column import_job.outcomes is 'What words of another system say of where a lead stands.';
comment on column import_job.source is 'The system whose export the file looks like.';
comment on column import_job.sheet is 'The sheet of a workbook that was read; its rows are kept as lines of CSV.';
comment on column import_job.sheets_left_out is 'Other visible sheets with something in them, for the answer.';
comment on column import_job.header is 'The line of column names as it stands in a CSV file.';
comment on column import_job.header_line is 'The line on which the sender said that the column names are; null: it was found.';
comment on column import_job.warned is 'Rows that were taken, with a warning; they are among those created and merged.';
comment on column import_job.found is 'Counts of rows by what was known of their numbers, or is doubtful.';
comment on column import_job.started_at is 'When a server began with it.';
comment on column import_job.leased_until is 'RUNNING: when another server may go on with the job. RECEIVING: when the upload counts as given up.';
comment on column import_job.lapses is 'How often the lease has run out since the last progress.';

alter table lead add constraint lead_import foreign key (tenant_id, import_id)
  references import_job (tenant_id, id) on delete set null (import_id);
create index lead_import on lead (tenant_id, import_id) where import_id is not null;

create table import_mapping (
  tenant_id  uuid        not null references tenant (id),
  name       text        not null,
  columns    jsonb       not null default '{}',
  outcomes   jsonb       not null default '{}',
  source     text,
  updated_at timestamptz not null,
  primary key (tenant_id, name)
);
comment on table import_mapping is 'What the lists of a sender look like, kept under a name.';

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
  tenant_id   uuid    not null,
  import_id   uuid    not null,
  ordinal     bigint  not null,
  part        integer not null default 1,
  kind        text    not null default 'REJECTED' check (kind in ('REJECTED', 'WARNED')),
  line        bigint  not null,
  field       text,
  column_name text,
  code        text    not null,
  reason      text    not null,
  primary key (tenant_id, import_id, ordinal, part),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
comment on table import_rejection is 'Rows of a file that were refused, and what was not taken of rows that were taken.';
comment on column import_rejection.ordinal is 'Number of the row among the rows of the file, from 1.';
comment on column import_rejection.column_name is 'The column at fault as the file names it.';
comment on column import_rejection.part is 'Number among what was found of the row, from 1.';

create table import_row (
  tenant_id uuid   not null,
  import_id uuid   not null,
  ordinal   bigint not null,
  content   text   not null,
  primary key (tenant_id, import_id, ordinal),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
comment on table import_row is
  'Rows of which something was found, as they stand in the file, to be mended and sent again; for thirty days.';

create table import_rehearsal (
  tenant_id   uuid not null,
  import_id   uuid not null,
  lead_id     uuid not null,
  external_id text,
  phone       text not null,
  state       jsonb not null default '{}',
  primary key (tenant_id, import_id, lead_id, phone),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id) on delete cascade
);
create index import_rehearsal_external_id on import_rehearsal (tenant_id, import_id, external_id) where external_id is not null;
create index import_rehearsal_phone on import_rehearsal (tenant_id, import_id, phone);
comment on table import_rehearsal is
  'What a dry run would have made so far: leads as they would be, to find them again by later rows, each once for each of its numbers. Emptied at its end.';
comment on column import_rehearsal.lead_id is 'Not a foreign key, because a lead that a dry run would have made does not exist.';

-- What is promised to prospects, and what else is a reason to call.

-- The times that a callback had stand in its history as instants of UTC ("2026-03-08T07:00:00Z"), so that reading them hangs on no setting.

create function earliest_due(history jsonb, due timestamptz) returns timestamptz
  language sql immutable parallel safe
  return least(due, (select min((m ->> 'from')::timestamptz) from jsonb_array_elements(history) m));
comment on function earliest_due(jsonb, timestamptz) is 'The earliest of the times that a callback has and had.';

create function furthest_due(history jsonb, due timestamptz) returns timestamptz
  language sql immutable parallel safe
  return greatest(due, (select max((m ->> 'from')::timestamptz) from jsonb_array_elements(history) m));
comment on function furthest_due(jsonb, timestamptz) is 'The furthest of the times that a callback has and had.';

create table callback (
  tenant_id          uuid        not null,
  id                 uuid        not null,
  version            integer     not null,
  lead_id            uuid        not null,
  campaign_id        uuid        not null,
  status             text        not null check (status in ('SCHEDULED', 'DUE', 'CLAIMED', 'KEPT', 'CANCELLED')),
  agent_id           uuid,
  owed_by_agent_id   uuid,
  owed_in_campaign_id uuid      not null,
  phone              text        check (phone ~ '^\+[1-9][0-9]{1,14}$'),
  due_at             timestamptz not null,
  latest_at          timestamptz not null check (latest_at >= due_at),
  preferred_at       timestamptz,
  resolution         text        not null check (resolution in ('GIVEN', 'WORDS', 'ANCHOR', 'DEFAULT_DELAY', 'RETRY')),
  intent_zone        text,
  local_first_date   date,
  local_last_date    date,
  local_from         time,
  local_to           time,
  local_preferred    timestamp,
  precision          text,
  anchor             text        check (anchor in ('CONTRACT_END')),
  anchor_offset_days integer,
  anchor_on          date,
  words              text,
  said_at            timestamptz check (said_at is null or words is not null),
  reading            jsonb       not null default '{}',
  needs_confirmation boolean     not null default false,
  note               text,
  overdue_at         timestamptz,
  deferrals          integer     not null default 0,
  nobody_told        boolean     not null default false,
  created_by_call_id uuid,
  kept_by_call_id    uuid,
  cancel_reason      text,
  cancelled_by       text,
  history            jsonb       not null default '[]',
  earliest_due_at    timestamptz not null generated always as (earliest_due(history, due_at)) stored,
  furthest_due_at    timestamptz not null generated always as (furthest_due(history, due_at)) stored,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (tenant_id, id),
  constraint callback_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, owed_by_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, owed_in_campaign_id) references campaign (tenant_id, id),
  check ((status = 'CANCELLED') = (cancel_reason is not null)),
  constraint callback_cancelled_by_check check ((cancelled_by is null) = (cancel_reason is null)),
  constraint callback_intent check (
    (intent_zone is null and local_first_date is null and local_last_date is null and local_from is null and local_to is null
      and local_preferred is null and preferred_at is null and precision is null and anchor is null)
    or (intent_zone is not null and local_first_date is not null and local_last_date >= local_first_date
      and local_from is not null and local_to is not null and local_preferred is not null and preferred_at is not null
      and precision is not null)),
  constraint callback_anchor check ((anchor is null) = (anchor_offset_days is null))
);
create unique index callback_one_open on callback (tenant_id, lead_id) where status in ('SCHEDULED', 'DUE', 'CLAIMED');
create index callback_to_fall_due on callback (tenant_id, due_at) where status = 'SCHEDULED';
create index callback_to_be_overdue on callback (tenant_id, latest_at) where status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null;
create index callback_list on callback (tenant_id, due_at, id);
create index callback_furthest on callback (tenant_id, furthest_due_at);
create index callback_latest on callback (tenant_id, latest_at);
create index callback_due_anywhere on callback (due_at) where status in ('SCHEDULED', 'DUE', 'CLAIMED');
create index callback_scheduled_anywhere on callback (due_at) where status = 'SCHEDULED';
create index callback_late_anywhere on callback (latest_at) where status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null;
comment on table callback is
  'Promises to call again. A lead has at most one open promise. What was promised is a time on the prospect''s clock; it is kept beside '
  'the instants that are derived from it, so that they can be derived anew when the prospect turns out to live elsewhere, or the '
  'rules of a zone change.';
comment on column callback.owed_by_agent_id is 'Whose promise it was when its present time came, whoever got it afterwards; null: the team''s.';
comment on column callback.owed_in_campaign_id is 'The campaign in which it was promised when its present time came, wherever its lead went afterwards.';
comment on column callback.earliest_due_at is 'Of the times that it has and had, as far as the history has them; with furthest_due_at what a report of a period begins with.';
comment on column callback.phone is 'The number to call: given, said, or that on which the prospect was reached; null: the lead''s next.';
comment on column callback.intent_zone is 'The zone of the local times. Null: the callback was given as an instant, or its words named no time.';
comment on column callback.local_from is 'First time on each day of the window, on the prospect''s clock; local_to is the last, itself in.';
comment on column callback.preferred_at is 'The instant within [due_at, latest_at] that suits best.';
comment on column callback.anchor_offset_days is 'Days from the anchor to the call; negative: before it.';
comment on column callback.anchor_on is 'The date of the anchor from which the window was reckoned; null while it was not known.';
comment on column callback.said_at is 'When the words were said; null where the time has become another than they name: they are not repeated to the prospect.';
comment on column callback.reading is 'What was made of the words: confidence, warnings, other readings. Emptied when the lead is erased.';
comment on column callback.nobody_told is 'It was made because nobody came to a meeting: until a time is named in a talk it is a promise to nobody.';
comment on column callback.cancelled_by is 'Who called it off, so that what the prospect called off is not held against the firm.';

create table lead_merge (
  tenant_id    uuid        not null,
  id           uuid        not null,
  lead_id      uuid        not null,
  merged_id    uuid        not null check (merged_id <> lead_id),
  lead_image   jsonb       not null,
  merged_image jsonb       not null,
  lead_version integer     not null,
  callback_id  uuid,
  remarks      text[]      not null default '{}',
  merged_at    timestamptz not null,
  undone_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, merged_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, callback_id) references callback (tenant_id, id) on delete set null (callback_id)
);
create unique index lead_merge_once on lead_merge (tenant_id, merged_id) where undone_at is null;
create index lead_merge_lead on lead_merge (tenant_id, lead_id);
create index lead_merge_callback on lead_merge (tenant_id, callback_id) where callback_id is not null;
create index lead_merge_merged on lead_merge (tenant_id, merged_id);
comment on table lead_merge is 'Leads that were found to be one person, with how both stood before. Images are personal; they are emptied when a lead is erased.';
comment on column lead_merge.lead_version is 'The version that the lead which stays got by it: while it has that, all of it can be undone.';
comment on column lead_merge.callback_id is 'The callback that the lead which stays got by it.';

create table task (
  tenant_id    uuid        not null,
  id           uuid        not null,
  lead_id      uuid        not null,
  campaign_id  uuid        not null,
  kind         text        not null,
  tier         smallint    not null check (tier between 1 and 8),
  status       text        not null check (status in ('WAITING', 'DUE', 'DONE', 'CANCELLED')),
  reason       text        not null,
  subject_id   uuid,
  agent_id     uuid,
  agent_until  timestamptz,
  not_agent_id uuid,
  due_at       timestamptz not null,
  latest_at    timestamptz check (latest_at >= due_at),
  expires_at   timestamptz check (expires_at >= due_at),
  call_id      uuid,
  end_reason   text,
  created_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (tenant_id, id),
  constraint task_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, not_agent_id) references agent (tenant_id, id),
  check ((status in ('DONE', 'CANCELLED')) = (ended_at is not null)),
  check ((status = 'CANCELLED') = (end_reason is not null)),
  constraint task_reserved_check check ((agent_id is null) = (agent_until is null))
);
create unique index task_one_open on task (tenant_id, lead_id, tier) where status in ('WAITING', 'DUE');
create index task_to_fall_due on task (tenant_id, due_at) where status = 'WAITING';
create index task_to_expire on task (tenant_id, expires_at) where status in ('WAITING', 'DUE') and expires_at is not null;
create index task_spared on task (tenant_id, latest_at) where status in ('WAITING', 'DUE') and not_agent_id is not null;
create index task_reserved on task (tenant_id, agent_until) where status in ('WAITING', 'DUE') and agent_id is not null;
create index task_hot on task (tenant_id, latest_at) where status in ('WAITING', 'DUE') and kind = 'HOT_SIGNAL';
create index task_open_about on task (tenant_id, subject_id) where status in ('WAITING', 'DUE');
create index task_due_anywhere on task (due_at) where status = 'WAITING';
create index task_expiring_anywhere on task (expires_at) where status in ('WAITING', 'DUE') and expires_at is not null;
create index task_spared_anywhere on task (latest_at) where status in ('WAITING', 'DUE') and not_agent_id is not null;
create index task_reserved_anywhere on task (agent_until) where status in ('WAITING', 'DUE') and agent_id is not null;
create index task_hot_anywhere on task (latest_at) where status in ('WAITING', 'DUE') and kind = 'HOT_SIGNAL';
comment on table task is 'Reasons to call a lead that are neither a promise nor a retry. Of each tier a lead has at most one open task.';
comment on column task.subject_id is 'What it is about: the appointment, the signal, the programme. Not a foreign key, as it may be any of them.';
comment on column task.agent_id is 'Who alone gets it until agent_until.';
comment on column task.not_agent_id is 'Who does not get it while others are at work, until latest_at.';
comment on column task.latest_at is 'By when it should be done.';
comment on column task.expires_at is 'When it is cancelled if it was not done.';
comment on index task_hot is 'Hot signals by the end of their heat.';

-- The queue and who holds what of it.

create table claim (
  tenant_id      uuid        not null,
  id             uuid        not null,
  lead_id        uuid        not null,
  campaign_id    uuid        not null,
  agent_id       uuid        not null,
  callback_id    uuid,
  task_id        uuid,
  phone          text,
  status         text        not null check (status in ('ACTIVE', 'RELEASED', 'EXPIRED', 'COMPLETED', 'REVOKED')),
  fence          bigint      not null,
  tier           smallint    not null,
  score          integer     not null,
  due_at         timestamptz not null,
  claimed_at     timestamptz not null,
  expires_at     timestamptz not null,
  call_until     timestamptz not null,
  rules          text[]      not null default '{}',
  law            text,
  list           text,
  list_share     integer,
  list_shares    integer,
  instead_of     text,
  ended_at       timestamptz,
  release_reason text,
  note           text,
  primary key (tenant_id, id),
  constraint claim_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, callback_id) references callback (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, task_id) references task (tenant_id, lead_id, id)
);
create index claim_active on claim (tenant_id, agent_id) where status = 'ACTIVE';
comment on table claim is 'The leases agents held and hold. Whether one is live is decided by queue_entry.claim_id alone.';

comment on column claim.list is 'The list whose lead it is, with its share of all shares, where the campaign''s cold leads are shared out among lists.';
comment on column claim.instead_of is 'The list whose turn it was, and which had nobody to call.';
comment on column claim.law is
  'The digest of the law that allowed the call, as it is kept. Not a foreign key: all claims would lock the same few rows, of which none '
  'is ever deleted.';

create table queue_entry (
  tenant_id        uuid        not null,
  lead_id          uuid        not null,
  campaign_id      uuid        not null,
  bucket_id        bigint,
  phone            text,
  state            text        not null check (state in ('READY', 'WAITING', 'LEASED', 'CLOSED')),
  tier             smallint    not null check (tier between 1 and 8),
  score            integer     not null,
  rank             integer     not null generated always as (tier * 10000 - score) stored,
  due_at           timestamptz not null,
  not_before       timestamptz not null,
  blocked_by       text,
  agent_id         uuid,
  not_agent_id     uuid,
  callback_id      uuid,
  task_id          uuid,
  claim_id         uuid,
  lease_expires_at timestamptz,
  fence            bigint      not null default 0,
  callable_until   timestamptz,
  list             smallint,
  company_domain   text,
  company_name     text,
  primary key (tenant_id, lead_id),
  foreign key (tenant_id, campaign_id, lead_id) references lead (tenant_id, campaign_id, id) on delete cascade
    deferrable initially deferred,
  foreign key (tenant_id, campaign_id, bucket_id) references window_bucket (tenant_id, campaign_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, not_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, callback_id) references callback (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, task_id) references task (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, claim_id) references claim (tenant_id, lead_id, id) deferrable initially deferred,
  check ((state = 'LEASED') = (claim_id is not null)),
  check ((state = 'LEASED') = (lease_expires_at is not null)),
  check (state = 'CLOSED' or (bucket_id is not null and phone is not null)),
  check ((state in ('WAITING', 'CLOSED')) = (blocked_by is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
create index queue_ready on queue_entry (tenant_id, bucket_id, rank, due_at, lead_id) where state = 'READY' and agent_id is null;
create index queue_listed on queue_entry (tenant_id, bucket_id, list, rank, due_at, lead_id)
  where state = 'READY' and agent_id is null and list is not null;
create index queue_personal on queue_entry (tenant_id, agent_id, rank, due_at, lead_id) where state = 'READY' and agent_id is not null;
create index queue_waiting on queue_entry (tenant_id, bucket_id, not_before) where state = 'WAITING';
create index queue_leased on queue_entry (lease_expires_at, tenant_id) where lease_expires_at is not null;
create unique index queue_one_call_per_number on queue_entry (tenant_id, phone) where state = 'LEASED';
create index queue_lapsing on queue_entry (tenant_id, callable_until) where callable_until is not null;
create index queue_campaign on queue_entry (tenant_id, campaign_id);
create index queue_company_domain on queue_entry (tenant_id, company_domain) where company_domain is not null;
create index queue_company_name on queue_entry (tenant_id, company_name) where company_name is not null;
create index queue_on_task on queue_entry (tenant_id, lead_id) where task_id is not null and state in ('READY', 'WAITING');
comment on table queue_entry is
  'The queue: one slim row per lead, derived from the facts about it by the statement "refresh". '
  'state: READY, WAITING until not_before, LEASED to an agent, or CLOSED.';
comment on column queue_entry.campaign_id is 'Always the lead''s: when the lead moves, its row is derived anew before the commit.';
comment on column queue_entry.callable_until is
  'From then on it is not claimed until its row is derived anew: the consent or the exemption by which it may be called ends then.';
comment on column queue_entry.list is
  'Which of the lists that share out the campaign''s cold leads has it, from 1; 0: none; null: the campaign has no shares.';
comment on column queue_entry.company_domain is
  'With company_name: the lead''s company, with the client before it, where the campaign hands out one lead of a company at a time; else null. '
  'While the lead is held, as it was when it was claimed.';
comment on index queue_leased is
  'Not by "state = ''LEASED''", though it holds the same rows: a claim that asks by that whether a number is in use must find only the index of '
  'the numbers. A plan made while nobody held a lead would take this one, and read all leases of the tenant at each claim.';
comment on index queue_one_call_per_number is 'Never two callers on one phone number.';

create table erasure_key (
  tenant_id uuid  not null primary key references tenant (id),
  secret    bytea not null check (length(secret) = 32)
);
comment on table erasure_key is 'The secret under which digests of erased people are made; made with the first of them.';

create table erased_person (
  tenant_id uuid        not null references tenant (id),
  digest    text        not null check (digest ~ '^[0-9a-f]{64}$'),
  erased_at timestamptz not null,
  primary key (tenant_id, digest)
);
comment on table erased_person is 'By what people who were erased are known again, so that no list brings them back. Nothing of them can be read from it.';
comment on column erased_person.digest is 'HMAC-SHA-256, in hexadecimal digits, of a number with parts of the name, of an e-mail address, or of an external id.';

create table lead_tag (
  tenant_id   uuid not null,
  campaign_id uuid not null,
  name        text not null,
  primary key (tenant_id, campaign_id, name),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade
);
comment on table lead_tag is 'The tags that leads of a campaign have or had, so that one which is misspelt is told from one that nobody has any more.';
comment on column lead_tag.name is 'In lower case. It may name a person: the erasure of a lead takes those that no other lead of the campaign has.';

create table list_turn (
  tenant_id   uuid     not null,
  campaign_id uuid     not null,
  shares      jsonb    not null,
  dealt       bigint[] not null,
  primary key (tenant_id, campaign_id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade
);
comment on table list_turn is 'How many cold leads each of the lists of a campaign has dealt, so that each gets its share over all servers.';
comment on column list_turn.shares is 'The shares by which was counted; counting begins anew where the campaign has others.';
comment on column list_turn.dealt is 'By list, in their order. A list that had nobody to call is taken forward with the others, and catches nothing up.';

-- Calls.

create table call (
  tenant_id          uuid        not null,
  id                 uuid        not null,
  version            integer     not null,
  lead_id            uuid        not null,
  campaign_id        uuid        not null,
  agent_id           uuid        not null,
  claim_id           uuid,
  phone              text,
  called_from        text,
  direction          text        not null default 'OUTBOUND' check (direction in ('OUTBOUND', 'INBOUND')),
  disposition        text        not null,
  status_before      text        not null,
  rang               boolean     not null,
  late               boolean     not null,
  started_at         timestamptz not null,
  duration_seconds   integer     check (duration_seconds >= 0),
  zone               text,
  notes              text,
  reason             text,
  recording_url      text        check (starts_with(recording_url, 'https://')),
  ask_made           boolean,
  counter_offered    boolean,
  objective          text,
  objective_attained boolean,
  attained           boolean,
  interest_stated    boolean,
  meeting_asked      boolean,
  qualification      jsonb,
  check_in           text        check (check_in in ('SATISFIED', 'REORDER', 'COMPLAINT', 'NOT_INTERESTED')),
  breaches           jsonb       not null default '[]',
  report_digest      text,
  before             jsonb,
  evidence           jsonb       not null default '{}',
  callback_id        uuid,
  kept_callback_id   uuid,
  suppression_id     uuid,
  referred_lead_id   uuid,
  handoff_id         uuid,
  amended_at         timestamptz,
  details_gone_at    timestamptz,
  created_at         timestamptz not null,
  primary key (tenant_id, id),
  constraint call_lead unique (tenant_id, lead_id, id) include (started_at, disposition, direction),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, claim_id) references claim (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, callback_id) references callback (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, kept_callback_id) references callback (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, referred_lead_id) references lead (tenant_id, id) on delete set null (referred_lead_id)
    deferrable initially deferred,
  check (direction = 'INBOUND' or called_from is null),
  check (direction = 'OUTBOUND' or phone is null)
);
create index call_number on call (tenant_id, phone, started_at desc);
create index call_campaign on call (tenant_id, campaign_id, id);
create index call_agent on call (tenant_id, agent_id, id);
create index call_of_day on call (tenant_id, campaign_id, started_at) 
  where direction = 'OUTBOUND' and disposition <> 'TECHNICAL_FAILURE';
create index call_started on call (tenant_id, started_at);
create index call_kept on call (tenant_id, kept_callback_id) where kept_callback_id is not null;
create index call_referred on call (tenant_id, referred_lead_id) where referred_lead_id is not null;
comment on table call is 'Calls and their outcomes.';
comment on column call.details_gone_at is 'When what it says of persons, and why it was legal, was forgotten, because it had been kept for long enough.';
comment on column call.phone is 'The number dialled; null where the prospect called, and once the lead is erased.';
comment on column call.called_from is 'The number from which the prospect called. No cap and no gap counts it.';
comment on column call.recording_url is 'Where its recording is. Emptied when the lead is erased, and with the other details of the call.';
comment on column call.report_digest is 'SHA-256 of the report by which it was logged: the same report once more is no other call.';
comment on column call.before is 'How things stood before, as far as the call changed them, so that a correction leaves no trace. Emptied when the lead is erased.';
comment on column call.evidence is
  'What made the call legal besides the hour, as it stood when it was logged: places, consent, relationship, registries with their age, '
  'the digest of the law. What it says of the person is emptied when the lead is erased.';
comment on column call.status_before is 'The status the lead had before, so that a correction can take the call back.';
comment on column call.rang is 'Whether the line rang, so that the gap between attempts counts from it.';
comment on column call.zone is 'Where the prospect was, for the hour of the day.';
comment on column call.ask_made is 'Whether the original ask was made again in a call that kept a callback; null: not said.';
comment on column call.counter_offered is 'Whether a concrete time was offered before a deferral was accepted; null: not said.';
comment on column call.objective is 'What the call was for; null before there were objectives.';
comment on column call.objective_attained is 'What the caller said.';
comment on column call.attained is 'What the caller said, else what the outcome tells; null where neither does.';
comment on column call.qualification is 'The pre-qualification as it was recorded with this call. Personal.';
comment on column call.check_in is 'What a customer said who was asked how things are.';

alter table callback
  add foreign key (tenant_id, lead_id, created_by_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  add foreign key (tenant_id, lead_id, kept_by_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred;
alter table task
  add foreign key (tenant_id, lead_id, call_id) references call (tenant_id, lead_id, id) deferrable initially deferred;

create table complaint (
  tenant_id uuid        not null,
  id        uuid        not null,
  lead_id   uuid        not null,
  campaign_id uuid      not null,
  call_id   uuid,
  agent_id  uuid,
  words     text,
  status    text        not null check (status in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  raised_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  note      text,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, lead_id, call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, closed_by) references agent (tenant_id, id),
  check ((status = 'OPEN') = (closed_at is null))
);
create unique index complaint_of_call on complaint (tenant_id, call_id) where call_id is not null;
create index complaint_open on complaint (tenant_id, lead_id) where status = 'OPEN';
create index complaint_list on complaint (tenant_id, lead_id, id);
comment on table complaint is 'What somebody complained of: a task for a supervisor, who closes it with a note.';
comment on column complaint.words is 'As it was told; of a check-in the notes of its call say it. Personal.';
comment on column complaint.note is 'What was done about it. Personal.';

create table call_review (
  tenant_id   uuid        not null,
  id          uuid        not null,
  version     integer     not null default 0 check (version >= 0),
  call_id     uuid        not null,
  lead_id     uuid        not null,
  campaign_id uuid        not null,
  agent_id    uuid        not null,
  reviewer_id uuid,
  score       numeric(5, 2) check (score between 0 and 100),
  criteria    jsonb       not null default '[]' check (jsonb_typeof(criteria) = 'array'),
  note        text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id, call_id) references call (tenant_id, lead_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, reviewer_id) references agent (tenant_id, id),
  check ((score is null) = (criteria = '[]')),
  check (score is not null or note is not null)
);
create index call_review_call on call_review (tenant_id, call_id, id);
create index call_review_lead on call_review (tenant_id, lead_id);
comment on table call_review is 'What a supervisor says of a call: scores by criteria of the firm, and what the agent should know.';
comment on column call_review.agent_id is 'Who made the call.';
comment on column call_review.reviewer_id is 'Who says it; null: nobody of the agents.';
comment on column call_review.score is 'The mean of the scores of its criteria, 0 to 100; null where it has none.';
comment on column call_review.note is 'For the agent who made the call. Personal; rows of an erased lead are deleted.';

-- Whom never to call.

create table suppression (
  tenant_id        uuid        not null references tenant (id),
  id               uuid        not null,
  phone            text        not null check (phone ~ '^\+[1-9][0-9]{1,14}$'),
  scope            text        not null check (scope in ('TENANT', 'CLIENT', 'CAMPAIGN')),
  client_id        uuid,
  campaign_id      uuid,
  source           text        not null check (source in ('CALL', 'API', 'IMPORT')),
  reason           text,
  call_id          uuid,
  reach            text        not null default 'NUMBER' check (reach in ('NUMBER', 'PERSON')),
  lead_id          uuid,
  with_id          uuid,
  created_at       timestamptz not null,
  removed_at       timestamptz,
  removed_by       uuid,
  removal_evidence text,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete set null (lead_id),
  foreign key (tenant_id, with_id) references suppression (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, removed_by) references api_key (tenant_id, id),
  constraint suppression_client_check check ((scope = 'CLIENT') = (client_id is not null)),
  check ((scope = 'CAMPAIGN') = (campaign_id is not null)),
  check ((removed_at is null) = (removal_evidence is null))
);
create unique index suppression_tenant on suppression (tenant_id, phone) where scope = 'TENANT' and removed_at is null;
create index suppression_of_lead on suppression (tenant_id, lead_id) where lead_id is not null;
create index suppression_with on suppression (tenant_id, with_id) where with_id is not null;
comment on column suppression.reach is 'PERSON: the entry keeps whoever has the number from being called on any number.';
comment on column suppression.lead_id is 'Whose entry it is. Somebody of another name on the same number keeps their other numbers.';
comment on column suppression.with_id is 'The entry that was made with it for another number of the person, and with which it is lifted.';
create unique index suppression_client on suppression (tenant_id, phone, client_id) where scope = 'CLIENT' and removed_at is null;
create unique index suppression_campaign on suppression (tenant_id, phone, campaign_id) where scope = 'CAMPAIGN' and removed_at is null;
create index suppression_number on suppression (tenant_id, phone) where removed_at is null;
create index suppression_history on suppression (tenant_id, phone, created_at);
create index suppression_of_client on suppression (tenant_id, client_id) where client_id is not null and removed_at is null;
create index suppression_of_campaign on suppression (tenant_id, campaign_id) where campaign_id is not null;
comment on table suppression is 'Numbers never to call. An entry is lifted, never deleted.';
comment on column suppression.removed_by is 'The API key by which it was lifted.';

alter table call
  add foreign key (tenant_id, suppression_id) references suppression (tenant_id, id) deferrable initially deferred;

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
  giving_up    boolean     not null default false,
  leads        bigint      not null default 0,
  failure      text,
  leased_until timestamptz,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, replaces) references suppression_import (tenant_id, id) on delete set null (replaces),
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
comment on column suppression_import.giving_up is 'The list was in force and is not any more; the queue follows, then it is deleted.';
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
  covers       text[]      not null default '{B2B,B2C}' check (cardinality(covers) > 0),
  exempt_consents        text[]  not null default '{WRITTEN}',
  exempt_purchase_months integer check (exempt_purchase_months > 0),
  exempt_inquiry_months  integer check (exempt_inquiry_months > 0),
  exempt_customers       boolean not null default false,
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
comment on column registry.covers is 'The audiences whom it protects: it keeps no others from being called.';
comment on column registry.exempt_consents is 'With these consents a number on the list is called; with the columns that follow, by a relationship.';
comment on column registry.exempt_purchase_months is 'So long after a purchase; null: that exempts nobody.';
comment on column registry.calling_code is 'Of its country, for numbers whose country is not known.';
comment on column registry.expired_at is 'When it was found to be older than the law allows: ordinary dialling where it holds stops.';
comment on column registry.stopped_at is 'When the whole queue had followed that.';

create table registry_number (
  tenant_id uuid not null,
  list_id   uuid not null,
  phone     text not null,
  primary key (tenant_id, list_id, phone)
);
comment on table registry_number is 'Numbers of lists.';
comment on column registry_number.list_id is
  'Not a foreign key, which would cost a look-up for each of millions of rows; lists are made and deleted by imports alone.';

-- What comes of calls: meetings, hand-offs, messages owed, and what prospects do with them.

create table appointment (
  tenant_id                 uuid        not null,
  id                        uuid        not null,
  version                   integer     not null,
  lead_id                   uuid        not null,
  campaign_id               uuid        not null,
  client_id                 uuid,
  status                    text        not null
                                        check (status in ('SET', 'CONFIRMED', 'HELD', 'NO_SHOW', 'CANCELLED', 'RESCHEDULED')),
  root_id                   uuid        not null,
  rescheduled_from_id       uuid,
  rescheduled_to_id         uuid,
  sequence                  integer     not null check (sequence >= 0),
  starts_at                 timestamptz not null,
  ends_at                   timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  zone                      text        not null,
  double_booked             boolean     not null default false,
  place                     text,
  link                      text,
  with_whom                 text,
  attendees                 text[]      not null default '{}',
  need                      text,
  notes                     text,
  lead_status_before        text        not null,
  set_at                    timestamptz not null,
  set_by_agent_id           uuid,
  set_in_call_id            uuid,
  confirmation              text        not null check (confirmation in ('AT_ONCE', 'NONE', 'DAY_BEFORE', 'SAME_DAY')),
  confirmation_dialled_at   timestamptz,
  confirmation_reached_at   timestamptz,
  confirmation_call_id      uuid,
  confirmed_at              timestamptz,
  confirmed_in_call_id      uuid,
  out_of_policy             boolean     not null default false,
  override_reason           text,
  cancelled_at              timestamptz,
  cancelled_by              text        check (cancelled_by in ('PROSPECT', 'CLIENT', 'FIRM')),
  cancelled_in_call_id      uuid,
  cancelled_in_confirmation boolean     not null default false,
  cancel_reason             text,
  voided                    boolean     not null default false,
  attendance_at             timestamptz,
  verdict                   text        check (verdict in ('QUALIFIED', 'UNQUALIFIED', 'BAD_LEAD')),
  evidence                  text,
  callback_id               uuid,
  created_at                timestamptz not null,
  updated_at                timestamptz not null,
  primary key (tenant_id, id),
  constraint appointment_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, lead_id, root_id) references appointment (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, rescheduled_from_id) references appointment (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, rescheduled_to_id) references appointment (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, set_by_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, set_in_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, confirmation_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, confirmed_in_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, cancelled_in_call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  foreign key (tenant_id, lead_id, callback_id) references callback (tenant_id, lead_id, id) deferrable initially deferred,
  check ((status = 'CANCELLED') = (cancelled_at is not null)),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check ((status = 'RESCHEDULED') = (rescheduled_to_id is not null)),
  check ((status in ('HELD', 'NO_SHOW')) = (attendance_at is not null)),
  check (verdict is null or status = 'HELD')
);
create unique index appointment_one_open on appointment (tenant_id, lead_id) where status in ('SET', 'CONFIRMED');
create unique index appointment_slot on appointment (tenant_id, client_id, starts_at)
  where status in ('SET', 'CONFIRMED') and client_id is not null and not double_booked;
create index appointment_taken on appointment (tenant_id, client_id, starts_at) where status in ('SET', 'CONFIRMED');
create index appointment_list on appointment (tenant_id, starts_at, id);
create index appointment_set on appointment (tenant_id, set_at, id);
create index appointment_chain on appointment (tenant_id, root_id, sequence);
comment on table appointment is
  'Meetings set with prospects. A lead has at most one that is open; one that is rescheduled is followed by the next of its chain.';
comment on column appointment.client_id is 'With whom it is; null: with the tenant itself, whose calendar is not kept.';
comment on column appointment.root_id is 'The first of the chain; its own id where it is that.';
comment on column appointment.sequence is 'Revision for calendar programs: grows within the chain with each new time and each cancellation.';
comment on column appointment.zone is 'The prospect''s, by which the days of the confirmation policy are reckoned.';
comment on column appointment.double_booked is 'Somebody said that it may stand beside another meeting of the client.';
comment on column appointment.lead_status_before is 'Where the lead stood before the first of the chain was set.';
comment on column appointment.confirmation is 'The campaign''s policy when it was set.';
comment on column appointment.confirmation_dialled_at is 'The first dial for its confirmation, whomever it reached.';
comment on column appointment.confirmation_reached_at is 'The first dial for its confirmation that reached somebody.';
comment on column appointment.out_of_policy is 'It was confirmed on a day on which the policy forbids that.';
comment on column appointment.cancelled_in_confirmation is 'In a call for its confirmation.';
comment on column appointment.voided is 'It was never agreed: the call that seemed to set it was logged wrongly. No figure counts it.';
comment on column appointment.attendance_at is 'When somebody told whether it was held.';
comment on column appointment.evidence is 'On what a verdict of BAD_LEAD rests.';
comment on column appointment.callback_id is 'The callback that its no-show made.';

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
  constraint handoff_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  check ((status in ('ACCEPTED', 'RETURNED')) = (decided_at is not null)),
  check ((status = 'RETURNED') = (return_reason is not null)),
  check ((status = 'EXPIRED') = (expired_at is not null)),
  check ((status = 'EXPIRED') = (expiry_reason is not null)),
  check ((ready_on is not null) = (return_reason is not null and return_reason = 'NOT_READY')),
  check (kind <> 'NURTURE' or revisit_on is not null)
);
create unique index handoff_one_offered on handoff (tenant_id, lead_id) where status = 'OFFERED';
create index handoff_to_expire on handoff (tenant_id, decide_by) where status = 'OFFERED';
create index handoff_to_expire_anywhere on handoff (decide_by) where status = 'OFFERED';
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

alter table call
  add foreign key (tenant_id, lead_id, handoff_id) references handoff (tenant_id, lead_id, id) deferrable initially deferred;

create table outcome (
  tenant_id      uuid           not null,
  id             uuid           not null,
  version        integer        not null,
  lead_id        uuid           not null,
  campaign_id    uuid           not null,
  client_id      uuid,
  appointment_id uuid,
  handoff_id     uuid,
  kind           text           not null check (kind in ('PROPOSAL', 'WON', 'LOST', 'NO_DECISION')),
  value          numeric(18, 4) check (value >= 0),
  currency       text,
  reason         text,
  next_step      text,
  revisit_on     date,
  told_by        text           not null check (told_by in ('CLIENT', 'FIRM')),
  agent_id       uuid,
  happened_at    timestamptz    not null,
  withdrawn      boolean        not null,
  created_at     timestamptz    not null,
  updated_at     timestamptz    not null,
  primary key (tenant_id, id),
  constraint outcome_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, lead_id, appointment_id) references appointment (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, handoff_id) references handoff (tenant_id, lead_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  check (num_nonnulls(appointment_id, handoff_id) = 1),
  check ((value is null) = (currency is null)),
  check (kind <> 'WON' or value is not null),
  check ((kind = 'LOST') = (reason is not null)),
  check ((kind = 'NO_DECISION') = (next_step is not null))
);
create index outcome_of_appointment on outcome (tenant_id, appointment_id) where appointment_id is not null;
create index outcome_of_handoff on outcome (tenant_id, handoff_id) where handoff_id is not null;
comment on table outcome is 'What became of meetings that were held and of leads that clients accepted, once or several times each.';
comment on column outcome.campaign_id is 'That of the meeting or the hand-off, wherever the lead has gone since.';
comment on column outcome.value is 'Of the sale, or of the proposal.';
comment on column outcome.revisit_on is 'When the lead comes back, at its place; null: after the usual time.';
comment on column outcome.withdrawn is 'It was told by mistake: no figure counts it.';

create table correction (
  tenant_id      uuid        not null,
  id             uuid        not null,
  lead_id        uuid        not null,
  appointment_id uuid,
  outcome_id     uuid,
  agent_id       uuid,
  reason         text,
  before         jsonb       not null,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, lead_id, appointment_id) references appointment (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, outcome_id) references outcome (tenant_id, lead_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  check (num_nonnulls(appointment_id, outcome_id) = 1)
);
create index correction_of_lead on correction (tenant_id, lead_id, id);
comment on table correction is 'What was told wrongly of the attendance of a meeting, or of an outcome: how it was told before, and why that was wrong.';
comment on column correction.before is 'As it was told. Emptied when the lead is erased, and so is the reason.';

create table follow_up (
  tenant_id     uuid        not null,
  id            uuid        not null,
  lead_id       uuid        not null,
  campaign_id   uuid        not null,
  agent_id      uuid        not null,
  call_id       uuid        not null,
  occasion      text        not null check (occasion in ('VOICEMAIL', 'CONVERSATION')),
  status        text        not null check (status in ('OWED', 'SENT', 'CANCELLED')),
  due_at        timestamptz not null,
  call_back_at  timestamptz,
  sent_at       timestamptz,
  clicked_at    timestamptz,
  cancel_reason text,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint follow_up_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, lead_id, call_id) references call (tenant_id, lead_id, id) deferrable initially deferred,
  check ((status = 'SENT') = (sent_at is not null)),
  check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create unique index follow_up_one_owed on follow_up (tenant_id, lead_id) where status = 'OWED';
create index follow_up_owed on follow_up (tenant_id, id) where status = 'OWED';
create index follow_up_campaign on follow_up (tenant_id, campaign_id, id);
create index follow_up_agent on follow_up (tenant_id, agent_id, id);
comment on table follow_up is 'E-mails and other messages owed after a voicemail or a conversation. A lead is owed at most one.';
comment on column follow_up.agent_id is 'Who made the call.';
comment on column follow_up.call_back_at is 'From when on the lead is called back if it does not click; null: it is not called for that.';
comment on column follow_up.clicked_at is 'When the prospect first clicked after it: the call back is superseded.';

create table tracked_link (
  tenant_id    uuid        not null,
  id           uuid        not null,
  lead_id      uuid        not null,
  follow_up_id uuid,
  token_hash   bytea       not null check (length(token_hash) = 32),
  target_url   text        not null check (starts_with(target_url, 'https://')),
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  constraint tracked_link_lead unique (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, lead_id, follow_up_id) references follow_up (tenant_id, lead_id, id)
);
create index tracked_link_hash on tracked_link (token_hash);
create index tracked_link_follow_up on tracked_link (tenant_id, follow_up_id) where follow_up_id is not null;
comment on table tracked_link is 'Links of our own: whoever follows one is sent on to its target, and its lead is known to have clicked.';

create table signal (
  tenant_id      uuid        not null,
  id             uuid        not null,
  lead_id        uuid        not null,
  campaign_id    uuid        not null,
  type           text        not null check (type in ('LINK_CLICK', 'MICROSITE_VISIT', 'FORM_SUBMITTED', 'REPLY', 'INBOUND',
                   'MAIL_DELIVERED', 'MAIL_OPENED')),
  occurred_at    timestamptz not null,
  event_id       text,
  url            text,
  user_agent     text,
  link_id        uuid,
  follow_up_id   uuid,
  effect         text        not null default 'TOUCH' check (effect in ('OPENED', 'COLLAPSED', 'TOUCH')),
  counted        boolean     not null,
  reason         text,
  collapsed_into uuid,
  repeats        integer     not null default 0 check (repeats >= 0),
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, lead_id, link_id) references tracked_link (tenant_id, lead_id, id) on delete set null (link_id),
  foreign key (tenant_id, lead_id, follow_up_id) references follow_up (tenant_id, lead_id, id),
  foreign key (tenant_id, collapsed_into) references signal (tenant_id, id) deferrable initially deferred,
  check (counted or (effect = 'TOUCH' and reason is not null)),
  check ((effect = 'COLLAPSED') = (collapsed_into is not null))
);
create unique index signal_event_id on signal (tenant_id, event_id) where event_id is not null;
create index signal_lead on signal (tenant_id, lead_id, occurred_at desc, id);
create index signal_opened on signal (tenant_id, campaign_id, occurred_at) where effect = 'OPENED';
create index signal_collapsed on signal (tenant_id, collapsed_into) where collapsed_into is not null;
comment on table signal is 'What prospects did, as far as we were told: clicks, visits, forms, replies, mail delivered.';
comment on column signal.occurred_at is 'When the prospect did it: where speed to lead is measured from.';
comment on column signal.created_at is 'When we were told.';
comment on column signal.event_id is 'The name it has with whoever reported it; the same one is recorded once.';
comment on column signal.effect is
  'OPENED: it opened a task to call the lead (of which it is the subject). COLLAPSED: the lead had such a task already. '
  'TOUCH: it is on record, and the queue did not follow. Speed to lead of an OPENED signal is the first call.started_at of its lead '
  'that is not before occurred_at, less occurred_at.';
comment on column signal.counted is 'Whether it counts as interest of a person; false for scanners and the like, as reason says.';
comment on column signal.repeats is 'How many later signals collapsed into this one.';

-- Standing rules that make tasks.

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
create index programme_due_anywhere on programme (next_run_at) where next_run_at is not null;
create index programme_to_withdraw on programme (tenant_id, id) where deleted_at is not null;
comment on table programme is 'Standing rules that turn quiet leads and customers into warm tasks. A deleted one stays until its open tasks are withdrawn.';
comment on column programme.campaign_ids is 'Empty: all campaigns of the tenant. Not a foreign key, as it is a list; the id of a deleted campaign names no lead.';
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

-- Which leads, under a name, and the same for many of them at once.

create table saved_filter (
  tenant_id  uuid        not null references tenant (id),
  id         uuid        not null,
  version    integer     not null,
  name       text        not null check (name <> ''),
  conditions jsonb       not null check (conditions <> '{}'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index saved_filter_name on saved_filter (tenant_id, lower(name));
comment on table saved_filter is 'Conditions under a name. Their leads are looked up whenever it is used, and are nowhere kept.';
comment on column saved_filter.conditions is
  'As the contract names them, with ids of campaigns and imports. These may be gone: then it is refused until it is changed.';

create table bulk_operation (
  tenant_id   uuid        not null references tenant (id),
  id          uuid        not null,
  kind        text        not null check (kind in ('REASSIGN', 'MOVE', 'STOP_LIST', 'TAG', 'UNTAG')),
  dry_run     boolean     not null,
  from_agent  uuid,
  to_agents   uuid[]      not null default '{}',
  to_campaign uuid,
  tags        text[]      not null default '{}',
  reason      text,
  asked       jsonb       not null default '{}',
  saved_filter_id   uuid,
  saved_filter_name text,
  saved_conditions  jsonb,
  undoes      uuid,
  status      text        not null check (status in ('RUNNING', 'COMPLETED')),
  total       integer     not null,
  created_at  timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_agent) references agent (tenant_id, id),
  foreign key (tenant_id, undoes) references bulk_operation (tenant_id, id),
  check (num_nulls(saved_filter_id, saved_filter_name, saved_conditions) in (0, 3)),
  check ((status = 'COMPLETED') = (finished_at is not null))
);
create index bulk_operation_running on bulk_operation (tenant_id, id) where status = 'RUNNING';
create unique index bulk_operation_undone_once on bulk_operation (tenant_id, undoes) where undoes is not null and not dry_run;
comment on table bulk_operation is 'What is done to many leads at once, lead by lead, or only tried.';
comment on column bulk_operation.to_agents is 'Who gets the callbacks, in turn; empty: the team. Not a foreign key, as it is a list.';
comment on column bulk_operation.asked is 'What was asked of the leads. Those that were named are items.';
comment on column bulk_operation.saved_filter_id is 'Not a foreign key, because the record of what was done outlives the filter.';
comment on column bulk_operation.saved_conditions is 'Those of the saved filter, as they were.';
comment on column bulk_operation.to_campaign is 'Not a foreign key, because the record of a move outlives its campaign.';

create table bulk_item (
  tenant_id uuid    not null,
  bulk_id   uuid    not null,
  lead_id   uuid    not null,
  ordinal   integer not null,
  outcome   text    not null default 'WAITING' check (outcome in ('WAITING', 'CHANGED', 'UNCHANGED', 'REFUSED')),
  code      text,
  callback_id uuid,
  agent_id  uuid,
  tags      text[]  not null default '{}',
  primary key (tenant_id, bulk_id, lead_id),
  foreign key (tenant_id, bulk_id) references bulk_operation (tenant_id, id),
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  check ((outcome = 'REFUSED') = (code is not null))
);
create index bulk_item_waiting on bulk_item (tenant_id, bulk_id, ordinal) where outcome = 'WAITING';
create index bulk_item_lead on bulk_item (tenant_id, lead_id);
comment on table bulk_item is 'What became of each lead of a bulk operation.';
comment on column bulk_item.callback_id is 'The promise that was handed over or called off. Not a foreign key, because it is a record of what was done.';
comment on column bulk_item.agent_id is 'Whose the promise was. Not a foreign key, for the same reason.';
comment on column bulk_item.tags is 'Those that the lead really got or lost.';

-- What is told to the outside.

create table event (
  tenant_id   uuid        not null references tenant (id),
  ordinal     bigint      not null generated always as identity,
  month       integer     not null default 0,
  xid         xid8        not null default pg_current_xact_id(),
  sequence    bigint,
  type        text        not null,
  occurred_at timestamptz not null,
  subject_id  uuid        not null,
  data        jsonb       not null,
  lead_id     uuid        generated always as
    (coalesce(cast(data ->> 'leadId' as uuid), case when starts_with(type, 'lead.') then subject_id end)) stored,
  primary key (tenant_id, ordinal, month),
  check ((month = 0) = (sequence is null))
) partition by list (month);
create index event_of_lead on event (tenant_id, lead_id, ordinal) where lead_id is not null;
create index event_lifted on event (tenant_id, subject_id) where type = 'suppression.removed';
create index event_decided on event (tenant_id, ordinal)
  where type in ('jurisdiction.accepted', 'jurisdiction.withdrawn', 'rule.lifted', 'rule.restored');
comment on table event is
  'What happened, written with it. The sequence is given afterwards, in the order of finished transactions, so that a reader '
  'who remembers the last sequence never misses an event that was committed late.';
comment on column event.month is
  'In which it got its sequence, as year and month: 202612. 0: it waits for one. It is where the row stands, see event_month.';
comment on column event.subject_id is 'Not a foreign key, because an event outlives what it is about.';
comment on column event.lead_id is
  'The lead it is about, if it is about one. Not a foreign key, because an event outlives its lead. A column of its own, because an '
  'index on an expression over data would not be used under row-level security.';

create table event_month (
  tenant_id uuid    not null references tenant (id),
  month     integer not null,
  first     bigint  not null,
  primary key (tenant_id, month),
  unique (tenant_id, first)
);
comment on table event_month is
  'From which sequence on the events of a tenant stand in a month. Sequences of a later month are greater, so that whoever knows a '
  'sequence knows the month.';

create table event_counter (
  tenant_id uuid   primary key references tenant (id),
  last      bigint not null
);
comment on table event_counter is 'The last sequence number given in a tenant.';

-- Events that are sent.

create table webhook (
  tenant_id        uuid        not null references tenant (id),
  id               uuid        not null,
  version          integer     not null,
  url              text        not null,
  description      text,
  event_types      text[]      not null default '{}',
  campaign_ids     uuid[]      not null default '{}',
  full_data        boolean     not null,
  disabled_reason  text        check (disabled_reason in ('BY_USER', 'GONE', 'GAVE_UP')),
  secret           text        not null,
  old_secret       text,
  old_secret_until timestamptz,
  position         bigint      not null,
  failing_since    timestamptz,
  not_before       timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id)
);
comment on table webhook is 'Where events are sent.';
comment on column webhook.event_types is 'Empty: all types.';
comment on column webhook.campaign_ids is 'Empty: all campaigns. Not a foreign key, as it is a list; of a deleted campaign nothing more is told.';
comment on column webhook.secret is 'Messages are signed by it, so it cannot be a digest.';
comment on column webhook.position is 'The sequence of the last event that was entered for it.';
comment on column webhook.failing_since is 'Since when nothing has arrived. Null: the last attempt arrived.';
comment on column webhook.not_before is 'When it wants to hear again (Retry-After).';

create table webhook_delivery (
  tenant_id       uuid        not null,
  id              uuid        not null,
  webhook_id      uuid        not null,
  sequence        bigint      not null,
  type            text        not null,
  about_id        uuid        not null,
  status          text        not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts        integer     not null default 0,
  tries           integer     not null default 0,
  next_attempt_at timestamptz,
  leased_until    timestamptz,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, webhook_id, sequence),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade,
  check ((next_attempt_at is not null) = (status = 'PENDING')),
  check ((finished_at is not null) = (status <> 'PENDING'))
);
create index webhook_delivery_due on webhook_delivery (tenant_id, webhook_id, next_attempt_at, sequence) where status = 'PENDING';
create index webhook_delivery_due_anywhere on webhook_delivery (next_attempt_at) where status = 'PENDING';
create index webhook_delivery_order on webhook_delivery (tenant_id, webhook_id, about_id, sequence) where status = 'PENDING';
create index webhook_delivery_over on webhook_delivery (tenant_id, finished_at) where finished_at is not null;
comment on table webhook_delivery is 'Events on their way to webhooks; what is over is kept 30 days.';
comment on column webhook_delivery.about_id is
  'The lead of the event, or else its subject: what is about the same is sent in order. Not a foreign key, because an event outlives what it is about.';
comment on column webhook_delivery.attempts is 'How many were begun; whoever reports on one that is not the last has nothing to say.';
comment on column webhook_delivery.tries is 'How many of them since it was last begun anew.';
comment on column webhook_delivery.leased_until is 'Until then somebody has it in hand.';

create table webhook_attempt (
  tenant_id   uuid        not null,
  delivery_id uuid        not null,
  number      integer     not null,
  made_at     timestamptz not null,
  took_ms     bigint      not null,
  status_code integer,
  failure     text,
  primary key (tenant_id, delivery_id, number),
  foreign key (tenant_id, delivery_id) references webhook_delivery (tenant_id, id) on delete cascade
);
comment on table webhook_attempt is 'What became of each attempt. What the receiver said is not kept, but for its status.';

-- Who did what.

create table audit_entry (
  tenant_id   uuid        not null references tenant (id),
  id          uuid        not null,
  done_at     timestamptz not null,
  key_id      uuid        not null,
  address     text,
  operation   text        not null,
  method      text        not null,
  path        text        not null,
  resource_id uuid,
  fields      text[]      not null,
  status      integer     not null,
  request_id  text        not null,
  primary key (tenant_id, id)
) partition by range (id);
create index audit_entry_time on audit_entry (tenant_id, done_at desc, id desc);
create index audit_entry_resource on audit_entry (tenant_id, resource_id, done_at desc) where resource_id is not null;
comment on table audit_entry is 'What was done by whom, written with it. Ids and names of fields, never their values. Nobody changes or deletes it.';
comment on column audit_entry.key_id is 'The API key. Not a foreign key, because the record outlives what it names.';
comment on column audit_entry.resource_id is 'What it was done to. Not a foreign key, because the record outlives what it names.';
comment on column audit_entry.path is 'Of the operation, with the names of its parameters in braces.';

create table retention (
  tenant_id          uuid        primary key references tenant (id),
  call_details_days  integer     check (call_details_days between 1827 and 36500),
  audit_days         integer     check (audit_days between 730 and 36500),
  events_days        integer     check (events_days between 90 and 36500),
  deliveries_days    integer     not null check (deliveries_days between 7 and 3650),
  rejected_rows_days integer     not null check (rejected_rows_days between 1 and 365),
  answers_days       integer     not null check (answers_days between 30 and 365),
  call_details_since timestamptz,
  audit_since        timestamptz,
  events_since       timestamptz,
  due_at             timestamptz not null
);
create index retention_due on retention (due_at);
comment on table retention is 'For how long a tenant keeps what; one that has said nothing has no row. Null is for good.';
comment on column retention.call_details_since is 'Of calls that began before, the details are gone, or going.';
comment on column retention.audit_since is 'Entries from before are gone, or going.';
comment on column retention.events_since is 'Events from before are told no more: they are gone, or going.';
comment on column retention.due_at is 'When it is looked for what has to go.';

-- What whoever runs this Warmline does with its tenants. These rows belong to no tenant, and no tenant sees them.

create table operator_action (
  id           uuid        primary key,
  done_at      timestamptz not null,
  operation    text        not null,
  subject_id   uuid        not null,
  subject_name text        not null,
  address      text,
  request_id   text        not null,
  rows_deleted jsonb
);
comment on table operator_action is 'What the operator did, written with it. Nobody changes or deletes it.';
comment on column operator_action.subject_id is 'The tenant. Not a foreign key, because the record outlives what it names.';
comment on column operator_action.rows_deleted is 'Of a deletion: how many rows of each table.';

create table operator_answer (
  key         text        primary key,
  fingerprint text        not null,
  status      integer     not null,
  headers     jsonb       not null,
  body        text,
  subject_id  uuid,
  erased_at   timestamptz,
  created_at  timestamptz not null,
  check (erased_at is null or (body is null and subject_id is null))
);
create index operator_answer_age on operator_answer (created_at);
create index operator_answer_subject on operator_answer (subject_id) where subject_id is not null;
comment on table operator_answer is 'Answers to requests of the operator that carried an Idempotency-Key, written in the transaction of the request; kept 30 days.';
comment on column operator_answer.key is 'SHA-256 of the key.';
comment on column operator_answer.subject_id is 'The tenant. Not a foreign key, because the answer outlives what it names.';
comment on column operator_answer.erased_at is 'When the body was erased with its tenant; the request is not done again for that.';

-- The walls between tenants.

do $$
declare
  t text;
begin
  for t in select table_name from information_schema.columns
           where table_schema = current_schema() and column_name = 'tenant_id' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
    execute format('grant select (tenant_id), delete on %I to warmline_operator', t);
  end loop;
end
$$;

alter table tenant enable row level security;
alter table tenant force row level security;
create policy own_tenant on tenant using (id = current_tenant());
grant select, insert on tenant to warmline_app;
create policy operator on tenant to warmline_operator using (true);
grant select, update (suspended_at), delete on tenant to warmline_operator;

do $$
declare
  t text;
begin
  foreach t in array array['operator_action', 'operator_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy operator on %I to warmline_operator using (true)', t);
  end loop;
end
$$;
grant select, insert on operator_action to warmline_operator;
grant select, insert, update, delete on operator_answer to warmline_operator;

do $$
declare
  t text;
begin
  foreach t in array array['tenant', 'shift', 'claim', 'bulk_operation', 'window_bucket', 'campaign', 'queue_entry', 'callback', 'task', 'handoff',
                           'programme', 'import_job', 'registry', 'suppression_import', 'calling_rule', 'event', 'event_counter', 'event_month', 'webhook',
                           'webhook_delivery', 'retention'] loop
    execute format('create policy rounds on %I for select to warmline_rounds using (true)', t);
    execute format('grant select on %I to warmline_rounds', t);
  end loop;
end
$$;
comment on policy rounds on tenant is 'Lets the housekeeping find the tenants for whom something is due; it then enters them one by one.';

-- The walls between clients, and between agents, for those who look in these roles. No other role asks any of this, so a plan of the
-- application is the same with it and without it.

create policy own_client on client as restrictive to warmline_client using (id = current_client());
create policy own_client on campaign as restrictive to warmline_client using (client_id = current_client());
create policy own_client on lead as restrictive to warmline_client using (
  campaign_id = any (array(select c.id from campaign c where c.tenant_id = current_tenant()))
  or exists (select 1 from handoff h where h.tenant_id = current_tenant() and h.lead_id = lead.id)
  or exists (select 1 from appointment a where a.tenant_id = current_tenant() and a.lead_id = lead.id));
comment on policy own_client on lead is 'Those on the client''s lists, and those that were handed over to it or meet it, wherever they went.';

do $$
declare
  t text;
begin
  foreach t in array array['handoff', 'appointment', 'outcome'] loop
    execute format('create policy own_client on %I as restrictive to warmline_client using (client_id = current_client())', t);
  end loop;
  foreach t in array array['window_bucket', 'import_job', 'callback', 'task', 'claim', 'queue_entry', 'call', 'follow_up', 'signal', 'complaint',
                           'list_turn', 'lead_tag'] loop
    execute format('create policy own_client on %I as restrictive to warmline_client using (
      campaign_id = any (array(select c.id from campaign c where c.tenant_id = current_tenant())))', t);
  end loop;
  foreach t in array array['lead_phone', 'lead_merge', 'correction', 'tracked_link', 'programme_task'] loop
    execute format('create policy own_client on %1$I as restrictive to warmline_client using (
      exists (select 1 from lead l where l.tenant_id = current_tenant() and l.id = %1$I.lead_id))', t);
  end loop;
  foreach t in array array['import_chunk', 'import_rejection', 'import_row', 'import_rehearsal'] loop
    execute format('create policy own_client on %1$I as restrictive to warmline_client using (
      exists (select 1 from import_job j where j.tenant_id = current_tenant() and j.id = %1$I.import_id))', t);
  end loop;
  foreach t in array array['calendar_link', 'import_mapping', 'programme', 'webhook', 'webhook_delivery', 'webhook_attempt',
                           'suppression_import', 'registry_number', 'shift', 'shift_part', 'saved_filter', 'bulk_operation', 'bulk_item', 'retention',
                           'call_review', 'erasure_key', 'erased_person'] loop
    execute format('create policy own_client on %I as restrictive to warmline_client using (false)', t);
  end loop;
  foreach t in array array['claim', 'call', 'call_review', 'follow_up', 'calendar_link'] loop
    execute format('create policy own_agent on %I as restrictive to warmline_agent using (agent_id = current_agent())', t);
  end loop;
end
$$;

create policy own_client on event as restrictive to warmline_client using (
  (data ->> 'clientId' is null or cast(data ->> 'clientId' as uuid) = current_client())
  and case
    when data ->> 'campaignId' is not null
      then cast(data ->> 'campaignId' as uuid) = any (array(select c.id from campaign c where c.tenant_id = current_tenant()))
    when lead_id is not null then exists (select 1 from lead l where l.tenant_id = current_tenant() and l.id = event.lead_id)
    else subject_id = current_client()
      or subject_id = any (array(select c.id from campaign c where c.tenant_id = current_tenant()))
  end);
create policy own_agent on agent as restrictive to warmline_agent using (id = current_agent());
create policy own_agent on callback as restrictive to warmline_agent using (agent_id is null or agent_id = current_agent());
comment on policy own_agent on callback is 'The agent''s own, and those of the team.';

-- A policy holds for whoever is a member of its role, and the owner of the tables is one, so as to take on that role. Where the owner is no
-- superuser, its functions would look with the eyes of no client: what has to be forgotten was not found.

do $$
declare
  p record;
begin
  for p in select tablename, policyname, roles[1] as role, qual from pg_policies
           where schemaname = current_schema() and roles[1] in ('warmline_client', 'warmline_agent') loop
    execute format('alter policy %I on %I using (current_user <> %L or (%s))', p.policyname, p.tablename, p.role, p.qual);
  end loop;
end
$$;

create policy presented_key on api_key for select
  using (key_hash = decode(nullif(current_setting('app.presented_key', true), ''), 'hex'));
comment on policy presented_key on api_key is 'Lets a request find the one key it presents before its tenant is known.';

create policy presented_token on calendar_link for select
  using (token_hash = decode(nullif(current_setting('app.presented_token', true), ''), 'hex'));
comment on policy presented_token on calendar_link is 'Lets a calendar find the one link it presents before its tenant is known.';

create policy presented_link on tracked_link for select
  using (token_hash = decode(nullif(current_setting('app.presented_link', true), ''), 'hex'));
comment on policy presented_link on tracked_link is 'Lets a request find the one link it follows before its tenant is known.';

-- What must be kept cannot be deleted.

revoke update, delete on event, audit_entry from warmline_app;
grant update (sequence, month) on event to warmline_app;
revoke delete on suppression, call, client, api_key from warmline_app;
revoke update, delete on kept_law from warmline_app;

-- Numbering moves rows out of a part that is empty one moment and full the next, of which no statistics are true. So the ways are closed
-- that take the square of their number.

create function number_events(tenant uuid, last bigint, month integer) returns bigint
language plpgsql set enable_nestloop = off set enable_seqscan = off as $$
declare
  numbered bigint;
begin
  with fresh as (
    select w.ordinal, row_number() over (order by w.xid, w.ordinal) as place
    from event w
    where w.tenant_id = number_events.tenant and w.month = 0 and w.xid < pg_snapshot_xmin(pg_current_snapshot())
  )
  update event e set sequence = number_events.last + f.place, month = number_events.month
  from fresh f
  where e.tenant_id = number_events.tenant and e.month = 0 and e.ordinal = f.ordinal;
  get diagnostics numbered = row_count;
  return numbered;
end
$$;
comment on function number_events is
  'Gives the events of finished transactions the numbers after the last one, and takes them into this month; says how many they were. Whoever '
  'calls it has the counter of the tenant.';
revoke execute on function number_events from public;
grant execute on function number_events to warmline_app;

-- Events are not changed, but for the words of people about somebody who is erased.

create function forget_words_of_events(tenant uuid, lead uuid) returns bigint
language sql security definer set search_path from current as $$
  with gone as (
    update event set data = jsonb_set(data, '{reason}', '"erased"')
    where tenant_id = forget_words_of_events.tenant and tenant_id = current_tenant() and lead_id = forget_words_of_events.lead
      and type in ('callback.cancelled', 'lead.status_changed') and data ->> 'reason' is not null
    returning 1
  ), lifted as (
    update event set data = jsonb_set(data, '{evidence}', '"erased"')
    where tenant_id = forget_words_of_events.tenant and tenant_id = current_tenant() and type = 'suppression.removed'
      and subject_id in (
        select s.id from suppression s
        where s.tenant_id = forget_words_of_events.tenant
          and (s.lead_id = forget_words_of_events.lead
               or s.phone in (select p.e164 from lead_phone p
                              where p.tenant_id = forget_words_of_events.tenant and p.lead_id = forget_words_of_events.lead)
               or s.call_id in (select c.id from call c
                                where c.tenant_id = forget_words_of_events.tenant and c.lead_id = forget_words_of_events.lead)))
    returning 1)
  select (select count(*) from gone) + (select count(*) from lifted)
$$;
comment on function forget_words_of_events is 'Why somebody did something, in words, may name the person. The role of the application has no right to change events.';
revoke execute on function forget_words_of_events from public;
grant execute on function forget_words_of_events to warmline_app;

-- Only what is older than two years can be taken out of the audit log, and only of the tenant that was entered: its owner may be one for whom no policy holds.

create function forget_audit_entries(tenant uuid, before timestamptz, most integer) returns bigint
language sql security definer set search_path from current as $$
  with gone as (
    delete from audit_entry where tenant_id = forget_audit_entries.tenant and tenant_id = current_tenant() and id in (
      select id from audit_entry
      where tenant_id = forget_audit_entries.tenant and done_at < least(before, now() - interval '730 days')
      order by done_at, id
      limit most)
    returning 1)
  select count(*) from gone
$$;
comment on function forget_audit_entries is 'The retention of the audit log. The role of the application has no right to delete; this may, within its bounds.';
revoke execute on function forget_audit_entries from public;
grant execute on function forget_audit_entries to warmline_app;

-- A file can make the tables of leads a thousand times as large within seconds.

create function analyze_leads() returns boolean
language sql security definer set search_path from current as $$
  analyze lead, lead_phone, queue_entry;
  select true
$$;
comment on function analyze_leads is 'Looks at the tables of leads anew, for the planner. The role of the application owns no table, so that it cannot.';
revoke execute on function analyze_leads from public;
grant execute on function analyze_leads to warmline_app;

create function tidy_lead_search() returns bigint
language sql security definer set search_path from current as $$
  select gin_clean_pending_list('lead_search')
$$;
comment on function tidy_lead_search is
  'Sorts what is pending into the index by which leads are searched, and says how many pages that were. Nothing is found by it that was not found before.';
revoke execute on function tidy_lead_search from public;
grant execute on function tidy_lead_search to warmline_app;

-- Months. What only grows is kept by the month: by the time in the id, which is a UUID of version 7, or, of events, by the time at
-- which they got their sequence. The parts of the tables stand in a schema beside this one, where nobody but their owner reaches them;
-- whoever asks goes by the table, whose walls hold. Each table has a part for what belongs to no month that is there, so that nothing
-- that is written is ever refused for want of one; it is nearly always empty.

do $$
declare
  beside text := current_schema() || '_months';
begin
  execute format('create schema if not exists %I', beside);
  execute format('create table %I.event_new partition of event for values in (0)', beside);
  execute format('create index event_unsequenced on %I.event_new (tenant_id, xid, ordinal)', beside);
  execute format('create table %I.event_other partition of event default', beside);
  execute format('create unique index event_other_sequence on %I.event_other (tenant_id, sequence)', beside);
  execute format('create table %I.audit_entry_other partition of audit_entry default', beside);
end
$$;

create function month_at(at timestamptz) returns integer
language sql stable
return cast(to_char(at at time zone 'UTC', 'YYYYMM') as integer);
comment on function month_at(timestamptz) is 'As the column month of event has it: 202612.';

create function id_at(at timestamptz) returns uuid
language sql stable
return cast(lpad(to_hex(cast(floor(extract(epoch from at) * 1000) as bigint)), 12, '0') || repeat('0', 20) as uuid);
comment on function id_at(timestamptz) is 'No UUID of version 7 that was made then or later is less.';

-- A part is filled before it is attached, so that neither readers nor writers of the other parts wait. Whoever else is at it goes first.

create function make_month(parent regclass, month date) returns boolean
language plpgsql set search_path from current as $$
declare
  beside text := current_schema() || '_months';
  part text := parent || '_' || to_char(month, 'YYYY_MM');
  key text;
  held text;
  lower text;
  upper text;
  bounds text;
  columns text;
  misplaced boolean;
begin
  if to_regclass(format('%I.%I', beside, part)) is not null then
    return false;
  end if;
  if parent = 'event'::regclass then
    key := 'month';
    lower := to_char(month, 'YYYYMM');
    held := format('month = %s', lower);
    bounds := format('in (%s)', lower);
  else
    key := 'id';
    lower := id_at(month at time zone 'UTC');
    upper := id_at((month + interval '1 month') at time zone 'UTC');
    held := format('id >= %L and id < %L', lower, upper);
    bounds := format('from (%L) to (%L)', lower, upper);
  end if;
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
  from pg_attribute a where a.attrelid = parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';

  execute format('create table %I.%I (like %s including defaults including constraints including generated)', beside, part, parent);
  execute format('comment on table %I.%I is %L', beside, part, 'Part of ' || parent || ': ' || to_char(month, 'YYYY-MM') || '.');
  execute format('lock table %I.%I in access exclusive mode', beside, parent || '_other');
  execute format('select exists (select 1 from %I.%I where %s)', beside, parent || '_other', held) into misplaced;
  if misplaced then
    execute format('with taken as (delete from %I.%I where %s returning %s) insert into %I.%I (%s) select %s from taken',
                   beside, parent || '_other', held, columns, beside, part, columns, columns);
  end if;
  if parent = 'event'::regclass then
    execute format('create unique index %I on %I.%I (tenant_id, sequence)', part || '_sequence', beside, part);
  end if;
  execute format('alter table %I.%I add constraint %I check (%I is not null and %s)', beside, part, part || '_bounds', key, held);
  execute format('alter table %s attach partition %I.%I for values %s', parent, beside, part, bounds);
  return true;
end
$$;
comment on function make_month is 'Makes the part of a month, unless it is there. What of it was written before is taken in.';

create function make_months(today date) returns integer
language plpgsql set search_path from current set lock_timeout = '1s' as $$
declare
  made integer := 0;
  parent regclass;
  month date;
begin
  if not pg_try_advisory_xact_lock(hashtext('make_months')) then
    return 0;
  end if;
  for parent in select partrelid::regclass from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
                where c.relnamespace = current_schema()::regnamespace order by 1 loop
    for month in select date_trunc('month', today) + n * interval '1 month' from generate_series(0, 3) n loop
      begin
        made := made + make_month(parent, month)::integer;
      exception
        when lock_not_available or deadlock_detected then null;
      end;
    end loop;
  end loop;
  return made;
end
$$;
comment on function make_months(date) is
  'Makes the parts of this month and of the three that follow. One for which somebody would have to wait long is made another time.';

create function make_months() returns integer
language sql security definer set search_path from current
return make_months((now() at time zone 'UTC')::date);
comment on function make_months() is 'By the clock of the database. The role of the application owns no table, so that it cannot make any.';

-- What nobody keeps any longer. Here parts are reached themselves, and not by way of their table: the owner of the tables may be one who is
-- held by their walls.

create function explains_calls(type text) returns boolean
language sql immutable parallel safe
return type in ('jurisdiction.accepted', 'jurisdiction.withdrawn', 'rule.lifted', 'rule.restored');
comment on function explains_calls is 'Whether calls are explained by events of this type: those are kept for good, though they are told no more.';

create function parts_of(parent regclass) returns table (part regclass, month date)
language sql stable set search_path from current as $$
  select c.oid::regclass, to_date(right(c.relname, 7), 'YYYY_MM')
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  where i.inhparent = parts_of.parent and c.relname ~ '_\d{4}_\d{2}$'
  order by 2
$$;
comment on function parts_of is 'The parts of a table that are months.';

create function forget_events(tenant uuid, before integer, most integer) returns bigint
language plpgsql security definer set search_path from current as $$
declare
  over constant integer := least(before, month_at(now() - interval '90 days'));
  old regclass;
  gone bigint;
  total bigint := 0;
begin
  if tenant is distinct from current_tenant() then
    return 0;
  end if;
  for old in select p.part from parts_of('event') p where month_at(p.month at time zone 'UTC') < over
             union all select to_regclass(format('%I.event_other', current_schema() || '_months')) loop
    execute format('with gone as (delete from %1$s where tenant_id = $1 and ordinal in (
                      select ordinal from %1$s where tenant_id = $1 and month < $3 and not explains_calls(type) order by ordinal limit $2)
                      returning 1)
                    select count(*) from gone', old)
      into gone using tenant, most - total, over;
    total := total + gone;
    exit when total >= most;
  end loop;
  return total;
end
$$;
comment on function forget_events is
  'The retention of events: of this tenant, from months before that one, and never of the last 90 days by the clock of the database.';

create function drop_month(parent regclass, old regclass) returns void
language plpgsql set search_path from current as $$
declare
  beside text := current_schema() || '_months';
  columns constant text := 'tenant_id, ordinal, month, xid, sequence, type, occurred_at, subject_id, data';
begin
  execute format('alter table %s detach partition %s', parent, old);
  if parent = 'event'::regclass then
    execute format('insert into %I.event_other (%s) overriding system value select %s from %s where explains_calls(type)', beside, columns, columns, old);
  end if;
  execute format('drop table %s', old);
end
$$;
comment on function drop_month is 'Takes a part away; what explains calls is kept elsewhere.';

create function is_done_with(parent regclass, old regclass, month date) returns boolean
language plpgsql set search_path from current as $$
declare
  held boolean;
begin
  if parent = 'event'::regclass then
    if not pg_has_role('warmline_rounds', 'usage') then
      raise exception 'who owns the tables has to be a member of warmline_rounds, or does not see for whom a month is kept';
    end if;
    return not exists (select 1 from event_month m where m.month = month_at(is_done_with.month at time zone 'UTC'));
  end if;
  execute format('select exists (select 1 from %s)', old) into held;
  return not held;
end
$$;
comment on function is_done_with is 'Whether nobody keeps a month: of events nobody is told of any, of other tables there is no row.';

create function drop_months() returns integer
language plpgsql security definer set search_path from current set lock_timeout = '1s' as $$
declare
  dropped integer := 0;
  parent regclass;
  old record;
begin
  if not pg_try_advisory_xact_lock(hashtext('make_months')) then
    return 0;
  end if;
  for parent in select partrelid::regclass from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
                where c.relnamespace = current_schema()::regnamespace order by 1 loop
    for old in select p.part, p.month from parts_of(parent) p where p.month < now() - interval '150 days' loop
      begin
        if is_done_with(parent, old.part, old.month) then
          execute format('lock table only %s in access exclusive mode', parent);
          if is_done_with(parent, old.part, old.month) then
            perform drop_month(parent, old.part);
            dropped := dropped + 1;
          end if;
        end if;
      exception
        when lock_not_available or deadlock_detected then null;
      end;
    end loop;
  end loop;
  return dropped;
end
$$;
comment on function drop_months is
  'Drops the parts that nobody keeps, none that is younger than five months by the clock of the database. One for which somebody would have to '
  'wait long is dropped another time.';
revoke execute on function make_month(regclass, date), make_months(date), make_months(), parts_of(regclass), forget_events(uuid, integer, integer),
  drop_month(regclass, regclass), is_done_with(regclass, regclass, date), drop_months() from public;
grant execute on function make_months(), drop_months(), forget_events(uuid, integer, integer) to warmline_app;
