-- The words of each commitment in force today, in lower case: what a search reads. One narrow row
-- a commitment, because row-level security lets no index help with words. A projection.
create table ledger.wording (
    region text not null,
    ordinal integer not null,
    commitment text not null,
    words text not null,
    public boolean not null,
    primary key (region, ordinal)
);

alter table ledger.wording enable row level security;
alter table ledger.wording force row level security;
create policy read on ledger.wording for select
    using (region = (select host.region()) or public or (select ledger.is_job()));
create policy project on ledger.wording for all
    using ((select ledger.is_job())) with check (ledger.is_job());
grant select, insert, update, delete on ledger.wording to tongquan_app;
