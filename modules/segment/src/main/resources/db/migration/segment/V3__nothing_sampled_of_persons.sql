-- Of what may be personal the planner samples nothing: it would stay in its statistics when the row has been emptied.
-- A column that gets its type anew loses what was sampled of it before.
alter table acquaintance
  alter column name type text, alter column name set statistics 0,
  alter column attributes type jsonb, alter column attributes set statistics 0;
alter table portrait
  alter column name type text, alter column name set statistics 0,
  alter column attributes type jsonb, alter column attributes set statistics 0;
