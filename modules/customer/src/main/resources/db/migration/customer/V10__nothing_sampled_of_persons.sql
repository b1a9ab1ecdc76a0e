-- Of what may be personal the planner samples nothing: it would stay in its statistics when the row has been emptied.
-- A column that gets its type anew loses what was sampled of it before.
alter table acquaintance
  alter column name type text, alter column name set statistics 0,
  alter column emails type text, alter column emails set statistics 0,
  alter column phones type text, alter column phones set statistics 0,
  alter column loyalty_cards type text, alter column loyalty_cards set statistics 0,
  alter column attributes type text, alter column attributes set statistics 0;
alter table directory
  alter column name type text, alter column name set statistics 0,
  alter column email type text, alter column email set statistics 0,
  alter column words type text, alter column words set statistics 0;
alter index directory_words alter column 1 set statistics 0;
alter table description alter column content type bytea, alter column content set statistics 0;
alter table export alter column archive type bytea, alter column archive set statistics 0;

-- By these somebody is recognised, thousands at a time: the planner must know that each is held by few. The sample is as small as can
-- be, since whoever erases has it taken anew.
alter table identity
  alter column value type text, alter column value set statistics 1;
