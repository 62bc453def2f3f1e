-- Several people may share one phone number. The number itself is sealed; the hash finds it (key outside the database).
create table account (
  id uuid primary key,
  name text not null,
  name_folded text not null,
  phone_hash bytea,
  phone_sealed bytea,
  language text not null default 'vi' check (language in ('vi', 'en')),
  status text not null check (status in ('WAITING', 'ACTIVE', 'CLOSED')),
  password_hash text,
  person_id uuid,
  created_at timestamptz not null,
  version integer not null default 0
);
create index account_phone on account (phone_hash) where phone_hash is not null;
create index account_name on account (name_folded, id);
create index account_words on account using gin (to_tsvector('simple', name_folded));
-- A password needs a number of its own, so that one sign-in costs one check.
create unique index account_password on account (phone_hash) where password_hash is not null and status <> 'CLOSED';
create unique index account_person on account (person_id) where person_id is not null and status <> 'CLOSED';

-- A role at a place. valid_to is the last day.
create table assignment (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  place_id uuid not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid not null,
  granted_by_name text not null,
  granted_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index assignment_account on assignment (account_id);
create index assignment_place on assignment (place_id, account_id);

-- Signed-in browsers. Only the hash of the cookie is kept.
create table session (
  id uuid primary key,
  hash bytea not null unique,
  account_id uuid not null references account,
  assignment_id uuid not null references assignment,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  agent text not null
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

create table api_token (
  id uuid primary key,
  hash bytea not null unique,
  account_id uuid not null references account,
  assignment_id uuid not null references assignment,
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz
);
create index api_token_account on api_token (account_id);

-- Printed slips that open an account, or open it again.
create table opening_ticket (
  id uuid primary key,
  hash bytea not null unique,
  account_id uuid not null references account,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index opening_ticket_account on opening_ticket (account_id);

-- One row per code sent to a browser. The code is hashed together with the browser's secret, which is not in the database.
create table one_time_code (
  id uuid primary key,
  browser_hash bytea not null unique,
  phone_hash bytea not null,
  phone_sealed bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  proved_at timestamptz,
  used_at timestamptz
);
create index one_time_code_expiry on one_time_code (expires_at);

-- Tries per key and window; the key is a hash of what is limited (a number, an address).
create table throttle (
  key bytea not null,
  window_start timestamptz not null,
  tries integer not null,
  primary key (key, window_start)
);
create index throttle_age on throttle (window_start);

-- Messages of the demo, which go nowhere.
create table sandbox_message (
  id uuid primary key,
  phone text not null,
  text text not null,
  sent_at timestamptz not null
);

create table setting (
  name text primary key,
  value text not null,
  version integer not null default 0
);
