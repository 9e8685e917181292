-- Meetings (会议): called, answered, held, minuted, confirmed. Every change of a meeting is a sheet,
-- its whole state at that moment; the columns below `simulated` are a projection of the last sheet,
-- kept so that policies can read them. What is confirmed is frozen.
create table ledger.meeting (
    id uuid primary key,
    region text not null,
    year integer not null,
    serial integer not null,
    sitting text not null,
    sitting_zh text not null,
    sitting_en text not null,
    meets text not null,
    rule text not null,
    calls text not null check (calls in
        ('draft', 'adopt', 'examine', 'approve', 'supervise', 'issue-report')),
    confirms text not null check (confirms in
        ('draft', 'adopt', 'examine', 'approve', 'supervise', 'issue-report')),
    answer_within integer not null,
    minutes_within integer not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    simulated boolean not null,
    state text not null default 'draft' check (state in
        ('draft', 'invited', 'held', 'confirmed', 'cancelled')),
    seq integer not null default 1,
    day date not null,
    invited text[] not null,
    unique (region, year, serial)
);
create index meeting_day on ledger.meeting (region, day, id);

create table ledger.meeting_serial (
    region text not null,
    year integer not null,
    last integer not null,
    primary key (region, year)
);

create table ledger.meeting_sheet (
    id uuid primary key,
    meeting uuid not null references ledger.meeting,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in
        ('called', 'changed', 'agenda', 'invited', 'held', 'confirmed', 'cancelled')),
    title text not null,
    day date not null,
    starts time not null,
    place text not null,
    chair text not null,
    invited text[] not null,
    agenda integer not null,
    text text not null,
    due date,
    provisional boolean not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (meeting, seq)
);

-- An agenda is kept whole with each change of it.
create table ledger.meeting_point (
    id uuid not null,
    edition integer not null,
    meeting uuid not null references ledger.meeting,
    region text not null,
    place integer not null,
    origin text not null,
    subject text not null,
    party text not null,
    title text not null,
    text text not null,
    primary key (id, edition)
);
create index meeting_point_order on ledger.meeting_point (meeting, edition, place);

create table ledger.meeting_paper (
    id uuid primary key,
    meeting uuid not null references ledger.meeting,
    region text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 bytea not null,
    content bytea not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index meeting_paper_order on ledger.meeting_paper (meeting, id);

-- What a body answered to its invitation, and whether it was there; each version is kept.
create table ledger.meeting_presence (
    id uuid primary key,
    meeting uuid not null references ledger.meeting,
    region text not null,
    stage text not null check (stage in ('answer', 'attendance')),
    subject text not null,
    version integer not null check (version > 0),
    presence text not null check (presence in ('attending', 'deputy', 'excused', 'absent')),
    who text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (meeting, stage, subject, version)
);

create table ledger.meeting_minute (
    id uuid primary key,
    meeting uuid not null references ledger.meeting,
    region text not null,
    point uuid not null,
    version integer not null check (version > 0),
    text text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (meeting, point, version)
);

create table ledger.meeting_issued (
    meeting uuid primary key references ledger.meeting,
    region text not null,
    docx bytea not null,
    pdf bytea not null,
    sha256 bytea not null,
    body text not null,
    person text not null,
    at timestamptz not null
);

-- A decision (议定事项). Worked on until the minutes are confirmed; `issued` since then.
create table ledger.resolution (
    id uuid primary key,
    meeting uuid not null references ledger.meeting,
    region text not null,
    point uuid not null,
    place integer not null,
    revision integer not null,
    text text not null,
    lead text[] not null,
    cooperating text[] not null,
    parties text[] not null,
    deadline date,
    body text not null,
    person text not null,
    at timestamptz not null,
    issued boolean not null default false
);
create index resolution_meeting on ledger.resolution (meeting, place);

create table ledger.resolution_event (
    id uuid primary key,
    resolution uuid not null references ledger.resolution,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in ('issued', 'reported', 'returned', 'closed', 'planned')),
    text text not null,
    plan uuid,
    adjustment uuid,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (resolution, seq),
    check ((step = 'planned') = (plan is not null))
);

