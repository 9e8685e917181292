-- What a body is told also goes to people's mailboxes, where they want it. The outbox is
-- ledger.told itself, written in the transaction of the change; here stands who wants what, and
-- how each letter fares.
create table ledger.mail_choice (
    person text not null,
    region text not null,
    body text not null,
    -- the address, encrypted by the instance's vault
    address bytea not null,
    address_key text not null,
    pace text not null check (pace in ('at-once', 'daily', 'none')),
    language text not null check (language in ('zh', 'en')),
    -- what was told earlier is not sent
    since timestamptz not null,
    primary key (person, body, region)
);

create table ledger.mail (
    told uuid not null references ledger.told,
    person text not null,
    region text not null,
    body text not null,
    -- sending: taken, and not heard of since; never taken again
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'given-up')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    fault text not null default '' check (length(fault) <= 200),
    done_at timestamptz,
    primary key (person, body, region, told)
);
create index mail_next on ledger.mail (person, body, region, next_at) where state = 'waiting';
create index mail_told on ledger.mail (told);

alter table ledger.mail_choice enable row level security;
alter table ledger.mail_choice force row level security;
create policy own on ledger.mail_choice for select
    using (person = (select host.person()) and body = (select host.body())
        and region = (select host.region()));
-- The postman finds out for whom there is something to do.
create policy rounds on ledger.mail_choice for select using ((select host.body()) = 'job:mail');
create policy choose on ledger.mail_choice for insert
    with check (person = host.person() and body = host.body() and region = host.region()
        and body <> 'public' and body not like 'job:%');
create policy choose_anew on ledger.mail_choice for update
    using (person = (select host.person()) and body = (select host.body())
        and region = (select host.region()))
    with check (person = host.person() and body = host.body() and region = host.region());

alter table ledger.mail enable row level security;
alter table ledger.mail force row level security;
create policy own on ledger.mail for select
    using (person = (select host.person()) and body = (select host.body())
        and region = (select host.region()));
create policy queue on ledger.mail for insert
    with check (person = host.person() and body = host.body() and region = host.region()
        and exists (select from ledger.told t where t.id = told and t.body = host.body()
            and t.region = host.region()));
create policy go_on on ledger.mail for update
    using (person = (select host.person()) and body = (select host.body())
        and region = (select host.region()))
    with check (person = host.person() and body = host.body() and region = host.region());

grant select, insert on ledger.mail_choice, ledger.mail to tongquan_app;
grant update (address, address_key, pace, language, since) on ledger.mail_choice to tongquan_app;
grant update (state, attempts, next_at, fault, done_at) on ledger.mail to tongquan_app;
