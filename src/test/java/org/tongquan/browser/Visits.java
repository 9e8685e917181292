package org.tongquan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.tongquan.identity.Demonstration;

/// Every kind of reader that the browser tests come as: without sign-in, and one demonstration
/// account for each role; a citizen is a person who acts for no body.
public final class Visits {
    static final String PASSWORD = "tour-of-the-house-1";

    /// @param role as the tests name it
    /// @param body the body acted for; empty for who acts for none
    /// @param account whether they sign in
    public record Visitor(String role, String body, boolean account) {
        @Override
        public String toString() {
            return role;
        }

        String login() {
            return "tour-" + role;
        }
    }

    public static final Visitor NOBODY = new Visitor("nobody", "", false);

    private static final List<Visitor> ROLES =
            List.of(
                    of("office", "joint-office"),
                    of("province", "provincial-office"),
                    of("leading-group", "leading-group"),
                    of("department", "departments-370100"),
                    new Visitor("lead-unit", LedgerSamples.LEAD, true),
                    new Visitor("cooperating-unit", LedgerSamples.COOPERATING, true),
                    new Visitor("citizen", "", true),
                    of("system", "system-officer"),
                    of("security", "security-officer"),
                    of("audit", "audit-officer"));

    private Visits() {}

    /// The reader without sign-in first, then one of each role.
    public static List<Visitor> all() {
        return Stream.concat(Stream.of(NOBODY), ROLES.stream()).toList();
    }

    /// Makes the accounts, after the samples have brought their bodies.
    static void prepare(ApplicationContext house) {
        house.getBean(Demonstration.class)
                .seed(
                        ROLES.stream()
                                .map(
                                        v ->
                                                new Demonstration.Account(
                                                        v.login(),
                                                        v.role(),
                                                        PASSWORD,
                                                        LedgerSamples.REGION,
                                                        v.body().isEmpty()
                                                                ? List.of()
                                                                : List.of(v.body())))
                                .toList());
    }

    /// Signs in through the form, as a person does.
    public static void signIn(BrowserContext context, Visitor visitor) {
        if (visitor.account()) {
            signIn(context, visitor.login(), PASSWORD);
        }
    }

    static void signIn(BrowserContext context, String login, String password) {
        try (Page page = context.newPage()) {
            page.navigate("/sign-in");
            page.locator("input[name=login]").fill(login);
            page.locator("input[name=password]").fill(password);
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
        }
    }

    private static Visitor of(String role, String body) {
        return new Visitor(role, LedgerSamples.REGION + ":" + body, true);
    }
}