-- Whether the acting body belongs to no party: one of the whole region.
create function ledger.is_common(asked text) returns boolean language sql stable as $$
    select asked = host.region() and exists (
        select from compact.in_force v
        join compact.body b on b.version_id = v.id
        where v.region = asked and b.body = host.body() and b.party is null)
$$;

-- Whether the acting body carries a decision out: one of those named, or, where a body of a party
-- is named, any unit of that party.
create function ledger.carries_out(asked text, units text[]) returns boolean
language sql stable as $$
    select asked = host.region() and (host.body() = any (units)
        or exists (select from compact.in_force v
            join compact.body b on b.version_id = v.id
            where v.region = asked and b.party is not null and b.body = any (units)
              and ledger.belongs(asked, b.party)))
$$;

do $$
declare
    name text;
begin
    foreach name in array array['meeting', 'meeting_serial', 'meeting_sheet', 'meeting_point',
        'meeting_paper', 'meeting_presence', 'meeting_minute', 'meeting_issued', 'resolution',
        'resolution_event']
    loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
    end loop;
end
$$;

-- Who calls it; who meets and who is invited once the invitations are out; the office.
create policy seen on ledger.meeting for select
    using ((select ledger.is_job())
        or (region = (select host.region())
            and (body = (select host.body())
                or (state <> 'draft' and (meets = (select host.body())
                    or (select host.body()) = any (invited)
                    or ((select ledger.may(host.region(), 'supervise'))
                        and (select ledger.is_common(host.region()))))))));
create policy call on ledger.meeting for insert
    with check (body = host.body() and person = host.person() and state = 'draft' and seq = 1
        and ledger.is_common(region) and ledger.may(region, calls));
create policy move on ledger.meeting for update
    using (region = host.region() and state not in ('confirmed', 'cancelled')
        and (body = host.body() or meets = host.body()))
    with check ((body = host.body() or (meets = host.body() and state = 'confirmed'))
        and (state <> 'confirmed' or ledger.may(region, confirms)));

create policy count on ledger.meeting_serial for all
    using (ledger.is_common(region)) with check (ledger.is_common(region));

create function ledger.last_of_meeting(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(s.seq), 0) from ledger.meeting_sheet s where s.meeting = wanted
$$;

create policy seen on ledger.meeting_sheet for select
    using (exists (select from ledger.meeting m where m.id = meeting));
create policy act on ledger.meeting_sheet for insert
    with check (body = host.body() and person = host.person()
        and seq = 1 + ledger.last_of_meeting(meeting)
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = meeting_sheet.region
              and m.state not in ('confirmed', 'cancelled')
              and case step
                  when 'called' then meeting_sheet.seq = 1 and m.body = host.body()
                  when 'confirmed' then m.state = 'held'
                      and (m.body = host.body() or m.meets = host.body())
                      and ledger.may(m.region, m.confirms)
                  else m.body = host.body() end));

create policy seen on ledger.meeting_point for select
    using (exists (select from ledger.meeting m where m.id = meeting));
create policy write on ledger.meeting_point for insert
    with check (exists (select from ledger.meeting m
        where m.id = meeting and m.region = meeting_point.region and m.body = host.body()
          and m.state in ('draft', 'invited', 'held')));

create policy seen on ledger.meeting_paper for select
    using (exists (select from ledger.meeting m where m.id = meeting));
create policy attach on ledger.meeting_paper for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = meeting_paper.region and m.body = host.body()
              and m.state in ('draft', 'invited', 'held')));

-- A body answers for itself; who was there is written down by who called the meeting.
create policy seen on ledger.meeting_presence for select
    using (exists (select from ledger.meeting m where m.id = meeting));
create policy write on ledger.meeting_presence for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = meeting_presence.region
              and subject = any (m.invited)
              and case stage
                  when 'answer' then m.state = 'invited' and subject = host.body()
                  else m.state = 'held' and m.body = host.body() end));

