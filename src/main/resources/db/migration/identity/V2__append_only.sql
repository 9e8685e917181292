-- Second line behind the missing rights: also an owner who errs is stopped.
create function identity.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'identity.% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

create trigger sign_in_rows before update or delete on identity.sign_in
    for each row execute function identity.refuse();
create trigger sign_in_whole before truncate on identity.sign_in
    for each statement execute function identity.refuse();
