-- What was promised is a time on the prospect's clock. It is kept beside the instants that are derived from it, so that they can
-- be derived anew when the prospect turns out to live elsewhere, or the rules of a zone change.

alter table callback
  drop constraint callback_resolution_check,
  add constraint callback_resolution_check check (resolution in ('GIVEN', 'WORDS', 'ANCHOR', 'DEFAULT_DELAY', 'RETRY')),
  add column intent_zone        text,
  add column local_first_date   date,
  add column local_last_date    date,
  add column local_from         time,
  add column local_to           time,
  add column local_preferred    timestamp,
  add column preferred_at       timestamptz,
  add column precision          text,
  add column anchor             text check (anchor in ('CONTRACT_END')),
  add column anchor_offset_days integer,
  add column anchor_on          date,
  add column needs_confirmation boolean not null default false,
  add column reading            jsonb   not null default '{}',
  add constraint callback_intent check (
    (intent_zone is null and local_first_date is null and local_last_date is null and local_from is null and local_to is null
      and local_preferred is null and preferred_at is null and precision is null and anchor is null)
    or (intent_zone is not null and local_first_date is not null and local_last_date >= local_first_date
      and local_from is not null and local_to is not null and local_preferred is not null and preferred_at is not null
      and precision is not null)),
  add constraint callback_anchor check ((anchor is null) = (anchor_offset_days is null));
comment on column callback.intent_zone is 'The zone of the local times below. Null: the callback was given as an instant, or its words named no time.';
comment on column callback.local_from is 'First time on each day of the window, on the prospect''s clock; local_to is the last, itself in.';
comment on column callback.preferred_at is 'The instant within [due_at, latest_at] that suits best.';
comment on column callback.anchor_offset_days is 'Days from the anchor to the call; negative: before it.';
comment on column callback.anchor_on is 'The date of the anchor from which the window was reckoned; null while it was not known.';
comment on column callback.reading is 'What was made of the words: confidence, warnings, other readings. Emptied when the lead is erased.';

alter table lead add column contract_end date;
comment on column lead.contract_end is 'When the contract that the prospect has with somebody else ends, at the prospect''s place.';

alter table campaign add column max_deferrals integer not null default 3 check (max_deferrals > 0);
comment on column campaign.max_deferrals is 'From so many deferrals on a callback is shown as deferred again and again.';

alter table call
  add column ask_made        boolean,
  add column counter_offered boolean;
comment on column call.ask_made is 'Whether the original ask was made again in a call that kept a callback; null: not said.';
comment on column call.counter_offered is 'Whether a concrete time was offered before a deferral was accepted; null: not said.';

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

alter table calendar_link enable row level security;
alter table calendar_link force row level security;
grant select, insert, update, delete on calendar_link to warmline_app;
create policy own_tenant on calendar_link using (tenant_id = current_tenant());
create policy presented_token on calendar_link for select
  using (token_hash = decode(nullif(current_setting('app.presented_token', true), ''), 'hex'));
comment on policy presented_token on calendar_link is 'Lets a calendar find the one link it presents before its tenant is known.';
