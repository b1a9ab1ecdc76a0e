-- What customers have said about messages, by the part of the customer who said it. These tables are written in the transaction
-- that records the event which says so, and are read under the lock on the customer before something is sent; they are no read
-- model. Nothing in them is personal but the customer's pseudonymous id.

create table consent (
  customer_id  uuid        not null,
  purpose      text        not null,
  channel      text        not null,
  stated_at    timestamptz not null,
  given        boolean     not null,
  -- of the text that was agreed to
  text_version text,
  source       text        not null,
  primary key (customer_id, purpose, channel, stated_at, given)
);

create table preference (
  customer_id       uuid        not null,
  stated_at         timestamptz not null,
  no_messages       boolean     not null,
  paused_until      date,
  max_messages      integer,
  period            text,
  preferred_channel text,
  source            text        not null,
  primary key (customer_id, stated_at)
);

-- When somebody was sent something, for the limit that they have set; older ones go with the next.
create table message (
  customer_id uuid        not null,
  sent_at     timestamptz not null
);
create index message_sent on message (customer_id, sent_at);

-- Links to a customer's own page of preferences. Only the hash of the token is here.
create table preference_link (
  token_hash  bytea       primary key,
  customer_id uuid        not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null
);
create index preference_link_customer on preference_link (customer_id);
create index preference_link_expiry on preference_link (expires_at);
