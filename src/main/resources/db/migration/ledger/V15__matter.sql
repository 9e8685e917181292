-- Major matters (重大事项) reported outside the rhythm. A report and its events are never changed;
-- `bodies`, those it was forwarded to, is a projection of the events that policies read.
create table ledger.matter (
    id uuid primary key,
    region text not null,
    party text not null,
    title text not null,
    happened text not null,
    needed text not null,
    urgent boolean not null,
    rule text not null,
    acknowledge_within integer not null,
    settle_within integer not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    simulated boolean not null,
    bodies text[] not null default '{}'
);
create index matter_order on ledger.matter (region, at desc, id desc);

create table ledger.matter_file (
    id uuid primary key,
    matter uuid not null references ledger.matter,
    region text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 bytea not null,
    content bytea not null
);
create index matter_file_order on ledger.matter_file (matter, id);

create table ledger.matter_event (
    id uuid primary key,
    matter uuid not null references ledger.matter,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in
        ('reported', 'added', 'acknowledged', 'forwarded', 'answered', 'closed')),
    text text not null,
    bodies text[] not null,
    due date,
    provisional boolean not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (matter, seq)
);

do $$
declare
    name text;
begin
    foreach name in array array['matter', 'matter_file', 'matter_event'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
    end loop;
end
$$;

-- Whether the acting body receives and handles what is reported.
create function ledger.receives(asked text) returns boolean language sql stable as $$
    select ledger.is_common(asked) and ledger.may(asked, 'supervise')
$$;

-- Who reported, the bodies of the same party, the office, and those it was forwarded to.
create policy seen on ledger.matter for select
    using ((select ledger.is_job())
        or (region = (select host.region())
            and (body = (select host.body()) or (select host.body()) = any (bodies)
                or (select ledger.receives(host.region()))
                or (party <> '' and ledger.belongs(region, party)))));
create policy report on ledger.matter for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and bodies = '{}' and (ledger.belongs(region, party)
            or (party = '' and ledger.is_common(region))));
create policy forward on ledger.matter for update
    using (ledger.receives(region) and body <> host.body())
    with check (ledger.receives(region));

create policy seen on ledger.matter_file for select
    using (exists (select from ledger.matter m where m.id = matter));
create policy attach on ledger.matter_file for insert
    with check (exists (select from ledger.matter m
        where m.id = matter and m.region = matter_file.region and m.body = host.body()));

create function ledger.last_of_matter(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(e.seq), 0) from ledger.matter_event e where e.matter = wanted
$$;

create policy seen on ledger.matter_event for select
    using (exists (select from ledger.matter m where m.id = matter));
create policy act on ledger.matter_event for insert
    with check (body = host.body() and person = host.person()
        and seq = 1 + ledger.last_of_matter(matter)
        and exists (select from ledger.matter m
            where m.id = matter and m.region = matter_event.region
              and case
                  when step = 'reported' then matter_event.seq = 1 and m.body = host.body()
                  when step = 'added' then m.body = host.body()
                  when step = 'answered' then host.body() = any (m.bodies)
                  else ledger.receives(m.region) and m.body <> host.body() end));

grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.matter, ledger.matter_file, ledger.matter_event to tongquan_app;
grant update (bodies) on ledger.matter to tongquan_app;
