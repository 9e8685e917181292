-- Evaluations (考核): what happened, what was computed from it, and what was objected to.

-- Commendations, criticisms and findings of falsification, recorded by whoever supervises.
create table ledger.score_mark (
    id uuid primary key,
    region text not null,
    party text not null,
    unit text not null,
    commitment text not null,
    occasion text not null check (occasion in ('commended', 'criticised', 'falsified')),
    on_day date not null,
    reason text not null,
    evidence text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index score_mark_region on ledger.score_mark (region, on_day);

create table ledger.score_mark_withdrawn (
    mark uuid primary key references ledger.score_mark,
    region text not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);

create table ledger.evaluation (
    id uuid primary key,
    region text not null,
    span text not null,
    known timestamptz not null,
    rule text not null,
    simulated boolean not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index evaluation_region on ledger.evaluation (region, at);

-- One run of the rule: the inputs as compressed JSON, and digests over inputs and outcome. The first
-- has number 0; each upheld objection adds one.
create table ledger.evaluation_run (
    evaluation uuid not null references ledger.evaluation,
    n integer not null,
    region text not null,
    inputs bytea not null,
    inputs_sha256 bytea not null,
    outcome_sha256 bytea not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    primary key (evaluation, n)
);

create table ledger.evaluation_step (
    evaluation uuid not null references ledger.evaluation,
    state text not null check (state in ('published', 'final', 'withdrawn')),
    region text not null,
    object_until date,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    primary key (evaluation, state)
);

create table ledger.score (
    evaluation uuid not null,
    n integer not null,
    kind text not null check (kind in ('unit', 'party')),
    subject text not null,
    region text not null,
    party text not null,
    led integer not null,
    cooperated integer not null,
    raw numeric not null,
    score numeric not null,
    rank integer not null,
    primary key (evaluation, n, kind, subject),
    foreign key (evaluation, n) references ledger.evaluation_run
);
create index score_subject on ledger.score (region, kind, subject);

-- The lines behind a unit's score, as JSON: seen by fewer than the score.
create table ledger.score_why (
    evaluation uuid not null,
    n integer not null,
    subject text not null,
    region text not null,
    party text not null,
    lines text not null,
    primary key (evaluation, n, subject),
    foreign key (evaluation, n) references ledger.evaluation_run
);

create table ledger.score_objection (
    id uuid primary key,
    evaluation uuid not null references ledger.evaluation,
    region text not null,
    party text not null,
    subject text not null,
    fact text not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index score_objection_evaluation on ledger.score_objection (evaluation, at);

create table ledger.score_decision (
    objection uuid primary key references ledger.score_objection,
    region text not null,
    party text not null,
    upheld boolean not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);

-- Who draws up evaluations and decides on objections.
create function ledger.evaluates(asked text) returns boolean language sql stable as $$
    select ledger.may(asked, 'issue-report') or ledger.may(asked, 'supervise')
$$;

-- Whether an evaluation has left the office.
create function ledger.is_published(asked uuid) returns boolean language sql stable as $$
    select exists (select from ledger.evaluation_step s
        where s.evaluation = asked and s.state = 'published')
$$;

do $$
declare
    name text;
begin
    foreach name in array array['score_mark', 'score_mark_withdrawn', 'evaluation',
            'evaluation_run', 'evaluation_step', 'score', 'score_why', 'score_objection',
            'score_decision'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
        execute format('create policy job on ledger.%I for select
            using ((select ledger.is_job()))', name);
        execute format('grant select, insert on ledger.%I to tongquan_app', name);
    end loop;
    foreach name in array array['evaluation', 'evaluation_run', 'evaluation_step',
            'score_decision'] loop
        execute format('create policy draw_up on ledger.%I for insert
            with check (body = host.body() and person = host.person()
                and ledger.evaluates(region))', name);
    end loop;
    foreach name in array array['score', 'score_why'] loop
        execute format('create policy draw_up on ledger.%I for insert
            with check (ledger.evaluates(region) and exists (
                select from ledger.evaluation e
                where e.id = evaluation and e.region = %I.region))', name, name);
    end loop;
    foreach name in array array['score_mark', 'score_mark_withdrawn'] loop
        execute format('create policy record on ledger.%I for insert
            with check (body = host.body() and person = host.person()
                and ledger.may(region, ''supervise''))', name);
    end loop;
end
$$;

create policy seen on ledger.score_mark for select
    using (region = (select host.region()) and ((select ledger.evaluates(host.region()))
        or unit = (select host.body())
        or (region, party) in (select region, party from compact.visible)));
create policy seen on ledger.score_mark_withdrawn for select
    using (exists (select from ledger.score_mark m where m.id = mark));

create policy seen on ledger.evaluation_step for select
    using (region = (select host.region()));
create policy seen on ledger.evaluation for select
    using (region = (select host.region()) and ((select ledger.evaluates(host.region()))
        or ledger.is_published(id)));
create policy seen on ledger.evaluation_run for select
    using (region = (select host.region())
        and exists (select from ledger.evaluation e where e.id = evaluation));
create policy seen on ledger.score for select
    using (region = (select host.region()) and ((select ledger.evaluates(host.region()))
        or ledger.is_published(evaluation)));
create policy seen on ledger.score_why for select
    using (region = (select host.region()) and ((select ledger.evaluates(host.region()))
        or (ledger.is_published(evaluation) and (subject = (select host.body())
            or (region, party) in (select region, party from compact.visible)))));

create policy seen on ledger.score_objection for select
    using (region = (select host.region()) and ((select ledger.evaluates(host.region()))
        or body = (select host.body())
        or (region, party) in (select region, party from compact.visible)));
create policy seen on ledger.score_decision for select
    using (exists (select from ledger.score_objection o where o.id = objection));
create policy object on ledger.score_objection for insert
    with check (body = host.body() and person = host.person()
        and ledger.is_published(evaluation)
        and (ledger.belongs(region, party) or (region = host.region() and subject = host.body())));

grant execute on function ledger.evaluates(text), ledger.is_published(uuid) to tongquan_app;
