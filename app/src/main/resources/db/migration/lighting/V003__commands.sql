-- What somebody asked for.
create table light_command (
  id uuid primary key,
  place_id uuid not null,
  actor_id uuid not null,
  actor_name text not null,
  target text not null,
  action text not null check (action in ('on', 'off', 'dim', 'resume')),
  percent smallint check (percent between 1 and 100),
  until timestamptz,
  reason text not null,
  idempotency_key text,
  created_at timestamptz not null
);
create unique index light_command_key on light_command (actor_id, idempotency_key) where idempotency_key is not null;
create index light_command_place on light_command (place_id, id);

-- What one cabinet is told for it. The id is the one on the wire.
create table light_command_part (
  id uuid primary key,
  command_id uuid not null references light_command,
  cabinet_id uuid not null,
  device_id text not null,
  slots smallint[] not null,
  level smallint check (level between 0 and 100),
  seq bigint not null,
  state text not null check (state in ('accepted', 'sent', 'device-ack', 'verified', 'failed', 'expired')),
  why text not null,
  json text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  acknowledged_at timestamptz,
  -- number of the message that answered: only later reports can show what it did
  answer_seq bigint,
  ended_at timestamptz
);
create index light_command_part_command on light_command_part (command_id, id);
create index light_command_part_open on light_command_part (cabinet_id) where state in ('accepted', 'sent', 'device-ack');

-- What goes before the programme, circuit by circuit; gone when it is over or taken back.
create table override (
  circuit_id uuid primary key,
  command_id uuid not null,
  level smallint not null check (level between 0 and 100),
  actor_name text not null,
  reason text not null,
  since timestamptz not null,
  until timestamptz
);
