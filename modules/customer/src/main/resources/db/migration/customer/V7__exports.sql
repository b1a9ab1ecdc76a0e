-- Archives of all that is known of one person, for a day. They are encrypted under the key of one of the person's subjects, so
-- they are gone when the customer is erased, in backups too; of the link only the hash is here.
create table export (
  export_id    uuid        primary key,
  customer_id  uuid        not null,
  token_hash   bytea       not null unique,
  requested_at timestamptz not null,
  -- when it could be fetched
  ready_at     timestamptz,
  failed       boolean     not null default false,
  expires_at   timestamptz not null,
  subject_id   uuid,
  archive      bytea
);
create index export_customer on export (customer_id, requested_at desc);
create index export_expiry on export (expires_at);
