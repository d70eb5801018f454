-- The campaign's own words.

alter table campaign
  add column scripts jsonb not null default '{}' check (jsonb_typeof(scripts) = 'object');
comment on column campaign.scripts is 'Templates of talk tracks by kind of call; for a kind that is absent the one that is shipped is used.';
