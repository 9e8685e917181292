-- The board reads the first few of each chapter and light in the order of their urgency.
create index obligation_board on ledger.obligation (region, chapter_title, light, due, ordinal);
