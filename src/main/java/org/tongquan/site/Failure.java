package org.tongquan.site;

import org.springframework.http.HttpStatus;

/// The ways in which a request can fail, each with its sentences in `messages/site.properties`:
/// `site.error.<word>.title`, `.text` and `.todo`.
enum Failure {
    BAD(HttpStatus.BAD_REQUEST, "400"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "403"),
    /// The form's token no longer belongs to this session.
    EXPIRED(HttpStatus.FORBIDDEN, "expired"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "404"),
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "405"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "413"),
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "422"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "500");

    private final HttpStatus status;
    private final String word;

    Failure(HttpStatus status, String word) {
        this.status = status;
        this.word = word;
    }

    HttpStatus status() {
        return status;
    }

    /// The message key of one of its sentences.
    String key(String sentence) {
        return "site.error." + word + "." + sentence;
    }

    /// The closest failure for a status that somebody else decided on.
    static Failure of(int status) {
        for (var failure : values()) {
            if (failure.status.value() == status) {
                return failure;
            }
        }
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? BROKEN : BAD;
    }
}
