-- What time it is for the house, set by the program in each transaction: a simulated year moves it.
-- Where nothing is set, nobody acts, and nothing that it guards is shown.
create function host.moment() returns timestamptz language sql stable parallel safe
    return coalesce(nullif(current_setting('tongquan.moment', true), '')::timestamptz, now());

-- The day on which the parties live.
create function host.today() returns date language sql stable parallel safe
    return (host.moment() at time zone 'Asia/Shanghai')::date;

grant execute on function host.moment(), host.today() to tongquan_app;
