-- The search in the addresses of a commune's villages read every household of them; now it reads their index alone.
drop index household_village_name;
create index household_village_name on household (village_id, sort_key, id)
    include (address_key, number_key) where registered_to is null;
