-- What the darkness watch found. Answered (somebody takes care) and ended (nothing is wrong any more) are two things.
create table alarm (
  id uuid primary key,
  place_id uuid not null,
  cabinet_id uuid not null,
  kind text not null,
  subject_type text not null check (subject_type in ('cabinet', 'road', 'circuit', 'lamp')),
  subject_id uuid not null,
  -- what people call the subject, as it was then
  label text not null,
  roads text[] not null,
  lamps text[] not null,
  reasons jsonb not null,
  -- number of the device's message that decided; null when silence did
  evidence_seq bigint,
  since timestamptz not null,
  raised_at timestamptz not null,
  answer text check (answer in ('going', 'known', 'false')),
  answered_at timestamptz,
  answered_by uuid,
  answered_name text,
  ended_at timestamptz,
  ending text,
  check ((answer is null) = (answered_at is null)),
  check ((ended_at is null) = (ending is null))
);
create unique index alarm_open on alarm (subject_id, kind) where ended_at is null;
create index alarm_open_place on alarm (place_id) where ended_at is null;
create index alarm_place on alarm (place_id, id desc);
create index alarm_cabinet on alarm (cabinet_id, id desc);

-- Each answer of a person, and what was found on the spot.
create table alarm_answer (
  id uuid primary key,
  alarm_id uuid not null references alarm,
  at timestamptz not null,
  kind text not null check (kind in ('going', 'known', 'false', 'found')),
  account_id uuid not null,
  name text not null,
  role text,
  note text not null,
  photo_id uuid
);
create index alarm_answer_alarm on alarm_answer (alarm_id, id);

-- What the watch remembers of a cabinet between two messages; changes when something happens.
create table watch_state (
  cabinet_id uuid primary key,
  place_id uuid not null,
  state jsonb not null,
  -- without supply or silent, for the question whether neighbours are out as well
  out_since timestamptz,
  silent_since timestamptz,
  changed_at timestamptz not null
);
create index watch_state_out on watch_state (place_id) where out_since is not null;
create index watch_state_silent on watch_state (silent_since) where silent_since is not null;

-- What was wrong in a past of which we heard too late to raise an alarm: one row a day for a cabinet, kind and subject.
create table late_finding (
  cabinet_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  day date not null,
  place_id uuid not null,
  label text not null,
  lamps integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  received_at timestamptz not null,
  messages integer not null,
  primary key (cabinet_id, subject_id, kind, day)
);
create index late_finding_place on late_finding (place_id, day desc);
