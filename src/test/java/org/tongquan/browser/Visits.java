package org.tongquan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/// Every kind of reader that the browser tests come as: without sign-in, and one demonstration
/// account for each role.
public final class Visits {
    /// @param role as the tests name it
    /// @param account name to sign in with, empty for the reader without sign-in
    /// @param password of that account
    public record Visitor(String role, String account, String password) {
        @Override
        public String toString() {
            return role;
        }
    }

    public static final Visitor NOBODY = new Visitor("nobody", "", "");

    private Visits() {}

    /// The reader without sign-in first, then one of each role.
    public static List<Visitor> all() {
        return List.of(NOBODY);
    }

    /// Signs in through the form, as a person does.
    public static void signIn(BrowserContext context, Visitor visitor) {
        if (visitor.account().isEmpty()) {
            return;
        }
        try (Page page = context.newPage()) {
            page.navigate("/sign-in");
            page.locator("input[name=username]").fill(visitor.account());
            page.locator("input[name=password]").fill(visitor.password());
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
        }
    }
}
