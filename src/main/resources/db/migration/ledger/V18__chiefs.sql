-- Chiefs (链长制、湾长制、岛长制): objects, their terms, who holds the post, visits, problems found.
-- Append-only; the state of a problem is a fold over its events.

create table ledger.chief_charge (
    id uuid primary key,
    region text not null,
    party text not null,
    declared text not null,
    kind text not null check (kind in ('chain', 'bay', 'island', 'river', 'lake', 'forest')),
    object_zh text not null,
    object_en text,
    commitment text not null,
    basis text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null
);
create unique index chief_charge_declared on ledger.chief_charge (region, declared)
    where declared <> '';
create index chief_charge_order on ledger.chief_charge (region, party, id);

create table ledger.chief_terms (
    charge uuid not null references ledger.chief_charge,
    region text not null,
    seq integer not null check (seq > 0),
    from_day date not null,
    ended boolean not null,
    post_zh text not null,
    post_en text,
    duties text[] not null,
    rhythm text not null,
    units text[] not null,
    settle_within integer,
    rule text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    primary key (charge, seq)
);

create table ledger.chief_holding (
    charge uuid not null references ledger.chief_charge,
    region text not null,
    seq integer not null check (seq > 0),
    from_day date not null,
    holder text not null,
    deputy text not null,
    unit text not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    primary key (charge, seq)
);
create index chief_holding_unit on ledger.chief_holding (unit, charge);

create table ledger.chief_visit (
    id uuid primary key,
    charge uuid not null references ledger.chief_charge,
    region text not null,
    party text not null,
    on_day date not null,
    place text not null,
    went text not null check (went in ('chief', 'deputy', 'unit')),
    who text not null,
    seen text not null,
    duties text[] not null,
    body text not null,
    person text not null,
    filed_on date not null check (filed_on >= on_day),
    at timestamptz not null
);
create index chief_visit_charge on ledger.chief_visit (charge, on_day);

-- The unit that has it now is a projection of the events, for the policies.
create table ledger.chief_matter (
    id uuid primary key,
    charge uuid not null references ledger.chief_charge,
    visit uuid not null references ledger.chief_visit,
    region text not null,
    party text not null,
    unit text not null,
    moved_on date,
    text text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null
);
create index chief_matter_charge on ledger.chief_matter (charge, id);
create index chief_matter_visit on ledger.chief_matter (visit);
create index chief_matter_unit on ledger.chief_matter (unit, region);

create table ledger.chief_event (
    id uuid primary key,
    matter uuid not null references ledger.chief_matter,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in
        ('found', 'received', 'answered', 'returned', 'moved', 'noticed', 'closed')),
    text text not null,
    unit text not null,
    within integer not null,
    rule text not null,
    due date,
    provisional boolean not null,
    notice uuid,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (matter, seq)
);

-- Photos and papers, of a visit or of an event.
create table ledger.chief_file (
    id uuid primary key,
    visit uuid references ledger.chief_visit,
    event uuid references ledger.chief_event,
    region text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 bytea not null,
    content bytea not null,
    check ((visit is null) <> (event is null))
);
create index chief_file_visit on ledger.chief_file (visit);
create index chief_file_event on ledger.chief_file (event);

create table ledger.chief_account (
    id uuid primary key,
    region text not null,
    year integer not null,
    as_of date not null,
    title text not null,
    number text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    simulated boolean not null,
    docx bytea not null,
    pdf bytea not null,
    sha256 bytea not null
);
create index chief_account_order on ledger.chief_account (region, at desc);

-- Functions, because a policy cannot ask its own table.
create function ledger.last_of_chief_matter(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(e.seq), 0) from ledger.chief_event e where e.matter = wanted
$$;

-- Whether the acting body is the contact unit of an object on a day.
create function ledger.keeps_charge(wanted uuid, on_day date) returns boolean
language sql stable as $$
    select coalesce((select p.unit = host.body() and p.region = host.region()
        from ledger.chief_holding p where p.charge = wanted and p.from_day <= keeps_charge.on_day
        order by p.seq desc limit 1), false)
$$;

-- Whether the acting body sees a row of a day for having been the contact unit: what was there
-- before another unit took over, and all while it is the one.
create function ledger.kept_charge(wanted uuid, on_day date, at timestamptz) returns boolean
language sql stable as $$
    select exists (select from ledger.chief_holding p
        where p.charge = wanted and p.unit = host.body() and p.region = host.region()
          and p.from_day <= host.today()
          and not exists (select from ledger.chief_holding n
              where n.charge = wanted and n.seq > p.seq and n.unit <> p.unit
                and n.from_day <= kept_charge.on_day and n.at <= kept_charge.at))
$$;

create function ledger.is_visit_of(wanted uuid, of_charge uuid, of_region text, of_party text)
returns boolean language sql stable as $$
    select exists (select from ledger.chief_visit v where v.id = wanted and v.charge = of_charge
        and v.region = of_region and v.party = of_party)
$$;

