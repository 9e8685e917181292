package org.tongquan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.host.CannotStart;
import org.tongquan.identity.Demonstration;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Problems;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewDay;

/// Brings a region's compact into a house: adopts its folder when its text is new, and makes the
/// demonstration accounts where those are allowed.
@Component
class Founding {
    /// The password of every demonstration account; it stands on the sign-in page.
    static final String PASSWORD = "tongquan-demo";

    private static final Actor JOB = Actor.job("ledger");
    private static final int DEPARTMENTS_EACH = 2;

    /// Kinds of units that people know first, before those in the order of the compact.
    private static final List<String> KNOWN_FIRST = List.of("fgw", "caizheng");

    private final Compacts compacts;
    private final NewDay newDay;
    private final Demonstration demonstration;
    private final Clock clock;

    Founding(Compacts compacts, NewDay newDay, Demonstration demonstration, Clock clock) {
        this.compacts = compacts;
        this.newDay = newDay;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    /// Reads `<folder>/<region>`; needs no house, so that faults are told before one is opened.
    ///
    /// @throws Problems.Rejected with every problem of the folder
    static Resolved read(Path folder, String region) {
        return switch (new CompactFolder(folder).load(region)) {
            case Loaded.Rejected(var problems) -> throw new Problems.Rejected(problems);
            case Loaded.Ok(var resolved) -> resolved;
        };
    }

    /// Adopts the compact with the bases it uses, unless this text was adopted before.
    ///
    /// @throws Problems.Rejected when this text cannot follow what was adopted
    void adopt(Resolved compact) {
        var outcome = compacts.adoptWithBases(JOB, compact, List.of(), Map.of());
        if (outcome instanceof AdoptionOutcome.Refused(var problems)) {
            throw new Problems.Rejected(problems);
        }
    }

    /// Makes every list anew: days have passed since the last run, versions may have begun.
    void refresh() {
        compacts.regions().forEach(newDay::begin);
    }

    /// One account for each body of the region, the three officers, and for each member's first
    /// departments. Shown names are names of roles.
    List<Demonstration.Account> demonstrate(String region) {
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        var compact =
                compacts.inForce(region, today)
                        .orElseThrow(
                                () ->
                                        new CannotStart(
                                                "no version of '" + region + "' is in force today",
                                                "check valid-from in its compact.yaml"));
        var accounts = new ArrayList<Demonstration.Account>();
        for (var body : compact.compact().bodies()) {
            if (body.party() == null) {
                accounts.add(
                        account(body.id(), body.name().zh(), region, region + ":" + body.id()));
            }
        }
        for (var party : compact.compact().members(today)) {
            departments(compact, party, today)
                    .forEach(
                            u ->
                                    accounts.add(
                                            account(
                                                    u.unit() + "-" + party.id(),
                                                    u.name(),
                                                    region,
                                                    u.id())));
        }
        demonstration.seed(accounts);
        return accounts;
    }

    private static List<ResponsibleUnit> departments(
            Resolved compact, Party party, LocalDate today) {
        return compact.responsibleUnits(today).stream()
                .filter(u -> u.holder().equals(party.id()) && !u.generic())
                .sorted(Comparator.comparingInt(Founding::familiarity))
                .limit(DEPARTMENTS_EACH)
                .toList();
    }

    private static int familiarity(ResponsibleUnit unit) {
        int place = KNOWN_FIRST.indexOf(unit.unit());
        return place < 0 ? KNOWN_FIRST.size() : place;
    }

    private static Demonstration.Account account(
            String login, String name, String region, String body) {
        return new Demonstration.Account(login, name + "（演示）", PASSWORD, region, List.of(body));
    }
}
