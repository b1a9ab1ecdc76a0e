create table access.account (
    account_id          uuid        primary key,
    email               text        not null,
    name                text        not null,
    role                text        not null check (role in ('ADMIN', 'CX_MANAGER', 'CX_AGENT', 'EXECUTIVE')),
    touchpoints         text[]      not null default '{}',
    available           boolean     not null default true,
    language            text,
    password_hash       text,
    created_at          timestamptz not null,
    last_signed_in_at   timestamptz,
    closed_at           timestamptz
);
create unique index account_email on access.account (lower(email));
comment on column access.account.password_hash is 'Argon2id; null until the invitation has been used';
comment on column access.account.language is 'null: as the browser asks';

create table access.one_time_link (
    token_hash  bytea       primary key,
    account_id  uuid        references access.account,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
comment on column access.one_time_link.account_id is 'whose password it sets; null: it sets up the first administrator';
create index one_time_link_account on access.one_time_link (account_id);

create table access.session (
    token_hash  bytea       primary key,
    account_id  uuid        not null references access.account,
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    flash       jsonb
);
create index session_account on access.session (account_id);
comment on column access.session.flash is 'what the next page is to say once';

create table access.api_key (
    key_id       uuid        primary key,
    public_id    text        not null unique,
    secret_hash  bytea       not null,
    name         text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    created_by   uuid        references access.account,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_key_name on access.api_key (lower(name));
comment on column access.api_key.secret_hash is 'SHA-256 of the whole key';
comment on column access.api_key.created_by is 'null: given by the operator at the start';

-- Kept by bucket4j: how many tries are left, per account and per address, on all nodes together.
create table access.sign_in_limit (
    id         varchar primary key,
    state      bytea,
    expires_at bigint
);
