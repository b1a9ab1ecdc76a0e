-- Of what may be personal the planner samples nothing: it would stay in its statistics when the row has been emptied.
-- A column that gets its type anew loses what was sampled of it before.
alter table subject
  alter column name type text, alter column name set statistics 0,
  alter column email type text, alter column email set statistics 0,
  alter column words type text, alter column words set statistics 0;
alter table customer
  alter column name type text, alter column name set statistics 0,
  alter column email type text, alter column email set statistics 0,
  alter column words type text, alter column words set statistics 0;
alter index customer_words alter column 1 set statistics 0;
