package org.tongquan.document;

/// The typefaces the standard asks for. Named in docx, where the office has them installed; in
/// PDF each is replaced by a free one, because the named ones may not be passed on.
enum Face {
    FANGSONG("仿宋_GB2312", "FangSong", FontFile.SERIF),
    TITLE("方正小标宋简体", "FZXiaoBiaoSong-B05S", FontFile.BOLD),
    HEI("黑体", "SimHei", FontFile.SANS),
    KAI("楷体_GB2312", "KaiTi", FontFile.KAI),
    SONG("宋体", "SimSun", FontFile.SERIF);

    /// Free fonts under the SIL Open Font License, found on the class path under `/fonts`.
    enum FontFile {
        SERIF("NotoSerifSC_400Regular.ttf"),
        BOLD("NotoSerifSC_700Bold.ttf"),
        SANS("NotoSansSC_500Medium.ttf"),
        KAI("lxgw-wenkai-latin-500-normal.woff");

        final String resource;

        FontFile(String resource) {
            this.resource = "/fonts/" + resource;
        }
    }

    final String docxName;
    final String otherName;
    final FontFile file;

    Face(String docxName, String otherName, FontFile file) {
        this.docxName = docxName;
        this.otherName = otherName;
        this.file = file;
    }
}
