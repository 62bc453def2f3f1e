-- The list in the order of numbers finds its page in the index alone, as the one in the order of names does.
drop index household_number;
create unique index household_number on household (village_id, number_key) include (id) where registered_to is null;
