-- The keys that lie outside of this database and wrap those in it. Of each there is only what tells it from others: a hash of it,
-- the first 8 bytes of which are its id.
create table wrapping_key (
  wrapping_key_id bigint      primary key,
  check_value     bytea       not null,
  introduced_at   timestamptz not null default clock_timestamp(),
  -- from then on nothing was wrapped by it any more
  retired_at      timestamptz
);

-- The key of each person, wrapped. Of a destroyed one stays that it was destroyed, and when.
create table data_key (
  subject_id      uuid        primary key,
  wrapping_key_id bigint,
  created_at      timestamptz not null default clock_timestamp(),
  destroyed_at    timestamptz,
  wrapped_key     bytea,
  constraint data_key_either check (
    (destroyed_at is null) = (wrapped_key is not null) and (wrapped_key is null) = (wrapping_key_id is null))
);
create index data_key_destroyed on data_key (destroyed_at, subject_id) where destroyed_at is not null;
-- What is left of a destroyed key in its page is cleared away within minutes, however many others there are.
alter table data_key set (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 100000);

-- Counts how often keys were destroyed, in the transaction that destroys them: whoever remembers keys asks for it before reading.
-- No row as long as none was.
create table destruction (
  only_row boolean primary key default true check (only_row),
  times    bigint  not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% refused: what is destroyed stays destroyed', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger data_key_stays before delete or truncate on data_key for each statement execute function refuse_change();
create trigger data_key_stays_destroyed before update on data_key
  for each row when (old.destroyed_at is not null) execute function refuse_change();

-- Adds the keys of new persons, 60 bytes each. Where another was faster its key counts: then the keys of all
-- of them are answered, else none. As long as a transaction that adds keys is open, the key that wraps them is not retired.
create function add_keys(subjects uuid[], wrapped bytea, wrapped_by bigint)
  returns table (subject_id uuid, wrapping_key_id bigint, wrapped_key bytea) language plpgsql as $$
#variable_conflict use_column
declare
  added bigint;
begin
  perform pg_advisory_xact_lock_shared(298020992331);
  if not exists (select from privacy.wrapping_key w where w.wrapping_key_id = wrapped_by and w.retired_at is null) then
    raise exception 'this wrapping key is not in use' using errcode = 'object_not_in_prerequisite_state';
  end if;
  insert into privacy.data_key (subject_id, wrapping_key_id, wrapped_key)
  select s, wrapped_by, substr(wrapped, (n::int - 1) * 60 + 1, 60) from unnest(subjects) with ordinality as u (s, n)
   order by s
      on conflict do nothing;
  get diagnostics added = row_count;
  if added < cardinality(subjects) then
    return query select k.subject_id, k.wrapping_key_id, k.wrapped_key
                   from privacy.data_key k where k.subject_id = any (subjects);
  end if;
end $$;

-- What the application may do where the owner of this schema is another role. Called by the owner after each migration.
create function admit(application text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(1);  -- nodes that start at once would meet in the catalog
  execute format('grant usage on schema privacy to %I', application);
  execute format('grant select on all tables in schema privacy to %I', application);
  execute format('grant insert, update on privacy.data_key, privacy.wrapping_key to %I', application);
  execute format('grant insert, update on privacy.destruction to %I', application);
end $$;
