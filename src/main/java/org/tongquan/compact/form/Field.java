package org.tongquan.compact.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a record's component means in the written form; feeds reader, schema and reference page.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {
    String NOTE = "a remark";

    String VERIFIED = "somebody compared this entry with its document (left out: yes)";

    /// The meaning, one sentence without a full stop.
    String value();

    /// The key, when it is not the component's name in kebab case.
    String key() default "";

    /// Lists and booleans are optional unless this says otherwise.
    boolean required() default false;

    /// What a boolean is when it is left out.
    boolean otherwise() default false;

    /// This component names the record: the kind of id, unique within one compact.
    String declares() default "";

    /// This component (or each entry of the list) must name something declared under this kind.
    String refers() default "";

    /// A list that may be written as the single word `all`.
    boolean all() default false;

    /// Key of the date that this date must not precede.
    String notBefore() default "";

    /// Lists of records that belong to one section in any order are put in the order of this key.
    String sortedBy() default "";
}
