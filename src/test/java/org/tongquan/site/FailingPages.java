package org.tongquan.site;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

/// Pages that fail in each way, for tests only.
@Controller
class FailingPages {
    static final String SECRET = "select secret from hidden";

    @GetMapping("/public/failing/as/{how}")
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "forbidden" -> new Forbidden();
            case "rejected" ->
                    new Problems.Rejected(
                            List.of(
                                    new Problem(
                                            "parties.yaml",
                                            7,
                                            "the code is missing",
                                            "write six digits"),
                                    new Problem("parties.yaml", 9, "<b>is no name", "drop it")));
            default -> new IllegalStateException(SECRET);
        };
    }

    @GetMapping("/public/failing/number/{number}")
    String number(@PathVariable int number) {
        throw new NotFound();
    }

    @GetMapping("/public/failing/asked")
    String asked(@RequestParam int number) {
        throw new NotFound();
    }

    @PostMapping("/public/failing/upload")
    void upload(@RequestParam MultipartFile file) {}
}
