-- A key of which the planner had taken a sample would lie in its statistics after it was destroyed. A column that gets its type anew
-- loses what was sampled of it before.
alter table data_key alter column wrapped_key type bytea, alter column wrapped_key set statistics 0;
