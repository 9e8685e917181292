package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.compact.Resolved;

/// Fills a region's ledger with made-up commitments, always the same ones: their wording from
/// lists of words, one bound member for seven of ten, two or all for the others, one lead unit for
/// each, lights and days spread evenly. Written as the role that no row-level security binds.
final class ManyCommitments {
    private static final String WORDS =
            """
            create temporary table word as
            select array['建成', '推进', '完善', '制定', '开通', '修复', '改造', '公布', '培育', '扩大'] as verb,
                   array['联合', '统一', '跨界', '沿河', '绿色', '便民', '数字', '综合'] as kind,
                   array['调度平台', '监测断面', '服务窗口', '航道', '物流园区', '共享目录', '信用档案',
                         '应急预案', '茶业标识', '公交线路', '标准厂房', '湿地', '实训基地'] as thing
            """;

    private static final String COMMITMENTS =
            """
            insert into ledger.commitment
                (region, id, valid_from, version, ordinal, article_id, article_number,
                 article_title, chapter_number, chapter_title, source, text_zh, text_en, kind,
                 category, start_on, deadline, parties, public, clause)
            select :region, 'bench-' || g, date '2024-01-01', 'bench', 10000 + g,
                   'bench-' || g / 40, (g / 40)::text, '第' || g / 40 || '条',
                   (g % 12 + 1)::text, '测量用的第' || g % 12 + 1 || '章', 'bench',
                   verb[1 + h % 10] || kind[1 + h / 10 % 8] || thing[1 + h / 80 % 13]
                       || (10 + h / 1040 % 900) || '处，' || verb[1 + h / 7 % 10]
                       || thing[1 + h / 11 % 13] || '，第' || g || '项任务由有关单位按季度报告进展。',
                   'Task ' || g || ' of the measurement: reported every quarter.',
                   'task', category, date '2024-01-01', date '2026-01-01' + h % 900,
                   case when g % 10 < 7 then array[members[1 + h % cardinality(members)]]
                        when g % 10 < 9 then array[members[1 + h % cardinality(members)],
                             members[1 + (h + 1) % cardinality(members)]]
                        else members end,
                   true, '{}'
            from word,
                 (select array_agg(distinct member) as members from bench_member) m,
                 (select category from ledger.obligation where region = :region limit 1) c,
                 lateral (select g, abs(hashint4(g)) as h
                          from generate_series(1, :count) g offset 0) n
            """;

    private static final String OBLIGATIONS =
            """
            insert into ledger.obligation
                (region, commitment, party, ordinal, article_id, chapter_title, category, text_zh,
                 text_en, start_on, deadline, public, light, was_late, percent, reason, rule, due)
            select c.region, c.id, p.party, c.ordinal, c.article_id, c.chapter_title, c.category,
                   c.text_zh, c.text_en, c.start_on, c.deadline, true,
                   (array['red', 'yellow', 'yellow', 'green', 'green', 'green', 'green', 'none'])
                       [1 + h % 8],
                   h % 23 = 0, case when h % 5 = 0 then 100 else h % 100 end, 'silent', 'bench',
                   c.deadline
            from ledger.commitment c, unnest(c.parties) p (party),
                 lateral (select abs(hashtext(c.id || p.party)) as h offset 0) n
            where c.version = 'bench'
            """;

    private static final String ASSIGNMENTS =
            """
            insert into ledger.assignment
                (id, region, commitment, party, unit, role, valid_from, by_body, by_person, at)
            select gen_random_uuid(), o.region, o.commitment, o.party,
                   u.units[1 + abs(hashtext(o.commitment)) % cardinality(u.units)], 'lead',
                   o.start_on, 'clause', '-', now()
            from ledger.obligation o
            join (select member, array_agg(unit order by unit) as units
                  from bench_member group by member) u on u.member = o.party
            where o.rule = 'bench'
            """;

    private ManyCommitments() {}

    /// @return how many obligations the region has then
    static int fill(DataSource admin, Resolved compact, LocalDate day, int count) {
        var db = JdbcClient.create(admin);
        var region = compact.compact().compact().id();
        db.sql("create temporary table bench_member (member text, unit text)").update();
        for (var party : compact.compact().members(day)) {
            for (var unit : units(compact, party.id(), day)) {
                db.sql("insert into bench_member values (:member, :unit)")
                        .param("member", party.id())
                        .param("unit", unit)
                        .update();
            }
        }
        db.sql(WORDS).update();
        db.sql(COMMITMENTS).param("region", region).param("count", count).update();
        db.sql(OBLIGATIONS).update();
        db.sql(ASSIGNMENTS).update();
        new Tallies(db).replace(region, day);
        new Search(db).reword(region);
        db.sql("vacuum analyze").update();
        return db.sql("select count(*) from ledger.obligation where region = :region")
                .param("region", region)
                .query(Integer.class)
                .single();
    }

    static List<String> units(Resolved compact, String party, LocalDate day) {
        return compact.responsibleUnits(day).stream()
                .filter(u -> u.holder().equals(party) && !u.generic())
                .map(u -> u.id())
                .sorted()
                .toList();
    }
}
