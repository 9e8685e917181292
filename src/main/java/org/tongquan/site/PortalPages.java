package org.tongquan.site;

import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The entrance of the house, and what the house says about itself.
@Controller
class PortalPages {
    private final JteViews views;
    private final List<FrontTile> tiles;

    PortalPages(JteViews views, List<FrontTile> tiles) {
        this.views = views;
        this.tiles = tiles.stream().sorted(Comparator.comparingInt(FrontTile::order)).toList();
    }

    @GetMapping("/")
    ModelAndView home() {
        return Show.view("site/home", new HomeView(tiles.stream().map(this::shown).toList()));
    }

    @GetMapping("/about")
    ModelAndView about() {
        return Show.plain("site/about");
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return Show.plain("site/accessibility");
    }

    private Function<Page, Content> shown(FrontTile tile) {
        return page -> views.part(tile.template(), page, tile.view(page.language()));
    }
}
