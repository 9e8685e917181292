-- After a hand-over the unit before answers nothing any more, not even what it was asked itself; the
-- successor carries on all of it: notices, problems that chiefs found, contact units, suggestions.

-- The units for which the acting body answers now: its own name and its predecessors', or none once
-- it handed its duties over.
create function ledger.answers_as() returns text[] language sql stable as $$
    select case when exists (select from ledger.succession s
                             where s.region = host.region() and s.from_unit = host.body())
                then '{}'::text[] else ledger.stands_for() end
$$;
grant execute on function ledger.answers_as() to tongquan_app;

create or replace function ledger.answers_for(asked text, of_party text, units text[])
returns boolean language sql stable as $$
    select asked = host.region() and (units && ledger.answers_as()
        or (ledger.belongs(asked, of_party)
            and exists (select from unnest(units) u where u like asked || ':%')))
$$;

-- Contact units of objects with a chief.
create or replace function ledger.keeps_charge(wanted uuid, on_day date) returns boolean
language sql stable as $$
    select coalesce((select p.unit = any (ledger.answers_as()) and p.region = host.region()
        from ledger.chief_holding p where p.charge = wanted and p.from_day <= keeps_charge.on_day
        order by p.seq desc limit 1), false)
$$;

create or replace function ledger.kept_charge(wanted uuid, on_day date, at timestamptz)
returns boolean language sql stable as $$
    select exists (select from ledger.chief_holding p
        where p.charge = wanted and p.unit = any (ledger.stands_for())
          and p.region = host.region() and p.from_day <= host.today()
          and not exists (select from ledger.chief_holding n
              where n.charge = wanted and n.seq > p.seq and n.unit <> p.unit
                and n.from_day <= kept_charge.on_day and n.at <= kept_charge.at))
$$;

-- Problems: seen by the unit that has them and by its successor; nobody checks the own case under
-- another name.
drop policy seen on ledger.chief_matter;
create policy seen on ledger.chief_matter for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and unit = any ((select ledger.stands_for())::text[]))
        or (region, party) in (select region, party from compact.visible)
        or ledger.kept_charge(charge, on_day, at));
drop policy hand on ledger.chief_matter;
create policy hand on ledger.chief_matter for insert
    with check (body = host.body() and person = host.person()
        and unit <> all (ledger.stands_for()) and moved_on is null and on_day = host.today()
        and ledger.keeps_charge(charge, on_day)
        and ledger.is_visit_of(visit, charge, region, party));
drop policy move on ledger.chief_matter;
create policy move on ledger.chief_matter for update
    using (ledger.keeps_charge(charge, host.today()))
    with check (unit <> all (ledger.stands_for()) and moved_on = host.today()
        and ledger.keeps_charge(charge, moved_on));

drop policy seen on ledger.chief_visit;
create policy seen on ledger.chief_visit for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible)
        or ledger.kept_charge(charge, filed_on, at)
        or exists (select from ledger.chief_matter m
            where m.visit = chief_visit.id and m.unit = any (ledger.stands_for())
              and m.region = host.region()));

drop policy seen on ledger.chief_event;
create policy seen on ledger.chief_event for select
    using (exists (select from ledger.chief_matter m
        where m.id = matter and ((select ledger.is_job())
            or (m.region = host.region() and m.unit = any (ledger.stands_for()))
            or (m.region, m.party) in (select region, party from compact.visible)
            or ledger.kept_charge(m.charge, chief_event.on_day, chief_event.at))));
drop policy act on ledger.chief_event;
create policy act on ledger.chief_event for insert
    with check (body = host.body() and person = host.person() and on_day = host.today()
        and seq = 1 + ledger.last_of_chief_matter(matter)
        and exists (select from ledger.chief_matter m
            where m.id = matter and m.region = chief_event.region
              and case
                  when step = 'found' then seq = 1 and m.body = host.body()
                  when step in ('received', 'answered')
                      then m.unit = any (ledger.answers_as()) and m.region = host.region()
                          and chief_event.unit = m.unit
                  when step = 'noticed' then ledger.may(m.region, 'supervise')
                      and ledger.sees(m.region, m.party)
                      and m.unit <> all (ledger.stands_for())
                  else m.unit <> all (ledger.stands_for())
                      and ledger.keeps_charge(m.charge, chief_event.on_day) end));

-- Suggestions of the public.
drop policy read on ledger.suggestion;
create policy read on ledger.suggestion for select
    using ((select ledger.is_job())
        or (state = 'published' and (region = (select host.region())
            or region in (select e.region from ledger.extent e where e.public)))
        or (region = (select host.region())
            and (select ledger.may(host.region(), 'supervise')))
        or (region = (select host.region())
            and unit = any ((select ledger.stands_for())::text[])));
drop policy read on ledger.suggestion_event;
create policy read on ledger.suggestion_event for select
    using (exists (select from ledger.suggestion s where s.id = suggestion)
        and (kind <> 'hidden' or (select ledger.is_job()) or ledger.may(region, 'supervise')
            or exists (select from ledger.suggestion s
                where s.id = suggestion
                  and s.unit = any ((select ledger.stands_for())::text[]))));
drop policy handle on ledger.suggestion_event;
create policy handle on ledger.suggestion_event for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.suggestion s
            where s.id = suggestion and s.region = suggestion_event.region)
        and case kind
            when 'answered' then region = host.region() and exists (select from ledger.suggestion s
                where s.id = suggestion and s.unit = any (ledger.answers_as()))
            else ledger.may(region, 'supervise') end);
