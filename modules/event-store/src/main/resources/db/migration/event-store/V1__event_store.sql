-- The facts, in the order in which they were recorded. Insert only.
create table domain_event (
  global_index         bigint generated always as identity (cache 1) primary key,
  event_id             uuid        not null,
  aggregate_type       text,
  aggregate_identifier uuid        not null,
  sequence_number      bigint      not null,
  recorded_at          timestamptz not null,
  payload_type         text        not null,
  payload_revision     text,
  payload              text        not null,
  metadata             text        not null,
  constraint domain_event_once unique (aggregate_identifier, sequence_number)
);
create index domain_event_recorded_at on domain_event using brin (recorded_at) with (pages_per_range = 32);
-- A payload is read whole or not at all, and is mostly short: keep it inline as long as possible.
alter table domain_event set (toast_tuple_target = 4096, autovacuum_vacuum_insert_scale_factor = 0.5);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% are only ever added: % refused', tg_argv[0], tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger domain_event_append_only before update or delete or truncate on domain_event
  for each statement execute function refuse_change('events');

-- The low-water mark. Before its first value is drawn, each writing transaction takes a shared lock whose key is the
-- value drawn last. As long as it is open, nothing above that value is decided; once it is gone, everything it wrote is
-- visible. Shared locks never wait for each other: a slow writer delays only the rows behind its own position.
create function enter_gate() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('ecou.gate', true), '') = '' then
    perform pg_advisory_xact_lock_shared((1::bigint << 62) | (
      select case when is_called then last_value else last_value - 1 end from event_store.domain_event_global_index_seq));
    perform set_config('ecou.gate', '1', true);
  end if;
  return null;
end $$;
create trigger domain_event_gate before insert on domain_event for each statement execute function enter_gate();

-- Everything up to this position is decided: committed and visible, or never to come. The sequence is read first, the
-- locks afterwards, in statements of their own; the caller looks for rows in a later statement still.
create function decided_up_to() returns bigint language plpgsql volatile as $$
declare
  drawn   bigint;
  pending bigint;
begin
  select case when is_called then last_value else last_value - 1 end into drawn
    from event_store.domain_event_global_index_seq;
  select min(((classid::bigint & 1073741823) << 32) | objid::bigint) into pending
    from pg_locks
   where locktype = 'advisory' and objsubid = 1
     and classid::bigint >= 1073741824 and classid::bigint < 2147483648
     and database = (select oid from pg_database where datname = current_database());
  return least(drawn, pending);
end $$;

-- How far each processor has come. One node at a time holds a place; it is free when nobody said for a while to be there.
-- For the ledger: how many events it has handled after the position it counts from, and which.
create table processor_place (
  processor    text   primary key,
  position     bigint not null,
  holder       uuid,
  held_until   timestamptz,
  counted_from bigint not null default 0,
  events       bigint not null default 0,
  hash         bigint not null default 0
) with (fillfactor = 50);

-- Events that a processor could not handle, and those behind them: it goes on without their sequence, and tries again.
-- Of a failure there is only what names nobody; the event itself is read where it lies.
create table dead_letter (
  processor        text     not null,
  position         bigint   not null,
  sequence         uuid     not null,
  event_type       text     not null,
  event_revision   text,
  error            text,
  sql_state        text,
  constraint_name  text,
  attempts         smallint not null,
  first_failed_at  timestamptz,
  last_failed_at   timestamptz,
  next_attempt_at  timestamptz,
  status           text     not null check (status in ('WAITING', 'PARKED')),
  primary key (processor, position)
);

-- What the event table held for each processor when it was last counted, and whether the processor says the same.
create table ledger_check (
  processor     text        primary key,
  counted_from  bigint      not null,
  position      bigint      not null,
  events        bigint      not null,
  hash          bigint      not null,
  missing       bigint      not null,
  differs       boolean     not null,
  differs_since timestamptz,
  checked_at    timestamptz not null
);

-- What is to happen at a later time, kept by db-scheduler.
create table scheduled_task (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);
create index scheduled_task_due on scheduled_task (execution_time);
create index scheduled_task_heartbeat on scheduled_task (last_heartbeat);

-- Seals: a chain of hashes over all events in their order. One row seals a run of neighbours that were recorded on one day;
-- digests holds 16 bytes for each of them, previous the link before the first.
create table event_seal (
  first_position bigint   primary key,
  last_position  bigint   not null,
  day            date     not null,
  version        smallint not null,
  previous       bytea    not null,
  digests        bytea    not null
);
alter table event_seal alter column digests set storage external;
create index event_seal_day on event_seal (day, first_position);

-- The seal of a day that is over. A day has a further one when something was recorded for it late.
create table day_seal (
  seal_number    bigint primary key,
  day            date   not null,
  first_position bigint not null,
  last_position  bigint not null,
  events         bigint not null,
  hash           bytea  not null,
  previous_hash  bytea  not null
);
create index day_seal_day on day_seal (day, last_position);
create trigger event_seal_append_only before update or delete or truncate on event_seal
  for each statement execute function refuse_change('seals');
create trigger day_seal_append_only before update or delete or truncate on day_seal
  for each statement execute function refuse_change('seals');

-- What the application may do where the owner of this schema is another role: what is only ever added to it may read and
-- add to, everything else here it may change. Called by the owner after each migration, by one node at a time.
create function admit(application text) returns void language plpgsql as $$
declare
  added regclass;
begin
  execute format('grant usage on schema event_store to %I', application);
  execute format('grant select, insert, update, delete, truncate on all tables in schema event_store to %I', application);
  execute format('grant usage, select on all sequences in schema event_store to %I', application);
  for added in
    select tgrelid::regclass from pg_trigger where tgfoid = 'event_store.refuse_change()'::regprocedure
    union all select 'event_store.flyway_schema_history'::regclass
  loop
    execute format('revoke insert, update, delete, truncate on %s from %I', added, application);
  end loop;
  for added in select tgrelid::regclass from pg_trigger where tgfoid = 'event_store.refuse_change()'::regprocedure loop
    execute format('grant insert on %s to %I', added, application);
  end loop;
  execute format('revoke usage on sequence event_store.domain_event_global_index_seq from %I', application);
end $$;
