package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which notices a list shows. Empty text means "all".
///
/// @param party id of the bound party
/// @param mine only those that the acting body may answer
/// @param state `null` for every state
/// @param openOnly leaves out what is closed
/// @param overdueOnly only those whose next step is late
/// @param before the list goes on after this one
public record NoticeFilter(
        String region,
        String party,
        boolean mine,
        Step.@Nullable State state,
        boolean openOnly,
        boolean overdueOnly,
        Cursor before) {

    public static NoticeFilter all(String region) {
        return new NoticeFilter(region, "", false, null, false, false, Cursor.START);
    }

    public static NoticeFilter open(String region) {
        return new NoticeFilter(region, "", false, null, true, false, Cursor.START);
    }

    /// The same list behind a notice.
    public NoticeFilter after(Notice last) {
        var cursor = new Cursor(last.at(), last.id());
        return new NoticeFilter(region, party, mine, state, openOnly, overdueOnly, cursor);
    }

    /// The steps that lead to the states asked for.
    List<Step> steps() {
        return Arrays.stream(Step.values()).filter(s -> wants(state(s))).toList();
    }

    private boolean wants(Step.State of) {
        return state == null ? of != Step.State.CLOSED || !(openOnly || overdueOnly) : state == of;
    }

    /// The state in which a step leaves a notice.
    static Step.State state(Step last) {
        return switch (last) {
            case ISSUED -> Step.State.AWAITING_RECEIPT;
            case SIGNED, RETURNED, REOPENED -> Step.State.AWAITING_ANSWER;
            case ANSWERED -> Step.State.AWAITING_REVIEW;
            case PASSED -> Step.State.AWAITING_CLOSURE;
            case CLOSED -> Step.State.CLOSED;
        };
    }

    /// Where a list goes on.
    public record Cursor(Instant at, UUID id) {
        /// Before the first: later than everything that PostgreSQL and people count.
        public static final Cursor START =
                new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        @Override
        public String toString() {
            return at + "~" + id;
        }

        /// Reads what [#toString] wrote; anything else starts from the beginning.
        public static Cursor of(@Nullable String text) {
            if (text == null
                    || !text.matches(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
                                    + "(\\.[0-9]{1,6})?Z~[0-9a-f]{8}(-[0-9a-f]{4}){3}-"
                                    + "[0-9a-f]{12}")) {
                return START;
            }
            try {
                int tilde = text.indexOf('~');
                return new Cursor(
                        Instant.parse(text.substring(0, tilde)),
                        UUID.fromString(text.substring(tilde + 1)));
            } catch (java.time.format.DateTimeParseException e) {
                return START;
            }
        }
    }
}
