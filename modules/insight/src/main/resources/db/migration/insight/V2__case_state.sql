-- Where each case stands, as far as the figures of the closed loop need it. Whom it is about is not in here.
create table case_state (
  case_id      uuid        primary key,
  occurred_on  date        not null,
  touchpoint   text        not null,
  channel      text        not null,
  status       text        not null,
  due_at       timestamptz not null,
  -- The promise that was made first, and when the customer first heard from us: what close-rate/1 compares.
  promised_at  timestamptz not null,
  contacted_at timestamptz
);
create index case_state_unresolved on case_state (due_at) where status in ('OPEN', 'ASSIGNED', 'CONTACTED');
create index case_state_occurred_on on case_state (occurred_on);
