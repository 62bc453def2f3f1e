-- Days are inclusive: a thing counts from its since to its until.
create table asset (
  id uuid primary key,
  place_id uuid not null,
  kind text not null check (kind in ('bts', 'public-wifi', 'culture-house', 'postal-point', 'loudspeaker-cluster')),
  name text not null,
  operator text,
  location text,
  latitude double precision,
  longitude double precision,
  since date not null,
  until date,
  source text not null,
  version integer not null,
  check (until >= since),
  check ((latitude is null) = (longitude is null))
);
create index asset_place on asset (place_id, id);

-- What a station sends.
create table asset_service (
  asset_id uuid not null references asset on delete cascade,
  position integer not null,
  technology text not null check (technology in ('3g', '4g', '5g')),
  since date not null,
  until date,
  primary key (asset_id, position),
  check (until >= since)
);

create table lane (
  id uuid primary key,
  place_id uuid not null,
  name text not null,
  folded_name text not null,
  length_m integer check (length_m > 0),
  since date not null,
  until date,
  source text not null,
  version integer not null,
  check (until >= since)
);
create index lane_place on lane (place_id, id);
-- Two lanes in use never bear one name in one village; "Ngõ 3" and "ngo 3" are one name.
create unique index lane_name on lane (place_id, folded_name) where until is null;

-- Fibre in the lane and mobile coverage along it, by operator.
create table lane_service (
  lane_id uuid not null references lane on delete cascade,
  position integer not null,
  technology text not null check (technology in ('fibre', '3g', '4g', '5g')),
  operator text not null,
  since date not null,
  until date,
  primary key (lane_id, position),
  check (until >= since)
);
