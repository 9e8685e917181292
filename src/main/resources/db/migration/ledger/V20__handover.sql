-- The duties of one unit went to another. Rows stay; who answers today follows from them.
create table ledger.succession (
    id uuid primary key,
    region text not null,
    from_unit text not null,
    to_unit text not null check (to_unit <> from_unit),
    on_day date not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, from_unit)
);

alter table ledger.succession enable row level security;
alter table ledger.succession force row level security;
create policy read on ledger.succession for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy hand_over on ledger.succession for insert
    with check (body = host.body() and person = host.person() and ledger.may(region, 'assign'));
grant select, insert on ledger.succession to tongquan_app;

-- What was assigned by hand moves with the hand-over; what the text names is the projection's.
create policy hand_over on ledger.assignment for update
    using (by_body <> 'clause' and valid_to is null and ledger.sees(region, party)
        and region = (select host.region())
        and (select ledger.may((select host.region()), 'assign')))
    with check (valid_to = host.today());

-- The acting body and every unit whose duties came to it.
create function ledger.stands_for() returns text[] language sql stable as $$
    with recursive mine (unit) as (
        select host.body()
        union
        select s.from_unit from mine m -- union, so that even a circle would end
        join ledger.succession s on s.region = host.region() and s.to_unit = m.unit
    )
    select array_agg(unit) from mine
$$;
grant execute on function ledger.stands_for() to tongquan_app;

-- A successor answers what its predecessor was asked, and does not check it.
create or replace function ledger.answers_for(asked text, of_party text, units text[])
returns boolean language sql stable as $$
    select asked = host.region() and (units && ledger.stands_for()
        or (ledger.belongs(asked, of_party)
            and exists (select from unnest(units) u where u like asked || ':%')))
$$;

create or replace function ledger.may_check(asked text, of_party text, units text[]) returns boolean
language sql stable as $$
    select ledger.may(asked, 'supervise') and ledger.sees(asked, of_party)
        and not units && ledger.stands_for() and not ledger.belongs(asked, of_party)
$$;

drop policy seen on ledger.notice;
create policy seen on ledger.notice for select
    using ((select ledger.is_job())
        or (region = (select host.region())
            and (units && (select ledger.stands_for()) or issuer = host.body()))
        or (region, party) in (select region, party from compact.visible));
