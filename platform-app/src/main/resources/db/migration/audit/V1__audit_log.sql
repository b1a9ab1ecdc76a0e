-- Who saw or did what. Insert only; ids and words of the program, nothing about a person.
create table entry (
  entry_id    bigint generated always as identity (cache 1) primary key,
  at          timestamptz not null,
  actor_kind  text        not null check (actor_kind in ('COLLEAGUE', 'PROGRAM', 'ECOU', 'NOBODY')),
  actor_id    uuid,
  origin      text        check (origin ~ '^[0-9a-f.:]{2,45}/[0-9]{1,3}$'),
  action      text        not null check (action ~ '^[a-z][a-z0-9-]{0,39}$'),
  object_kind text        not null check (object_kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  object_id   text        check (object_id ~ '^[A-Za-z0-9._:-]{1,100}$'),
  codes       text        not null check (length(codes) <= 1000 and codes !~ '[^A-Za-z0-9=.,:_* -]'),
  outcome     text        not null check (outcome in ('DONE', 'REFUSED', 'LOCKED'))
);
comment on column entry.origin is 'the network from which it came, never the whole address; null: Ecou itself';
comment on column entry.codes is 'by what a list was narrowed; of what somebody typed only that it was there';
create index entry_at on entry (at desc, entry_id desc);
create index entry_actor on entry (actor_id, at desc, entry_id desc);
create index entry_object on entry (object_id, at desc, entry_id desc);
create index entry_action on entry (action, at desc, entry_id desc);
create index entry_kind on entry (object_kind, at desc, entry_id desc);

-- The chain: one link for each entry, in the order in which the entries were decided. It follows them by some seconds.
create table link (
  number        bigint primary key,
  entry_id      bigint not null unique,
  previous_hash bytea  not null,
  hash          bytea  not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger entry_append_only before update or delete or truncate on entry
  for each statement execute function refuse_change();
create trigger link_append_only before update or delete or truncate on link
  for each statement execute function refuse_change();

-- The low-water mark, as in event_store: each writing transaction holds a shared lock whose key is the value drawn before
-- its first one. Shared locks never wait for each other. Keys here begin with the bits 001, those of the events with 01.
create function enter_gate() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('ecou.audit_gate', true), '') = '' then
    perform pg_advisory_xact_lock_shared((1::bigint << 61) | (
      select case when is_called then last_value else last_value - 1 end from audit.entry_entry_id_seq));
    perform set_config('ecou.audit_gate', '1', true);
  end if;
  return null;
end $$;
create trigger entry_gate before insert on entry for each statement execute function enter_gate();

-- Everything up to this entry is decided: committed and visible, or never to come.
create function decided_up_to() returns bigint language plpgsql volatile as $$
declare
  drawn   bigint;
  pending bigint;
begin
  select case when is_called then last_value else last_value - 1 end into drawn from audit.entry_entry_id_seq;
  select min(((classid::bigint & 536870911) << 32) | objid::bigint) into pending
    from pg_locks
   where locktype = 'advisory' and objsubid = 1
     and classid::bigint >= 536870912 and classid::bigint < 1073741824
     and database = (select oid from pg_database where datname = current_database());
  return least(drawn, pending);
end $$;

-- What the application may do where the owner is another role: read and add. Called by the owner after each migration.
create function admit(application text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(1);  -- nodes that start at once would meet in the catalog
  execute format('grant usage on schema audit to %I', application);
  execute format('grant select, insert on audit.entry, audit.link to %I', application);
  execute format('grant select on sequence audit.entry_entry_id_seq to %I', application);
end $$;
