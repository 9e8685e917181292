package org.tongquan.compact;

/// Level of government, from the top.
public enum Level {
    NATION,
    PROVINCE,
    CITY,
    COUNTY
}
