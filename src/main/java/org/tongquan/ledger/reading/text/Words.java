package org.tongquan.ledger.reading.text;

import java.util.regex.Pattern;

/// The closed lists of grammar words of Chinese official drafting. Names are not here: they come
/// from the [Lexicon].
public final class Words {
    public static final String TERMINATORS = "。！？；";
    public static final String STOPS = "。！？";

    /// Verbs with which a sentence lays a task on somebody.
    public static final Pattern TASK =
            Pattern.compile(
                    "加快|推进|推动|推广|推行|建设|建立|建成|建好|建强|健全|完善|构建|打造|实施|实行|加强|强化|提升|提高|促进|"
                            + "支持|鼓励|引导|优化|开展|落实|深化|扩大|扩展|拓展|发展|培育|培养|加大|严格|严控|统筹|探索|积极|做好|"
                            + "做大|做强|搭建|推出|编制|制定|制订|规范|保障|确保|实现|创新|创建|争取|创造|发挥|依托|组织|设立|"
                            + "成立|增加|改革|改善|整合|启动|规划|保护|治理|协同|共建|共享|联合|共同|放大|放宽|降低|取消|简化|"
                            + "压缩|清理|严禁|禁止|允许|授权|全面|举办|新建|开通|贯通|畅通|突出|聚焦|坚持|引进|集聚|吸引|招引|"
                            + "力争|努力|逐步|继续|持续|着力|大力|深入|试点|弘扬|融合|聚力|率先|对接|参与|划定|管控|协调|防止|"
                            + "完成|到20|开工|聚集|构筑|贯彻|谋划|推介|联动|承接|立足|主动|牵头|抽调|负责|营造|丰富|参照|配备|"
                            + "改造|设置|认真|进一步|加密|擦亮|重点|有序|明确|建好|研究|集中|集约|切实|抓好|健康|稳步|优先|试行|打通|"
                            + "新增|开行|组建|出台|缩短|延长|启用|联通");

    /// Somebody is obliged: the modal words behind an actor.
    public static final String MODALS = "要|应当|应|须|必须|将|需要|可以|可|不得|负责|会同|配合|牵头|组织|按照|依据|依法|根据";

    /// Headings under which no sentence is a task.
    public static final Pattern GUIDING_TITLE =
            Pattern.compile(
                    "指导思想|基本原则|工作原则|总体原则|主要原则|遵循原则|总体要求|总体思路|总要求|基本思路|工作思路|重要意义|重大意义|"
                            + "必要性|重要性|意义$|编制依据|制定依据|编制背景|背景$|战略定位|认识|"
                            + "^(?:发展|建设|外部|规划)环境$|^(?:工作|发展|现实)基础|"
                            + "^(?:(?:面临|当前|国内外|发展|主要)的?)*形势|^(?:发展|基本|建设)?现状|"
                            + "^(?:基本|总体)情况|^主要成效|^存在的?(?:主要|突出)?问题|^工作回顾");

    /// Headings that every document uses; in a copy without line breaks their text follows at once.
    public static final Pattern STANDARD_TITLE =
            Pattern.compile(
                    "(?:指导思想|基本原则|工作原则|总体要求|总体思路|(?:发展|工作|主要|总体|行动)目标|(?:主要|重点|工作)任务|"
                            + "(?:有关|工作|相关)要求|(?:保障|工作|主要)措施|组织(?:实施|保障|领导)|(?:实施|工作)步骤|附则)");

    /// Headings of goals: outcomes by a year.
    public static final Pattern GOAL_TITLE = Pattern.compile("目标|指标|主要任务|工作任务|愿景");

    /// A sentence that sets an outcome by a year.
    public static final Pattern GOAL_START =
            Pattern.compile(
                    "^(?:力争|确保|争取|通过努力|经过\\S{0,14}?努力)?，?(?:到|至|再用|经过)?(?:“十[一-五]五”末|"
                            + "20\\d\\d年|[0-9一二三四五]{1,2}[—至到-]?[0-9]{0,2}年)");

