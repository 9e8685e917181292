package org.tongquan.ledger.web;

import org.springframework.web.multipart.MultipartFile;

/// What may remain of the name and type that a browser sends with a file.
public final class FileNames {
    private static final int LONGEST = 120;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private FileNames() {}

    /// The last part of the name, without path, control characters and leading dots.
    public static String plain(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{Cntrl}", "").replaceAll("^\\.+", "").strip();
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    /// The type as sent, or the unknown one.
    public static String mediaType(MultipartFile file) {
        var type = file.getContentType();
        return type != null && type.matches("[a-zA-Z0-9.+-]{1,60}/[a-zA-Z0-9.+-]{1,80}")
                ? type
                : UNKNOWN_TYPE;
    }
}
