package org.tongquan.browser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.Compacts;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.Unit;

/// Two parties with a posting and a pending between them.
final class SettlementSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var settlement = house.getBean(Settlement.class);
        var region = LedgerSamples.REGION;
        var today = java.time.LocalDate.now();
        var members =
                house.getBean(Compacts.class)
                        .inForce(region, today)
                        .orElseThrow()
                        .compact()
                        .members(today);
        var from = Account.open(region, members.get(0).id(), "transit-share", Unit.CNY);
        var to = Account.notBelowZero(region, members.get(1).id(), "transit-share", Unit.CNY);
        var quota = Account.open(region, members.get(1).id(), "water-quota", Unit.WATER);
        settlement.open(Settlement.JOB, List.of(from, to, quota));
        var note = new Note("transit-share", Instant.parse("2026-03-01T04:00:00Z"));
        var legs =
                List.of(
                        new Leg(from.id(), -123_456_789, "2026-03"),
                        new Leg(to.id(), 123_456_789, "2026-03"));
        settlement.post(Settlement.JOB, new Instruction.Move("samples/1", note, legs));
        var back = List.of(new Leg(to.id(), -5_000), new Leg(from.id(), 5_000));
        settlement.post(Settlement.JOB, new Instruction.Reserve("samples/2", note, back, null));
        var path = "/settlement/" + to.id();
        return Map.of(
                "/settlement",
                List.of("/settlement"),
                "/settlement/{region}/{party}/{purpose}/{unit}",
                List.of(
                        path,
                        path + "?from=2020-01-01&to=2020-02-01",
                        "/settlement/" + quota.id()));
    }
}
