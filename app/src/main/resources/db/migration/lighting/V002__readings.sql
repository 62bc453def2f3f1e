-- How a cabinet is, as its newest report says; arrays by slot of circuit or lamp, null where it did not say.
create table cabinet_state (
  cabinet_id uuid primary key,
  seq bigint not null,
  at timestamptz not null,
  received_at timestamptz not null,
  mode text,
  door text,
  breaker text,
  supply boolean,
  plan_version bigint,
  plan_hash text,
  circuit_on boolean[] not null,
  circuit_dw integer[] not null,
  voltage_dv integer[] not null,
  energy_wh bigint[] not null,
  loop boolean[] not null,
  lamp_on boolean[] not null,
  lamp_dw integer[] not null
) with (fillfactor = 50);

-- One row a report, not one a lamp: 40 readings cost little more than one. Decawatts would be coarse: dw is a tenth of a watt.
create table reading (
  cabinet_id uuid not null,
  at timestamptz not null,
  seq bigint not null,
  received_at timestamptz not null,
  circuit_on boolean[] not null,
  circuit_dw integer[] not null,
  energy_wh bigint[] not null,
  lamp_dw integer[] not null
) partition by range (at);
create index reading_cabinet on reading (cabinet_id, at);
-- What no month was made for: absurd clocks, reports of months ago.
create table reading_other partition of reading default;

create table cabinet_event (
  cabinet_id uuid not null,
  at timestamptz not null,
  seq bigint not null,
  received_at timestamptz not null,
  kind text not null,
  slot smallint,
  is_on boolean,
  by_whom text,
  lux real
);
create index cabinet_event_cabinet on cabinet_event (cabinet_id, at);
