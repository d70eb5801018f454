-- Distributes the tables by tenant. Run by the server after each migration where WARMLINE_DATABASE_PROFILE is citus, as the owner of the
-- schema; it may be run again, and touches only what is not distributed yet.
--
-- * The roles of the application must be able to log in, because Citus opens connections to its workers in the role of the session. How
--   they are let in there (pg_hba.conf, pg_dist_authinfo) is the cluster's affair.
-- * A table can only be distributed when all that it refers to is, and some tables refer to each other: so references are taken off
--   before and put back as they were.
-- * What belongs to no tenant is the operator's, and stays where the server connects to.

do $$
declare
  r text;
  t text;
  reference record;
begin
  if not exists (select 1 from information_schema.columns c
                 where c.table_schema = current_schema() and (c.column_name = 'tenant_id' or c.table_name = 'tenant')
                   and not exists (select 1 from pg_dist_partition d
                                   where d.logicalrelid = format('%I.%I', c.table_schema, c.table_name)::regclass)) then
    return;
  end if;

  foreach r in array array['warmline_app', 'warmline_rounds', 'warmline_client', 'warmline_agent', 'warmline_operator'] loop
    execute format('alter role %I login', r);
  end loop;

  create temp table taken_off on commit drop as
    select k.conrelid::regclass::text as on_table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and k.conparentid = 0;

  for reference in select on_table, name from taken_off loop
    execute format('alter table %s drop constraint %s', reference.on_table, reference.name);
  end loop;

  if not exists (select 1 from pg_dist_partition where logicalrelid = 'tenant'::regclass) then
    perform create_distributed_table('tenant', 'id', colocate_with => 'none');
  end if;
  for t in select c.table_name from information_schema.columns c
           where c.table_schema = current_schema() and c.column_name = 'tenant_id'
             and not exists (select 1 from pg_dist_partition d
                             where d.logicalrelid = format('%I.%I', c.table_schema, c.table_name)::regclass)
           order by c.table_name loop
    perform create_distributed_table(t, 'tenant_id', colocate_with => 'tenant');
  end loop;

  for reference in select on_table, name, definition from taken_off order by on_table, name loop
    execute format('alter table %s add constraint %s %s', reference.on_table, reference.name, reference.definition);
  end loop;
end
$$;
