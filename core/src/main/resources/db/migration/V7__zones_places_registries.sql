-- Clocks that stop agreeing: every bucket knows the zones of its leads.

alter table window_bucket add column lead_zones text[] not null default '{}';
-- The walls between tenants would hide the rows from whoever migrates.
alter table window_bucket no force row level security;
alter table lead_phone no force row level security;
update window_bucket b
set lead_zones = m.zones
from (select p.tenant_id, p.bucket_id, array_agg(distinct z order by z) as zones
      from lead_phone p cross join unnest(p.candidate_zones) z
      group by p.tenant_id, p.bucket_id) m
where m.tenant_id = b.tenant_id and m.bucket_id = b.id;
alter table window_bucket force row level security;
alter table lead_phone force row level security;
comment on column window_bucket.zones is 'One in place of all whose clocks agreed when the bucket was made.';
comment on column window_bucket.lead_zones is
  'The zones that leads were put in with; it opens when the clocks of all of them allow it. Empty: no lead can be in it.';

-- Where the prospect said to be.

alter table lead
  add column stated_country     text check (stated_country ~ '^[A-Z]{2}$'),
  add column stated_region      text,
  add column stated_postal_code text;
comment on column lead.stated_region is 'With country and postal code: the place that the prospect named, trusted more than the address.';


-- Registries that are given up.

alter table suppression_import add column giving_up boolean not null default false;
comment on column suppression_import.giving_up is 'The list was in force and is not any more; the queue follows, then it is deleted.';
