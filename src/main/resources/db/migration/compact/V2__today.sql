-- The versions in force and what follows from them, by the day of the house instead of the server's.
create or replace view compact.in_force with (security_invoker = true) as
select distinct on (region) id, region, version, kind
from compact.version
where valid_from <= (select host.today())
  and (valid_to is null or valid_to >= (select host.today()))
order by region, valid_from desc, adopted_at desc, id;

create or replace view compact.visible with (security_invoker = true) as
select p.region, p.party
from compact.in_force v
join compact.body b on b.version_id = v.id and b.body = host.body()
join compact.party p on p.version_id = v.id and (b.sees = 'all' or b.party = p.party)
where (p.valid_from is null or p.valid_from <= (select host.today()))
  and (p.valid_to is null or p.valid_to >= (select host.today()))
union
select p.region, p.party
from compact.in_force v
join compact.party p on p.version_id = v.id
where strpos(host.body(), '/') > 0
  and p.party = split_part(host.body(), '/', 1)
  and (p.valid_from is null or p.valid_from <= (select host.today()))
  and (p.valid_to is null or p.valid_to >= (select host.today()));
