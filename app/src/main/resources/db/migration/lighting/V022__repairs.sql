-- Work for the electrician: from an alarm, or entered by hand. Done says a person; verified says the power that is measured afterwards.
create table repair (
  id uuid primary key,
  place_id uuid not null,
  cabinet_id uuid not null,
  alarm_id uuid unique,
  kind text not null,
  label text not null,
  lamps text[] not null,
  opened_at timestamptz not null,
  state text not null check (state in ('open', 'taken', 'done', 'verified')),
  taken_at timestamptz,
  taken_by uuid,
  taken_name text,
  done_at timestamptz,
  parts text not null,
  note text not null,
  before_photo_id uuid,
  after_photo_id uuid,
  verified_at timestamptz,
  reopened integer not null,
  version integer not null,
  check ((state = 'open') = (taken_at is null)),
  check ((state in ('done', 'verified')) = (done_at is not null)),
  check ((state = 'verified') = (verified_at is not null))
);
create index repair_place on repair (place_id, id desc);
create index repair_work on repair (place_id) where state in ('open', 'taken');
create index repair_taken on repair (cabinet_id) where state = 'taken';
