-- What ANALYZE samples of a column lies in the planner's statistics until it samples again, also when its row has been emptied. Of
-- what may be personal nothing is sampled; words are looked for by their index first, so the planner need not know them.
-- A column that gets its type anew loses what was sampled of it before.
alter table inbox
  alter column customer_name type text, alter column customer_name set statistics 0,
  alter column customer_email type text, alter column customer_email set statistics 0,
  alter column comment type text, alter column comment set statistics 0,
  alter column attributes type text, alter column attributes set statistics 0;
alter index inbox_words alter column 1 set statistics 0;

alter table import_chunk alter column bytes type bytea, alter column bytes set statistics 0;
alter table import_rejected alter column cells type text[], alter column cells set statistics 0;
