package org.tongquan.browser;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tongquan.kernel.Actor;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Page;
import org.tongquan.site.Pages;
import org.tongquan.site.SignIn;

/// Every component of the stylesheet on three pages, for tests and for the eye only. The templates
/// in `src/test/jte` are compiled at run time against the parts in `src/main/jte`.
@Controller
class PatternPages {
    private static final Set<String> NAMES = Set.of("parts", "review", "forms");

    private final Pages pages;
    private final TemplateEngine engine;

    PatternPages(Pages pages) {
        this.pages = pages;
        this.engine =
                TemplateEngine.create(
                        new Both(),
                        Path.of("target/pattern-pages"),
                        ContentType.Html,
                        getClass().getClassLoader(),
                        "org.tongquan.browser.generated");
        this.engine.setClassPath(
                Arrays.asList(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator)));
        this.engine.setTrimControlStructures(true);
    }

    @GetMapping(
            value = "/public/patterns/{name}",
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String patterns(@PathVariable String name, HttpServletRequest request) {
        if (!NAMES.contains(name)) {
            throw new org.tongquan.site.NotFound();
        }
        var output = new StringOutput();
        engine.render(
                "patterns/" + name + ".jte", Map.of("page", staff(pages.of(request))), output);
        return output.toString();
    }

    /// The page as somebody sees it who is signed in, with every part of the frame shown.
    private static Page staff(Page page) {
        var visitor =
                new SignIn.Visitor(
                        Actor.PUBLIC,
                        page.pick("示例用户", "Sample user"),
                        "甲市发展改革委",
                        "Development and Reform Commission of A",
                        List.of(new SignIn.Choice("b", "联席会议办公室", "Joint office")));
        var menu =
                Stream.of(
                                "/",
                                "/public/patterns/parts",
                                "/public/patterns/review",
                                "/public/patterns/forms",
                                "/about")
                        .map(path -> new MenuEntry(1, path, label(path), _ -> true))
                        .toList();
        return new Page(
                page.language(),
                page.messages(),
                Optional.of(visitor),
                menu,
                page.path(),
                page.query(),
                "_csrf",
                "token",
                Optional.of("site.saved"),
                true,
                page.pick("甲乙经济圈", "Circle of A and B"));
    }

    private static String label(String path) {
        return switch (path) {
            case "/public/patterns/parts" -> "site.progress";
            case "/public/patterns/review" -> "site.faults";
            case "/public/patterns/forms" -> "site.sign-in";
            case "/about" -> "site.about";
            default -> "site.home";
        };
    }

    /// Templates of the tests first, then those of the house.
    private static final class Both implements CodeResolver {
        private final CodeResolver tests = new DirectoryCodeResolver(Path.of("src/test/jte"));
        private final CodeResolver house = new DirectoryCodeResolver(Path.of("src/main/jte"));

        private CodeResolver of(String name) {
            return tests.exists(name) ? tests : house;
        }

        @Override
        public String resolve(String name) {
            return of(name).resolve(name);
        }

        @Override
        public boolean exists(String name) {
            return of(name).exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return of(name).getLastModified(name);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return tests.resolveAllTemplateNames();
        }
    }
}
