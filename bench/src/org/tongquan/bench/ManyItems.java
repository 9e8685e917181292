package org.tongquan.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.compact.Resolved;

/// Fills a region with a published plan of made-up items and with reports on them, always the same
/// ones. Written as the role that no row-level security binds; the lists are made from them by the
/// ledger itself.
///
/// @param count how many items
/// @param reports reports on each obligation
/// @param alone one bound member, a lead unit with an account, no commitment and nothing to be chased
///     for each item; otherwise one bound member for
///     seven of ten, two or all for the others, every second item serves a commitment, and every
///     fourth has milestones
public record ManyItems(int count, int reports, boolean alone) {
    private static final String WORDS =
            """
            create temporary table word as
            select array['建成', '推进', '完善', '制定', '开通', '修复', '改造', '公布', '培育', '扩大'] as verb,
                   array['联合', '统一', '跨界', '沿河', '绿色', '便民', '数字', '综合'] as kind,
                   array['调度平台', '监测断面', '服务窗口', '航道', '物流园区', '共享目录', '信用档案',
                         '应急预案', '茶业标识', '公交线路', '标准厂房', '湿地', '实训基地'] as thing
            """;

    private static final String PLAN =
            """
            insert into ledger.plan (id, region, year, title, body, person, at)
            values (:plan, :region, :year, '测量用的计划', 'bench', 'bench', timestamptz '2024-01-01')
            """;

    private static final String STEP =
            """
            insert into ledger.plan_step
                (id, plan, region, ordinal, kind, edition, body, person, at, on_day, text)
            values (gen_random_uuid(), :plan, :region, 0, 'published', 1, 'bench', 'bench',
                    timestamptz '2024-01-01', date '2024-01-01', '')
            """;

    private static final String ITEMS =
            """
            insert into ledger.plan_item
                (plan, region, edition, id, place, revision, parent, text_zh, text_en, category,
                 start_on, deadline, parties, lead, cooperating, shares, responsible, weight,
                 milestone_due, milestone_percent, milestone_text, depends)
            select :plan, :region, 1, 'bench-' || g, g, 1,
                   case when :alone or g % 2 = 0 then ''
                        else (:commitments)[1 + g / 2 % cardinality(:commitments)] end,
                   verb[1 + h % 10] || kind[1 + h / 10 % 8] || thing[1 + h / 80 % 13]
                       || (10 + h / 1040 % 900) || '处，' || verb[1 + h / 7 % 10]
                       || thing[1 + h / 11 % 13] || '，第' || g || '项任务由有关单位按季度报告进展。',
                   'Task ' || g || ' of the measurement: reported every quarter.',
                   :category, :day - 500,
                   case when :alone then :day + 100 + h % 400 else :day - 300 + h % 900 end,
                   p.parties,
                   array(select (m.units)[1 + h % cardinality(m.units)]
                         from unnest(p.parties) q join bench_unit m on m.member = q),
                   '{}', '{}', '', 1 + h % 3,
                   case when :alone or g % 4 > 0 then '{}'
                        else array[:day - 200, :day + 60] end::date[],
                   case when :alone or g % 4 > 0 then '{}' else array[30, 60] end::integer[],
                   case when :alone or g % 4 > 0 then '{}' else array['初步', '过半'] end::text[],
                   '{}'
            from word,
                 (select array_agg(member order by member) as members from bench_unit) m,
                 lateral (select g, abs(hashint4(g)) as h
                          from generate_series(1, :count) g offset 0) n,
                 lateral (select case
                        when :alone or g % 10 < 7 then array[members[1 + h % cardinality(members)]]
                        when g % 10 < 9 then array[members[1 + h % cardinality(members)],
                             members[1 + (h + 1) % cardinality(members)]]
                        else members end as parties offset 0) p
            """;

    /// One of five ends with the whole; the others stay behind it.
    private static final String REPORTS =
            """
            insert into ledger.progress
                (id, region, commitment, party, body, person, on_day, at, percent, text)
            select gen_random_uuid(), i.region, i.id, p.party,
                   coalesce((select l from unnest(i.lead) l where l like p.party || '/%' limit 1),
                       p.party || '/bench'),
                   'bench', d.on_day, d.on_day + time '10:00', case
                       when h % 5 = 0 then 100 else 20 + h % 60 end * r / :reports,
                   '第' || r || '次报告：' || left(i.text_zh, 12) || '有进展，完成前期工作，下一步按计划推进。'
            from ledger.plan_item i, unnest(i.parties) p (party), generate_series(1, :reports) r,
                 lateral (select abs(hashtext(i.id || p.party)) as h offset 0) n,
                 lateral (select case when :alone then :day - 480 * (:reports - r) / :reports - h % 9
                     else :day - 490 + r * 480 / (:reports + 1) + h % 40 end as on_day offset 0) d
            where i.plan = :plan
            """;

    /// Units that the demonstration has accounts for.
    private static final List<String> WITH_ACCOUNTS = List.of("fgw", "caizheng");

    /// The prefix of every item's id.
    public static final String PREFIX = "bench-";

    /// Fills the region; its lists have to be made afterwards.
    ///
    /// @param day the day on which the measurement looks at them
    public void fill(DataSource admin, Resolved compact, LocalDate day) {
        var db = JdbcClient.create(admin);
        var region = compact.compact().compact().id();
        var plan = UUID.nameUUIDFromBytes(PREFIX.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        db.sql("create temporary table bench_unit (member text, units text[])").update();
        for (var party : compact.compact().members(day)) {
            db.sql("insert into bench_unit values (:member, :units)")
                    .param("member", party.id())
                    .param(
                            "units",
                            units(compact, party.id(), day).stream()
                                    .filter(u -> !alone || WITH_ACCOUNTS.contains(local(u)))
                                    .toArray(String[]::new))
                    .update();
        }
        db.sql(WORDS).update();
        db.sql(PLAN)
                .param("plan", plan)
                .param("region", region)
                .param("year", day.getYear())
                .update();
        db.sql(STEP).param("plan", plan).param("region", region).update();
        db.sql(ITEMS)
                .param("plan", plan)
                .param("region", region)
                .param("alone", alone)
                .param("commitments", compact.clauses().stream().map(c -> c.clause().id()).toArray(String[]::new))
                .param("category", compact.clauses().getFirst().clause().category())
                .param("day", day)
                .param("count", count)
                .update();
        db.sql(REPORTS)
                .param("plan", plan)
                .param("reports", reports)
                .param("alone", alone)
                .param("day", day)
                .update();
        db.sql("analyze").update();
    }

    private static String local(String unit) {
        return unit.substring(unit.indexOf('/') + 1);
    }

    /// The units of a party that a text may name.
    public static List<String> units(Resolved compact, String party, LocalDate day) {
        return compact.responsibleUnits(day).stream()
                .filter(u -> u.holder().equals(party) && !u.generic())
                .map(u -> u.id())
                .sorted()
                .toList();
    }
}