-- Minutes are nobody's but the writer's and the meeting body's until they are confirmed.
create policy seen on ledger.meeting_minute for select
    using (exists (select from ledger.meeting m
        where m.id = meeting and (m.state = 'confirmed' or m.body = (select host.body())
            or m.meets = (select host.body()))));
create policy write on ledger.meeting_minute for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = meeting_minute.region and m.body = host.body()
              and m.state = 'held'));

create policy seen on ledger.meeting_issued for select
    using (exists (select from ledger.meeting m where m.id = meeting));
create policy issue on ledger.meeting_issued for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = meeting_issued.region and m.state = 'held'
              and (m.body = host.body() or m.meets = host.body())
              and ledger.may(m.region, m.confirms)));

create policy seen on ledger.resolution for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and issued
            and ledger.carries_out(region, lead || cooperating))
        or exists (select from ledger.meeting m
            where m.id = meeting and (issued or m.body = (select host.body())
                or m.meets = (select host.body()))));
create policy decide on ledger.resolution for insert
    with check (body = host.body() and person = host.person() and not issued
        and exists (select from ledger.meeting m
            where m.id = meeting and m.region = resolution.region and m.body = host.body()
              and m.state = 'held'));
create policy word on ledger.resolution for update
    using (not issued and exists (select from ledger.meeting m
        where m.id = meeting and m.state = 'held'
          and (m.body = host.body() or m.meets = host.body())))
    with check (exists (select from ledger.meeting m
        where m.id = meeting and ((not issued and m.body = host.body())
            or (issued and ledger.may(m.region, m.confirms)
                and (m.body = host.body() or m.meets = host.body())))));
create policy drop on ledger.resolution for delete
    using (not issued and exists (select from ledger.meeting m
        where m.id = meeting and m.body = host.body() and m.state = 'held'));

create function ledger.last_of_resolution(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(e.seq), 0) from ledger.resolution_event e where e.resolution = wanted
$$;

-- Whether the acting body settles a resolution: who called the meeting, who met, or who supervises;
-- never who carries it out.
create function ledger.settles(called text, met text, units text[]) returns boolean
language sql stable as $$
    select not ledger.carries_out(host.region(), units)
        and (host.body() = called or host.body() = met
            or (ledger.is_common(host.region()) and ledger.may(host.region(), 'supervise')))
$$;

create policy seen on ledger.resolution_event for select
    using (exists (select from ledger.resolution r where r.id = resolution));
create policy act on ledger.resolution_event for insert
    with check (body = host.body() and person = host.person()
        and seq = 1 + ledger.last_of_resolution(resolution)
        and exists (select from ledger.resolution r
            where r.id = resolution and r.region = resolution_event.region
              and case
                  when step = 'issued' then resolution_event.seq = 1
                      and exists (select from ledger.meeting m where m.id = r.meeting
                          and m.state = 'held' and (m.body = host.body() or m.meets = host.body())
                          and ledger.may(m.region, m.confirms))
                  when step = 'reported' then r.issued
                      and ledger.carries_out(r.region, r.lead || r.cooperating)
                  else r.issued and exists (select from ledger.meeting m
                      where m.id = r.meeting
                        and ledger.settles(m.body, m.meets, r.lead || r.cooperating)) end));

grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.meeting, ledger.meeting_serial, ledger.meeting_sheet,
    ledger.meeting_point, ledger.meeting_paper, ledger.meeting_presence, ledger.meeting_minute,
    ledger.meeting_issued, ledger.resolution, ledger.resolution_event to tongquan_app;
grant update (state, seq, day, invited) on ledger.meeting to tongquan_app;
grant update (last) on ledger.meeting_serial to tongquan_app;
grant update (revision, point, text, lead, cooperating, parties, deadline, issued)
    on ledger.resolution to tongquan_app;
grant delete on ledger.resolution to tongquan_app;