    /// Why and since when, not what to do.
    public static final Pattern SIGNIFICANCE =
            Pattern.compile(
                    "具有(?:十分|非常|极为)?(?:重要|重大|深远)(?:的)?(?:现实|战略|历史)?(?:和深远)?意义|"
                            + "是(?:一项|一个)(?:长期|复杂)?的?(?:系统工程|系统性工程|长期任务)|"
                            + "是[^，。；]{2,40}(?:重要举措|重要途径|重要基础|重要组成部分|重要内容|必然要求|重大举措|"
                            + "重大战略|重要支撑|核心任务|重要保障|重要抓手|战略举措|头等大事|重中之重)[，。；]?");

    /// Thought that guides, not what to do.
    public static final Pattern GUIDING =
            Pattern.compile("^(?:要|必须)?(?:坚持)?以习近平[^。；]{0,80}(?:为指导|为指引|武装头脑|指导实践|为根本遵循)");

    /// What was and is, before what shall be.
    public static final Pattern BACKGROUND =
            Pattern.compile(
                    "^(?:近年来|近几年来?|多年来|长期以来|改革开放以来|党的十八大以来|一直以来|目前|截至目前)，"
                            + "(?![^。]*(?:要|应|必须|须)(?:进一步|加快|加强|当|把|以|在|按|坚持|对))|"
                            + "^(?:去年|上年|20\\d\\d年(?:以来)?)，[^。]*，?但?[^。]*(?:仍|"
                            + "依然|尚)(?:然|较|存在|不|有|需|未|处)");

    /// A goal stated before is only taken up again.
    public static final Pattern TAKEN_UP =
            Pattern.compile(
                    "^(?:实现|完成|达到|达成)(?:这个|这一|上述|以上|既定)[^，。]{0,6}(?:目标|任务)，"
                            + "[^。]{0,20}(?:前提|关键|核心|根本|重在)");

    /// `X is ...`, `X consists of ...`.
    public static final Pattern DEFINITION =
            Pattern.compile(
                    "^[^，。；：]{2,30}(?:是指|系指|，?是[^，。；]{2,40}的(?:重要体现|凭证|核心任务|活动|一种|基础|"
                            + "关键|总称|行为|方式|制度|单位|机构|主体|过程)|"
                            + "由[^。；]{4,60}(?:构成|两部分组成|部分组成|方面组成)[。；]?$|所称)|^(?:本(?:办法|"
                            + "规定|意见|方案|通知|条例)所称)|^上述[^，。]{0,12}是指");

    /// A reporter speaks.
    public static final Pattern FRAMING =
            Pattern.compile(
                    "据了解|获悉|据悉|据介绍|记者|近日|日前|采访|出炉|讯[ ，]|印发实施|正式发布|对外发布|新闻发布会|接受采访|令人|"
                            + "在此背景下|以往|此次|曾|引人关注|首次|先后召开|今天|昨天|昨日|会上|会议指出|报道|现场|可谓|不鲜见|"
                            + "就明确指出|会议提出|研究制定了|直面问题|采取了|已经");

    /// Words in front of a reported task that are no part of the actor.
    public static final Pattern REPORTED =
            Pattern.compile(
                    "^(?:根据|按照)?(?:《[^》]{1,30}》|方案|意见|通知|我市|该市|全市|会议|规划)(?:还|"
                            + "明确)?(?:明确)?(?:提出|要求|指出|强调|规定)[，：]");

    /// Lines that surround a text on a site; decisive in a short line.
    public static final Pattern CHROME_SHORT =
            Pattern.compile(
                    "首页|上一篇|下一篇|分享|打印|字体|关闭|收藏|微信|微博|客户端|扫一扫|来源[:：]|作者[:：]|责任编辑|编辑[:：]|记者|"
                            + "邮箱|点击|阅读|浏览|发布时间|发布日期|发布机构|发布机关|索引号|索 引 号|主题分类|主题词|"
                            + "主 题 词|发文机关|成文日期|文号[:：]|"
                            + "发文字号|标 *题[:：]|名 *称[:：]|文件状态|现行有效|无障碍|长者|搜索|搜一搜|高级|排序|登录|"
                            + "注册|导航|标签|热线|广告|投稿|"
                            + "您当前的位置|当前位置|导读|下载|版权|Copyright|ICP|网安备|主办单位|主办[:：]|承办|"
                            + "网站|天气预报|二维码|友情链接|相关链接|扫码|"
                            + "声明|全文|时效性|有效性|政策解读|相关文件|返回顶部|字号|字体大小|时间[:：]|综合$");

