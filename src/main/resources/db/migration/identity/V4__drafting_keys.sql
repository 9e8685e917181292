-- A program may draw up the items of a plan as well; approving it stays with people.
alter table identity.api_key drop constraint api_key_powers_check;
alter table identity.api_key add constraint api_key_powers_check
    check (powers <@ array['REPORT_PROGRESS', 'SUPERVISE', 'ISSUE_REPORT', 'DRAFT']);
