-- What a module wants people to know; its texts are said in the reader's language when it is read.
create table notice (
  id uuid primary key,
  key text not null unique,
  urgency text not null check (urgency in ('ALARM', 'WARNING', 'NEWS')),
  place_id uuid not null,
  title_key text not null,
  title_args jsonb not null,
  body_key text not null,
  body_args jsonb not null,
  link text not null,
  posted_at timestamptz not null,
  settled_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_by_name text,
  -- the lists of those who were told are not up to date with the two times above
  to_quiet boolean not null default false
);
create index notice_to_quiet on notice (id) where to_quiet;
create index notice_age on notice (posted_at);

-- Who is told when: step 0 at once, the others unless somebody has acknowledged by then.
create table step (
  notice_id uuid not null references notice on delete cascade,
  number smallint not null,
  due_at timestamptz not null,
  permission text,
  roles text[] not null,
  place_id uuid,
  accounts uuid[] not null,
  except_account uuid,
  state text not null check (state in ('WAITING', 'TOLD', 'CALLED_OFF')),
  told integer,
  primary key (notice_id, number)
);
create index step_due on step (due_at) where state = 'WAITING';

-- One row per person told. Open alarms (rank 0) stand before all others.
create table recipient (
  account_id uuid not null,
  notice_id uuid not null references notice on delete cascade,
  rank smallint not null,
  step smallint not null,
  told_at timestamptz not null,
  seen_at timestamptz,
  primary key (account_id, notice_id)
);
create index recipient_list on recipient (account_id, rank, notice_id desc);
create index recipient_unseen on recipient (account_id, rank, notice_id desc) where seen_at is null;
create index recipient_notice on recipient (notice_id);

-- How many notices somebody has not seen: kept by each write, so that a page need not count.
create table bell (
  account_id uuid primary key,
  unseen integer not null check (unseen >= 0)
);

-- The queue of what channels carry further. A row is claimed for a while before it is handed over; a claim that ran out is taken again.
create table delivery (
  id uuid primary key,
  notice_id uuid not null references notice on delete cascade,
  account_id uuid not null,
  channel text not null,
  target uuid not null,
  language text not null,
  state text not null check (state in ('WAITING', 'HANDED_OVER', 'NOT_REACHED', 'CALLED_OFF')),
  attempts smallint not null default 0,
  due_at timestamptz not null,
  finished_at timestamptz,
  answer text,
  unique (notice_id, channel, target)
);
create index delivery_due on delivery (due_at) where state = 'WAITING';
