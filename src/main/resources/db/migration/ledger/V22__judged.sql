-- What a light is judged by stands in its row, so that a day judges all rows from one reading. The
-- figures of a reason are those of the day on which the row was judged, or, while its light stays,
-- of the day on which all were judged last: they follow from the day alone.
alter table ledger.obligation
    add weight integer not null default 1,
    add milestone_due date[] not null default '{}',
    add milestone_percent integer[] not null default '{}',
    add judged date;
alter table ledger.extent add judged date;

-- What counts, in the order in which it is judged, read from the index alone.
create index progress_counted on ledger.progress (region, commitment, party, on_day, at, id)
    include (percent, body);
drop index ledger.progress_commitment;

-- `(select ...)` is asked once for a query.
drop policy seen on ledger.progress;
create policy seen on ledger.progress for select
    using ((select ledger.is_job()) or body = (select host.body())
        or (region, party) in (select region, party from compact.visible));
drop policy seen on ledger.returned;
create policy seen on ledger.returned for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible)
        or exists (select from ledger.progress p where p.id = progress));

-- Which commitments tasks serve.
create index obligation_parent on ledger.obligation (region, parent) include (public)
    where parent is not null;

-- Whether anything was made up is asked often, and as a rule nothing was.
create index progress_simulated on ledger.progress (region, at) where simulated;

-- The lights of what a unit has a part in are counted without reading the rows.
create index obligation_counted on ledger.obligation (region, commitment, party)
    include (light, public);
