-- The same rows as before, said in another way: a claim that asks by "state = 2" whether a number is in use must find only
-- the index of the numbers. A plan made while nobody held a lead took the index of the leases instead, and then read
-- all leases of the tenant at each claim.
drop index queue_leased;
create index queue_leased on queue_entry (tenant_id, lease_expires_at) where lease_expires_at is not null;
