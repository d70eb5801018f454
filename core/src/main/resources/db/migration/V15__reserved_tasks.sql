-- A hot lead is first offered to the agent whom the prospect knows, and to everyone a moment later. The queue's rows have had an
-- agent since there are personal callbacks, so that claims ask as before.
alter table task add column agent_id uuid, add column agent_until timestamptz;
alter table task add constraint task_reserved_check check ((agent_id is null) = (agent_until is null));
create index task_reserved on task (tenant_id, agent_until) where status in ('WAITING', 'DUE') and agent_id is not null;
comment on column task.agent_id is 'Who alone gets it until agent_until.';
