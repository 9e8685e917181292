-- Secret addresses of calendars: one in use per person and body. What is kept is the SHA-256 of 256
-- random bits, so that whoever reads the table cannot use what it holds.
create table ledger.feed (
    id uuid primary key,
    region text not null,
    body text not null,
    person text not null,
    hash bytea not null unique check (length(hash) = 32),
    made_at timestamptz not null,
    ended_at timestamptz,
    -- read last, to the hour
    read_at timestamptz
);
create unique index feed_in_use on ledger.feed (person, body, region) where ended_at is null;

create function ledger.keep_ended() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
        raise exception 'ledger.feed: what was ended stays ended'
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger feed_ended before update on ledger.feed
    for each row execute function ledger.keep_ended();

alter table ledger.feed enable row level security;
alter table ledger.feed force row level security;
create policy own on ledger.feed for select
    using ((select ledger.is_job())
        or (person = (select host.person()) and body = (select host.body())
            and region = (select host.region())));
create policy make on ledger.feed for insert
    with check (person = host.person() and body = host.body() and region = host.region()
        and body <> 'public' and body not like 'job:%' and ended_at is null and read_at is null);
create policy finish on ledger.feed for update
    using (person = (select host.person()) and body = (select host.body())
        and region = (select host.region()))
    with check (person = host.person() and body = host.body() and region = host.region());
create policy noted on ledger.feed for update using ((select ledger.is_job()));

grant select, insert on ledger.feed to tongquan_app;
grant update (ended_at, read_at) on ledger.feed to tongquan_app;
