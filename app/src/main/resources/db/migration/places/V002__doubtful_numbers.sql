-- The number of a decision may be in doubt while its day is not.
alter table operation drop constraint operation_known_check;
alter table operation add constraint operation_known_check
  check (known in ('EXACT', 'LIST', 'UNVERIFIED', 'NUMBER_UNVERIFIED'));
update operation set known = 'NUMBER_UNVERIFIED' where reference_key = 'res-1238' and known = 'EXACT';
