-- What the public suggests, and what became of it. State and unit of a suggestion are a projection
-- of its events, kept so that policies can read them; the events are the record.
create table ledger.suggestion_contact (
    id uuid primary key,
    region text not null,
    sealed_key text not null,
    sealed bytea not null,
    at timestamptz not null
);

create table ledger.suggestion (
    id uuid primary key,
    region text not null,
    category text not null,
    title text not null,
    text text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    look_by date not null,
    look_days integer not null,
    look_provisional boolean not null,
    rule text not null,
    code_hash bytea not null unique,
    contact uuid unique references ledger.suggestion_contact,
    state text not null default 'pending' check (state in ('pending', 'published', 'hidden')),
    unit text not null default ''
);
create index suggestion_state on ledger.suggestion (region, state, id desc);
create index suggestion_unit on ledger.suggestion (unit, id desc) where unit <> '';

create table ledger.suggestion_event (
    id uuid primary key,
    suggestion uuid not null references ledger.suggestion,
    region text not null,
    ordinal integer not null,
    kind text not null check (kind in ('published', 'hidden', 'assigned', 'answered', 'linked')),
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    text text not null default '',
    unit text not null default '',
    commitment text not null default '',
    due date,
    days integer not null default 0,
    provisional boolean not null default false,
    rule text not null default '',
    unique (suggestion, ordinal),
    check ((kind = 'assigned') = (due is not null and unit <> ''))
);

-- When suggestions came from where: a keyed digest of the address, forgotten after a day.
create table ledger.suggestion_attempt (
    region text not null,
    origin bytea not null,
    at timestamptz not null
);
create index suggestion_attempt_at on ledger.suggestion_attempt (region, at);

-- Whether the compact shows its progress to the public, and so hears it.
create function ledger.takes_suggestions(asked text) returns boolean language sql stable as $$
    select exists (select from ledger.extent where region = asked and public)
$$;

do $$
declare
    name text;
begin
    foreach name in array array['suggestion', 'suggestion_contact', 'suggestion_event',
        'suggestion_attempt']
    loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
    end loop;
end
$$;

-- Everybody reads what is published; the office reads all, a unit what it is to answer.
create policy read on ledger.suggestion for select
    using ((select ledger.is_job())
        or (state = 'published' and (region = (select host.region())
            or region in (select e.region from ledger.extent e where e.public)))
        or (region = (select host.region())
            and (select ledger.may(host.region(), 'supervise')))
        or (region = (select host.region()) and unit = (select host.body())));
create policy file on ledger.suggestion for insert
    with check (body = host.body() and person = host.person() and state = 'pending'
        and unit = '' and ledger.takes_suggestions(region));
create policy handle on ledger.suggestion for update
    using (ledger.may(region, 'supervise')) with check (ledger.may(region, 'supervise'));

create policy read on ledger.suggestion_contact for select
    using (ledger.may(region, 'supervise'));
create policy file on ledger.suggestion_contact for insert
    with check (ledger.takes_suggestions(region));

-- Why something was hidden is for the office and the unit alone.
create policy read on ledger.suggestion_event for select
    using (exists (select from ledger.suggestion s where s.id = suggestion)
        and (kind <> 'hidden' or (select ledger.is_job()) or ledger.may(region, 'supervise')
            or exists (select from ledger.suggestion s
                where s.id = suggestion and s.unit = (select host.body()))));
create policy handle on ledger.suggestion_event for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.suggestion s
            where s.id = suggestion and s.region = suggestion_event.region)
        and case kind
            when 'answered' then region = host.region() and exists (select from ledger.suggestion s
                where s.id = suggestion and s.unit = host.body())
            else ledger.may(region, 'supervise') end);

create policy count on ledger.suggestion_attempt for select using (host.body() is not null);
create policy file on ledger.suggestion_attempt for insert
    with check (ledger.takes_suggestions(region));
create policy forget on ledger.suggestion_attempt for delete using (ledger.is_job());

-- Who wrote is kept, and named by the journal alone: no page and no query of the program reads it.
grant execute on all functions in schema ledger to tongquan_app;
grant select (id, region, category, title, text, body, on_day, at, look_by, look_days,
    look_provisional, rule, code_hash, contact, state, unit), insert, update (state, unit)
    on ledger.suggestion to tongquan_app;
grant select, insert on ledger.suggestion_contact to tongquan_app;
grant select (id, suggestion, region, ordinal, kind, body, on_day, at, text, unit, commitment,
    due, days, provisional, rule), insert on ledger.suggestion_event to tongquan_app;
grant select, insert, delete on ledger.suggestion_attempt to tongquan_app;
