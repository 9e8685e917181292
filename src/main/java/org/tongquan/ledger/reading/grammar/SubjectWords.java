package org.tongquan.ledger.reading.grammar;

import java.util.Set;
import java.util.regex.Pattern;

/// The words by which [SubjectUnits] tells who acts in a sentence.
final class SubjectWords {
    static final Pattern MODAL =
            Pattern.compile(
                    "要|应当|应该|应|须|必须|将|需|负责|会同|配合(?!单位|部门)|牵头(?!单位|部门)|联合|可以|可|不得|对|是|作为|于|在|按|依");
    static final Pattern STRONG_VERB =
            Pattern.compile(
                    "(?:还|也|都|均|更|则)?(?:要(?!求|素|点)|应当|应(?!用|急|对(?!接))|须|必须|将|需(?!求)|"
                            + "负责(?!人|同志)|会同|配合(?!部门|单位)|牵头(?!部门|单位)|不得|[为是]第?一?责任主体)");

    /// A modal that starts the clause behind the one which names the actor.
    static final Pattern MODAL_BEHIND = Pattern.compile("，(?:都|均|也)?(?:应|要|须|必须|不得|负责)");

    /// What is laid down for a case: `……的，不……`.
    static final Pattern IN_CASE = Pattern.compile("的，(?:不|可|免|按|给予|应|由|予以)");

    /// Somebody described by what he does: `实施……的企业要`.
    static final Pattern DESCRIBED =
            Pattern.compile(
                    "(?!对|将|把|让|使|为|在|从|由|按|根据|有条件|支持|鼓励|推动|引导|加强|加大|完善)[^，。；：、]{2,14}的"
                            + "(?:[^，。；、的]{0,4}(?:企业|单位|学校|机构|医院|高校|银行|组织|部门|地区))"
                            + "(?=要|应当|应|须|必须|不得)");

    /// How an organisation acts that is named by a common word; nothing a compound could go on
    // with.
    static final Pattern MANNER =
            Pattern.compile(
                    "积极|主要(?!负责[人同]|领导)|通过(?!了)|按照|按规定|依照|依法|依规|严格|自主|主动|自觉|定期|自行|对(?!外|口|接|应|"
                            + "比|标|象|照)");
    static final Pattern VERB =
            Pattern.compile(
                    "(?:(?:还|也|都|均|分别|共同|互相|相互|轮流|率先|主动|重点|统一|直接|具体|定期|及时|联合|要|将|应|抓紧|切实|认真|"
                            + "依法|依职责|按职责|加快|适时|进一步|逐步|全面|积极|组织|继续)*"
                            + "(?:推行|印发|出台|制定|制订|建立|完成|开展|组织|抽调|做好|监督|指导|研究|承担|报送|设置|"
                            + "落实|加强|深入|统筹|参与|发展(?!改革|和改革|研究)|推进|实施(?!单位)|牵头(?!单位|部门)|负责|"
                            + "确定|审批|受理|编制|拟定|推动|管理|提供|打造|建设|对接|确保|健全|完善|支持|强化|探索|明确|"
                            + "提出|会同|配合(?!单位|部门)|发布|协调|根据|结合|优化|搭建|依托|深化|举办|启动|把|将|"
                            + "听取|报告|依照|按照|召开|审议|部署|检查|督促|调度|通报|汇总|审核|核定|认定|批准|公布|加大|严格|扩大|"
                            + "压实|保障|成立|设立|组建|"
                            + "新[建设增办开改]|延长|整治|治理|开通|改造|培育|培训|引进|打通|"
                            + "推出|升级|增设|修订|修复|协同|协助|互设|签[订署](?!的)|承[办担](?!的|单位|能力)|分担(?!的)|参照执行|"
                            + "(?:配合|协助)(?:做好|开展|完成)|安排|拨付|下达|配备|选派|申报|考核|评估|"
                            + "查处|办理|不(?=再|予|实施|承担|参与)))"
                            + "|按比例|向[^，。；的]{2,10}(?:开放|提供|报告|"
                            + "派[出驻]|推送|共享|通报)|年内|(?:今年|\\d{1,2}月|年)底前|"
                            + "于20|在20|于每|20\\d\\d年|每[年月季半]|就[^，。；]{2,20}向");
    /// Units named by their part in a task: `牵头单位`.
    static final String BY_PART = "(?:牵头|配合|责任|成员|参与|承办|实施)(?:单位|部门)";

