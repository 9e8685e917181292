package org.tongquan.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Power;

/// Two invented regions whose bodies exist in tests alone, beside those of the compacts.
@Component
public class BodiesForTests implements BodyDirectory {
    public static final String REGION = "test-circle";
    public static final String OTHER_REGION = "test-pair";

    public static final String OFFICE = "test-circle:office";
    public static final String SYSTEM = "test-circle:system";
    public static final String SECURITY = "test-circle:security";
    public static final String AUDIT = "test-circle:audit";
    public static final String DEPARTMENT = "990100/fgw";
    public static final String OTHER_SYSTEM = "test-pair:system";
    public static final String OTHER_SECURITY = "test-pair:security";

    private static final List<BodyInfo> BODIES =
            List.of(
                    body(REGION, OFFICE, "办公室", "Office", Power.DRAFT, Power.ASSIGN),
                    body(REGION, SYSTEM, "系统管理", "System", Power.MANAGE_PEOPLE),
                    body(REGION, SECURITY, "安全管理", "Security", Power.SEE_SECURITY),
                    body(REGION, AUDIT, "安全审计", "Audit", Power.AUDIT),
                    body(REGION, DEPARTMENT, "甲市发改委", "Planning of A", Power.REPORT_PROGRESS),
                    body(OTHER_REGION, OTHER_SYSTEM, "系统管理", "System", Power.MANAGE_PEOPLE),
                    body(OTHER_REGION, OTHER_SECURITY, "安全", "Security", Power.SEE_SECURITY),
                    body(OTHER_REGION, DEPARTMENT, "甲市发改委", "Planning of A"));

    private static BodyInfo body(String region, String id, String zh, String en, Power... powers) {
        return new BodyInfo(id, region, zh, en, Set.of(powers));
    }

    @Override
    public Optional<BodyInfo> find(String region, String body) {
        return list(region).stream().filter(b -> b.id().equals(body)).findFirst();
    }

    @Override
    public List<BodyInfo> list(String region) {
        return BODIES.stream().filter(b -> b.region().equals(region)).toList();
    }
}
