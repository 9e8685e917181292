package org.tongquan.document.ofd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.tongquan.document.archive.Archive;
import org.tongquan.document.archive.Xml;
import org.tongquan.document.font.Subset;
import org.tongquan.kernel.Digest;

/// A file under construction: pages are added one after the other and drawn on.
public final class OfdFile {
    private static final String SPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final int ID_LETTERS = 32;

    private final float width;
    private final float height;
    private final List<OfdPage> pages = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final Map<String, Font> fonts = new LinkedHashMap<>();

    /// The page drawn last has the highest.
    private int lastId;

    /// A font and the characters that pages show in it.
    private record Font(int id, TrueTypeFont font, TreeSet<Integer> characters) {}

    private record Bookmark(int level, String text, int page, float top) {}

    /// @param width of every page, in points
    public OfdFile(float width, float height) {
        this.width = width;
        this.height = height;
    }

    public OfdPage page() {
        var page = new OfdPage(this::nextId);
        pages.add(page);
        return page;
    }

    private int nextId() {
        return ++lastId;
    }

    /// The number of a font in which these characters are shown.
    public int font(String name, TrueTypeFont font, String characters) {
        var known = fonts.computeIfAbsent(name, _ -> new Font(nextId(), font, new TreeSet<>()));
        characters.codePoints().forEach(known.characters()::add);
        return known.id();
    }

    /// Lists a heading beside the pages; it leads to a place of the page added last.
    public void bookmark(int level, String text, float top) {
        bookmarks.add(new Bookmark(level, text, pages.size() - 1, top));
    }

    /// What a file says of itself.
    public record About(String title, String author, LocalDate date) {}

    public byte[] write(About about) throws IOException {
        var glyphs = new LinkedHashMap<Integer, Map<Integer, Integer>>();
        var files = new LinkedHashMap<String, byte[]>();
        for (var font : fonts.values()) {
            var subset = Subset.of(font.font(), font.characters(), prefix(font.id()));
            glyphs.put(font.id(), subset.glyphs());
            files.put("Doc_0/Res/font_" + font.id() + ".ttf", subset.file());
        }
        var parts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pages.size(); i++) {
            parts.put(path(i), pages.get(i).part(SPACE, glyphs));
        }
        parts.put("Doc_0/PublicRes.xml", resources());
        parts.put("Doc_0/Document.xml", document());
        var archive = new Archive().put("OFD.xml", entrance(about, parts));
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(p -> archive.put(p.getKey(), p.getValue()));
        files.forEach(archive::put);
        return archive.zip(about.date());
    }

    private static String path(int page) {
        return "Doc_0/Pages/Page_%d/Content.xml".formatted(page);
    }

    private static String prefix(int id) {
        return "TQ"
                + "ABCDEFGHIJ".charAt(id / 1000 % 10)
                + "ABCDEFGHIJ".charAt(id / 100 % 10)
                + "ABCDEFGHIJ".charAt(id / 10 % 10)
                + "ABCDEFGHIJ".charAt(id % 10);
    }

    private static String entrance(About about, Map<String, String> parts) {
        var all = String.join("\n", parts.values()).getBytes(StandardCharsets.UTF_8);
        var id = Digest.of(all).hex().substring(0, ID_LETTERS);
        return new Xml()
                .raw("<ofd:OFD%s DocType=\"OFD\" Version=\"1.0\">".formatted(SPACE))
                .raw("<ofd:DocBody><ofd:DocInfo>")
                .raw("<ofd:DocID>" + id + "</ofd:DocID><ofd:Title>")
                .text(about.title())
                .raw("</ofd:Title><ofd:Author>")
                .text(about.author())
                .raw("</ofd:Author><ofd:CreationDate>" + about.date() + "</ofd:CreationDate>")
                .raw("<ofd:ModDate>" + about.date() + "</ofd:ModDate>")
                .raw("<ofd:Creator>Tongquan</ofd:Creator></ofd:DocInfo>")
                .raw("<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
                .toString();
    }

    private String document() {
        var out = new Xml();
        out.raw("<ofd:Document%s><ofd:CommonData><ofd:MaxUnitID>%d".formatted(SPACE, lastId));
        out.raw("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ");
        out.raw(OfdPage.mm(width) + " " + OfdPage.mm(height));
        out.raw("</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>");
        out.raw("</ofd:CommonData><ofd:Pages>");
        for (int i = 0; i < pages.size(); i++) {
            out.raw("<ofd:Page ID=\"%d\" ".formatted(pages.get(i).id()));
            out.raw("BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(i));
        }
        out.raw("</ofd:Pages>");
        if (!bookmarks.isEmpty()) {
            outlines(out);
        }
        return out.raw("</ofd:Document>").toString();
    }

    private void outlines(Xml out) {
        out.raw("<ofd:Outlines>");
        var open = new ArrayList<Integer>();
        for (var mark : bookmarks) {
            while (!open.isEmpty() && open.getLast() >= mark.level()) {
                open.removeLast();
                out.raw("</ofd:OutlineElem>");
            }
            open.add(mark.level());
            out.raw("<ofd:OutlineElem Title=\"").text(mark.text()).raw("\"><ofd:Actions>");
            out.raw("<ofd:Action Event=\"CLICK\"><ofd:Goto><ofd:Dest Type=\"XYZ\" ");
            out.raw("PageID=\"%d\" Left=\"0\" ".formatted(pages.get(mark.page()).id()));
            out.raw("Top=\"%s\" Zoom=\"0\"/>".formatted(OfdPage.mm(mark.top())));
            out.raw("</ofd:Goto></ofd:Action></ofd:Actions>");
        }
        open.forEach(_ -> out.raw("</ofd:OutlineElem>"));
        out.raw("</ofd:Outlines>");
    }

    private String resources() {
        var out = new Xml().raw("<ofd:Res%s BaseLoc=\"Res\"><ofd:Fonts>".formatted(SPACE));
        fonts.forEach(
                (name, font) ->
                        out.raw("<ofd:Font ID=\"%d\" FontName=\"".formatted(font.id()))
                                .text(name)
                                .raw("\"><ofd:FontFile>font_%d.ttf".formatted(font.id()))
                                .raw("</ofd:FontFile></ofd:Font>"));
        return out.raw("</ofd:Fonts></ofd:Res>").toString();
    }
}
