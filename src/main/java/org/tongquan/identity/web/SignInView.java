package org.tongquan.identity.web;

import java.util.List;
import java.util.Optional;
import org.tongquan.identity.Demonstration;

/// What the sign-in page shows.
///
/// @param login as typed before, empty at first
/// @param message key of what to say above the form
/// @param failures wrong passwords in a row that lock an account
/// @param minutes for how long
/// @param demonstration accounts to try out, with their passwords
public record SignInView(
        String login,
        Optional<String> message,
        boolean refused,
        int failures,
        long minutes,
        List<Demonstration.Account> demonstration) {}
