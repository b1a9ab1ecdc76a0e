-- Of what may be personal the planner samples nothing: it would stay in its statistics when the row has been emptied.
-- A column that gets its type anew loses what was sampled of it before.
alter table case_file
  alter column customer_name type text, alter column customer_name set statistics 0,
  alter column comment type text, alter column comment set statistics 0;
