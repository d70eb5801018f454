-- A start makes the months that are missing, however long nobody was there to make them ahead.

do $$
begin
  perform make_months();
end
$$;
