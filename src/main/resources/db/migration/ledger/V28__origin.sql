-- The documents that commitments were read from, as they were when the rows were adopted, and the
-- sentence of each commitment in them. Written once with the adoption.
create table ledger.read_document (
    id uuid primary key,
    region text not null,
    version text not null,
    file_name text not null,
    title text not null,
    number text not null,
    issuer text not null,
    issued date,
    text text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);

create table ledger.read_sentence (
    region text not null,
    commitment text not null,
    document uuid not null references ledger.read_document,
    start_at integer not null,
    end_at integer not null,
    primary key (region, commitment, document),
    check (start_at >= 0 and start_at < end_at)
);
create index read_sentence_document on ledger.read_sentence (document, start_at);

alter table ledger.read_document enable row level security;
alter table ledger.read_document force row level security;
alter table ledger.read_sentence enable row level security;
alter table ledger.read_sentence force row level security;

-- Every body of the region that adopted a document reads it; nobody outside.
create policy seen on ledger.read_document for select
    using ((select ledger.is_job()) or region = (select host.region()));
create policy adopt on ledger.read_document for insert
    with check (body = host.body() and person = host.person() and ledger.may(region, 'adopt'));

create policy seen on ledger.read_sentence for select
    using ((select ledger.is_job()) or region = (select host.region()));
create policy adopt on ledger.read_sentence for insert
    with check (exists (select from ledger.read_document d
        where d.id = document and d.region = read_sentence.region and d.body = host.body()
          and d.person = host.person()) and ledger.may(region, 'adopt'));

grant select, insert on ledger.read_document, ledger.read_sentence to tongquan_app;
