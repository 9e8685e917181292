package org.tongquan.ledger.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/// A category from the words of a heading; advice for sorting, never scored.
final class Categories {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("交通|铁路|轨道|公路|航空|机场|航运|港口|互联互通", "transport");
        WORDS.put("数字|网络|信息|智慧|大数据", "digital");
        WORDS.put("生态|环境|污染|绿色|环保|减排", "environment");
        WORDS.put("科技|创新|研发", "science");
        WORDS.put("医|卫生|健康|养老", "health");
        WORDS.put("教育|学校|职业院校|培训", "education");
        WORDS.put("文化|旅游|体育|文明", "culture");
        WORDS.put("社会保障|就业|社保|民生|扶贫", "social");
        WORDS.put("人才|人力资源", "talent");
        WORDS.put("金融|信贷|融资|财政", "finance");
        WORDS.put("能源|电力|燃气|水利|水资源", "energy");
        WORDS.put("开放|贸易|外资|自贸|通关|一带一路", "opening");
        WORDS.put("合作|协同|区域", "cooperation");
        WORDS.put("产业|工业|农业|企业|市场", "industry");
        WORDS.put("组织|领导|督导|考核|保障|落实|宣传|评估", "organisation");
        WORDS.put("改革|机制|制度|审批|体制", "reform");
    }

    private Categories() {}

    static String of(String title, String chapter) {
        String own = match(title);
        return own.isEmpty() ? match(chapter) : own;
    }

    private static String match(String title) {
        for (var entry : WORDS.entrySet()) {
            for (var word : entry.getKey().split("\\|")) {
                if (title.contains(word)) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }
}
