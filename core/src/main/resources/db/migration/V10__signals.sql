-- What prospects do (signals), the links by which we learn of it, and the messages owed after voicemails and conversations.

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
  check (counted or (effect = 'TOUCH' and reason is not null)),
  check ((effect = 'COLLAPSED') = (collapsed_into is not null))
);
create unique index signal_event_id on signal (tenant_id, event_id) where event_id is not null;
create index signal_lead on signal (tenant_id, lead_id, occurred_at desc, id);
create index signal_opened on signal (tenant_id, campaign_id, occurred_at) where effect = 'OPENED';
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
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  check ((status = 'SENT') = (sent_at is not null)),
  check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create unique index follow_up_one_owed on follow_up (tenant_id, lead_id) where status = 'OWED';
create index follow_up_lead on follow_up (tenant_id, lead_id, id);
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
  foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, follow_up_id) references follow_up (tenant_id, id)
);
create index tracked_link_hash on tracked_link (token_hash);
create index tracked_link_lead on tracked_link (tenant_id, lead_id);
create index tracked_link_follow_up on tracked_link (tenant_id, follow_up_id) where follow_up_id is not null;
comment on table tracked_link is 'Links of our own: whoever follows one is sent on to its target, and its lead is known to have clicked.';

create index task_hot on task (tenant_id, latest_at) where status in ('WAITING', 'DUE') and kind = 'HOT_SIGNAL';
comment on index task_hot is 'Hot signals by the end of their heat.';

do $$
declare
  t text;
begin
  foreach t in array array['signal', 'follow_up', 'tracked_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;

create policy presented_link on tracked_link for select
  using (token_hash = decode(nullif(current_setting('app.presented_link', true), ''), 'hex'));
comment on policy presented_link on tracked_link is 'Lets a request find the one link it follows before its tenant is known.';
