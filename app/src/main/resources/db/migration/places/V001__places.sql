-- One row; its number grows with every change, so that each copy of the program knows when its snapshot is old. Also the lock of all
-- changes: two officers never change places at the same moment.
create table revision (
  only_one boolean primary key default true check (only_one),
  number bigint not null
);
insert into revision (number) values (0);

-- The recorded decisions: reference lists and what officers did.
create table operation (
  id uuid primary key,
  change text not null,
  reference_key text unique,
  number text not null,
  effective_on date not null,
  title text not null,
  known text not null check (known in ('EXACT', 'LIST', 'UNVERIFIED')),
  source text not null,
  actor_id uuid not null,
  actor_name text not null,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  undone_by_name text
);
create index operation_recorded on operation (recorded_at desc, id desc);

-- Versions of the reference lists that were loaded.
create table content (
  version text primary key,
  loaded_at timestamptz not null
);

-- Both dates are days that belong to the place; an open end is null. opened_by and closed_by are operations.
create table place (
  id uuid primary key,
  code text not null,
  kind text not null check (kind in ('COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
  valid_from date not null,
  valid_to date,
  latitude double precision,
  longitude double precision,
  area_km2 double precision,
  communes integer,
  opened_by uuid not null references operation,
  closed_by uuid references operation,
  unique (code, valid_from),
  check (valid_to >= valid_from)
);
create unique index place_code_open on place (code) where valid_to is null;

create table place_name (
  id uuid primary key,
  place_id uuid not null references place,
  unit_type text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  opened_by uuid not null references operation,
  closed_by uuid references operation,
  unique (place_id, valid_from),
  check (valid_to >= valid_from)
);
create unique index place_name_open on place_name (place_id) where valid_to is null;

create table parent (
  id uuid primary key,
  place_id uuid not null references place,
  parent_id uuid not null references place,
  valid_from date not null,
  valid_to date,
  opened_by uuid not null references operation,
  closed_by uuid references operation,
  unique (place_id, valid_from),
  check (valid_to >= valid_from),
  check (place_id <> parent_id)
);
create unique index parent_open on parent (place_id) where valid_to is null;

-- What became of a place: part is true when only a part of the old place went to the new one.
create table succession (
  id uuid primary key,
  from_id uuid not null references place,
  to_id uuid not null references place,
  valid_from date not null,
  part boolean not null,
  opened_by uuid not null references operation,
  unique (from_id, to_id),
  check (from_id <> to_id)
);
