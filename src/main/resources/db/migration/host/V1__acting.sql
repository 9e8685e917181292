-- Who acts in this transaction. Set by the program with set_config(..., true); unset is null, and
-- null matches no row.
create function host.body() returns text language sql stable parallel safe
    return nullif(current_setting('tongquan.body', true), '');

create function host.person() returns text language sql stable parallel safe
    return nullif(current_setting('tongquan.person', true), '');

create function host.region() returns text language sql stable parallel safe
    return nullif(current_setting('tongquan.region', true), '');

grant usage on schema host to tongquan_app;
grant execute on all functions in schema host to tongquan_app;
