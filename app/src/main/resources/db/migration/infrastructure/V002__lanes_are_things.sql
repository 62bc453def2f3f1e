-- A lane is one more kind of thing: what differed was a length, and an operator with each of its services.
alter table asset add column length_m integer check (length_m > 0);
-- of lanes alone
alter table asset add column folded_name text;
alter table asset drop constraint asset_kind_check;
alter table asset add constraint asset_kind_check
  check (kind in ('bts', 'public-wifi', 'culture-house', 'postal-point', 'loudspeaker-cluster', 'lane'));
alter table asset add constraint asset_lane_check check ((kind = 'lane') = (folded_name is not null));
alter table asset_service add column operator text;
alter table asset_service drop constraint asset_service_technology_check;
alter table asset_service add constraint asset_service_technology_check
  check (technology in ('fibre', '3g', '4g', '5g'));

insert into asset (id, place_id, kind, name, length_m, folded_name, since, until, source, version)
select id, place_id, 'lane', name, length_m, folded_name, since, until, source, version
from lane;
insert into asset_service (asset_id, position, technology, operator, since, until)
select lane_id, position, technology, operator, since, until
from lane_service;
drop table lane_service;
drop table lane;

-- Two lanes in use never bear one name in one village; "Ngõ 3" and "ngo 3" are one name.
create unique index asset_lane_name on asset (place_id, folded_name) where kind = 'lane' and until is null;
