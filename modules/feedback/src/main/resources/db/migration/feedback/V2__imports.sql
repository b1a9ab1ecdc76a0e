-- Imports of files. This is how far a piece of work has come, not what is known of customers: the facts are the feedback
-- itself. So it lives in tables, and its personal parts are deleted as soon as they have served.
create table import (
  import_id        uuid primary key,
  file_name        text        not null,
  status           text        not null,
  -- stable name of what stopped it
  stopped_because  text,
  bytes            bigint      not null,
  row_count        bigint      not null default 0,
  encoding         text,
  delimiter        text,
  quote            text,
  header           text[]      not null default '{}',
  mapping          text,
  rows_read        bigint      not null default 0,
  accepted         bigint      not null default 0,
  repeated         bigint      not null default 0,
  rejected         bigint      not null default 0,
  started_by       text        not null,
  created_at       timestamptz not null,
  started_at       timestamptz,
  finished_at      timestamptz,
  changed_at       timestamptz not null
);
create index import_newest on import (created_at desc, import_id desc);

-- The file, in pieces that any node can read; deleted when the import is done.
create table import_chunk (
  import_id uuid    not null references import on delete cascade,
  number    integer not null,
  bytes     bytea   not null,
  primary key (import_id, number)
);
alter table import_chunk alter column bytes set storage external;

-- Rows that were not recorded, and why; deleted two weeks later. What stands in the row goes when the person is erased whom it names
-- by the key of a source.
create table import_rejected (
  import_id  uuid   not null references import on delete cascade,
  row_number bigint not null,
  subject_id uuid,
  problems   text   not null,
  cells      text[] not null,
  primary key (import_id, row_number)
);

create index import_rejected_subject on import_rejected (subject_id) where subject_id is not null;

-- Mappings kept by name.
create table import_mapping (
  name     text        primary key,
  header   text[]      not null,
  mapping  text        not null,
  saved_by text        not null,
  saved_at timestamptz not null
);
