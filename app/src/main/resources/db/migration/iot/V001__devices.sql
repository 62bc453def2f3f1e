-- What talks to us. The id is the user name at the broker and part of the topics.
create table device (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  subject_id uuid not null unique,
  kind text not null,
  adapter text not null check (adapter in ('langso', 'tasmota', 'shelly')),
  -- for adapters that know relays by number alone: the circuit behind each, in their order
  circuits text[] not null,
  place_id uuid not null,
  name text not null,
  firmware text,
  latitude double precision,
  longitude double precision,
  state text not null check (state in ('active', 'quarantined', 'retired')),
  reason text,
  expected_every_seconds integer not null check (expected_every_seconds > 0),
  down_seq bigint not null default 0,
  registered_at timestamptz not null,
  -- every change of what the broker and the intake know in memory
  changed_at timestamptz not null,
  check ((latitude is null) = (longitude is null))
);
create index device_place on device (place_id, id);
create index device_changed on device (changed_at);

-- Only hashes: a key is shown once. Two are good while a key is being exchanged.
create table device_key (
  device_id text not null references device,
  hash bytea not null,
  made_at timestamptz not null,
  good_until timestamptz,
  primary key (device_id, hash)
);

-- A code on the screen of whoever stands at the cabinet; it is good for one key.
create table provisioning (
  code_hash bytea primary key,
  device_id text not null references device,
  good_until timestamptz not null
);
create index provisioning_device on provisioning (device_id);

-- What was heard of a device: one narrow row, written with each batch that has messages of it.
create table device_link (
  device_id text primary key references device,
  high_seq bigint not null default -1,
  -- bit n of these 256 says whether the number high_seq - n was seen; of a device without numbers: its last four messages
  seen0 bigint not null default 0,
  seen1 bigint not null default 0,
  seen2 bigint not null default 0,
  seen3 bigint not null default 0,
  new_life boolean not null default true,
  last_seen timestamptz,
  silent boolean not null default false,
  offset_millis bigint,
  last_sent timestamptz,
  last_received timestamptz
) with (fillfactor = 60);

-- Messages that were not taken, by reason.
create table refusal (
  device_id text not null references device,
  reason text not null,
  day date not null,
  count bigint not null,
  last_at timestamptz not null,
  primary key (device_id, day, reason)
);
