package org.tongquan.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The entrance of the house.
@Controller
class PortalPages {
    @GetMapping("/")
    ModelAndView home() {
        return Show.plain("site/home");
    }
}
