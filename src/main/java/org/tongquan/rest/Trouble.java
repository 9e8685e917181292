package org.tongquan.rest;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// The types of problem that a program can tell apart. Each has its sentences in
/// `messages/rest.properties` (`rest.trouble.<word>` and `.text`) and its place in the page
/// `/developers`.
public enum Trouble {
    /// The body, or a part of it, cannot be read at all.
    UNREADABLE(HttpStatus.BAD_REQUEST),
    /// A parameter of the address cannot be used.
    PARAMETER(HttpStatus.BAD_REQUEST),
    /// A request that changes something has no `Idempotency-Key`, or an unfit one.
    KEY_MISSING(HttpStatus.BAD_REQUEST),
    /// No key, or one that is not known, has run out or was revoked.
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    /// The key lacks a power.
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    /// The key acts in another region.
    OTHER_REGION(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /// A request with the same idempotency key is under way.
    UNDER_WAY(HttpStatus.CONFLICT),
    /// The matter has gone on since it was read.
    CHANGED(HttpStatus.CONFLICT),
    /// What `If-Match` names is no longer current.
    PRECONDITION(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /// Fields are wrong or missing; `errors` lists all of them.
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /// The rules of the ledger refuse it; `detail` says why.
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /// The idempotency key was used for another request.
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /// `If-Match` is needed here.
    CONDITION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    Trouble(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The `type` of the problem, a reference relative to this instance.
    public String type() {
        return "/developers#" + word();
    }

    /// The first type that has this status.
    static Trouble of(int status) {
        for (var trouble : values()) {
            if (trouble.status.value() == status) {
                return trouble;
            }
        }
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? BROKEN : UNREADABLE;
    }
}
