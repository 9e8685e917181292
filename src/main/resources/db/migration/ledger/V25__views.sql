-- Views that people keep: the filter of a page under a name, for themselves or for their body.
create table ledger.saved_view (
    id uuid primary key,
    region text not null,
    body text not null,
    person text not null,
    page text not null check (page in ('ledger', 'board', 'notices', 'calendar')),
    name text not null check (length(name) between 1 and 40),
    query text not null check (length(query) between 1 and 1000),
    shared boolean not null,
    at timestamptz not null,
    unique (region, body, person, page, name)
);
create index saved_view_body on ledger.saved_view (body, region, page);

-- The view with which a page opens for a person.
create table ledger.saved_view_default (
    region text not null,
    body text not null,
    person text not null,
    page text not null,
    view uuid not null references ledger.saved_view on delete cascade,
    primary key (person, body, region, page)
);
create index saved_view_default_view on ledger.saved_view_default (view);

alter table ledger.saved_view enable row level security;
alter table ledger.saved_view force row level security;
create policy seen on ledger.saved_view for select
    using (body = (select host.body()) and region = (select host.region())
        and (shared or person = (select host.person())));
create policy keep on ledger.saved_view for insert
    with check (body = host.body() and region = host.region() and person = host.person()
        and body <> 'public' and body not like 'job:%');
create policy share on ledger.saved_view for update
    using (body = (select host.body()) and region = (select host.region())
        and person = (select host.person()))
    with check (body = host.body() and region = host.region() and person = host.person());
create policy remove on ledger.saved_view for delete
    using (body = (select host.body()) and region = (select host.region())
        and person = (select host.person()));

alter table ledger.saved_view_default enable row level security;
alter table ledger.saved_view_default force row level security;
create policy own on ledger.saved_view_default for select
    using (body = (select host.body()) and region = (select host.region())
        and person = (select host.person()));
create policy choose on ledger.saved_view_default for insert
    with check (body = host.body() and region = host.region() and person = host.person()
        and exists (select from ledger.saved_view v where v.id = view
            and v.page = saved_view_default.page));
create policy clear on ledger.saved_view_default for delete
    using (body = (select host.body()) and region = (select host.region())
        and person = (select host.person()));

grant select, insert, delete on ledger.saved_view, ledger.saved_view_default to tongquan_app;
grant update (shared) on ledger.saved_view to tongquan_app;
