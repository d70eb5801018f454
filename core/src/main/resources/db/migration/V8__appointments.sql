-- Meetings that were set with prospects, with what became of them, and the times in which clients take meetings.

alter table client
  add column meeting_hours   text,
  add column meeting_minutes integer not null default 30 check (meeting_minutes between 5 and 480),
  add constraint client_meeting_zone check (meeting_hours is null or time_zone is not null);
comment on column client.meeting_hours is 'When it takes meetings, on its own clock (the text form of calling hours). Null: not known.';
comment on column client.meeting_minutes is 'How long a meeting takes where nobody says otherwise, and how far free slots are apart.';

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
  foreign key (tenant_id, lead_id) references lead (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, set_by_agent_id) references agent (tenant_id, id),
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
create index appointment_lead on appointment (tenant_id, lead_id, id);
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

do $$
declare
  t text;
begin
  foreach t in array array['appointment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I using (tenant_id = current_tenant())', t);
    execute format('grant select, insert, update, delete on %I to warmline_app', t);
  end loop;
end
$$;
