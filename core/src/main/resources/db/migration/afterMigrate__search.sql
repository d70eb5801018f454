-- Row-level security lets no operator look into an index that might tell of other tenants' rows. That of words tells of none. And to
-- compare the words of a lead costs hundreds of times as much as to compare two numbers, which the extension does not say: without it
-- reading all leads looks cheap. Only a superuser may say both; in a database without one words are looked for row by row. A copy that
-- was restored has forgotten them, so each start looks.

do $$
begin
  if not (select proleakproof from pg_proc where oid = 'word_similarity_commutator_op(text, text)'::regprocedure) then
    alter function word_similarity_commutator_op(text, text) leakproof cost 200;
  end if;
exception
  when insufficient_privilege then
    raise notice 'leads are searched without an index: only a superuser can let it be used';
  when internal_error then
    raise notice 'another server has just let the index of words be used';
end
$$;