    /// Lines that never belong to a document, however long.
    public static final Pattern CHROME_ANY =
            Pattern.compile(
                    "版权所有|版权(?:均|仍)?归(?:原|源|本站|作者)|(?:未经|如需|禁止|不得|欢迎|谢绝)[^。]{0,12}转载|"
                            + "转载(?:请|时|须|自)|免责声明|本站所有|均来自互联网|侵犯了?(?:你|您)的|如侵|ICP备|公网安备|网站标识码|"
                            + "与本网|"
                            + "本网(?:站)?(?:作品|内容|并不)|联系我们(?:直接)?删除|来信告知|^#|^<!--|-->|"
                            + "欢迎关注|扫描二维码|免费订阅|未经(?:允许|授权)(?:不得|禁止)");

    /// Endings of what a public document calls itself.
    public static final Pattern TITLE =
            Pattern.compile(
                    "(?:意见|通知|方案|办法|规划|计划|规定|决定|条例|纲要|措施|细则|通告|公告|批复|行动|要点|实施|若干|报告|"
                            + "函|制度|标准|清单|任务|分工|指引|指南)"
                            + "(?:的(?:通知|意见|决定|公告|函|批复|通告))?》?(?:（[^）]{1,40}）)?$");

    /// Names of documents in running text or a title.
    public static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("[\\u4e00-\\u9fa5]{1,12}[〔\\[（【]((?:19|20)\\d\\d)[〕\\]）】]第?\\d{1,5}号");

    /// `责任单位：` and its kin: which role a label gives.
    public static final Pattern LABEL =
            Pattern.compile(
                    "(?:(?:第一|主要|市级|省级|区级|主要责任|总)?(?:牵头|责任|负责|配合|协办|主办|承办|参与|参加|协同|"
                            + "协助|支持|实施|落实|会办|协作|主责)"
                            + "(?:责任|负责|配合|落实|实施|参与|牵头)?(?:单位|部门|处室|领导|机构|主体|方|城?市|地区)|责任分工|"
                            + "任务分工|职责分工|责任人|分工)(?:及分工)?(?:：|均?[为是](?!牵头|第一|首|主要|主|其))");

    public static final Pattern DEADLINE_LABEL =
            Pattern.compile(
                    "(?:完成|办结|时间|推进|落实|实施|工作)?(?:时限|期限|时间|进度|节点|时间节点|完成时间|时间要求)(?:要求|安排)?：");

    public static final Pattern SCOPE_LABEL = Pattern.compile("(?:适用|实施|试点)?(?:范围|区域|对象)：");

    /// Headings in front of their text on the same line: `主要目标：`.
    public static final Pattern LEAD_LABEL =
            Pattern.compile(
                    "^(?:(?:主要|具体|工作|重点|总体|发展|奋斗|近期|远期|阶段性|基本)?(?:目标|指标|任务|措施|要求|举措|"
                            + "内容)(?:与目标|和目标|及目标)?|"
                            + "(?:任务|措施|项目|事项|行动|举措)[0-9一二三四五六七八九十]{1,3}|总体要求(?:与|和|及)(?:目标|"
                            + "主要目标)|主要措施有|具体来说|其中|一方面要?|另一方面|同时|此外|"
                            + "另外|因此|为此)[：，]");

    public static final Pattern DATE_LINE =
            Pattern.compile(
                    "^(?:20|19)\\d\\d年\\d{1,2}月\\d{1,2}日$|"
                            + "^二[〇○零Oo0]?[〇○零一二三四五六七八九Oo0]{2,3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]"
                            + "{1,3}日$");

    private Words() {}
}
