-- The register of households and residents. Three rules hold for all tables:
-- 1. The row of a household or person is its present state; what has ended stands in the past_ tables. Bulk loads thus write one row
--    per person, and lists and detail pages read one row per thing.
-- 2. Periods are half open: valid_from is the first day that it holds, valid_to the first day that it no longer does.
-- 3. Keys of search and order are computed by the program (see PersonName), so that the order does not depend on the server's collation.

-- attributes: {"internet": ["yes", "2023-11-20", "survey"]} = code -> value, valid from, source. Who entered it and when is in the audit.
create table household (
  id uuid primary key,
  village_id uuid not null,
  -- number in the village's own register, "HK-001"; its key has digits padded: "hk000001"
  number text not null,
  number_key text collate "C" not null,
  head_id uuid,
  -- copies of the head's name and order, so that the list needs this table alone
  head_name text not null,
  sort_key text collate "C" not null,
  lane text not null default '',
  address text not null default '',
  address_key text collate "C" not null default '',
  member_count int not null default 0,
  attributes jsonb not null default '{}',
  registered_from date not null,
  -- since when it has been in this village; equals registered_from until it moves
  here_from date not null,
  registered_to date,
  end_reason text check (end_reason in ('moved-out', 'merged', 'dissolved', 'mistake')),
  -- the import or load that made it, for its undo
  batch_id uuid,
  version int not null default 1,
  check (registered_to is null or registered_to >= registered_from)
);
create unique index household_number on household (village_id, number_key) where registered_to is null;
create index household_village_name on household (village_id, sort_key, id) where registered_to is null;
create index household_name on household (sort_key, id) where registered_to is null;
create index household_number_any on household (number_key, id) where registered_to is null;
create index household_address on household
  using gin (array_to_tsvector(string_to_array(address_key, ' '))) where registered_to is null;
create index household_batch on household (batch_id) where batch_id is not null;
-- One small index per filter of the list: an ordered scan without it reads everything when almost nobody matches.
create index household_without_internet on household (sort_key, id)
  where registered_to is null and coalesce(attributes #>> '{internet,0}', '') <> 'yes';
create index household_without_smartphone on household (sort_key, id)
  where registered_to is null and coalesce(attributes #>> '{smartphone,0}', '') <> 'yes';
create index household_without_address_code on household (sort_key, id)
  where registered_to is null and coalesce(attributes #>> '{address-code,0}', '') = '';
create index household_poor on household (sort_key, id)
  where registered_to is null and attributes #>> '{poverty,0}' = 'poor';
create index household_near_poor on household (sort_key, id)
  where registered_to is null and attributes #>> '{poverty,0}' = 'near-poor';

create table person (
  id uuid primary key,
  household_id uuid not null references household (id),
  village_id uuid not null,
  full_name text not null,
  -- "nguyen van an", "an nguyen van" (both folded), and the order of the Vietnamese alphabet by given name, family name, middle names
  name_key text collate "C" not null,
  given_key text collate "C" not null,
  sort_key text collate "C" not null,
  birth_date date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  sex text check (sex in ('male', 'female')),
  relation text not null,
  residence text not null check (residence in ('permanent', 'temporary', 'absent', 'working-away')),
  -- AES-256-GCM under the register key; the hash is an HMAC for exact search; the mask is what lists show
  cccd_cipher bytea,
  cccd_hash bytea,
  cccd_mask text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_mask text,
  attributes jsonb not null default '{}',
  registered_from date not null,
  -- since when in this household, village and kind of residence
  here_from date not null,
  registered_to date,
  end_reason text check (end_reason in ('died', 'moved-out', 'mistake')),
  batch_id uuid,
  version int not null default 1,
  check ((birth_date is null) = (birth_precision is null)),
  check (registered_to is null or registered_to >= registered_from)
);
create index person_household on person (household_id);
-- What a search filters by is included, so that it reads these indexes alone until it has its page.
create index person_village_name on person (village_id, sort_key, id) include (name_key) where registered_to is null;
create index person_name_key on person (name_key, id) include (village_id) where registered_to is null;
create index person_given_key on person (given_key, id) include (village_id) where registered_to is null;
create index person_words on person
  using gin (array_to_tsvector(string_to_array(name_key, ' '))) where registered_to is null;
create index person_cccd on person (cccd_hash) where cccd_hash is not null;
create index person_phone on person (phone_hash) where phone_hash is not null;
create index person_batch on person (batch_id) where batch_id is not null;

-- Where a household was before its present village.
create table household_past_stay (
  household_id uuid not null references household (id),
  village_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  primary key (household_id, valid_from),
  check (valid_to > valid_from)
);
create index household_past_stay_village on household_past_stay (village_id);

-- Where and how a person lived before the present household, village and kind of residence.
create table person_past_stay (
  person_id uuid not null references person (id),
  household_id uuid not null,
  village_id uuid not null,
  residence text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (person_id, valid_from),
  check (valid_to > valid_from)
);
create index person_past_stay_village on person_past_stay (village_id);

-- What an attribute of a household or person was before its present value.
create table past_attribute (
  subject_id uuid not null,
  code text not null,
  value text not null,
  source text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (subject_id, code, valid_from),
  check (valid_to > valid_from)
);

-- Counters kept by the writes: what pages say about how many, without counting on the way.
create table village_count (
  village_id uuid primary key,
  households int not null,
  residents int not null
);

-- The rows as they were before a change, so that the one who made it can take it back; cleared after a day.
create table undo (
  id uuid primary key,
  household_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  images jsonb not null
);
create index undo_at on undo (at);

-- Proves that the register key of this installation belongs to this database; the key itself is never here.
create table key_check (
  id int primary key check (id = 1),
  proof bytea not null
);
