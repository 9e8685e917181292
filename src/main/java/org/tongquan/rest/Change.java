package org.tongquan.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A request that changes something: what it carries and what is answered, for the OpenAPI
/// document. [Description] reads it; the method itself takes the body as it came and reads it by
/// [Fields], so that everything wrong with it is said at once.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Change {
    int CREATED = 201;

    /// The record that the JSON body is; none for a request without one.
    Class<?> body() default Void.class;

    /// The record that the answer is.
    Class<?> answer();

    /// What has happened then, in a word or two.
    String said();

    /// The status of the answer.
    int status() default CREATED;
}
