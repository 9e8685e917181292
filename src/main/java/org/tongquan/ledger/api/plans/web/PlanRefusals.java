package org.tongquan.ledger.api.plans.web;

import java.util.List;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import org.tongquan.rest.Wrong;

/// What a program is told when a plan does not take its wish: every fault at once.
final class PlanRefusals {
    private PlanRefusals() {}

    static Rejected of(List<PlanFault> faults) {
        if (faults.contains(PlanFault.NOT_FOUND)) {
            return new Rejected(Trouble.NOT_FOUND);
        }
        if (faults.contains(PlanFault.CHANGED_MEANWHILE)) {
            return new Rejected(Trouble.PRECONDITION);
        }
        var first = "planning.fault." + faults.getFirst().word();
        if (faults.contains(PlanFault.NOT_YOURS)) {
            return new Rejected(Trouble.NOT_ALLOWED, first);
        }
        var wrong =
                faults.stream()
                        .map(f -> Wrong.at(pointer(f), "planning.fault." + f.word()))
                        .toList();
        return new Rejected(Trouble.REFUSED, first, wrong);
    }

    /// The field that a fault speaks of; empty for the whole.
    private static String pointer(PlanFault fault) {
        return switch (fault) {
            case TEXT -> "/textZh";
            case DAYS -> "/deadline";
            case PARTIES -> "/parties";
            case WEIGHT -> "/weight";
            case MILESTONES -> "/milestones";
            case DEPENDS -> "/depends";
            case UNIT -> "/lead";
            case REASON -> "/reason";
            case NOT_YOURS,
                    NOT_FOUND,
                    NOT_NOW,
                    CHANGED_MEANWHILE,
                    EXISTS,
                    YEAR,
                    COMMENTS_OPEN,
                    COMMENTS_UNANSWERED,
                    CARRIES,
                    EVIDENCE,
                    EMPTY ->
                    "";
        };
    }
}
