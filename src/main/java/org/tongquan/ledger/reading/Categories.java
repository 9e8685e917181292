package org.tongquan.ledger.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/// A category from the words of the heading, the chapter and the sentence; advice for sorting,
// never
/// scored. The heading counts most; on a tie the category named first wins.
final class Categories {
    private static final int OF_TITLE = 4;
    private static final int OF_CHAPTER = 2;
    private static final int OF_SENTENCE = 1;
    private static final int LEAST = 2;

    private static final Map<String, String[]> WORDS = new LinkedHashMap<>();

    static {
        put("transport", "交通|铁路|轨道|公路|航空|机场|航运|港口|互联互通|公交|物流|航道|客运|货运");
        put("digital", "数字|网络|信息化|智慧|大数据|互联网|云计算|算力|人工智能|平台数据");
        put("environment", "生态|环境|污染|绿色|环保|减排|河湖|绿化|园林|碳|湿地|垃圾");
        put("health", "医疗|医院|医联体|卫生|健康|养老|疾病|护理|药品");
        put("education", "教育|学校|院校|培训|教师|学生|高校|教学");
        put("culture", "文化|旅游|体育|文明|景区|文物|博物馆|图书馆|非遗");
        put("social", "社会保障|就业|社保|民生|扶贫|脱贫|救助|住房|低保|公积金");
        put("talent", "人才|人力资源");
        put("science", "科技|创新|研发|科研|成果转化|实验室|知识产权");
        put("finance", "金融|信贷|融资|财政|税|保险|贷款|基金|资金");
        put("energy", "能源|电力|燃气|水利|水资源|供水|用水|供热|光伏|煤");
        put("opening", "开放|贸易|外资|自贸|自由贸易|通关|一带一路|口岸|外贸|跨境");
        put("cooperation", "合作|协同|区域|联动|一体化|同城");
        put("industry", "产业|工业|农业|企业|市场|制造|商贸|消费|农产品|冷链|服务业");
        put("organisation", "组织领导|组织实施|加强领导|督导|考核|保障措施|督查|通报|宣传|评估|台账|责任");
        put("reform", "改革|机制|制度|审批|体制|放管服|营商环境|简政|证照");
    }

    private Categories() {}

    private static void put(String category, String words) {
        WORDS.put(category, words.split("\\|"));
    }

    static String of(String title, String chapter, String sentence) {
        String best = "";
        int most = LEAST - 1;
        for (var entry : WORDS.entrySet()) {
            int weight = 0;
            for (var word : entry.getValue()) {
                weight += title.contains(word) ? OF_TITLE : 0;
                weight += chapter.contains(word) ? OF_CHAPTER : 0;
                weight += sentence.contains(word) ? OF_SENTENCE : 0;
            }
            if (weight > most) {
                most = weight;
                best = entry.getKey();
            }
        }
        return best;
    }
}
