package org.tongquan.compact.form;

/// An enum whose constants are written otherwise than in kebab case.
public interface Labelled {
    String label();
}
