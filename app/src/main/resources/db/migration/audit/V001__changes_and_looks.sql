-- Append only. Actor's name and role are copied so that the row stays true when the account has gone.
create table change (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text,
  actor_place_id uuid,
  action text not null,
  place_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb
);
create index change_subject on change (subject_type, subject_id, at desc);
create index change_place on change (place_id, at desc);

-- One row per page or export that showed personal data, with the persons shown.
create table look (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text,
  actor_place_id uuid,
  what text not null,
  place_id uuid,
  subject_ids uuid[] not null
);
