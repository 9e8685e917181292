-- Policy documents being turned into commitments. A draft belongs to the body that reads it.
create table ledger.draft (
    id uuid primary key,
    region text not null,
    body text not null,
    person text not null,
    file_name text not null,
    source bytea not null,
    text text not null,
    title text not null,
    number text not null,
    issuer text not null,
    issued date,
    outline text not null,
    state text not null check (state in ('open', 'adopted', 'dropped')),
    version text,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index draft_body on ledger.draft (body, created_at desc);

create table ledger.draft_row (
    id uuid primary key,
    draft uuid not null references ledger.draft,
    body text not null,
    start_at integer not null,
    end_at integer not null,
    state text not null check (state in ('proposed', 'accepted', 'dropped')),
    confidence real not null,
    corrected boolean not null,
    fields text not null
);
create index draft_row_order on ledger.draft_row (draft, start_at);

-- Every change a person made, with the rows before and after: the measure of the reader, and undo.
create table ledger.draft_edit (
    id uuid primary key,
    draft uuid not null references ledger.draft,
    body text not null,
    person text not null,
    at timestamptz not null,
    what text not null,
    before text not null,
    after text not null,
    undoes uuid references ledger.draft_edit
);
create index draft_edit_order on ledger.draft_edit (draft, id);

alter table ledger.draft enable row level security;
alter table ledger.draft force row level security;
create policy own on ledger.draft for all using (body = host.body()) with check (body = host.body());

alter table ledger.draft_row enable row level security;
alter table ledger.draft_row force row level security;
create policy own on ledger.draft_row for all
    using (body = host.body()) with check (body = host.body());

alter table ledger.draft_edit enable row level security;
alter table ledger.draft_edit force row level security;
create policy own on ledger.draft_edit for all
    using (body = host.body()) with check (body = host.body());

grant select, insert on ledger.draft, ledger.draft_edit to tongquan_app;
grant update (state, version, changed_at) on ledger.draft to tongquan_app;
grant select, insert, update, delete on ledger.draft_row to tongquan_app;
