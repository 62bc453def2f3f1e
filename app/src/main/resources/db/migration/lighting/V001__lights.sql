-- Village > road > cabinet > circuit > pole > lamp. Days are inclusive: a thing counts from its since to its until.
create table road (
  id uuid primary key,
  place_id uuid not null,
  code text not null,
  name text not null,
  position integer not null,
  since date not null,
  until date,
  version integer not null,
  check (until >= since)
);
create unique index road_code on road (place_id, code) where until is null;
create index road_place on road (place_id, position, id);

create table cabinet (
  id uuid primary key,
  place_id uuid not null,
  code text not null,
  name text not null,
  -- the name of its device on the wire, whatever becomes of that
  device_id text,
  -- each lamp measures itself; without, lamps are inferred from the watts of their circuit
  lamp_controllers boolean not null,
  latitude double precision,
  longitude double precision,
  since date not null,
  until date,
  version integer not null,
  check (until >= since),
  check ((latitude is null) = (longitude is null))
);
create unique index cabinet_code on cabinet (place_id, code) where until is null;
create unique index cabinet_device on cabinet (device_id) where until is null;
create index cabinet_place on cabinet (place_id, id);

-- What one contactor switches. The slot is its place in the arrays of readings and is never given to another.
create table circuit (
  id uuid primary key,
  cabinet_id uuid not null references cabinet,
  road_id uuid not null references road,
  slot smallint not null check (slot between 0 and 63),
  code text not null,
  phase text not null check (phase in ('L1', 'L2', 'L3')),
  unique (cabinet_id, slot),
  unique (cabinet_id, code)
);
create index circuit_road on circuit (road_id);

create table pole (
  id uuid primary key,
  road_id uuid not null references road,
  code text not null,
  position integer not null,
  latitude double precision,
  longitude double precision,
  check ((latitude is null) = (longitude is null))
);
create index pole_road on pole (road_id, position);

create table lamp (
  id uuid primary key,
  pole_id uuid not null references pole,
  circuit_id uuid not null references circuit,
  -- its place in the arrays of readings of the cabinet
  slot smallint not null check (slot between 0 and 1023),
  code text not null,
  type text not null check (type in ('led', 'sodium', 'compact', 'solar')),
  watts integer not null check (watts between 1 and 2000),
  since date not null,
  until date,
  warranty_until date,
  version integer not null,
  check (until >= since)
);
create index lamp_circuit on lamp (circuit_id, slot);
create index lamp_pole on lamp (pole_id);

-- Another number with every change of what stands here, so that each copy of the program knows when what it remembers is old.
create table revision (
  id integer primary key check (id = 1),
  number bigint not null
);
insert into revision (id, number) values (1, 0);