    static final Pattern BODY =
            Pattern.compile(
                    "(?:[^的，]{0,28}(?:领导小组|联席会议)|[^的，]{1,28}(?:委|局|厅|署|办公室|督查室|研究室|指挥部|"
                            + "工作专班|管委会|委员会|"
                            + "法院|检察院|组委会|理事会|工会|妇联|残联|联合会|学会|商会|协会|党组|党委|人民政府|省政府|市政府|区政府|"
                            + "县政府|(?:公安|行政|司法|检察|税务|执法)机关|政府部门|行政部门|主管部门|部门|省市|省份)|"
                            + "[^的，]{2,12}部|(?:国务院|中央|省|市|区|县)[^的，]{1,12}(?:办|中心|集团|公司|"
                            + "总队|支队|室|处|社|联|馆|医院|学院|总工会|联合会|"
                            + "分行|支行|分局|大队|所)|各[^的，]{0,10}(?:单位|机构|地区|"
                            + "地方|省|市|区|县|部门|地|政府|街道|乡镇|"
                            + "镇|镇街|街镇)|各地|"
                            + BY_PART
                            + "|(?:有关|相关)(?:部门|单位|地方|地区|方面)|[^的，]{1,6}(?:各级|两级)政府|"
                            + "[^的，]{0,12}(?:政府|市委|区委|县委|省委|单位|部门)(?:主要|分管)?(?:负责人|负责同志|领导)|"
                            + "(?:市|县|区|省|地方|中央|各级|"
                            + "乡镇)(?:级)?(?:人民)?政府)(?:（[^）]{1,14}）)?(?:和(?:有关|相关|"
                            + "各)?(?:部门|单位|地区))?");
    static final Pattern NOT_A_BODY =
            Pattern.compile(
                    "(?:布局|格局|大局|结局|全局|内部|外部|总部|干部|全部|一部|局部|中部|西部|东部|南部|北部|协调部|战略部|"
                            + "细部|后部|面部|安委|受委|部署)$");
    static final Pattern VERB_HEAD =
            Pattern.compile(
                    "^(?!"
                            + BY_PART
                            + ")(?:巩固|推广|放大|搭建|报|提请|送|报送|报经|加快|推进|推动|支持|鼓励|引导|建立|建设|完善|健全|加强|"
                            + "强化|组织|落实|实施|实行|开展|优化|提升|提高|促进|深化|打造|构建|探索|发挥|充分|通过|对|以|为|在|从|向|"
                            + "把|将|经(?!开区)|按|按照|根据|依托|围绕|统筹|协调|"
                            + "争取|积极|全面|进一步|督促|指导|授权|允许|要求|明确|制定|纳入|"
                            + "成立|设立|到|自|与|会同|联合|配合|由|实现|严格|规范|举办|不断|形成|保障|确保|推行|做好|创新|拓展|扩大|"
                            + "整合|参与|利用|充实|压实|大力|研究|聚焦|面向|突出|适应|集聚|培育|发展|动员|其中|同时|凡|如|因|当|若|"
                            + "所有企业|采取|带动|促使|协助|委托|改革|防止|禁止|严禁|帮助|扶持|吸引|选择|遴选|组建|加大|放宽|降低|减轻|"
                            + "避免|杜绝|清理|所需|"
                            + "上述|该|其(?!他|它|余))");
    static final Pattern BY =
            Pattern.compile(
                    "由([^，。；：由]{2,40}?)(?=负责|牵头|组织|统筹|承担|制定|审批|受理|分别|确定|会同|实施|给予|发布|"
                            + "督促|监督|出台|直接|根据|结合|按照|按|审核|提出|研究|自主|自行|责令|依法|组建|办理|提供|编制|"
                            + "承办|具体|共同|联合|轮流|承办|核定|认定|统一|及时|定期|保障|建设|开展|推进|落实|"
                            + "完成|挂帅|予以|进行|作出|对|每[年月季半])");
    static final String WILL = "(?:要|将|应当|应|须|需|积极|主动|共同|及时)*";
    static final Pattern WITH = Pattern.compile(WILL + "(?:会同|协同(?!推|发|创|治|监|联|开)|联合(?=.))");
    static final Pattern LEADS = Pattern.compile("(?:等?(?:部门|单位)?)?" + WILL + "(?:负责)?牵头(?!部门|单位)");
    static final Pattern STOP = Pattern.compile("对|就|按|在|每|于|向|为|以");
    static final Pattern UNDER = Pattern.compile(WILL + "(?:配合|协助)(?!做好|开展|完成)");
    static final Pattern ADVERBIAL =
            Pattern.compile("(?:从|自|到|于|20\\d\\d年|在|按|根据|为|对|经|同时|此外|另外|每|《|方案|意见|会议|我市)");
    static final Pattern TIME_PREFIX =
            Pattern.compile(
                    "(?:(?:到|至|从|自|在|于)?20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|"
                            + "末)?(?:之前|以前|前|起|开始)?|"
                            + "每(?:年|半年|季度|月)(?:\\d{1,2}月)?(?:底|末)?前?|\\d{1,2}月底前|年底前|"
                            + "[一二三四五六七八九]是)+");
    static final Pattern SPEECH =
            Pattern.compile(
                    "可以|应当|必须|委托|不得|通过|按照|根据|设在|以及其他|(?<![主重需必首])要(?!素|点|塞)|应(?!急|用)|须|"
                            + "配合(?!单位|部门|机构)|经(?!济|营|开|贸|信|发|管|合)|(?<![兼合归])并|报(?!社|业|刊|告)");
    static final Pattern TOWARDS = Pattern.compile("(?<!方)向|及时|部署");
    static final Pattern ORGANISATION =
            Pattern.compile(
                    "(?:[^的，、由对在为向以把将]|以(?=上)){0,12}(?:机构|医院|院校|学校|企业|公司|银行|组织|集团|高校|"
                            + "医联体|政府|联合体|委员会|院所|企事业单位|事业单位)(?:（[^）]{1,14}）)?");
    /// Local governments named by their rank alone: `县（市、区）要`, `区县要`.
    static final Pattern RANK =
            Pattern.compile(
                    "(?:市、)?[市县区旗](?:（[市县区旗、]{1,7}）|[县区旗])|(?:乡镇|镇街|街镇|"
                            + "乡|镇)(?:（(?:街道|镇)(?:办)?）)?|镇（街道）");
    /// A zone with an administration of its own, where it must do something: `开发区要`.
    static final Pattern ZONE = Pattern.compile("各?[^的，、由对在为向以把将和及]{0,8}(?:开发区|高新区|经开区|功能区|新区|园区)");
    static final Set<String> LOOSE = Set.of("我市", "双方", "我省", "我区", "我县", "本市");
    static final Pattern JOINS = Pattern.compile("(?:并|应|要|应当)?(?:会同|联合)");
    static final Pattern NOTE = Pattern.compile("（(?:以下|设在|设于|办公室设在)[^）]{0,30}）?");
    static final Pattern JOINT = Pattern.compile("[和与及]");