create function ledger.may_name_chief(asked text, of_party text) returns boolean
language sql stable as $$
    select ledger.may(asked, 'assign') and ledger.sees(asked, of_party)
$$;

-- Who answers for what is known to the whole region, as on the boards by the shore.
alter table ledger.chief_charge enable row level security;
alter table ledger.chief_charge force row level security;
create policy seen on ledger.chief_charge for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy record on ledger.chief_charge for insert
    with check (body = host.body() and person = host.person()
        and (ledger.is_job() or (declared = '' and ledger.may_name_chief(region, party))));

alter table ledger.chief_terms enable row level security;
alter table ledger.chief_terms force row level security;
create policy seen on ledger.chief_terms for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy record on ledger.chief_terms for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.chief_charge c
            where c.id = charge and c.region = chief_terms.region
              and (ledger.is_job()
                  or (c.declared = '' and ledger.may_name_chief(c.region, c.party)))));

alter table ledger.chief_holding enable row level security;
alter table ledger.chief_holding force row level security;
create policy seen on ledger.chief_holding for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy name on ledger.chief_holding for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.chief_charge c
            where c.id = charge and c.region = chief_holding.region
              and ledger.may_name_chief(c.region, c.party)));

-- What was seen and found: the party, bodies that see it, the contact unit, the unit it went to.
alter table ledger.chief_matter enable row level security;
alter table ledger.chief_matter force row level security;
create policy seen on ledger.chief_matter for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and unit = (select host.body()))
        or (region, party) in (select region, party from compact.visible)
        or ledger.kept_charge(charge, on_day, at));
create policy hand on ledger.chief_matter for insert
    with check (body = host.body() and person = host.person() and unit <> host.body()
        and moved_on is null and on_day = host.today() and ledger.keeps_charge(charge, on_day)
        and ledger.is_visit_of(visit, charge, region, party));
create policy move on ledger.chief_matter for update
    using (ledger.keeps_charge(charge, host.today()))
    with check (unit <> host.body() and moved_on = host.today()
        and ledger.keeps_charge(charge, moved_on));

alter table ledger.chief_visit enable row level security;
alter table ledger.chief_visit force row level security;
create policy seen on ledger.chief_visit for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible)
        or ledger.kept_charge(charge, filed_on, at)
        or exists (select from ledger.chief_matter m
            where m.visit = chief_visit.id and m.unit = host.body()
              and m.region = host.region()));
create policy record on ledger.chief_visit for insert
    with check (body = host.body() and person = host.person()
        and filed_on = host.today() and ledger.keeps_charge(charge, filed_on)
        and exists (select from ledger.chief_charge c
            where c.id = charge and c.region = chief_visit.region
              and c.party = chief_visit.party));

alter table ledger.chief_event enable row level security;
alter table ledger.chief_event force row level security;
create policy seen on ledger.chief_event for select
    using (exists (select from ledger.chief_matter m
        where m.id = matter and ((select ledger.is_job())
            or (m.region = host.region() and m.unit = host.body())
            or (m.region, m.party) in (select region, party from compact.visible)
            or ledger.kept_charge(m.charge, chief_event.on_day, chief_event.at))));
create policy act on ledger.chief_event for insert
    with check (body = host.body() and person = host.person() and on_day = host.today()
        and seq = 1 + ledger.last_of_chief_matter(matter)
        and exists (select from ledger.chief_matter m
            where m.id = matter and m.region = chief_event.region
              and case
                  when step = 'found' then seq = 1 and m.body = host.body()
                  when step in ('received', 'answered')
                      then m.unit = host.body() and m.region = host.region()
                          and chief_event.unit = m.unit
                  when step = 'noticed' then ledger.may(m.region, 'supervise')
                      and ledger.sees(m.region, m.party) and m.unit <> host.body()
                  else m.unit <> host.body()
                      and ledger.keeps_charge(m.charge, chief_event.on_day) end));

alter table ledger.chief_file enable row level security;
alter table ledger.chief_file force row level security;
create policy seen on ledger.chief_file for select
    using (exists (select from ledger.chief_visit v where v.id = visit)
        or exists (select from ledger.chief_event e where e.id = event));
create policy file on ledger.chief_file for insert
    with check (exists (select from ledger.chief_visit v
            where v.id = visit and v.body = host.body() and v.region = chief_file.region)
        or exists (select from ledger.chief_event e
            where e.id = event and e.body = host.body() and e.region = chief_file.region));

alter table ledger.chief_account enable row level security;
alter table ledger.chief_account force row level security;
create policy seen on ledger.chief_account for select using (ledger.in_region(region));
create policy issue on ledger.chief_account for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'issue-report'));

grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.chief_charge, ledger.chief_terms, ledger.chief_holding,
    ledger.chief_visit, ledger.chief_matter, ledger.chief_event, ledger.chief_file,
    ledger.chief_account to tongquan_app;
grant update (unit, moved_on) on ledger.chief_matter to tongquan_app;