    /// Behind somebody in the lead: `，B协助做好`, and in the same clause `A牵头、B配合`.
    static final Pattern HELPS = Pattern.compile(WILL + "(?:配合|协助)(?:做好|开展|完成)");

    static final Pattern LEADS_WITH =
            Pattern.compile("牵头[、和]([^，。；、]{2,16}?(?:、[^，。；、]{2,16}?)*?)(?:配合|参与|协助)(?=[，。；]|$)");

    /// A first clause whose objects come next: what follows it is done by them, not laid on them.
    static final Pattern URGES = Pattern.compile("(?:积极|重点)?(?:支持|鼓励|推动|引导|动员|允许|组织)");
    static final Pattern TAKES_PART =
            Pattern.compile(
                    "(?:共同|积极|协同|予以|给予)*(?:参与|配合|协助)(?=[，。；]|$)|"
                            + "做好(?:相关)?(?:配合|协助|支持)(?:工作)?(?=[，。；]|$)");
    static final Pattern OTHERS =
            Pattern.compile(
                    "(?:其他|其余|其它|各|有关|相关|全体|所有)[^，。；]{0,14}?"
                            + "(?:要|应|须|可|不得|组织|负责|参与|参加|开展|建立|落实|做好|加强|按)");
    static final Pattern COLLECTIVE =
            Pattern.compile("(?:[0-9]{1,2}|[二两三四五六七八九十]{1,3})市|各市|(?:其他|其余)各?市");

    private SubjectWords() {}
}
